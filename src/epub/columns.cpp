#include "epub/columns.h"

#include <algorithm>

#include "epub/escape.h"

namespace reliure::epub {
namespace {

using book::Manuscript;

/// Of wider tables nobody reads the heads one by one.
constexpr std::size_t kMostHeads = 64;

bool is_cell(Kind kind) { return kind == Kind::td || kind == Kind::th; }

NodeId next_kept(const Plan& plan, NodeId node) {
  while (node != kNoNode && !plan.has(node, kKept)) node = (*plan.manuscript)[node].next_sibling;
  return node;
}

template <class Visit>
void for_each_child(const Plan& plan, NodeId parent, Visit visit) {
  const Manuscript& manuscript = *plan.manuscript;
  for (NodeId child = next_kept(plan, manuscript[parent].first_child); child != kNoNode;
       child = next_kept(plan, manuscript[child].next_sibling)) {
    visit(child, manuscript[child].kind);
  }
}

struct Rows {
  std::vector<NodeId> head, all;
};

Rows rows_of(const Plan& plan, NodeId table) {
  Rows rows;
  for_each_child(plan, table, [&](NodeId group, Kind kind) {
    if (kind == Kind::tr) rows.all.push_back(group);
    if (kind != Kind::thead && kind != Kind::tbody && kind != Kind::tfoot) return;
    for_each_child(plan, group, [&](NodeId row, Kind row_kind) {
      if (row_kind != Kind::tr) return;
      rows.all.push_back(row);
      if (kind == Kind::thead) rows.head.push_back(row);
    });
  });
  return rows;
}

bool spans(const Manuscript& manuscript, NodeId cell) {
  const auto several = [&](std::string_view name) {
    return manuscript.attribute(cell, name).value_or("1") != "1";
  };
  return several("colspan") || several("rowspan");
}

/// What there is to read in a cell, on one line and without its notes.
std::string words_of(const Plan& plan, NodeId cell) {
  const Manuscript& manuscript = *plan.manuscript;
  std::string words;
  for (NodeId node = cell; node <= manuscript[cell].last_descendant; ++node.value) {
    const bool left_out = !plan.has(node, kKept) || manuscript[node].kind == Kind::note;
    if (left_out) node = manuscript[node].last_descendant;
    if (left_out || manuscript[node].kind != Kind::text) continue;
    for (const char c : manuscript[node].text) {
      if (!is_space(c))
        words += c;
      else if (!words.empty() && words.back() != ' ')
        words += ' ';
    }
  }
  return std::string(trimmed(words));
}

}  // namespace

Columns columns_of(const Plan& plan, NodeId table) {
  const Rows rows = rows_of(plan, table);
  Columns columns;
  bool plain = rows.head.size() == 1;
  for (const NodeId row : rows.all) {
    std::size_t count = 0;
    bool spanned = false;
    for_each_child(plan, row, [&](NodeId cell, Kind kind) {
      if (!is_cell(kind)) return;
      ++count;
      spanned = spanned || spans(*plan.manuscript, cell);
    });
    // A cell that has its row for itself heads those below.
    plain = plain && (!spanned || count == 1);
    columns.count = std::max(columns.count, count);
  }
  if (!plain || columns.count < kManyColumns || columns.count > kMostHeads) return columns;
  for_each_child(plan, rows.head.front(), [&](NodeId cell, Kind kind) {
    if (is_cell(kind)) columns.heads.push_back(words_of(plan, cell));
  });
  return columns;
}

std::string_view head_of(const Plan& plan, const Columns& columns, NodeId cell) {
  if (columns.heads.empty() || spans(*plan.manuscript, cell)) return {};
  const Manuscript& manuscript = *plan.manuscript;
  std::size_t column = 0;
  for (NodeId before = manuscript[cell].previous_sibling; before != kNoNode && column < columns.heads.size();
       before = manuscript[before].previous_sibling) {
    if (is_cell(manuscript[before].kind) && plan.has(before, kKept)) ++column;
  }
  return column < columns.heads.size() ? std::string_view(columns.heads[column]) : std::string_view();
}

}  // namespace reliure::epub
