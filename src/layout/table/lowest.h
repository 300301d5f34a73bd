#pragma once
// The widths of columns with which a table is lowest.
#include <span>
#include <vector>

#include "layout/table/columns.h"

namespace reliure::layout {

/// Widths with the same sum as `widths`, which come from `distribute`, with which the rows are lower
/// together; `widths` themselves where there are none. No column gets narrower than its minimum, and those
/// whose width or percentage is given stay. What is saved goes first to columns that readers fill in by hand,
/// whose cells below the header are empty, until these are as wide as the others or as their header wants.
std::vector<base::Length> lowest(const Grid& grid, std::span<const ColumnSize> columns,
                                 std::vector<base::Length> widths, const Workshop& workshop);

}  // namespace reliure::layout
