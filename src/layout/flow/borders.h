#pragma once
// Borders as paths (CSS Backgrounds 3 §4).
#include <vector>

#include "book/page.h"
#include "layout/flow/outline.h"

namespace reliure::layout {

/// The widths that the borders of `edges` take.
Widths border_widths(const style::ComputedStyle& style, Edges4 edges);

/// Whether any border would be seen.
bool has_border(const style::ComputedStyle& style);

/// The borders of `edges` around `shape`, in painting order: paths, or groups of paths that are cut off where
/// borders that differ meet at a round corner.
std::vector<decltype(book::Item::mark)> border_marks(const style::ComputedStyle& style, const Shape& shape,
                                                     Edges4 edges);

}  // namespace reliure::layout
