#include <algorithm>
#include <charconv>

#include "pdf/structure/table.h"

namespace reliure::pdf {
namespace {

using book::Kind;
using book::NodeId;

/// HTML's own limits (§4.9.11).
constexpr std::uint32_t kMostColumns = 1000, kMostRows = 65534;

std::uint32_t span_of(const book::Manuscript& manuscript, NodeId cell, std::string_view name) {
  const std::string_view value = manuscript.attribute(cell, name).value_or(std::string_view("1"));
  std::uint32_t span = 1;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), span);
  return error == std::errc{} ? span : 1;
}

bool is_cell(Kind kind) { return kind == Kind::td || kind == Kind::th; }

/// Walks the rows of a table group by group.
struct GridBuilder {
  const book::Manuscript& manuscript;
  const Shown& shown;
  Grid grid;

  void add_row(NodeId row, std::string_view group) {
    const auto begin = static_cast<std::uint32_t>(grid.cells.size());
    for (NodeId cell = manuscript[row].first_child; cell != book::kNoNode;
         cell = manuscript[cell].next_sibling) {
      if (is_cell(manuscript[cell].kind) && shown.placed[cell.value]) {
        grid.cells.push_back({cell, static_cast<std::uint32_t>(grid.rows.size()), 0, {}});
      }
    }
    const auto end = static_cast<std::uint32_t>(grid.cells.size());
    if (begin != end) {
      grid.rows.push_back({row, group, manuscript[row].parent, group == "THead", begin, end, 0});
    }
  }

  void add_rows(NodeId parent, std::string_view group) {
    for (NodeId row = manuscript[parent].first_child; row != book::kNoNode;
         row = manuscript[row].next_sibling) {
      if (manuscript[row].kind == Kind::tr) {
        add_row(row, group);
      }
    }
  }

  /// The slots of the rows `begin` up to `end`, which share a group.
  void place(std::uint32_t begin, std::uint32_t end) {
    std::vector<std::uint32_t> taken_until;  // by column: the first row that is free again
    for (std::uint32_t row = begin; row < end; ++row) {
      std::uint32_t column = 0;
      for (std::uint32_t i = grid.rows[row].first_cell; i < grid.rows[row].end_cell; ++i) {
        GridCell& at = grid.cells[i];
        const auto is_taken = [&](std::uint32_t slot) {
          return slot < taken_until.size() && taken_until[slot] > row;
        };
        while (is_taken(column)) {
          ++column;
        }
        const std::uint32_t width = std::clamp(span_of(manuscript, at.node, "colspan"), 1U, kMostColumns);
        const std::uint32_t height = span_of(manuscript, at.node, "rowspan");
        at.column = column;
        at.cell.rows = std::min(height == 0 ? kMostRows : height, end - row);
        const std::uint32_t right = column + width;
        if (taken_until.size() < right) {
          taken_until.resize(right, 0);
        }
        for (; column < right && !is_taken(column); ++column) {
          taken_until[column] = row + at.cell.rows;
        }
        at.cell.columns = column - at.column;
      }
    }
  }

  void place_groups() {
    const auto count = static_cast<std::uint32_t>(grid.rows.size());
    for (std::uint32_t begin = 0; begin < count;) {
      std::uint32_t end = begin + 1;
      while (end < count && grid.rows[end].parent == grid.rows[begin].parent) {
        ++end;
      }
      place(begin, end);
      begin = end;
    }
  }

  /// A head or a foot needs a body, and there is one of each (ISO 14289-1 §7.2).
  void mend_groups() {
    const auto is_body = [](const GridRow& row) { return row.group.empty() || row.group == "TBody"; };
    const bool has_body = std::any_of(grid.rows.begin(), grid.rows.end(), is_body);
    const bool has_group = std::any_of(grid.rows.begin(), grid.rows.end(),
                                       [](const GridRow& row) { return !row.group.empty(); });
    NodeId head, foot;
    for (GridRow& row : grid.rows) {
      if (!has_body) {
        row.group = {};
      } else if (row.group == "THead" && (head == book::kNoNode || head == row.parent)) {
        head = row.parent;
      } else if (row.group == "TFoot" && (foot == book::kNoNode || foot == row.parent)) {
        foot = row.parent;
      } else if (has_group) {
        row.group = "TBody";
      }
    }
  }

  /// Drops columns in which no cell begins; what spans over them is that much narrower.
  void drop_empty_columns() {
    std::vector<std::uint32_t> starts;
    for (const GridCell& cell : grid.cells) {
      starts.push_back(cell.column);
    }
    std::ranges::sort(starts);
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    const auto index = [&](std::uint32_t column) {
      return static_cast<std::uint32_t>(std::ranges::lower_bound(starts, column) - starts.begin());
    };
    for (GridCell& cell : grid.cells) {
      const std::uint32_t end = index(cell.column + cell.cell.columns);
      cell.column = index(cell.column);
      cell.cell.columns = end - cell.column;
    }
  }

  void count_missing() {
    std::vector<std::uint32_t> filled(grid.rows.size());
    std::uint32_t columns = 0;
    for (const GridCell& cell : grid.cells) {
      for (std::uint32_t row = cell.row; row < cell.row + cell.cell.rows; ++row) {
        filled[row] += cell.cell.columns;
        columns = std::max(columns, filled[row]);
      }
    }
    for (std::uint32_t row = 0; row < grid.rows.size(); ++row) {
      grid.rows[row].missing = columns - filled[row];
    }
  }
};

}  // namespace

Grid place_cells(const book::Manuscript& manuscript, NodeId table, const Shown& shown) {
  GridBuilder builder{manuscript, shown, {}};
  for (NodeId child = manuscript[table].first_child; child != book::kNoNode;
       child = manuscript[child].next_sibling) {
    switch (manuscript[child].kind) {
      case Kind::thead:
        builder.add_rows(child, "THead");
        break;
      case Kind::tbody:
        builder.add_rows(child, "TBody");
        break;
      case Kind::tfoot:
        builder.add_rows(child, "TFoot");
        break;
      case Kind::tr:
        builder.add_row(child, {});
        break;
      default:
        break;
    }
  }
  builder.place_groups();
  builder.mend_groups();
  builder.drop_empty_columns();
  builder.count_missing();
  return std::move(builder.grid);
}

}  // namespace reliure::pdf
