#pragma once
// Points, rectangles and edges on a page. The origin is the top left corner, y grows downwards.
#include "base/length.h"

namespace reliure::base {

struct Point {
  Length x, y;
  friend constexpr bool operator==(Point, Point) = default;
};

struct Size {
  Length width, height;
  friend constexpr bool operator==(Size, Size) = default;
};

struct Rect {
  Length x, y, width, height;
  friend constexpr bool operator==(Rect, Rect) = default;
  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
};

/// Four widths around a box: margins, borders, paddings, bleed.
struct Edges {
  Length top, right, bottom, left;
  friend constexpr bool operator==(Edges, Edges) = default;
  constexpr Length horizontal() const { return left + right; }
  constexpr Length vertical() const { return top + bottom; }
};

/// An affine map (x, y) -> (a x + c y + e, b x + d y + f). The linear part is in 1/65536.
struct Transform {
  std::int64_t a = 65536, b = 0, c = 0, d = 65536;
  Length e, f;
  friend constexpr bool operator==(const Transform&, const Transform&) = default;
};

/// An sRGB colour; `alpha` 255 is opaque, 0 paints nothing.
struct Color {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  friend constexpr bool operator==(Color, Color) = default;
};

}  // namespace reliure::base
