// Markers on the vertices of lines: SVG 1.1, section 11.6, with `auto-start-reverse` and context paints of
// SVG 2.
#include "image/svg/markers.h"

#include <algorithm>
#include <cmath>

namespace reliure::image {
namespace {

/// A vertex with the directions in which its outline comes and goes: of length one, or zero where it does
/// not.
struct Vertex {
  Vec at, in, out;
};

bool is_zero(Vec v) { return v.x == 0 && v.y == 0; }

Vec unit(Vec v) {
  const double length = std::sqrt(v.x * v.x + v.y * v.y);
  return length > 0 ? (1 / length) * v : Vec{};
}

/// The direction of the first step that leads anywhere.
Vec direction(std::initializer_list<Vec> steps) {
  const auto* found = std::find_if(steps.begin(), steps.end(), [](Vec step) { return !is_zero(step); });
  return found == steps.end() ? Vec{} : unit(*found);
}

/// The vertices of an outline as they come to be.
struct Walk {
  std::vector<Vertex> vertices;
  std::size_t subpath = 0;
  /// Within an arc, whose pieces end at no vertex.
  bool in_arc = false;

  void move(Vec p) {
    subpath = vertices.size();
    vertices.push_back({p, {}, {}});
  }
  /// A segment that begins and ends in these directions; one without length goes on as the one before.
  void segment(Vec p, Vec begins, Vec ends, bool is_joint) {
    begins = is_zero(begins) ? vertices.back().in : begins;
    ends = is_zero(ends) ? vertices.back().in : ends;
    if (!in_arc) {
      vertices.back().out = begins;
      vertices.push_back({p, ends, {}});
    } else {
      vertices.back().at = p;
      vertices.back().in = ends;
    }
    in_arc = is_joint;
  }
  void close() {
    const Vec start = vertices[subpath].at;
    const Vec way = unit(start - vertices.back().at);
    segment(start, way, way, false);
    vertices.back().out = vertices[subpath].out;
    vertices[subpath].in = vertices.back().in;
  }
};

std::vector<Vertex> vertices_of(const Shape& shape) {
  Walk walk;
  std::size_t at = 0;
  for (const book::PathVerb verb : shape.verbs) {
    const Vec from = walk.vertices.empty() ? Vec{} : walk.vertices.back().at;
    const Vec* p = shape.points.data() + at;
    switch (verb) {
      case book::PathVerb::move:
        walk.move(p[0]);
        at += 1;
        break;
      case book::PathVerb::line:
        walk.segment(p[0], unit(p[0] - from), unit(p[0] - from), false);
        at += 1;
        break;
      case book::PathVerb::curve:
        walk.segment(p[2], direction({p[0] - from, p[1] - from, p[2] - from}),
                     direction({p[2] - p[1], p[2] - p[0], p[2] - from}),
                     std::binary_search(shape.joints.begin(), shape.joints.end(), at + 2));
        at += 3;
        break;
      case book::PathVerb::close:
        walk.close();
        break;
    }
  }
  return walk.vertices;
}

/// Halfway between the ways in and out; a way that turns back is halfway at its right angle.
Vec bisector(const Vertex& vertex) {
  const Vec sum = vertex.in + vertex.out;
  return is_zero(sum) ? Vec{-vertex.in.y, vertex.in.x} : unit(sum);
}

/// The style of a marker: what its ancestors say, not what it marks; that only lends its paints.
Style style_of(Painter& painter, ElementId element, const Style& marked) {
  std::vector<ElementId> chain;
  for (ElementId at = element; at != kNoElement; at = painter.xml[at].parent) {
    chain.push_back(at);
  }
  Style style;
  style.context_fill = marked.fill;
  style.context_stroke = marked.stroke;
  for (std::size_t i = chain.size(); i-- > 0;) {
    style = compute_style(style, declarations(painter, chain[i]), 0);
  }
  return style;
}

/// A marker and how it stands on its vertices.
struct Marker {
  ElementId element = kNoElement;
  State state;
  Viewport sides;
  /// Its own coordinates at their origin, to be moved, turned and scaled to a vertex.
  Matrix placed;
  bool turns = false;
  bool reverses = false;
};

/// The map of a fixed angle, or what `orient` says of the outline's direction.
Matrix read_orientation(std::string_view value, Marker& marker) {
  marker.reverses = value == "auto-start-reverse";
  marker.turns = value == "auto" || marker.reverses;
  Rest rest = value;
  return marker.turns ? Matrix{} : rotation(take_number(rest).value_or(0));
}

std::optional<Marker> read_marker(Painter& painter, std::string_view id, const State& marked) {
  const Xml& xml = painter.xml;
  Marker marker;
  marker.element = id.empty() ? kNoElement : xml.find(id);
  const std::vector<ElementId>& open = painter.open_uses;
  if (marker.element == kNoElement || xml[marker.element].name != "marker" ||
      std::find(open.begin(), open.end(), marker.element) != open.end()) {
    return std::nullopt;
  }
  const auto side = [&](std::string_view name, Axis axis, double absent) {
    return length_attribute(xml, marker.element, name, axis, marked.viewport).value_or(absent);
  };
  marker.sides = {side("markerWidth", Axis::horizontal, 3), side("markerHeight", Axis::vertical, 3)};
  marker.state = marked;
  marker.state.style = style_of(painter, marker.element, marked.style);
  marker.state.opacity *= marker.state.style.opacity;
  ++marker.state.depth;
  const bool of_stroke = xml.attribute(marker.element, "markerUnits") != "userSpaceOnUse";
  const double scale = of_stroke ? marked.style.stroke_width : 1;
  Vec origin{side("refX", Axis::horizontal, 0), side("refY", Axis::vertical, 0)};
  if (const std::optional<ViewBox> box = view_box(xml, marker.element)) {
    origin = fit(*box, marker.sides, xml.attribute(marker.element, "preserveAspectRatio"))(origin);
  }
  const Matrix turned = read_orientation(trimmed(xml.attribute(marker.element, "orient")), marker);
  marker.placed = turned * scaling(scale, scale) * translation(-origin.x, -origin.y);
  if (!(scale > 0) || !marker.state.style.displayed) {
    return std::nullopt;
  }
  return marker;
}

void draw_marker(Painter& painter, const std::optional<Marker>& marker, const Vertex& vertex, bool is_start) {
  if (!marker || !spend(painter, kElementWork)) {
    return;
  }
  if (marker->state.depth >= kMaxDepth) {
    painter.stop = Stop::too_deep;
    return;
  }
  Vec way = is_zero(vertex.in) ? vertex.out : is_zero(vertex.out) ? vertex.in : bisector(vertex);
  if (!marker->turns || is_zero(way)) {
    way = {1, 0};
  } else if (marker->reverses && is_start) {
    way = {-way.x, -way.y};
  }
  State state = marker->state;
  state.matrix = state.matrix * translation(vertex.at.x, vertex.at.y) *
                 Matrix{way.x, way.y, -way.y, way.x, 0, 0} * marker->placed;
  note_effects(painter, state.style);
  if (clip(painter, state, {})) {
    draw_viewport(painter, marker->element, state, marker->sides);
  }
}

}  // namespace

bool takes_markers(std::string_view name) {
  return name == "path" || name == "line" || name == "polyline" || name == "polygon";
}

void draw_markers(Painter& painter, const Shape& shape, const State& state) {
  const Style& style = state.style;
  if (style.marker_start.empty() && style.marker_mid.empty() && style.marker_end.empty()) {
    return;
  }
  const std::optional<Marker> start = read_marker(painter, style.marker_start, state);
  const std::optional<Marker> mid = read_marker(painter, style.marker_mid, state);
  const std::optional<Marker> end = read_marker(painter, style.marker_end, state);
  const auto draw = [&](const std::optional<Marker>& marker, const Vertex& vertex, bool is_start) {
    if (marker) {
      painter.open_uses.push_back(marker->element);
      draw_marker(painter, marker, vertex, is_start);
      painter.open_uses.pop_back();
    }
  };
  const std::vector<Vertex> vertices = vertices_of(shape);
  draw(start, vertices.front(), true);
  for (std::size_t i = 1; i + 1 < vertices.size() && painter.stop == Stop::none; ++i) {
    draw(mid, vertices[i], false);
  }
  draw(end, vertices.back(), false);
}

}  // namespace reliure::image
