#pragma once
// Column widths from what stands in them (CSS 2.2 §17.5.2.2).
#include <optional>
#include <vector>

#include "layout/flow/build.h"
#include "layout/table/grid.h"

namespace reliure::layout {

/// What one column asks for.
struct ColumnSize {
  base::Length minimum;
  /// What it would like; just its `width` where a cell or `col` gives one.
  base::Length maximum;
  /// In 1/65536 of the table's width; 0 for none.
  std::int32_t percent = 0;
  /// The maximum is such a `width`.
  bool is_given = false;
  /// Of cells that are aligned at a string (`text-align: "."`): the widest text before it, the widest from it
  /// on.
  base::Length head{}, tail{};
};

/// A number in two parts: before the string that it is aligned at, and from there on.
struct AlignedText {
  base::Length head, tail;
};

/// What a cell aligned at a string holds, once the columns are measured. Nothing for a cell that is aligned
/// in another way, is over several columns, or has more than one short line.
std::optional<AlignedText> aligned_text(const Cell& cell, const Workshop& workshop);

/// What a column beyond its given width must be ready to take: nothing while others may.
inline bool is_flexible(const ColumnSize& column) { return !column.is_given && column.percent == 0; }

/// What the cells of each column ask for, cells over several columns last.
std::vector<ColumnSize> measure_columns(const Grid& grid, Workshop& workshop);

/// What the columns of a table with `table-layout: fixed` ask for: their `col`, else the cells of the first
/// row; nothing where these say nothing (CSS 2.2 §17.5.2.1). Percentages are of `width`.
std::vector<ColumnSize> fixed_columns(const Grid& grid, const Setting& setting, base::Length width);

/// Widths that add up to `width`: every column at least at its minimum, if they fit; then those whose width
/// is given at theirs; the rest to the others, in the proportion in which the contents would use it.
std::vector<base::Length> distribute(std::span<const ColumnSize> columns, base::Length width);

/// What a cell's own edges add to its content: paddings, and borders, half of them where they collapse.
base::Edges cell_edges(const style::ComputedStyle& style);

}  // namespace reliure::layout
