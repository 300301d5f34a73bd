#pragma once
// The line grid (CSS Line Grid 1): baselines of pages that face each other, and of the two sides of a sheet,
// lie at the same heights.
#include <algorithm>

#include "layout/flow/flow.h"
#include "layout/setting.h"

namespace reliure::layout {

/// The grid of the book's pages: that of lines in the style of the root.
LineGrid line_grid(const Setting& setting);

/// A baseline this little below the grid goes up to it, in parts of the step: what a raised figure or a word
/// of another font adds to its line is leading, and no reason to leave a line empty.
inline constexpr std::int64_t kRaiseDivisor = 8;

/// By how much what stands `below` the first baseline must go down to stand on one; up, if negative.
inline base::Length to_grid(const LineGrid& grid, base::Length below) {
  const std::int64_t step = grid.step.raw;
  const std::int64_t least = std::max<std::int64_t>(0, below.raw - step / kRaiseDivisor);
  return base::Length{(least + step - 1) / step * step} - below;
}

/// The same for `strip` with its top at `top`, measured from that of the page or of the column.
inline base::Length to_grid(const Flow& flow, const Strip& strip, base::Length top) {
  const bool snaps = strip.snaps && strip.baseline && flow.grid.step.raw > 0;
  return snaps ? to_grid(flow.grid, top + *strip.baseline - flow.grid.first) : base::Length{};
}

/// The same for a set of columns, whose own grids then lie on the page's.
inline base::Length set_to_grid(const Flow& flow, base::Length top) {
  const std::int64_t step = flow.grid.step.raw;
  const bool snaps = flow.has_snapping_lines && step > 0;
  return snaps ? base::Length{(top.raw + step - 1) / step * step} - top : base::Length{};
}

}  // namespace reliure::layout
