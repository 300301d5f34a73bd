#include "layout/flow/outline.h"

#include <algorithm>
#include <initializer_list>

#include "layout/flow/edge.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Point;
using base::Rect;
using base::Size;

/// The control points of a cubic curve near a quarter circle lie this part of the radius, 1 - 0.5523, from
/// the corner.
constexpr std::int64_t kControlNumerator = 4477;
constexpr std::int64_t kControlDenominator = 10000;

/// The factor by which all radii shrink, as a fraction: the least of a side over the sum of its two radii, or
/// 1.
struct Factor {
  Length side = base::points(1), radii = base::points(1);
  void limit(Length length, Length sum) {
    length = base::max({}, length);  // edges may leave nothing of a box
    // Compared in 1/256 pt, so that the products of absurd lengths fit.
    if (sum > length && (length.raw >> 8) * (radii.raw >> 8) <= (side.raw >> 8) * (sum.raw >> 8)) {
      side = length;
      radii = sum;
    }
  }
  Length of(Length radius) const {
    return side == radii ? radius : base::scaled(side, (radius.raw << 16) / radii.raw, 65536);
  }
};

Factor shrinking(const Shape& shape) {
  const auto& r = shape.radii;
  Factor factor;
  factor.limit(shape.area.width, r[0].width + r[1].width);
  factor.limit(shape.area.height, r[1].height + r[2].height);
  factor.limit(shape.area.width, r[2].width + r[3].width);
  factor.limit(shape.area.height, r[3].height + r[0].height);
  return factor;
}

struct Pen {
  book::Outline outline;
  void add(book::PathVerb verb, std::initializer_list<Point> points) {
    outline.verbs.push_back(verb);
    outline.points.insert(outline.points.end(), points);
  }
  /// Round `corner` from `from` to `to`; nothing where these are the corner.
  void turn(Point from, Point corner, Point to) {
    const auto control = [&corner](Point end) {
      return Point{corner.x + base::scaled(end.x - corner.x, kControlNumerator, kControlDenominator),
                   corner.y + base::scaled(end.y - corner.y, kControlNumerator, kControlDenominator)};
    };
    if (from != to) {
      add(book::PathVerb::curve, {control(from), control(to), to});
    }
  }
};

/// A corner passed clockwise: where the edge before it ends, where the next begins.
struct Turn {
  Point entry, corner, exit;
};

Turn turn_at(const Shape& shape, std::size_t corner) {
  const Rect& area = shape.area;
  const Length width = shape.radii[corner].width, height = shape.radii[corner].height;
  const Point at{corner == 0 || corner == 3 ? area.x : area.right(), corner < 2 ? area.y : area.bottom()};
  switch (corner) {
    case 0:
      return {{at.x, at.y + height}, at, {at.x + width, at.y}};
    case 1:
      return {{at.x - width, at.y}, at, {at.x, at.y + height}};
    case 2:
      return {{at.x, at.y - height}, at, {at.x - width, at.y}};
    default:
      return {{at.x + width, at.y}, at, {at.x, at.y - height}};
  }
}

}  // namespace

bool Shape::is_round() const {
  return std::ranges::any_of(
      radii, [](const Size& radius) { return radius.width.raw > 0 && radius.height.raw > 0; });
}

Shape border_shape(const style::ComputedStyle& style, Rect area, Edges4 edges) {
  Shape shape{area, {}};
  const bool there[] = {edges.top, edges.right, edges.bottom, edges.left};
  for (std::size_t corner = 0; corner < 4; ++corner) {
    // The corner lies between the edge before it and its own: top left between left and top.
    if (there[corner] && there[(corner + 3) % 4]) {
      const style::Dimension& radius = style.border_radius[corner];
      shape.radii[corner] = {base::max({}, radius.resolve(area.width)),
                             base::max({}, radius.resolve(area.height))};
    }
  }
  const Factor factor = shrinking(shape);
  for (Size& radius : shape.radii) {
    radius = {factor.of(radius.width), factor.of(radius.height)};
  }
  return shape;
}

Shape inset(const Shape& shape, const Widths& widths) {
  Shape inner{{shape.area.x + widths[kLeft], shape.area.y + widths[kTop],
               base::max({}, shape.area.width - widths[kLeft] - widths[kRight]),
               base::max({}, shape.area.height - widths[kTop] - widths[kBottom])},
              shape.radii};
  for (std::size_t corner = 0; corner < 4; ++corner) {
    const bool at_left = corner == 0 || corner == 3;
    const bool at_top = corner < 2;
    Size& radius = inner.radii[corner];
    radius = {radius.width - widths[at_left ? kLeft : kRight],
              radius.height - widths[at_top ? kTop : kBottom]};
    if (radius.width.raw <= 0 || radius.height.raw <= 0) {
      radius = {};
    }
  }
  return inner;
}

Widths part_of(const Widths& widths, std::int64_t numerator, std::int64_t denominator) {
  Widths parts;
  std::ranges::transform(widths, parts.begin(), [&](Length width) {
    return numerator == denominator ? width : base::scaled(width, numerator, denominator);
  });
  return parts;
}

book::Outline rectangle(Rect area) {
  return {{book::PathVerb::move, book::PathVerb::line, book::PathVerb::line, book::PathVerb::line,
           book::PathVerb::close},
          {{area.x, area.y}, {area.right(), area.y}, {area.right(), area.bottom()}, {area.x, area.bottom()}}};
}

book::Outline outline(const Shape& shape) {
  if (!shape.is_round()) {
    return rectangle(shape.area);
  }
  Pen pen;
  pen.add(book::PathVerb::move, {turn_at(shape, 0).exit});
  for (const std::size_t corner : {1u, 2u, 3u, 0u}) {
    const Turn turn = turn_at(shape, corner);
    pen.add(book::PathVerb::line, {turn.entry});
    pen.turn(turn.entry, turn.corner, turn.exit);
  }
  pen.add(book::PathVerb::close, {});
  return std::move(pen.outline);
}

book::Outline between(const Shape& outer, const Shape& inner, std::size_t first, std::size_t count) {
  Pen pen;
  for (std::size_t i = 0; i <= count; ++i) {
    const Turn turn = turn_at(outer, (first + i) % 4);
    pen.add(i == 0 ? book::PathVerb::move : book::PathVerb::line, {turn.entry});
    pen.turn(turn.entry, turn.corner, turn.exit);
  }
  for (std::size_t i = count + 1; i-- > 0;) {
    const Turn turn = turn_at(inner, (first + i) % 4);
    pen.add(book::PathVerb::line, {turn.exit});
    pen.turn(turn.exit, turn.corner, turn.entry);
  }
  pen.add(book::PathVerb::close, {});
  return std::move(pen.outline);
}

void append(book::Outline& outline, const book::Outline& more) {
  outline.verbs.insert(outline.verbs.end(), more.verbs.begin(), more.verbs.end());
  outline.points.insert(outline.points.end(), more.points.begin(), more.points.end());
}

Rect united(Rect a, Rect b) {
  const Length x = base::min(a.x, b.x), y = base::min(a.y, b.y);
  return {x, y, base::max(a.right(), b.right()) - x, base::max(a.bottom(), b.bottom()) - y};
}

Length perimeter(const Shape& shape) {
  Length length = (shape.area.width + shape.area.height) * 2;
  for (const Size& radius : shape.radii) {
    // A quarter of an ellipse is about pi/4 of the two sides that it cuts off; 1 - 0.7854 is gone.
    length -= base::scaled(radius.width + radius.height, 2146, 10000);
  }
  return length;
}

}  // namespace reliure::layout
