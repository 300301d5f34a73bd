#include "text/font_match.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"

namespace reliure::text {
namespace {

/// Whether `name` is `lower_name` in any case.
bool same_name(std::string_view name, std::string_view lower_name) {
  return std::ranges::equal(name, lower_name, {}, base::lower);
}

enum class Generic : std::uint8_t { none, serif, sans_serif, monospace };

Generic generic_of(std::string_view name) {
  constexpr std::pair<std::string_view, Generic> kGenerics[] = {
      {"serif", Generic::serif},
      {"ui-serif", Generic::serif},
      {"sans-serif", Generic::sans_serif},
      {"ui-sans-serif", Generic::sans_serif},
      {"system-ui", Generic::sans_serif},
      {"monospace", Generic::monospace},
      {"ui-monospace", Generic::monospace},
  };
  for (const auto& [generic_name, generic] : kGenerics) {
    if (same_name(name, generic_name)) return generic;
  }
  return Generic::none;
}

bool is_of(const Family& family, Generic generic) {
  switch (generic) {
    case Generic::none:
      return false;
    case Generic::serif:
      return family.serif && !family.monospaced;
    case Generic::sans_serif:
      return !family.serif && !family.monospaced;
    case Generic::monospace:
      return family.monospaced;
  }
  return false;
}

/// How far a weight is from the wanted one, smaller is nearer. CSS Fonts 4 §5.2: from 400 to 500 first up to
/// 500, then down, then up; below 400 first down, then up; above 500 first up, then down.
int weight_distance(int weight, int wanted) {
  constexpr int kWrongWay = 1000, kWrongWayTwice = 2000;
  if (wanted >= 400 && wanted <= 500) {
    if (weight >= wanted && weight <= 500) return weight - wanted;
    return weight < wanted ? kWrongWay + wanted - weight : kWrongWayTwice + weight - wanted;
  }
  if (wanted < 400) return weight <= wanted ? wanted - weight : kWrongWay + weight - wanted;
  return weight >= wanted ? weight - wanted : kWrongWay + wanted - weight;
}

}  // namespace

std::vector<Family> group_families(std::span<const book::Font> fonts) {
  std::vector<Family> families;
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    const std::string name = base::lowered(fonts[i].family);
    auto family = std::ranges::find(families, name, &Family::name);
    if (family == families.end()) {
      family = families.insert(family, Family{name, fonts[i].serif, fonts[i].monospaced, {}});
    }
    family->faces.push_back(FaceId{static_cast<std::uint16_t>(i)});
  }
  return families;
}

const Family* find_family(std::span<const Family> families, std::string_view name) {
  for (const Family& family : families) {
    if (same_name(name, family.name)) return &family;
  }
  const Generic generic = generic_of(name);
  for (const Family& family : families) {
    if (is_of(family, generic)) return &family;
  }
  return nullptr;
}

FaceId nearest_face(std::span<const book::Font> fonts, std::span<const FaceId> faces, FontStyle wanted) {
  const auto distance = [&](FaceId face) {
    const book::Font& font = fonts[face.value];
    return std::pair(font.italic != wanted.italic, weight_distance(font.weight, wanted.weight));
  };
  return *std::ranges::min_element(faces, {}, distance);
}

}  // namespace reliure::text
