#include "judges/grid.h"

#include <algorithm>
#include <set>

namespace reliure::judges {

namespace {

struct Cell {
  std::size_t element = kNone;
  std::size_t row = 0, column = 0, rows = 1, columns = 1;
  bool header = false;
  /// Row, Column, Both, or empty.
  std::string scope;
  std::string id;
  std::vector<std::string> headers;
};

struct Grid {
  std::vector<Cell> cells;
  /// Index of the cell that covers a place, or kNone.
  std::vector<std::vector<std::size_t>> places;
};

class Table {
 public:
  Table(Document& document, std::size_t table, Faults& faults)
      : document_(document), table_(table), faults_(faults) {}

  void judge() {
    collect_rows();
    for (const std::size_t row : rows_) {
      for (const std::size_t cell : document_.tree.children_of(row)) count_columns(row, cell);
    }
    if (place_cells() && rows_are_full()) judge_headers();
  }

 private:
  const std::string& type_at(std::size_t index) const { return document_.tree.elements[index].standard; }

  void collect_rows() {
    for (const std::size_t child : document_.tree.children_of(table_)) {
      if (type_at(child) == "TR") {
        rows_.push_back(child);
      } else if (type_at(child) != "Caption") {
        for (const std::size_t row : document_.tree.children_of(child)) {
          if (type_at(row) == "TR") rows_.push_back(row);
        }
        ends_.insert(rows_.size());
      }
    }
    ends_.insert(rows_.size());
  }

  void count_columns(std::size_t row, std::size_t cell) {
    if (row == rows_.front()) columns_ += span(cell, "/ColSpan");
  }

  std::size_t span(std::size_t cell, const char* key) {
    QPDFObjectHandle value = attribute_of(document_.tree.elements[cell].dictionary, "Table", key);
    if (value.isNull()) return 1;
    if (!value.isInteger() || value.getIntValue() < 1 || value.getIntValue() > 10000) {
      fault("ISO 32000-1 14.8.5.7", cell, std::string(key + 1) + " is " + value.unparse());
      return 1;
    }
    return static_cast<std::size_t>(value.getIntValue());
  }

  Cell read_cell(std::size_t element, std::size_t row) {
    QPDFObjectHandle dictionary = document_.tree.elements[element].dictionary;
    Cell cell;
    cell.element = element;
    cell.row = row;
    cell.rows = span(element, "/RowSpan");
    cell.columns = span(element, "/ColSpan");
    cell.header = type_at(element) == "TH";
    cell.scope = name_of(attribute_of(dictionary, "Table", "/Scope"));
    if (QPDFObjectHandle id = dictionary.getKey("/ID"); id.isString()) cell.id = id.getStringValue();
    if (QPDFObjectHandle headers = attribute_of(dictionary, "Table", "/Headers"); headers.isArray()) {
      for (QPDFObjectHandle header : headers.getArrayAsVector()) {
        if (header.isString()) cell.headers.push_back(header.getStringValue());
      }
    }
    return cell;
  }

  static std::string name_of(QPDFObjectHandle value) {
    return value.isName() ? value.getName().substr(1) : "";
  }

  /// Whether each cell finds its place.
  bool place_cells() {
    grid_.places.assign(rows_.size(), std::vector<std::size_t>(columns_, kNone));
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      std::size_t column = 0;
      for (const std::size_t child : document_.tree.children_of(rows_[row])) {
        if (type_at(child) != "TD" && type_at(child) != "TH") continue;
        Cell cell = read_cell(child, row);
        while (column < columns_ && grid_.places[row][column] != kNone) ++column;
        cell.column = column;
        if (!place(cell)) return false;
        column += cell.columns;
        grid_.cells.push_back(std::move(cell));
      }
    }
    return true;
  }

  bool place(const Cell& cell) {
    if (cell.column + cell.columns > columns_) {
      fault("PDF/UA-1 7.2-42", rows_[cell.row],
            "more columns than in the first row, which has " + std::to_string(columns_));
      return false;
    }
    const std::size_t group_end = *ends_.upper_bound(cell.row);
    if (cell.row + cell.rows > group_end) {
      fault("PDF/UA-1 7.2-41", cell.element,
            "it covers " + std::to_string(cell.rows) + " rows of the " +
                std::to_string(group_end - cell.row) + " that its group has left");
      return false;
    }
    for (std::size_t row = cell.row; row < cell.row + cell.rows; ++row) {
      for (std::size_t column = cell.column; column < cell.column + cell.columns; ++column) {
        std::size_t& at = grid_.places[row][column];
        if (at != kNone) {
          fault("PDF/UA-1 7.2-15", cell.element, "it overlaps another cell");
          return false;
        }
        at = grid_.cells.size();
      }
    }
    return true;
  }

  bool rows_are_full() {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const auto empty = std::count(grid_.places[row].begin(), grid_.places[row].end(), kNone);
      if (empty > 0) {
        fault("PDF/UA-1 7.2-43", rows_[row],
              std::to_string(columns_ - static_cast<std::size_t>(empty)) +
                  " columns, and the first row has " + std::to_string(columns_));
        return false;
      }
    }
    return true;
  }

  void judge_headers() {
    std::set<std::string> ids;
    bool all_have_scope = true;
    for (const Cell& cell : grid_.cells) {
      if (!cell.header) continue;
      if (!cell.id.empty()) ids.insert(cell.id);
      if (cell.scope != "Row" && cell.scope != "Column" && cell.scope != "Both") all_have_scope = false;
    }
    for (const Cell& cell : grid_.cells) {
      bool known = !cell.headers.empty();
      for (const std::string& header : cell.headers) {
        if (!ids.contains(header)) {
          known = false;
          fault("PDF/UA-1 7.5-2", cell.element, "no TH of this table has the ID " + header);
        }
      }
      if (!cell.header && !all_have_scope && !known && !finds_header(cell)) {
        fault("PDF/UA-1 7.5-1", cell.element, "a TH without Scope, and no Headers that name it");
        return;
      }
    }
  }

  /// Looks up and to the left, as ISO 32000-2, 14.8.4.8.3 does.
  bool finds_header(const Cell& cell) {
    for (std::size_t row = cell.row; row-- > 0;) {
      const Cell& other = grid_.cells[grid_.places[row][cell.column]];
      if (other.header && leads(other, "Column")) return true;
    }
    for (std::size_t column = cell.column; column-- > 0;) {
      const Cell& other = grid_.cells[grid_.places[cell.row][column]];
      if (other.header && leads(other, "Row")) return true;
    }
    return false;
  }

  /// Without Scope, a header in the first row leads its column, one in the first column its row.
  static bool leads(const Cell& header, const std::string& scope) {
    if (!header.scope.empty()) return header.scope == scope || header.scope == "Both";
    return scope == "Column" ? header.row == 0 : header.column == 0;
  }

  void fault(const char* rule, std::size_t element, std::string what) {
    faults_.add(rule, where_of(document_, element), std::move(what));
  }

  Document& document_;
  std::size_t table_;
  Faults& faults_;
  std::vector<std::size_t> rows_;
  /// Where groups of rows end.
  std::set<std::size_t> ends_;
  std::size_t columns_ = 0;
  Grid grid_;
};

}  // namespace

void judge_grid(Document& document, std::size_t table, Faults& faults) {
  Table(document, table, faults).judge();
}

}  // namespace reliure::judges
