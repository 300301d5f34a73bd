#pragma once
// Tables of the structure: a regular grid, and which headers a cell has. For the files of the structure
// alone.
#include <vector>

#include "pdf/structure/shown.h"
#include "pdf/structure/structure.h"

namespace reliure::pdf {

/// A cell in its grid.
struct GridCell {
  book::NodeId node;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  Cell cell;
};

/// A row that has cells on pages.
struct GridRow {
  book::NodeId node;
  /// THead, TBody, TFoot; empty where rows stand in the table itself. Consecutive rows of one `parent` share
  /// it.
  std::string_view group;
  book::NodeId parent;
  /// The author put it into the table's head.
  bool is_head = false;
  /// Into `Grid::cells`.
  std::uint32_t first_cell = 0;
  std::uint32_t end_cell = 0;
  /// Columns at the end that no cell fills.
  std::uint32_t missing = 0;
};

/// The shown rows and cells of one table, in document order.
struct Grid {
  std::vector<GridRow> rows;
  std::vector<GridCell> cells;
};

/// Places the cells as HTML does, in the first free slots of their rows; what its algorithm calls errors is
/// mended: no cell reaches over another, out of its group of rows, or over columns in which no cell begins.
Grid place_cells(const book::Manuscript& manuscript, book::NodeId table, const Shown& shown);

/// Says what each header cell heads, and names the headers of cells where spans or heads of groups make it
/// more than the first row and column.
void assign_headers(const book::Manuscript& manuscript, const Shown& shown, Grid& grid);

}  // namespace reliure::pdf
