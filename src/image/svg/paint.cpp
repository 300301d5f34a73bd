// Paint servers: SVG 1.1, chapter 13.
#include <algorithm>
#include <cmath>

#include "image/svg/painter.h"

namespace reliure::image {
namespace {

bool is_gradient(std::string_view name) { return name == "linearGradient" || name == "radialGradient"; }

/// A gradient and those it takes attributes and stops from, nearest first.
std::vector<ElementId> template_chain(const Xml& xml, ElementId gradient) {
  constexpr std::size_t kMaxChain = 16;
  std::vector<ElementId> chain;
  while (gradient != kNoElement && is_gradient(xml[gradient].name) && chain.size() < kMaxChain) {
    chain.push_back(gradient);
    std::string_view reference = trimmed(xml.attribute(gradient, "href"));
    gradient = take(reference, '#') ? xml.find(reference) : kNoElement;
  }
  return chain;
}

/// The nearest element of the chain that has the attribute, else the first.
ElementId holder(const Xml& xml, const std::vector<ElementId>& chain, std::string_view attribute) {
  const auto found = std::find_if(chain.begin(), chain.end(), [&](ElementId element) {
    return !xml.attribute(element, attribute).empty();
  });
  return found == chain.end() ? chain.front() : *found;
}

std::uint8_t faded(std::uint8_t alpha, double opacity) {
  return static_cast<std::uint8_t>(std::lround(alpha * opacity));
}

std::vector<book::GradientStop> stops_of(Painter& painter, ElementId gradient, const Style& style,
                                         double opacity) {
  std::vector<book::GradientStop> stops;
  const Xml& xml = painter.xml;
  std::int32_t last = 0;
  for (ElementId child = xml[gradient].first_child; child != kNoElement; child = xml[child].next_sibling) {
    if (xml[child].name != "stop") {
      continue;
    }
    const Style own = compute_style(style, declarations(painter, child), 0);
    book::GradientStop stop;
    // Offsets never go back: a smaller one is raised to the one before.
    const double offset = fraction(xml.attribute(child, "offset")).value_or(0);
    stop.offset = std::max(last, static_cast<std::int32_t>(std::lround(offset * 65536)));
    stop.color = own.stop_color;
    stop.color.alpha = faded(stop.color.alpha, opacity);
    last = stop.offset;
    stops.push_back(stop);
  }
  return stops;
}

std::vector<book::GradientStop> inherited_stops(Painter& painter, const std::vector<ElementId>& chain,
                                                const Style& style, double opacity) {
  for (const ElementId gradient : chain) {
    std::vector<book::GradientStop> stops = stops_of(painter, gradient, style, opacity);
    if (!stops.empty()) {
      return stops;
    }
  }
  return {};
}

/// Lengths of a gradient, each from the nearest element of its chain that gives it.
struct GradientLengths {
  const Xml& xml;
  const std::vector<ElementId>& chain;
  /// One by one for `objectBoundingBox`, where a number is a part of the box.
  Viewport viewport;

  double operator()(std::string_view name, Axis axis, double absent_percent) const {
    const ElementId element = holder(xml, chain, name);
    const double whole = axis == Axis::horizontal ? viewport.width
                         : axis == Axis::vertical ? viewport.height
                                                  : viewport.diagonal();
    return length_attribute(xml, element, name, axis, viewport).value_or(absent_percent / 100 * whole);
  }
};

void set_linear(book::Gradient& gradient, const GradientLengths& lengths) {
  gradient.start = to_point({lengths("x1", Axis::horizontal, 0), lengths("y1", Axis::vertical, 0)});
  gradient.end = to_point({lengths("x2", Axis::horizontal, 100), lengths("y2", Axis::vertical, 0)});
}

void set_radial(book::Gradient& gradient, const GradientLengths& lengths) {
  gradient.radial = true;
  const Vec center{lengths("cx", Axis::horizontal, 50), lengths("cy", Axis::vertical, 50)};
  const double radius = std::max(0.0, lengths("r", Axis::other, 50));
  const auto has = [&](std::string_view name) {
    return !lengths.xml.attribute(holder(lengths.xml, lengths.chain, name), name).empty();
  };
  Vec focus{has("fx") ? lengths("fx", Axis::horizontal, 50) : center.x,
            has("fy") ? lengths("fy", Axis::vertical, 50) : center.y};
  // A focus outside the circle is moved onto it (a little inside, where PDF's cone is still defined).
  const Vec off = focus - center;
  const double distance = std::sqrt(off.x * off.x + off.y * off.y);
  if (distance > radius && distance > 0) {
    focus = center + (0.999 * radius / distance) * off;
  }
  gradient.start = to_point(focus);
  gradient.end = to_point(center);
  gradient.start_radius = to_length(std::clamp(lengths("fr", Axis::other, 0), 0.0, radius));
  gradient.end_radius = to_length(radius);
}

bool has_no_extent(const book::Gradient& gradient) {
  return gradient.radial ? gradient.end_radius <= base::Length{} : gradient.start == gradient.end;
}

book::Paint make_gradient(Painter& painter, ElementId element, double opacity, const Box& box,
                          const State& state) {
  const Xml& xml = painter.xml;
  const std::vector<ElementId> chain = template_chain(xml, element);
  book::Gradient gradient;
  gradient.stops = inherited_stops(painter, chain, state.style, opacity);
  if (!spend(painter, gradient.stops.size()) || gradient.stops.empty()) {
    return std::monostate{};
  }
  const auto attribute = [&](std::string_view name) { return xml.attribute(holder(xml, chain, name), name); };
  const bool of_box = attribute("gradientUnits") != "userSpaceOnUse";
  if (of_box && (!(box.width() > 0) || !(box.height() > 0))) {
    return std::monostate{};
  }
  const GradientLengths lengths{xml, chain, of_box ? Viewport{1, 1} : state.viewport};
  if (xml[element].name == "radialGradient") {
    set_radial(gradient, lengths);
  } else {
    set_linear(gradient, lengths);
  }
  if (gradient.stops.size() == 1 || has_no_extent(gradient)) {
    return gradient.stops.back().color;
  }
  if (const std::string_view spread = attribute("spreadMethod"); spread == "reflect" || spread == "repeat") {
    approach(painter, "`spreadMethod`");
  }
  Matrix matrix = state.matrix;
  if (of_box) {
    matrix = matrix * translation(box.left, box.top) * scaling(box.width(), box.height());
  }
  gradient.transform = to_transform(matrix * transform(attribute("gradientTransform")).value_or(Matrix{}));
  return gradient;
}

}  // namespace

book::Paint make_paint(Painter& painter, const PaintValue& value, double opacity, const Box& box,
                       const State& state) {
  const ElementId server = value.reference.empty() ? kNoElement : painter.xml.find(value.reference);
  if (server != kNoElement && is_gradient(painter.xml[server].name)) {
    return make_gradient(painter, server, opacity, box, state);
  }
  if (!value.reference.empty() && server == kNoElement && !value.painted) {
    omit(painter, "a paint that is not in the file", Pixels::do_not);
  } else if (server != kNoElement) {
    omit(painter, "`" + std::string(painter.xml[server].name) + "` as a paint");
  }
  base::Color color = value.color;
  color.alpha = faded(color.alpha, opacity);
  if (!value.painted || color.alpha == 0) {
    return std::monostate{};
  }
  return color;
}

}  // namespace reliure::image
