#include "layout/table/lowest.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "layout/table/cell_shape.h"

namespace reliure::layout {
namespace {

using base::Length;

/// Rows that are looked at: of longer tables, as many from all of their length. Enough to know what is usual
/// in them, and few enough that the search takes no time.
constexpr std::uint32_t kMostRows = 128;
/// Each pair of columns is tried: with more of them than this, all are about as narrow as they can be anyway.
constexpr std::size_t kMostColumns = 16;
/// What one column gives to another at once, in points: first much, then less and less.
constexpr std::int64_t kSteps[] = {48, 24, 12, 6, 3};
/// Moves of one size; each makes the table lower, so that hardly any table comes near.
constexpr int kMostMoves = 64;

/// Heights by row.
using Heights = std::vector<Length>;

struct ShapedCell {
  std::uint32_t row = 0;
  CellShape shape;
};

/// The cells that are in one column alone.
struct ShapedColumn {
  std::vector<ShapedCell> cells;
  Length minimum;
  bool gives_way = false;
  /// It has a header, and nothing stands below it.
  bool is_blank = false;
};

struct ShapedTable {
  std::vector<ShapedColumn> columns;
  /// Those that were chosen, numbered anew.
  std::uint32_t rows = 0;
};

/// Widths, and how tall each column is with them.
struct Fitting {
  std::vector<Length> widths;
  std::vector<Heights> heights;
  /// Of the table.
  Length height;
};

/// A column gives a step of its width to another.
struct Move {
  std::size_t from = 0, to = 0;
  Length height;
};

ShapedTable shape_table(const Grid& grid, std::span<const ColumnSize> columns, const Workshop& workshop) {
  ShapedTable table;
  table.columns.resize(columns.size());
  std::vector<bool> is_filled(columns.size()), is_headed(columns.size());
  const auto stride = static_cast<std::uint32_t>((grid.rows.size() + kMostRows - 1) / kMostRows);
  for (const Cell& cell : grid.cells) {
    if (cell.row % stride != 0 || cell.column_span != 1 || cell.row_span != 1) {
      continue;
    }
    CellShape shape = shape_of(cell, workshop);
    const bool has_text = !shape.texts.empty() || cell.content.first != book::kNoNode;
    if (has_text) {
      (cell.is_header ? is_headed : is_filled)[cell.column] = true;
    }
    table.columns[cell.column].cells.push_back({cell.row / stride, std::move(shape)});
  }
  table.rows = static_cast<std::uint32_t>((grid.rows.size() + stride - 1) / stride);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    table.columns[i].minimum = columns[i].minimum;
    table.columns[i].gives_way = is_flexible(columns[i]);
    table.columns[i].is_blank = is_headed[i] && !is_filled[i];
  }
  return table;
}

Heights heights_at(const ShapedColumn& column, Length width, std::uint32_t rows) {
  Heights heights(rows);
  for (const ShapedCell& cell : column.cells) {
    heights[cell.row] = height_at(cell.shape, width);
  }
  return heights;
}

/// The sum of the rows, each as tall as its tallest cell.
Length total_height(std::span<const Heights* const> columns, std::uint32_t rows) {
  Length sum;
  for (std::uint32_t row = 0; row < rows; ++row) {
    Length height;
    for (const Heights* column : columns) {
      height = base::max(height, (*column)[row]);
    }
    sum += height;
  }
  return sum;
}

std::vector<const Heights*> pointers_to(std::span<const Heights> heights) {
  std::vector<const Heights*> pointers;
  for (const Heights& each : heights) {
    pointers.push_back(&each);
  }
  return pointers;
}

Fitting fit(const ShapedTable& table, std::vector<Length> widths) {
  Fitting fitting{std::move(widths), {}, {}};
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    fitting.heights.push_back(heights_at(table.columns[i], fitting.widths[i], table.rows));
  }
  fitting.height = total_height(pointers_to(fitting.heights), table.rows);
  return fitting;
}

