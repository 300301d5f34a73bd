#include "layout/flow/borders.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/flow/edge.h"

namespace reliure::layout {
namespace {

using base::Color;
using base::Length;
using base::Point;
using base::Rect;
using style::Border;
using style::BorderStyle;

/// Borders that differ meet along a slope where both are wider than this, a CSS pixel; of thinner ones nobody
/// sees how they meet.
constexpr Length kThin{3 * base::kUnitsPerPoint / 4};

constexpr Edge kEdges[] = {kTop, kRight, kBottom, kLeft};

Edge after(Edge edge) { return kEdges[(edge + 1) % 4]; }
Edge before(Edge edge) { return kEdges[(edge + 3) % 4]; }

bool is_visible(const Border& border) {
  return border.style != BorderStyle::none && border.width.raw > 0 && border.color.alpha > 0;
}

bool is_stroked(const Border& border) {
  return border.style == BorderStyle::dashed || border.style == BorderStyle::dotted;
}

bool is_shaded(const Border& border) { return border.style >= BorderStyle::groove; }

bool look_alike(const Border& a, const Border& b) { return a.style == b.style && a.color == b.color; }

/// A third towards black, or towards white: black has a lighter shade too.
Color darker(Color color) {
  const auto part = [](std::uint8_t value) { return static_cast<std::uint8_t>(value * 2 / 3); };
  return {part(color.red), part(color.green), part(color.blue), color.alpha};
}
Color lighter(Color color) {
  const auto part = [](std::uint8_t value) { return static_cast<std::uint8_t>(value + (255 - value) / 3); };
  return {part(color.red), part(color.green), part(color.blue), color.alpha};
}

/// A stripe of a border, from `begin` to `end` sixths of its width, counted from outside.
struct Band {
  std::int64_t begin = 0, end = 6;
  Color color;
};

/// The stripes of a border; light falls from the top left.
std::vector<Band> bands_of(const Border& border, Edge edge) {
  const Color near = edge == kTop || edge == kLeft ? darker(border.color) : lighter(border.color);
  const Color far = edge == kTop || edge == kLeft ? lighter(border.color) : darker(border.color);
  switch (border.style) {
    case BorderStyle::double_:
      return {{0, 2, border.color}, {4, 6, border.color}};
    case BorderStyle::groove:
      return {{0, 3, near}, {3, 6, far}};
    case BorderStyle::ridge:
      return {{0, 3, far}, {3, 6, near}};
    case BorderStyle::inset:
      return {{0, 6, near}};
    case BorderStyle::outset:
      return {{0, 6, far}};
    default:
      return {{0, 6, border.color}};
  }
}

book::Path filled_path(book::Outline outline, Color color) {
  book::Path path;
  path.outline = std::move(outline);
  path.fill = color;
  return path;
}

/// The borders of one box.
struct Frame {
  /// Those of edges that are not there are none.
  std::array<Border, 4> border;
  Shape shape;
  Widths widths;

  bool is_shown(Edge edge) const { return is_visible(border[edge]); }

  /// One look all round, as far as there are borders.
  bool is_even() const {
    const auto first = std::ranges::find_if(kEdges, [&](Edge edge) { return widths[edge].raw > 0; });
    return std::ranges::all_of(
        kEdges, [&](Edge edge) { return widths[edge].raw == 0 || look_alike(border[edge], border[*first]); });
  }

  bool is_closed() const {
    return std::ranges::all_of(kEdges, [&](Edge edge) { return is_shown(edge); });
  }

