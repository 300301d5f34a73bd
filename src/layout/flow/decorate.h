#pragma once
// Boxes' backgrounds and borders, of blocks, cells, inline boxes and pages alike.
#include <vector>

#include "base/geometry.h"
#include "book/manuscript.h"
#include "layout/flow/outline.h"
#include "layout/fragment.h"
#include "style/computed_style.h"

namespace reliure::layout {

/// What a box looks like and whose it is.
struct Look {
  const style::ComputedStyle& style;
  book::NodeId node;
  /// The book's, for backgrounds; null is a book without.
  const std::vector<book::Picture>* pictures = nullptr;
};

/// Paints the background of the border box `area` and the borders of its `edges`, as `Role::layout`. Where
/// the style clones decorations, all edges are there.
void decorate(const Look& look, base::Rect area, Edges4 edges, Fragment& target);

/// The background alone, of a box without borders.
void paint_background(const Look& look, base::Rect area, Fragment& target);

/// The borders of `edges` alone.
void paint_borders(const Look& look, base::Rect area, Edges4 edges, Fragment& target);

/// Whether there is anything to paint: a background or a visible border.
bool is_decorated(const style::ComputedStyle& style);

/// A filled rectangle.
book::Path filled(base::Rect area, base::Color color);

}  // namespace reliure::layout
