#pragma once
// Backgrounds and borders as paths.
#include "base/geometry.h"
#include "book/manuscript.h"
#include "layout/fragment.h"
#include "style/computed_style.h"

namespace reliure::layout {

/// Which edges of a box are there: a slice of a box that continues on another page lacks some.
struct Edges4 {
  bool top = true, right = true, bottom = true, left = true;
};

/// Paints the background of the border box `area` and the borders of its `edges`, as `Role::layout`.
void decorate(const style::ComputedStyle& style, base::Rect area, Edges4 edges, book::NodeId node,
              Fragment& target);

/// Whether there is anything to paint: a background or a visible border.
bool is_decorated(const style::ComputedStyle& style);

/// A filled rectangle.
book::Path filled(base::Rect area, base::Color color);

}  // namespace reliure::layout
