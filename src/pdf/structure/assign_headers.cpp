#include <algorithm>

#include "pdf/structure/table.h"

namespace reliure::pdf {
namespace {

using book::Kind;
using book::NodeId;

Scope declared_scope(const book::Manuscript& manuscript, NodeId cell) {
  const std::string_view value = manuscript.attribute(cell, "scope").value_or(std::string_view());
  if (value == "row" || value == "rowgroup") {
    return Scope::row;
  }
  return value == "col" || value == "colgroup" ? Scope::column : Scope::none;
}

/// The scope that the author gave; else columns in the table's head and in rows of headers alone, such as the
/// heads of groups of rows, and rows elsewhere. A first cell with nothing in it is the corner of such a row.
void set_scopes(const book::Manuscript& manuscript, const Shown& shown, Grid& grid) {
  const auto is_header = [&](const GridCell& cell) { return manuscript[cell.node].kind == Kind::th; };
  for (const GridRow& row : grid.rows) {
    const auto begin = grid.cells.begin() + row.first_cell, end = grid.cells.begin() + row.end_cell;
    const bool has_corner = end - begin > 1 && !shown.read[begin->node.value];
    const bool heads_columns = row.is_head || std::all_of(begin + (has_corner ? 1 : 0), end, is_header);
    for (auto cell = begin; cell != end; ++cell) {
      if (is_header(*cell)) {
        const Scope declared = declared_scope(manuscript, cell->node);
        cell->cell.scope = declared != Scope::none ? declared : heads_columns ? Scope::column : Scope::row;
      }
    }
  }
}

/// Whether scopes alone leave open which headers a cell has: heads of groups, headers over several rows or
/// columns, several rows of them, or headers that the author has named.
bool needs_headers(const book::Manuscript& manuscript, const Grid& grid) {
  return std::any_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& at) {
    const bool spans = at.cell.columns > 1 || at.cell.rows > 1;
    switch (at.cell.scope) {
      case Scope::column:
        return at.row > 0 || spans;
      case Scope::row:
        return at.column > 0 || spans;
      case Scope::none:
        break;
    }
    return manuscript.attribute(at.node, "headers").has_value();
  });
}

/// The headers in force in one column, from the top down (HTML Standard §4.9.12.2).
struct ColumnHeaders {
  std::vector<const GridCell*> headers;
  /// How many of them belong to blocks of headers that data has ended.
  std::size_t ended = 0;
  bool in_block = false;

  /// A header takes the place of those above the last data that are as wide as it is.
  void add(const GridCell& header) {
    if (!in_block) {
      ended = headers.size();
      in_block = true;
    }
    for (std::size_t i = ended; i-- > 0;) {
      if (headers[i]->column == header.column && headers[i]->cell.columns == header.cell.columns) {
        headers.erase(headers.begin() + static_cast<std::ptrdiff_t>(i));
        --ended;
      }
    }
    headers.push_back(&header);
  }
};

/// Walks the cells once, from the top down and from left to right.
struct HeaderFinder {
  const book::Manuscript& manuscript;
  Grid& grid;
  std::vector<ColumnHeaders> columns;
  /// Headers of rows, of this row and of those above that reach it.
  std::vector<const GridCell*> of_rows;
  /// Header cells by their ids, sorted.
  std::vector<std::pair<std::string_view, const GridCell*>> by_id;

  void append(std::vector<NodeId>& headers, const GridCell& header) const {
    if (std::find(headers.begin(), headers.end(), header.node) == headers.end()) {
      headers.push_back(header.node);
    }
  }

  /// The cells that `headers` names by their ids; without the attribute those above and before the cell.
  void find_headers(GridCell& at) const {
    std::vector<NodeId>& headers = at.cell.headers;
    if (const auto named = manuscript.attribute(at.node, "headers"); named && !named->empty()) {
      append_named(headers, *named);
      return;
    }
    for (std::uint32_t column = at.column; column < at.column + at.cell.columns; ++column) {
      for (const GridCell* header : columns[column].headers) {
        append(headers, *header);
      }
    }
    for (const GridCell* header : of_rows) {
      if (header->column < at.column) {
        append(headers, *header);
      }
    }
  }

  /// `ids` are separated by spaces.
  void append_named(std::vector<NodeId>& headers, std::string_view ids) const {
    for (std::size_t begin = 0; begin < ids.size();) {
      const std::size_t end = std::min(ids.find(' ', begin), ids.size());
      const std::string_view id = ids.substr(begin, end - begin);
      const auto found =
          std::lower_bound(by_id.begin(), by_id.end(), id,
                           [](const auto& row, std::string_view key) { return row.first < key; });
      if (!id.empty() && found != by_id.end() && found->first == id) {
        append(headers, *found->second);
      }
      begin = end + 1;
    }
  }

  void visit(GridCell& at) {
    switch (at.cell.scope) {
      case Scope::column:
        for (std::uint32_t i = at.column; i < at.column + at.cell.columns; ++i) {
          columns[i].add(at);
        }
        break;
      case Scope::row:
        of_rows.push_back(&at);
        break;
      case Scope::none:
        find_headers(at);
        for (std::uint32_t i = at.column; i < at.column + at.cell.columns; ++i) {
          columns[i].in_block = false;
        }
        break;
    }
  }

  void visit_all() {
    for (const GridCell& at : grid.cells) {
      if (at.cell.scope != Scope::none && !manuscript[at.node].id.empty()) {
        by_id.emplace_back(manuscript[at.node].id, &at);
      }
    }
    std::sort(by_id.begin(), by_id.end());
    for (std::uint32_t row = 0; row < grid.rows.size(); ++row) {
      std::erase_if(of_rows, [&](const GridCell* header) { return header->row + header->cell.rows <= row; });
      for (std::uint32_t i = grid.rows[row].first_cell; i < grid.rows[row].end_cell; ++i) {
        visit(grid.cells[i]);
      }
    }
  }
};

std::uint32_t column_count(const Grid& grid) {
  std::uint32_t columns = 0;
  for (const GridCell& at : grid.cells) {
    columns = std::max(columns, at.column + at.cell.columns);
  }
  return columns;
}

}  // namespace

void assign_headers(const book::Manuscript& manuscript, const Shown& shown, Grid& grid) {
  set_scopes(manuscript, shown, grid);
  if (!needs_headers(manuscript, grid)) {
    return;
  }
  HeaderFinder finder{manuscript, grid, std::vector<ColumnHeaders>(column_count(grid)), {}, {}};
  finder.visit_all();
  std::vector<NodeId> named;
  for (const GridCell& at : grid.cells) {
    named.insert(named.end(), at.cell.headers.begin(), at.cell.headers.end());
  }
  std::ranges::sort(named);
  for (GridCell& at : grid.cells) {
    at.cell.is_named = std::ranges::binary_search(named, at.node);
  }
}

}  // namespace reliure::pdf
