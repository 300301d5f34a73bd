#pragma once
// Column widths from what stands in them (CSS 2.2 §17.5.2.2).
#include <vector>

#include "layout/flow/build.h"
#include "layout/table/grid.h"

namespace reliure::layout {

/// What one column asks for.
struct ColumnSize {
  base::Length minimum;
  base::Length maximum;
  /// In 1/65536 of the table's width; 0 for none.
  std::int32_t percent = 0;
};

/// What the cells of each column ask for, cells over several columns last.
std::vector<ColumnSize> measure_columns(const Grid& grid, Workshop& workshop);

/// Widths that add up to `width`: every column at least at its minimum, if they fit; the rest in the
/// proportion in which the contents would use it.
std::vector<base::Length> distribute(std::span<const ColumnSize> columns, base::Length width);

/// What a cell's own edges add to its content: paddings, and borders, half of them where they collapse.
base::Edges cell_edges(const style::ComputedStyle& style);

}  // namespace reliure::layout
