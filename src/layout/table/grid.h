#pragma once
// The grid of a table: which cell covers which rows and columns (HTML Living Standard §4.9.12.1).
#include <cstdint>
#include <vector>

#include "book/manuscript.h"
#include "layout/flow/content.h"

namespace reliure::layout {

struct Cell {
  /// `kNoNode` for an anonymous box.
  book::NodeId node;
  Siblings content;
  std::uint32_t row = 0, column = 0;
  std::uint32_t row_span = 1, column_span = 1;
  bool is_header = false;
};

enum class RowGroup : std::uint8_t { head, body, foot };

struct Row {
  /// `kNoNode` for an anonymous box.
  book::NodeId node;
  RowGroup group = RowGroup::body;
  /// The row group's element, or `kNoNode`.
  book::NodeId section;
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
  /// `col` elements by column, and the `colgroup` elements around them; a `colgroup` without `col` is both.
  /// `kNoNode` where there is none.
  std::vector<book::NodeId> column_nodes;
  std::vector<book::NodeId> column_groups;
  std::vector<book::NodeId> captions;
};

/// Reads the rows of a table by their display; whatever is no row or cell gets anonymous ones around it (CSS
/// 2.2 §17.2.1). Spans are cut at the end of their row group and where a cell from above stands.
Grid read_grid(const Siblings& content, const Setting& setting);

/// Whether the columns of a table with this style are as its first row says, whatever stands in them (CSS 2.2
/// §17.5.2.1).
inline bool has_fixed_columns(const style::ComputedStyle& style) {
  return style.fixed_table && !style.width.automatic;
}

/// The style of a cell's box: an anonymous one has nothing of its own, and what it inherits is its parent's.
const style::ComputedStyle& style_of(const Cell& cell, const Setting& setting);

}  // namespace reliure::layout
