// Clipping paths: SVG 1.1, section 14.3.
#include <algorithm>

#include "image/svg/painter.h"

namespace reliure::image {
namespace {

/// Twice the area inside an outline, its curves taken for their control polygons; the sign is its turning.
double signed_area(const Shape& shape) {
  double area = 0;
  for (std::size_t i = 0; i < shape.points.size(); ++i) {
    const Vec p = shape.points[i];
    const Vec q = shape.points[(i + 1) % shape.points.size()];
    area += p.x * q.y - q.x * p.y;
  }
  return area;
}

/// The same outline drawn from its end to its start, subpath by subpath.
Shape reversed(const Shape& shape) {
  Shape result;
  std::size_t end_verb = shape.verbs.size();
  std::size_t end_point = shape.points.size();
  while (end_verb > 0) {
    std::size_t verb = end_verb - 1;
    std::size_t point = end_point;
    while (shape.verbs[verb] != book::PathVerb::move) {
      point -= shape.verbs[verb] == book::PathVerb::curve  ? 3
               : shape.verbs[verb] == book::PathVerb::line ? 1
                                                           : 0;
      --verb;
    }
    point -= 1;
    const bool closed = shape.verbs[end_verb - 1] == book::PathVerb::close;
    std::size_t at = end_point - 1;
    result.move(shape.points[at]);
    for (std::size_t v = end_verb - (closed ? 1 : 0); v-- > verb + 1;) {
      if (shape.verbs[v] == book::PathVerb::curve) {
        result.curve(shape.points[at - 1], shape.points[at - 2], shape.points[at - 3]);
        at -= 3;
      } else {
        result.line(shape.points[--at]);
      }
    }
    result.close();
    end_verb = verb;
    end_point = point;
  }
  return result;
}

/// What a clipping path is made of, in the coordinates of what it clips.
struct Region {
  Shape shape;
  book::FillRule rule = book::FillRule::nonzero;
  std::size_t parts = 0;
};

void add_part(Region& region, Shape part, const Matrix& matrix, book::FillRule rule) {
  for (Vec& p : part.points) {
    p = matrix(p);
  }
  // All parts turn the same way, so that where they overlap nonzero winding adds up to their union.
  if (signed_area(part) < 0) {
    part = reversed(part);
  }
  region.shape.verbs.insert(region.shape.verbs.end(), part.verbs.begin(), part.verbs.end());
  region.shape.points.insert(region.shape.points.end(), part.points.begin(), part.points.end());
  region.rule = rule;
  ++region.parts;
}

/// The shape that a child of a `clipPath` is: itself, or what its `use` refers to.
ElementId shape_behind(const Xml& xml, ElementId child) {
  if (xml[child].name != "use") {
    return child;
  }
  std::string_view reference = trimmed(xml.attribute(child, "href"));
  return take(reference, '#') ? xml.find(reference) : kNoElement;
}

/// The style and map of `element` below those of its parent; nothing when it is not displayed.
struct Place {
  Style style;
  Matrix matrix;
};

std::optional<Place> place(const Painter& painter, ElementId element, const Place& outer) {
  const Declared declared = cascade(painter.sheet, painter.xml, element);
  Place own{compute_style(outer.style, declared, 0), outer.matrix};
  if (!own.style.displayed) {
    return std::nullopt;
  }
  own.matrix = outer.matrix * transform(declared[Property::transform]).value_or(Matrix{});
  return own;
}

void add_child(Painter& painter, ElementId child, Place outer, const Viewport& viewport, Region& region) {
  const Xml& xml = painter.xml;
  const ElementId shape_element = shape_behind(xml, child);
  if (shape_element != kNoElement && !is_shape(xml[shape_element].name)) {
    if (xml[child].name == "text" || xml[child].name == "use") {
      omit(painter, "`" + std::string(xml[shape_element].name) + "` in `clipPath`");
    }
    return;
  }
  std::optional<Place> own = place(painter, child, outer);
  if (own && shape_element != child && shape_element != kNoElement) {
    own->matrix =
        own->matrix * translation(length_attribute(xml, child, "x", Axis::horizontal, viewport).value_or(0),
                                  length_attribute(xml, child, "y", Axis::vertical, viewport).value_or(0));
    own = place(painter, shape_element, *own);
  }
  if (!own || shape_element == kNoElement || !own->style.visible) {
    return;
  }
  if (!own->style.clip_path.empty()) {
    omit(painter, "`clip-path` inside a `clipPath`");
  }
  bool broken = false;
  Shape shape = shape_of(xml, shape_element, viewport, broken);
  if (spend(painter, shape.points.size()) && !shape.points.empty()) {
    add_part(region, std::move(shape), own->matrix, own->style.clip_rule);
  }
}

/// The region of one `clipPath`, or nothing when it refers to a box that there is not.
std::optional<Region> region_of(Painter& painter, ElementId id, const State& state, const Box& box) {
  const Xml& xml = painter.xml;
  Place outer{state.style, state.matrix};
  Viewport viewport = state.viewport;
  if (xml.attribute(id, "clipPathUnits") == "objectBoundingBox") {
    if (box.empty) {
      omit(painter, "`clipPathUnits` of `objectBoundingBox` on a group");
      return std::nullopt;
    }
    outer.matrix = outer.matrix * translation(box.left, box.top) * scaling(box.width(), box.height());
    viewport = {1, 1};
  }
  // Properties come from where the `clipPath` stands, not from what it clips.
  outer.style = Style{};
  Region region;
  if (const std::optional<Place> own = place(painter, id, outer)) {
    for (ElementId child = xml[id].first_child; child != kNoElement; child = xml[child].next_sibling) {
      add_child(painter, child, *own, viewport, region);
    }
  }
  if (region.parts > 1 && region.rule == book::FillRule::even_odd) {
    approach(painter, "`clip-rule` of `evenodd` on several shapes");
    region.rule = book::FillRule::nonzero;
  }
  return region;
}

}  // namespace

bool add_clips(Painter& painter, ElementId id, const State& state, const Box& box,
               std::vector<std::uint32_t>& clips) {
  // A clipping path may itself be clipped; a chain of eight is more than anything draws.
  constexpr int kMaxChain = 8;
  for (int i = 0; i < kMaxChain && id != kNoElement && painter.xml[id].name == "clipPath"; ++i) {
    const std::optional<Region> region = region_of(painter, id, state, box);
    if (region && region->shape.points.empty()) {
      return false;
    }
    if (region) {
      clips.push_back(static_cast<std::uint32_t>(painter.drawing.clips.size()));
      painter.drawing.clips.push_back({to_outline(region->shape, Matrix{}), region->rule});
    }
    const Declared declared = cascade(painter.sheet, painter.xml, id);
    Rest reference = declared[Property::clip_path];
    const std::optional<std::string_view> next = take_reference(reference);
    id = next ? painter.xml.find(*next) : kNoElement;
  }
  return true;
}

}  // namespace reliure::image
