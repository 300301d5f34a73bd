#pragma once
// What lies behind the cells of a table: column groups, columns, row groups and rows (CSS 2.2 §17.5.1).
#include <span>

#include "layout/table/rows.h"

namespace reliure::layout {

/// Paints the backgrounds of these four layers behind what is in `strips`, which are all of a table from top
/// to bottom. Each is seen through the cells that begin in it, missing ones among them, and placed as on one
/// whole: page breaks slice it.
void paint_layers(const PlacedGrid& placed, std::span<TableStrip> strips, const Setting& setting);

}  // namespace reliure::layout
