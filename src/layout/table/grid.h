#pragma once
// The grid of a table: which cell covers which rows and columns (HTML Living Standard §4.9.12.1).
#include <cstdint>
#include <vector>

#include "book/manuscript.h"
#include "layout/setting.h"

namespace reliure::layout {

struct Cell {
  book::NodeId node;
  std::uint32_t row = 0, column = 0;
  std::uint32_t row_span = 1, column_span = 1;
  bool is_header = false;
};

enum class RowGroup : std::uint8_t { head, body, foot };

struct Row {
  /// `kNoNode` for a row that only spanning cells imply.
  book::NodeId node;
  RowGroup group = RowGroup::body;
  /// Index of the first cell that begins in this row, in `Grid::cells`.
  std::uint32_t first_cell = 0;
  std::uint32_t cell_count = 0;
};

struct Grid {
  /// Head, body, foot.
  std::vector<Row> rows;
  /// By row, then column.
  std::vector<Cell> cells;
  std::uint32_t columns = 0;
  /// `col` elements by column, `kNoNode` where there is none.
  std::vector<book::NodeId> column_nodes;
  std::vector<book::NodeId> captions;
};

/// Reads the rows below `table` by their display. Spans are cut at the end of their row group.
Grid read_grid(book::NodeId table, const Setting& setting);

}  // namespace reliure::layout
