#pragma once
// Outlines of boxes: rectangles whose corners may be round (CSS Backgrounds 3 §5).
#include <array>

#include "base/geometry.h"
#include "book/picture.h"
#include "style/computed_style.h"

namespace reliure::layout {

/// Which edges of a box are there: a slice of a box that continues on another page lacks some.
struct Edges4 {
  bool top = true, right = true, bottom = true, left = true;
};

/// Four widths: top, right, bottom, left.
using Widths = std::array<base::Length, 4>;

/// A rectangle with the radii of its corners, horizontal and vertical: top left, top right, bottom right,
/// bottom left.
struct Shape {
  base::Rect area;
  std::array<base::Size, 4> radii;
  bool is_round() const;
};

/// The border box `area`. Radii that meet are made smaller together (§5.5); corners at an edge that is not
/// there are sharp.
Shape border_shape(const style::ComputedStyle& style, base::Rect area, Edges4 edges);

/// What is left within `widths` of the shape's edges; its corners are rounder by so much less (§5.2).
Shape inset(const Shape& shape, const Widths& widths);

/// `widths` times `numerator / denominator`.
Widths part_of(const Widths& widths, std::int64_t numerator, std::int64_t denominator);

book::Outline outline(const Shape& shape);
book::Outline rectangle(base::Rect area);
/// What lies between two shapes along `count` edges clockwise from edge `first`, with the corners at both
/// ends.
book::Outline between(const Shape& outer, const Shape& inner, std::size_t first, std::size_t count);
void append(book::Outline& outline, const book::Outline& more);

/// The smallest rectangle around both.
base::Rect united(base::Rect a, base::Rect b);

/// The length around the shape.
base::Length perimeter(const Shape& shape);

}  // namespace reliure::layout
