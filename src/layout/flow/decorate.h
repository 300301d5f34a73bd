#pragma once
// Boxes' backgrounds and borders, of blocks, cells, inline boxes and pages alike.
#include <span>
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

/// The same in two parts: the background into `ground`, the borders into `target`.
void decorate(const Look& look, base::Rect area, Edges4 edges, Fragment& ground, Fragment& target);

/// The background alone, of a box without borders.
void paint_background(const Look& look, base::Rect area, Fragment& target);

/// What is seen of the background of `area` through `windows`, rectangles in it: that of a column or row,
/// through its cells.
void paint_background(const Look& look, base::Rect area, std::span<const base::Rect> windows,
                      Fragment& target);

/// The borders of `edges` alone.
void paint_borders(const Look& look, base::Rect area, Edges4 edges, Fragment& target);

/// Whether there is anything to paint: a background or a visible border.
bool is_decorated(const style::ComputedStyle& style);

/// A filled rectangle.
book::Path filled(base::Rect area, base::Color color);

}  // namespace reliure::layout