  /// Whether the corner between two edges is parted by a slope. A transparent edge has its part of it too:
  /// that is how triangles are drawn.
  bool is_mitred(Edge a, Edge b) const {
    const bool both_shown = is_shown(a) && is_shown(b);
    const bool translucent = border[a].color.alpha < 255 || border[b].color.alpha < 255;
    const bool differ = !look_alike(border[a], border[b]) || is_shaded(border[a]);
    return (both_shown && translucent) || (differ && widths[a] > kThin && widths[b] > kThin);
  }
};

/// A band all round.
book::Path ring(const Frame& frame, const Band& band) {
  book::Path path =
      filled_path(outline(inset(frame.shape, part_of(frame.widths, band.begin, 6))), band.color);
  append(path.outline, outline(inset(frame.shape, part_of(frame.widths, band.end, 6))));
  path.fill_rule = book::FillRule::even_odd;
  return path;
}

/// A band along the edges that have a border, where others have none: each run of neighbours is one path. A
/// ring would leave hairlines along the empty edges.
std::vector<book::Path> open_ring(const Frame& frame, const Band& band) {
  const Shape outer = inset(frame.shape, part_of(frame.widths, band.begin, 6));
  const Shape inner = inset(frame.shape, part_of(frame.widths, band.end, 6));
  std::vector<book::Path> paths;
  for (const Edge edge : kEdges) {
    if (!frame.is_shown(edge) || frame.is_shown(before(edge))) {
      continue;
    }
    std::size_t count = 1;
    while (frame.is_shown(kEdges[(edge + count) % 4])) {
      ++count;
    }
    paths.push_back(filled_path(between(outer, inner, edge, count), band.color));
  }
  return paths;
}

/// The corners of a rectangle clockwise: the edge `e` runs from corner `e` to the next.
std::array<Point, 4> corners(const Rect& area) {
  return {Point{area.x, area.y}, Point{area.right(), area.y}, Point{area.right(), area.bottom()},
          Point{area.x, area.bottom()}};
}

/// One edge's part of a band between sharp corners: a rectangle, or sloped where it is mitred.
book::Path bar(const Frame& frame, Edge edge, const Band& band) {
  const auto outer = corners(inset(frame.shape, part_of(frame.widths, band.begin, 6)).area);
  auto inner = corners(inset(frame.shape, part_of(frame.widths, band.end, 6)).area);
  const bool horizontal = edge == kTop || edge == kBottom;
  const auto square = [&](std::size_t corner) {
    (horizontal ? inner[corner].x : inner[corner].y) = horizontal ? outer[corner].x : outer[corner].y;
  };
  const std::size_t first = edge, last = after(edge);
  if (!frame.is_mitred(before(edge), edge)) {
    square(first);
  }
  if (!frame.is_mitred(edge, after(edge))) {
    square(last);
  }
  book::Outline shape = rectangle({});
  shape.points = {outer[first], outer[last], inner[last], inner[first]};
  return filled_path(std::move(shape), band.color);
}

/// Where the slope from an outer corner through the inner one meets the middle of the box: beyond all that
/// round corners bend inwards.
Point slope_end(const Frame& frame, std::size_t corner) {
  const Rect& area = frame.shape.area;
  const Length dx = frame.widths[corner == 0 || corner == 3 ? kLeft : kRight];
  const Length dy = frame.widths[corner < 2 ? kTop : kBottom];
  const Length half_width = area.width / 2, half_height = area.height / 2;
  Length x = half_width, y = half_height;
  // In 1/256 pt, so that products fit.
  const std::int64_t a = (dx.raw >> 8) * (half_height.raw >> 8), b = (dy.raw >> 8) * (half_width.raw >> 8);
  if (a > b) {
    y = base::scaled(half_width, dy.raw, dx.raw);
  } else if (a < b) {
    x = base::scaled(half_height, dx.raw, dy.raw);
  }
  const Point from = corners(area)[corner];
  return {corner == 0 || corner == 3 ? from.x + x : from.x - x, corner < 2 ? from.y + y : from.y - y};
}

/// The part of the box where the border of `edge` is seen.
book::Outline region(const Frame& frame, Edge edge) {
  const auto outer = corners(frame.shape.area);
  book::Outline shape = rectangle({});
  shape.points = {outer[edge], outer[after(edge)], slope_end(frame, after(edge)), slope_end(frame, edge)};
  return shape;
}

/// Dashes of three widths, or dots of one, fitted so that a line of `length` ends as it begins.
void set_dashes(book::Stroke& stroke, const Border& border, Length length, bool closed) {
  const bool dotted = border.style == BorderStyle::dotted;
  const Length on = dotted ? Length{} : border.width * 3;
  const Length period = on + border.width * 2;
  const Length to_fill = closed || dotted ? length : length + border.width * 2;
  const std::int64_t count = std::max<std::int64_t>(1, (to_fill + period / 2).raw / period.raw);
  Length off = to_fill / count - on;
  if (!closed && !dotted) {
    off = count > 1 ? (length - on * count) / (count - 1) : length;
  }
  stroke.width = border.width;
  // Round dots: dashes of no length with round caps.
  stroke.cap = dotted ? book::LineCap::round : book::LineCap::butt;
  stroke.dashes = {on, base::max(off, border.width / 2)};
}

/// A dashed or dotted edge between sharp corners: a stroke along its middle.
book::Path stroked_bar(const Frame& frame, Edge edge) {
  const Border& border = frame.border[edge];
  const Rect area = inset(frame.shape, part_of(frame.widths, 1, 2)).area;
  const Rect& around = frame.shape.area;
  const bool dotted = border.style == BorderStyle::dotted;
  const Length half = dotted ? border.width / 2 : Length{};
  // A little longer than to its last dot, which is a point and may get lost.
  const Length more = dotted ? border.width / 4 : Length{};
  book::Path path;
  path.outline.verbs = {book::PathVerb::move, book::PathVerb::line};
  Length length;
  if (edge == kTop || edge == kBottom) {
    const Length y = edge == kTop ? area.y : area.bottom();
    length = around.width - half * 2;
    path.outline.points = {{around.x + half, y}, {around.right() - half + more, y}};
  } else {
    const Length x = edge == kLeft ? area.x : area.right();
    length = around.height - half * 2;
    path.outline.points = {{x, around.y + half}, {x, around.bottom() - half + more}};
  }
  path.stroke_paint = border.color;
  set_dashes(path.stroke, border, length, false);
  return path;
}

/// A dashed or dotted line around the box, in the look of `edge`.
book::Path stroked_ring(const Frame& frame, Edge edge) {
  const Shape middle = inset(frame.shape, part_of(frame.widths, 1, 2));
  book::Path path;
  path.outline = outline(middle);
  path.stroke_paint = frame.border[edge].color;
  set_dashes(path.stroke, frame.border[edge], perimeter(middle), true);
  return path;
}

bool has_one_width(const Frame& frame) {
  return std::ranges::all_of(frame.widths, [&](Length width) { return width == frame.widths[kTop]; });
}

/// One edge of a box with round corners: what goes all round, cut off where the next edge begins.
book::Group round_edge(const Frame& frame, Edge edge) {
  book::Group group;
  group.clip = region(frame, edge);
  const auto add = [&group](book::Path path) {
    group.items.push_back({book::kNoNode, {}, book::Role::layout, std::move(path)});
  };
  if (is_stroked(frame.border[edge])) {
    add(stroked_ring(frame, edge));
  } else {
    for (const Band& band : bands_of(frame.border[edge], edge)) {
      add(filled_path(between(inset(frame.shape, part_of(frame.widths, band.begin, 6)),
                              inset(frame.shape, part_of(frame.widths, band.end, 6)), edge, 1),
                      band.color));
    }
  }
  return group;
}

}  // namespace

Widths border_widths(const style::ComputedStyle& style, Edges4 edges) {
  const bool there[] = {edges.top, edges.right, edges.bottom, edges.left};
  Widths widths;
  for (const Edge edge : kEdges) {
    const bool takes_room = there[edge] && style.border[edge].style != BorderStyle::none;
    widths[edge] = takes_room ? base::max({}, style.border[edge].width) : Length{};
  }
  return widths;
}

bool has_border(const style::ComputedStyle& style) { return std::ranges::any_of(style.border, is_visible); }

std::vector<decltype(book::Item::mark)> border_marks(const style::ComputedStyle& style, const Shape& shape,
                                                     Edges4 edges) {
  Frame frame{style.border, shape, border_widths(style, edges)};
  for (const Edge edge : kEdges) {
    if (frame.widths[edge].raw == 0) {
      frame.border[edge] = {};
    }
  }
  std::vector<decltype(book::Item::mark)> marks;
  const auto shown = std::ranges::find_if(kEdges, [&](Edge edge) { return frame.is_shown(edge); });
  if (shown == std::end(kEdges)) {
    return marks;
  }
  const Border& first = frame.border[*shown];
  const bool round = shape.is_round();
  if (frame.is_even() && !is_shaded(first) && !is_stroked(first) && (round || frame.is_closed())) {
    for (const Band& band : bands_of(first, *shown)) {
      if (frame.is_closed()) {
        marks.emplace_back(ring(frame, band));
      } else {
        std::ranges::move(open_ring(frame, band), std::back_inserter(marks));
      }
    }
    return marks;
  }
  if (round && frame.is_even() && frame.is_closed() && is_stroked(first) && has_one_width(frame)) {
    marks.emplace_back(stroked_ring(frame, *shown));
    return marks;
  }
  for (const Edge edge : kEdges) {
    if (!frame.is_shown(edge)) {
      continue;
    }
    if (round) {
      marks.emplace_back(round_edge(frame, edge));
    } else if (is_stroked(frame.border[edge])) {
      marks.emplace_back(stroked_bar(frame, edge));
    } else {
      for (const Band& band : bands_of(frame.border[edge], edge)) {
        marks.emplace_back(bar(frame, edge, band));
      }
    }
  }
  return marks;
}

}  // namespace reliure::layout
