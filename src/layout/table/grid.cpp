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

/// A row's element, or `kNoNode`, and what is in it.
struct RowBox {
  NodeId node;
  Siblings content;
};

/// The rows of one group.
struct GroupRows {
  RowGroup group = RowGroup::body;
  NodeId section;
  std::vector<RowBox> rows;
};

/// What may stand in a table itself; all else is in a row.
bool is_of_table(Display display) { return is_table_part(display) && display != Display::table_cell; }

GroupRows read_rows(NodeId section, RowGroup group, const Setting& setting) {
  GroupRows read{group, section, {}};
  for_each_part(
      content_of(section, setting), setting, [](Display display) { return display == Display::table_row; },
      [&](NodeId row, Display) {
        read.rows.push_back({row, content_of(row, setting)});
      },
      [&](const Siblings& loose) {
        read.rows.push_back({{}, loose});
      });
  return read;
}

void add_column(NodeId column, NodeId group, const Setting& setting, Grid& grid) {
  const std::uint32_t span = std::max(1u, span_attribute(column, "span", kMostColumns, setting));
  grid.column_nodes.insert(grid.column_nodes.end(), span, column);
  grid.column_groups.insert(grid.column_groups.end(), span, group);
}

void read_columns(NodeId group, const Setting& setting, Grid& grid) {
  const std::size_t before = grid.column_nodes.size();
  for_each_part(
      content_of(group, setting), setting, [](Display display) { return display == Display::table_column; },
      [&](NodeId column, Display) { add_column(column, group, setting, grid); }, [](const Siblings&) {});
  if (grid.column_nodes.size() == before) {
    add_column(group, group, setting, grid);  // a `colgroup` without `col`
  }
}

/// Sorts what is in the table: head, body and foot.
class GroupReader {
 public:
  GroupReader(const Setting& setting, Grid& grid) : setting_(setting), grid_(grid) {}

  std::vector<GroupRows> run(const Siblings& content) {
    for_each_part(
        content, setting_, is_of_table, [&](NodeId part, Display display) { add(part, display); },
        [&](const Siblings& loose) {
          add_row({{}, loose});
        });
    head_.insert(head_.end(), body_.begin(), body_.end());
    head_.insert(head_.end(), foot_.begin(), foot_.end());
    return std::move(head_);
  }

 private:
  void add(NodeId part, Display display) {
    switch (display) {
      case Display::table_caption:
        grid_.captions.push_back(part);
        break;
      case Display::table_column_group:
        read_columns(part, setting_, grid_);
        break;
      case Display::table_column:
        add_column(part, book::kNoNode, setting_, grid_);
        break;
      case Display::table_header_group:
        add_group(part, RowGroup::head, head_);
        break;
      case Display::table_footer_group:
        add_group(part, RowGroup::foot, foot_);
        break;
      case Display::table_row_group:
        body_.push_back(read_rows(part, RowGroup::body, setting_));
        break;
      default:
        add_row({part, content_of(part, setting_)});
        break;
    }
  }

  /// Only the first head and the first foot are such, others are bodies (CSS 2.2 §17.2).
  void add_group(NodeId section, RowGroup group, std::vector<GroupRows>& groups) {
    const bool is_first = groups.empty();
    (is_first ? groups : body_).push_back(read_rows(section, is_first ? group : RowGroup::body, setting_));
  }

  /// A row in no group.
  void add_row(RowBox row) {
    if (body_.empty() || body_.back().section != book::kNoNode) {
      body_.push_back({});
    }
    body_.back().rows.push_back(row);
  }

  const Setting& setting_;
  Grid& grid_;
  std::vector<GroupRows> head_, body_, foot_;
};

/// A cell in the next free column: `busy` counts, by column, the rows that cells from above still cover. It
/// ends where one of them stands: what HTML calls a table model error would be one text on another.
void place_cell(Cell cell, std::uint32_t& column, std::vector<std::uint32_t>& busy, Grid& grid) {
  while (column < busy.size() && busy[column] > 0) {
    ++column;
  }
  cell.row = static_cast<std::uint32_t>(grid.rows.size() - 1);
  cell.column = column;
  std::uint32_t free = 1;
  while (free < cell.column_span && (column + free >= busy.size() || busy[column + free] == 0)) {
    ++free;
  }
  cell.column_span = free;
  if (busy.size() < column + cell.column_span) {
    busy.resize(column + cell.column_span, 0);
  }
  std::fill_n(busy.begin() + column, cell.column_span, cell.row_span);
  column += cell.column_span;
  grid.cells.push_back(cell);
}

