#pragma once
// Tables (CSS 2.2 §17): the grid, its column widths, its rows as strips.
#include "layout/flow/block.h"
#include "layout/flow/build.h"

namespace reliure::layout {

/// Appends the table with its caption: one strip a row, or several for a row that no page can hold. Header
/// rows come first and return on each page; footer rows come last.
void add_table(const TableBox& table, Place place, FlowBuilder& builder);

/// The narrowest and widest width of the table with its borders.
InlineSize measure_table(const TableBox& table, Workshop& workshop);

}  // namespace reliure::layout
