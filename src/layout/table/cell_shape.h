#pragma once
// How tall a cell would be at some width, as far as its lines say it.
#include <vector>

#include "layout/flow/build.h"
#include "layout/paragraph/line_count.h"
#include "layout/table/grid.h"

namespace reliure::layout {

struct CellText {
  std::vector<Unbreakable> parts;
  base::Length line_height;
  /// What the blocks around it take from the cell's width.
  base::Length edges;
};

/// What in a cell depends on its width, and the height of everything else.
struct CellShape {
  std::vector<CellText> texts;
  base::Length rest;
};

/// The shape of a cell whose columns were measured: its paragraphs are prepared. A table in it counts as what
/// does not depend on the width, and margins as if they did not collapse.
CellShape shape_of(const Cell& cell, const Workshop& workshop);

/// Of the cell's border box with this width.
base::Length height_at(const CellShape& shape, base::Length width);

}  // namespace reliure::layout