Cell read_cell(NodeId node, std::uint32_t rows_left, const Setting& setting) {
  Cell cell{node, content_of(node, setting)};
  cell.column_span = std::max(1u, span_attribute(node, "colspan", kMostColumns, setting));
  cell.row_span = span_attribute(node, "rowspan", kMostRows, setting);
  // Zero means all rows that are left in the group.
  cell.row_span = cell.row_span == 0 ? rows_left : std::min(cell.row_span, rows_left);
  cell.is_header = setting.manuscript()[node].kind == book::Kind::th;
  return cell;
}

void place_cells(const Siblings& row, std::uint32_t rows_left, const Setting& setting,
                 std::vector<std::uint32_t>& busy, Grid& grid) {
  std::uint32_t column = 0;
  for_each_part(
      row, setting, [](Display display) { return display == Display::table_cell; },
      [&](NodeId node, Display) { place_cell(read_cell(node, rows_left, setting), column, busy, grid); },
      [&](const Siblings& loose) {
        place_cell({{}, loose}, column, busy, grid);
      });
}

void add_group(const GroupRows& group, const Setting& setting, Grid& grid) {
  std::vector<std::uint32_t> busy;
  for (std::size_t i = 0; i < group.rows.size(); ++i) {
    const RowBox& row = group.rows[i];
    const auto first = static_cast<std::uint32_t>(grid.cells.size());
    grid.rows.push_back({row.node, group.group, group.section, first, 0});
    place_cells(row.content, static_cast<std::uint32_t>(group.rows.size() - i), setting, busy, grid);
    grid.rows.back().cell_count = static_cast<std::uint32_t>(grid.cells.size()) - first;
    for (std::uint32_t& rows : busy) {
      rows -= rows > 0 ? 1 : 0;
    }
    grid.columns = std::max(grid.columns, static_cast<std::uint32_t>(busy.size()));
  }
}

/// By column, and for the end of the grid: whether a cell begins or ends before it, or a `col` is its own.
std::vector<bool> column_edges(const Grid& grid) {
  std::vector<bool> edges(grid.columns + 1, false);
  edges.front() = edges.back() = true;
  for (const Cell& cell : grid.cells) {
    edges[cell.column] = edges[cell.column + cell.column_span] = true;
  }
  for (std::uint32_t i = 0; i < grid.columns; ++i) {
    edges[i] = edges[i] || grid.column_nodes[i] != book::kNoNode;
  }
  return edges;
}

/// Takes columns away that the same cells cover as the column before (CSS Tables 3 §3.3, track merging): a
/// `colspan` may say more than there is.
void merge_columns(Grid& grid) {
  const std::vector<bool> edges = column_edges(grid);
  // By old column: how many are left before it.
  std::vector<std::uint32_t> place(edges.size(), 0);
  for (std::size_t i = 1; i < edges.size(); ++i) {
    place[i] = place[i - 1] + (edges[i] ? 1 : 0);
  }
  for (Cell& cell : grid.cells) {
    const std::uint32_t end = place[cell.column + cell.column_span];
    cell.column = place[cell.column];
    cell.column_span = end - cell.column;
  }
  for (std::uint32_t i = 0; i < grid.columns; ++i) {
    if (edges[i]) {
      grid.column_nodes[place[i]] = grid.column_nodes[i];
      grid.column_groups[place[i]] = grid.column_groups[i];
    }
  }
  grid.columns = place.back();
  grid.column_nodes.resize(grid.columns);
  grid.column_groups.resize(grid.columns);
}

}  // namespace

Grid read_grid(const Siblings& content, const Setting& setting) {
  Grid grid;
  for (const GroupRows& group : GroupReader(setting, grid).run(content)) {
    add_group(group, setting, grid);
  }
  grid.columns = std::max(grid.columns, 1u);
  grid.column_nodes.resize(grid.columns, book::kNoNode);
  grid.column_groups.resize(grid.columns, book::kNoNode);
  // Fixed columns that say nothing have their part of the width.
  if (!has_fixed_columns(setting.style(content.parent))) {
    merge_columns(grid);
  }
  return grid;
}

const style::ComputedStyle& style_of(const Cell& cell, const Setting& setting) {
  static const style::ComputedStyle anonymous;
  return cell.node != book::kNoNode ? setting.style(cell.node) : anonymous;
}

}  // namespace reliure::layout