/// Moves width between the columns of one table by steps of one size.
class Mover {
 public:
  Mover(const ShapedTable& table, Length step, Fitting& fitting)
      : table_(table),
        step_(step),
        fitting_(fitting),
        narrower_(table.columns.size()),
        wider_(table.columns.size()) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      try_both(i);
    }
  }

  /// The move after which the table is lowest. `may_give` and `may_take` say which columns take part.
  template <class MayGive, class MayTake>
  std::optional<Move> best(MayGive may_give, MayTake may_take) const {
    std::optional<Move> best;
    std::vector<const Heights*> columns = pointers_to(fitting_.heights);
    for (std::size_t from = 0; from < columns.size(); ++from) {
      if (narrower_[from].empty() || !may_give(from)) continue;
      columns[from] = &narrower_[from];
      for (std::size_t to = 0; to < columns.size(); ++to) {
        if (to == from || wider_[to].empty() || !may_take(to)) continue;
        columns[to] = &wider_[to];
        const Length height = total_height(columns, table_.rows);
        if (!best || height < best->height) {
          best = Move{from, to, height};
        }
        columns[to] = &fitting_.heights[to];
      }
      columns[from] = &fitting_.heights[from];
    }
    return best;
  }

  void make(const Move& move) {
    fitting_.widths[move.from] -= step_;
    fitting_.widths[move.to] += step_;
    fitting_.heights[move.from] = std::move(narrower_[move.from]);
    fitting_.heights[move.to] = std::move(wider_[move.to]);
    fitting_.height = move.height;
    try_both(move.from);
    try_both(move.to);
  }

 private:
  void try_both(std::size_t i) {
    const ShapedColumn& column = table_.columns[i];
    const Length width = fitting_.widths[i];
    narrower_[i].clear();
    wider_[i].clear();
    if (column.gives_way) {
      wider_[i] = heights_at(column, width + step_, table_.rows);
      if (width - step_ >= column.minimum) {
        narrower_[i] = heights_at(column, width - step_, table_.rows);
      }
    }
  }

  const ShapedTable& table_;
  Length step_;
  Fitting& fitting_;
  /// By column; empty where it may not be.
  std::vector<Heights> narrower_, wider_;
};

/// Lets columns give width to others as long as the table gets lower.
void lower(const ShapedTable& table, Fitting& fitting) {
  const auto any = [](std::size_t) { return true; };
  for (const std::int64_t step : kSteps) {
    Mover mover(table, base::points(step), fitting);
    for (int moves = 0; moves < kMostMoves; ++moves) {
      const std::optional<Move> move = mover.best(any, any);
      if (!move || move->height >= fitting.height) break;
      mover.make(*move);
    }
  }
}

/// Widens blank columns up to an equal share, as long as the table is no taller than `limit`.
void make_room_to_write(const ShapedTable& table, Length limit, Fitting& fitting) {
  const Length share = std::accumulate(fitting.widths.begin(), fitting.widths.end(), Length{}) /
                       static_cast<std::int64_t>(fitting.widths.size());
  const auto may_give = [&](std::size_t i) { return !table.columns[i].is_blank; };
  for (const std::int64_t step : kSteps) {
    const auto may_take = [&](std::size_t i) {
      return table.columns[i].is_blank && fitting.widths[i] + base::points(step) <= share;
    };
    Mover mover(table, base::points(step), fitting);
    for (int moves = 0; moves < kMostMoves; ++moves) {
      const std::optional<Move> move = mover.best(may_give, may_take);
      if (!move || move->height > limit) break;
      mover.make(*move);
    }
  }
}

/// Whether any text is in more lines than it would like, and widths can move at all.
bool may_gain(std::span<const ColumnSize> columns, std::span<const Length> widths) {
  bool wraps = false;
  std::size_t movable = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (widths[i] < columns[i].minimum) {
      return false;
    }
    wraps = wraps || widths[i] < columns[i].maximum;
    movable += is_flexible(columns[i]) ? 1 : 0;
  }
  return wraps && movable > 1 && columns.size() <= kMostColumns;
}

}  // namespace

std::vector<Length> lowest(const Grid& grid, std::span<const ColumnSize> columns, std::vector<Length> widths,
                           const Workshop& workshop) {
  if (!may_gain(columns, widths)) {
    return widths;
  }
  const ShapedTable table = shape_table(grid, columns, workshop);
  Fitting fitting = fit(table, std::move(widths));
  const Length before = fitting.height;
  lower(table, fitting);
  make_room_to_write(table, fitting.height + (before - fitting.height) * 3 / 4, fitting);
  return std::move(fitting.widths);
}

}  // namespace reliure::layout
