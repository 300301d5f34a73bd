#include "layout/table/grid.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace reliure::layout {
namespace {

using book::NodeId;
using style::Display;

/// HTML's own limits (§4.9.11): more columns or rows than this in one span is a mistake.
constexpr std::uint32_t kMostColumns = 1000;
constexpr std::uint32_t kMostRows = 65534;

std::uint32_t span_attribute(NodeId cell, std::string_view name, std::uint32_t most, const Setting& setting) {
  const auto value = setting.manuscript().attribute(cell, name);
  std::uint32_t span = 1;
  if (value) {
    std::from_chars(value->data(), value->data() + value->size(), span);
  }
  return std::min(span, most);
}

/// The rows of one group, as nodes.
struct GroupRows {
  RowGroup group = RowGroup::body;
  std::vector<NodeId> rows;
};

template <typename Visit>
void for_each_child(NodeId node, const Setting& setting, Visit visit) {
  const book::Manuscript& manuscript = setting.manuscript();
  for (NodeId child = manuscript[node].first_child; child != book::kNoNode;
       child = manuscript[child].next_sibling) {
    if (manuscript[child].kind != book::Kind::text && !setting.input.styles.hidden(child)) {
      visit(child, setting.style(child).display);
    }
  }
}

std::vector<NodeId> rows_below(NodeId group, const Setting& setting) {
  std::vector<NodeId> rows;
  for_each_child(group, setting, [&](NodeId child, Display display) {
    if (display == Display::table_row) {
      rows.push_back(child);
    }
  });
  return rows;
}

void read_columns(NodeId node, const Setting& setting, Grid& grid) {
  const auto add = [&](NodeId column) {
    const std::uint32_t span = std::max(1u, span_attribute(column, "span", kMostColumns, setting));
    grid.column_nodes.insert(grid.column_nodes.end(), span, column);
  };
  const std::size_t before = grid.column_nodes.size();
  for_each_child(node, setting, [&](NodeId child, Display display) {
    if (display == Display::table_column) {
      add(child);
    }
  });
  if (grid.column_nodes.size() == before) {
    add(node);  // a `colgroup` without `col`
  }
}

/// Sorts the table's children by what they are.
std::vector<GroupRows> read_groups(NodeId table, const Setting& setting, Grid& grid) {
  std::vector<GroupRows> head, body, foot;
  for_each_child(table, setting, [&](NodeId child, Display display) {
    switch (display) {
      case Display::table_caption:
        grid.captions.push_back(child);
        break;
      case Display::table_column_group:
        read_columns(child, setting, grid);
        break;
      case Display::table_header_group:
        head.push_back({RowGroup::head, rows_below(child, setting)});
        break;
      case Display::table_footer_group:
        foot.push_back({RowGroup::foot, rows_below(child, setting)});
        break;
      case Display::table_row_group:
        body.push_back({RowGroup::body, rows_below(child, setting)});
        break;
      case Display::table_row:
        if (body.empty()) {
          body.push_back({});
        }
        body.back().rows.push_back(child);
        break;
      default:
        break;
    }
  });
  head.insert(head.end(), body.begin(), body.end());
  head.insert(head.end(), foot.begin(), foot.end());
  return head;
}

/// Places the cells of one row in the columns that cells from above leave free. `busy` counts, by column, the
/// rows that such a cell still covers.
void place_cells(NodeId row, std::uint32_t rows_left, const Setting& setting,
                 std::vector<std::uint32_t>& busy, Grid& grid) {
  const auto row_index = static_cast<std::uint32_t>(grid.rows.size() - 1);
  std::uint32_t column = 0;
  for_each_child(row, setting, [&](NodeId child, Display display) {
    if (display != Display::table_cell) {
      return;
    }
    while (column < busy.size() && busy[column] > 0) {
      ++column;
    }
    Cell cell{child, row_index, column};
    cell.column_span = std::max(1u, span_attribute(child, "colspan", kMostColumns, setting));
    cell.row_span = span_attribute(child, "rowspan", kMostRows, setting);
    // Zero means all rows that are left in the group.
    cell.row_span = cell.row_span == 0 ? rows_left : std::min(cell.row_span, rows_left);
    cell.is_header = setting.manuscript()[child].kind == book::Kind::th;
    if (busy.size() < column + cell.column_span) {
      busy.resize(column + cell.column_span, 0);
    }
    std::fill_n(busy.begin() + column, cell.column_span, cell.row_span);
    column += cell.column_span;
    grid.cells.push_back(cell);
  });
}

void add_group(const GroupRows& group, const Setting& setting, Grid& grid) {
  std::vector<std::uint32_t> busy;
  for (std::size_t i = 0; i < group.rows.size(); ++i) {
    const auto first = static_cast<std::uint32_t>(grid.cells.size());
    grid.rows.push_back({group.rows[i], group.group, first, 0});
    place_cells(group.rows[i], static_cast<std::uint32_t>(group.rows.size() - i), setting, busy, grid);
    grid.rows.back().cell_count = static_cast<std::uint32_t>(grid.cells.size()) - first;
    for (std::uint32_t& rows : busy) {
      rows -= rows > 0 ? 1 : 0;
    }
    grid.columns = std::max(grid.columns, static_cast<std::uint32_t>(busy.size()));
  }
}

}  // namespace

Grid read_grid(NodeId table, const Setting& setting) {
  Grid grid;
  for (const GroupRows& group : read_groups(table, setting, grid)) {
    add_group(group, setting, grid);
  }
  grid.columns = std::max(grid.columns, 1u);
  grid.column_nodes.resize(grid.columns, book::kNoNode);
  return grid;
}

}  // namespace reliure::layout
