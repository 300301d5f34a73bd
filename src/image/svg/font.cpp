#include "image/svg/font.h"

#include <algorithm>
#include <cmath>

namespace reliure::image {
namespace {

/// What `bolder` and `lighter` come to (CSS Fonts 4, section 2.2.1).
std::uint16_t relative_weight(std::uint16_t from, bool bolder) {
  if (bolder) {
    return from < 350 ? 400 : from < 550 ? 700 : 900;
  }
  return from < 550 ? 100 : from < 750 ? 400 : 700;
}

bool set_weight(Style& style, const Style& parent, std::string_view value) {
  Rest rest = value;
  if (value == "normal" || value == "bold") {
    style.font_weight = value == "bold" ? 700 : 400;
  } else if (value == "bolder" || value == "lighter") {
    style.font_weight = relative_weight(parent.font_weight, value == "bolder");
  } else if (const std::optional<double> number = take_number(rest);
             number && rest.empty() && *number >= 1 && *number <= 1000) {
    style.font_weight = static_cast<std::uint16_t>(*number);
  } else {
    return false;
  }
  return true;
}

bool set_slant(Style& style, std::string_view value) {
  const bool slanted = value == "italic" || value.substr(0, 7) == "oblique";
  if (!slanted && value != "normal") {
    return false;
  }
  style.italic = slanted;
  return true;
}

bool set_size(Style& style, const Style& parent, std::string_view value) {
  struct Step {
    std::string_view name;
    double size;
  };
  // CSS Fonts 4, section 2.5, with `medium` of 16.
  const Step steps[] = {{"xx-small", 9},
                        {"x-small", 10},
                        {"small", 13},
                        {"medium", 16},
                        {"large", 18},
                        {"x-large", 24},
                        {"xx-large", 32},
                        {"smaller", parent.font_size / 1.2},
                        {"larger", parent.font_size * 1.2}};
  const auto* step =
      std::find_if(std::begin(steps), std::end(steps), [&](const Step& s) { return s.name == value; });
  const std::optional<double> size = step != std::end(steps)
                                         ? std::optional(step->size)
                                         : length(value, {parent.font_size, parent.font_size});
  if (!size || *size < 0) {
    return false;
  }
  style.font_size = *size;
  return true;
}

/// `italic bold 12px/1.2 "Marianne", sans-serif`: style and weight up to the size, families behind it.
void set_shorthand(Style& style, const Style& parent, std::string_view value) {
  Style read = style;
  read.italic = false;
  read.font_weight = 400;
  Rest rest = trimmed(value);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest = trimmed(rest.substr(end));
    // A number without a unit is a weight as long as no size was seen.
    if (set_weight(read, parent, word) || set_slant(read, word)) {
      continue;
    }
    if (set_size(read, parent, word.substr(0, word.find('/')))) {
      read.font_families = rest;
      style = rest.empty() ? style : read;
      return;
    }
  }
}

void set_spacing(double& spacing, std::string_view value, const Style& style) {
  spacing = value == "normal" ? 0 : length(value, {style.font_size, style.font_size}).value_or(spacing);
}

void set_anchor(Style& style, std::string_view value) {
  style.anchor = value == "middle"  ? book::TextAnchor::middle
                 : value == "end"   ? book::TextAnchor::end
                 : value == "start" ? book::TextAnchor::start
                                    : style.anchor;
}

void set_baseline(Style& style, std::string_view value) {
  using Baseline = book::TextBaseline;
  struct Named {
    std::string_view name;
    Baseline baseline;
  };
  constexpr Named kBaselines[] = {
      {"auto", Baseline::alphabetic},        {"alphabetic", Baseline::alphabetic},
      {"middle", Baseline::middle},          {"central", Baseline::central},
      {"mathematical", Baseline::central},   {"hanging", Baseline::hanging},
      {"text-before-edge", Baseline::top},   {"text-top", Baseline::top},
      {"text-after-edge", Baseline::bottom}, {"text-bottom", Baseline::bottom},
      {"ideographic", Baseline::bottom},
  };
  const auto* named = std::find_if(std::begin(kBaselines), std::end(kBaselines),
                                   [&](const Named& each) { return each.name == value; });
  style.baseline = named != std::end(kBaselines) ? named->baseline : style.baseline;
}

/// `sub` and `super` move as far as programs that draw text do where the font does not say.
void set_shift(Style& style, const Style& parent, std::string_view value) {
  const double em = parent.font_size;
  const double shift = value == "sub"     ? -0.2 * em
                       : value == "super" ? 0.4 * em
                                          : length(value, {em, style.font_size}).value_or(0);
  style.rise = parent.rise + shift;
}

bool keeps_space(std::string_view value) { return value.substr(0, 3) == "pre" && value != "pre-line"; }

}  // namespace

void set_font(Style& style, const Style& parent, const Declared& declared) {
  const auto given = [&](Property property) -> std::optional<std::string_view> {
    const std::string_view value = trimmed(declared[property]);
    return value.empty() || value == "inherit" ? std::nullopt : std::optional(value);
  };
  if (const auto value = given(Property::font)) set_shorthand(style, parent, *value);
  if (const auto value = given(Property::font_family)) style.font_families = *value;
  if (const auto value = given(Property::font_size)) set_size(style, parent, *value);
  if (const auto value = given(Property::font_style)) set_slant(style, *value);
  if (const auto value = given(Property::font_weight)) set_weight(style, parent, *value);
  if (const auto value = given(Property::letter_spacing)) set_spacing(style.letter_spacing, *value, style);
  if (const auto value = given(Property::word_spacing)) set_spacing(style.word_spacing, *value, style);
  if (const auto value = given(Property::text_anchor)) set_anchor(style, *value);
  if (const auto value = given(Property::dominant_baseline)) set_baseline(style, *value);
  if (const auto value = given(Property::baseline_shift)) set_shift(style, parent, *value);
  if (const auto value = given(Property::white_space)) style.keeps_space = keeps_space(*value);
  if (const auto value = given(Property::text_decoration)) style.decorated = *value != "none";
  if (const auto value = given(Property::writing_mode)) {
    style.vertical = value->substr(0, 2) == "tb" || value->substr(0, 8) == "vertical";
  }
}

std::vector<std::string> family_names(std::string_view families) {
  std::vector<std::string> names;
  while (!families.empty()) {
    const std::size_t comma = std::min(families.find(','), families.size());
    std::string_view name = trimmed(families.substr(0, comma));
    if (name.size() >= 2 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front()) {
      name = trimmed(name.substr(1, name.size() - 2));
    }
    if (!name.empty()) {
      names.emplace_back(name);
    }
    families.remove_prefix(std::min(comma + 1, families.size()));
  }
  return names;
}

}  // namespace reliure::image
