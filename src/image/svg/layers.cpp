#include "image/svg/layers.h"

#include <algorithm>

namespace reliure::image {
namespace {

/// More than any budget; sums and products of it stay finite.
constexpr double kEndless = 1e18;

/// A shape mostly covers a part of the picture; a layer is cleared, drawn and laid over what is there.
constexpr double kShape = 0.05;
constexpr double kLayer = 2;

double number_of(const Xml& xml, ElementId element, std::string_view name, double absent) {
  Rest rest = trimmed(xml.attribute(element, name));
  return std::max(take_number(rest).value_or(absent), 0.0);
}

/// How often a filter's step reads each pixel.
double cost_of_step(const Xml& xml, ElementId element) {
  const std::string_view name = xml[element].name;
  if (name == "feConvolveMatrix") {
    const double order = number_of(xml, element, "order", 3);
    return kLayer + order * order;
  }
  if (name == "feMorphology") {
    // The radius is in units of the picture, which at 300 dpi are several pixels.
    const double reach = 8 * number_of(xml, element, "radius", 0) + 1;
    return kLayer + reach * reach;
  }
  if (name == "feTurbulence") {
    constexpr double kOctave = 20;
    return kLayer + kOctave * number_of(xml, element, "numOctaves", 1);
  }
  constexpr double kStep = 6;
  return kStep;
}

/// What is known of an element: nothing, that it is being counted (a reference back to it is a circle), or
/// its cost.
struct Count {
  bool open = false;
  double cost = -1;
};

struct Counter {
  Painter& painter;
  std::vector<Count> inside;
};

double count_inside(Counter& counter, ElementId element, int depth);

/// What `value` refers to, each time it is painted.
double count_reference(Counter& counter, std::string_view value, int depth) {
  Rest rest = trimmed(value);
  const std::optional<std::string_view> id = take_reference(rest);
  const ElementId target = id ? counter.painter.xml.find(*id) : kNoElement;
  return target == kNoElement ? 0 : kLayer + count_inside(counter, target, depth + 1);
}

/// What every shape below an element that has these properties may pay.
double count_inherited(Counter& counter, const Declared& declared, int depth) {
  double cost = 0;
  for (const Property property : {Property::fill, Property::stroke, Property::marker, Property::marker_start,
                                  Property::marker_mid, Property::marker_end}) {
    cost += count_reference(counter, declared[property], depth);
  }
  return cost;
}

double count_own(Counter& counter, ElementId element, const Declared& declared, int depth) {
  const Xml& xml = counter.painter.xml;
  const std::string_view name = xml[element].name;
  double cost = name.substr(0, 2) == "fe" ? cost_of_step(xml, element) : kShape;
  for (const Property property : {Property::mask, Property::filter, Property::clip_path}) {
    cost += count_reference(counter, declared[property], depth);
  }
  if (!declared[Property::opacity].empty() || !declared[Property::mix_blend_mode].empty()) {
    cost += kLayer;
  }
  std::string_view reference = trimmed(xml.attribute(element, "href"));
  if (name != "a" && take(reference, '#') && xml.find(reference) != kNoElement) {
    cost += count_inside(counter, xml.find(reference), depth + 1);
  }
  return cost;
}

/// The element with all in it, drawn once.
double count_inside(Counter& counter, ElementId element, int depth) {
  Count& known = counter.inside[element];
  if (known.cost >= 0) {
    return known.cost;
  }
  if (known.open || depth > 2 * kMaxDepth) {
    return kEndless;
  }
  known.open = true;
  const Declared declared = declarations(counter.painter, element);
  double cost = count_own(counter, element, declared, depth);
  const Xml& xml = counter.painter.xml;
  for (ElementId child = xml[element].first_child; child != kNoElement; child = xml[child].next_sibling) {
    if (!is_silent(xml[child].name)) {
      cost += count_inside(counter, child, depth + 1);
    }
  }
  cost = std::min(cost * (1 + count_inherited(counter, declared, depth)), kEndless);
  known = {false, cost};
  return cost;
}

}  // namespace

double layers_of(Painter& painter) {
  Counter counter{painter, std::vector<Count>(painter.xml.elements.size())};
  const double cost = count_inside(counter, 0, 0);
  return painter.stop == Stop::none ? cost : kEndless;
}

}  // namespace reliure::image
