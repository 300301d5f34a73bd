#include "property/table_laws.h"

#include <algorithm>
#include <map>
#include <set>
#include <variant>

namespace reliure::laws {
namespace {

using base::Length;
using base::Rect;
using book::kNoNode;
using book::Manuscript;
using book::NodeId;

/// Rounding, and how far serifs reach out of their advance.
constexpr Length kSlack{base::kUnitsPerPoint / 4};
/// Borders that collapse reach half of their width over each other.
constexpr Length kBorder = base::points(1);

/// A mark on a page.
struct Placed {
  std::size_t page = 0;
  NodeId node;
  Rect area;
  book::Role role = book::Role::content;
};

struct Marks {
  /// Without the spaces at their ends.
  std::vector<Placed> texts;
  std::vector<Placed> pictures;
  /// Boxes of cells.
  std::vector<Placed> cells;
};

/// What a run shows for certain: the height of an x, as wide as its glyphs without a space at its end, and
/// without a hyphen there, which may hang.
Rect area_of(const book::Page& page, const book::GlyphRun& run) {
  Length width, advance;
  for (std::uint32_t i = run.glyphs.begin; i < run.glyphs.end; ++i) {
    const book::Glyph& glyph = page.glyphs[i];
    advance += glyph.advance;
    const std::size_t at = run.text.begin + glyph.cluster;
    const std::string_view text = std::string_view(page.text).substr(std::min(at, page.text.size()));
    width = text.starts_with(' ') || text.starts_with("\u00AD") ? width : advance;
  }
  return {run.origin.x, run.origin.y - run.size / 2, width, run.size / 2};
}

Rect bounds_of(const book::Outline& outline) {
  Rect box{outline.points.front().x, outline.points.front().y, {}, {}};
  Length right = box.x, bottom = box.y;
  for (const base::Point& point : outline.points) {
    box.x = base::min(box.x, point.x);
    box.y = base::min(box.y, point.y);
    right = base::max(right, point.x);
    bottom = base::max(bottom, point.y);
  }
  box.width = right - box.x;
  box.height = bottom - box.y;
  return box;
}

bool is_cell(const Manuscript& manuscript, NodeId node) {
  return node != kNoNode &&
         (manuscript[node].kind == book::Kind::td || manuscript[node].kind == book::Kind::th);
}

bool has_color(const book::Paint& paint, base::Color color) {
  const auto* solid = std::get_if<base::Color>(&paint);
  return solid != nullptr && *solid == color;
}

Marks marks_of(const book::Book& book) {
  constexpr base::Color kGround{0xEE, 0xEE, 0xEE};
  Marks marks;
  for (std::size_t i = 0; i < book.pages.size(); ++i) {
    for (const book::Item& item : book.pages[i].items) {
      if (item.role == book::Role::pagination || item.node == kNoNode) {
        continue;
      }
      if (const auto* run = std::get_if<book::GlyphRun>(&item.mark)) {
        if (const Rect area = area_of(book.pages[i], *run); area.width.raw > 0) {
          marks.texts.push_back({i, item.node, area, item.role});
        }
      } else if (const auto* image = std::get_if<book::Image>(&item.mark)) {
        marks.pictures.push_back({i, item.node, image->area, item.role});
      } else if (const auto* path = std::get_if<book::Path>(&item.mark);
                 path != nullptr && is_cell(*book.manuscript, item.node) && has_color(path->fill, kGround) &&
                 !path->outline.points.empty()) {
        marks.cells.push_back({i, item.node, bounds_of(path->outline), item.role});
      }
    }
  }
  return marks;
}

bool overlap(const Rect& a, const Rect& b, Length slack) {
  return a.x + slack < b.right() && b.x + slack < a.right() && a.y + slack < b.bottom() &&
         b.y + slack < a.bottom();
}

/// The cell around a node, or `kNoNode`: a note stands in none.
NodeId cell_around(const Manuscript& manuscript, NodeId node) {
  while (node != kNoNode && !is_cell(manuscript, node)) {
    node = manuscript[node].kind == book::Kind::note ? kNoNode : manuscript[node].parent;
  }
  return node;
}

bool holds(const Manuscript& manuscript, NodeId outer, NodeId inner) {
  return outer <= inner && inner <= manuscript[outer].last_descendant;
}

/// Whether something in the node, or in a cell or table around it, was reported as too wide.
bool is_reported(const Compiled& made, NodeId node) {
  const Manuscript& manuscript = *made.manuscript;
  for (NodeId at = node; at != kNoNode; at = manuscript[at].parent) {
    const base::Span span = manuscript[at].span;
    for (const base::Diagnostic& each : made.diagnostics.all()) {
      const bool in_line = each.code == base::Code::layout_overfull_line &&
                           (at == node || is_cell(manuscript, at)) && each.span.begin < span.end &&
                           span.begin < each.span.end;
      const bool in_table = each.code == base::Code::layout_table_too_wide &&
                            manuscript[at].kind == book::Kind::table && each.span == span;
      if (in_line || in_table) {
        return true;
      }
    }
  }
  return false;
}

std::string points_text(Length length) {
  return std::to_string(static_cast<double>(length.raw) / static_cast<double>(base::kUnitsPerPoint))
      .substr(0, 6);
}

std::string named(const Compiled& made, const Placed& mark) {
  const book::Node& node = (*made.manuscript)[mark.node];
  return "`" + std::string(book::name(node.kind)) + "` " + std::to_string(mark.node.value) + " \"" +
         std::string(node.text.substr(0, 20)) + "\" at " + points_text(mark.area.x) + "," +
         points_text(mark.area.y) + " " + points_text(mark.area.width) + "x" + points_text(mark.area.height);
}

std::string on_page(std::size_t page) { return "page " + std::to_string(page + 1) + ": "; }

/// Calls `check` with each two marks of a page.
template <class Check>
void for_each_pair(std::vector<Placed> marks, Check check) {
  std::stable_sort(marks.begin(), marks.end(), [](const Placed& a, const Placed& b) {
    return std::pair(a.page, a.area.y) < std::pair(b.page, b.area.y);
  });
  for (std::size_t i = 0; i < marks.size(); ++i) {
    for (std::size_t j = i + 1;
         j < marks.size() && marks[j].page == marks[i].page && marks[j].area.y < marks[i].area.bottom();
         ++j) {
      check(marks[i], marks[j]);
    }
  }
}

/// The smallest rectangle around both.
Rect united(const Rect& a, const Rect& b) {
  const Length x = base::min(a.x, b.x);
  const Length y = base::min(a.y, b.y);
  return {x, y, base::max(a.right(), b.right()) - x, base::max(a.bottom(), b.bottom()) - y};
}

/// All that a page has of a cell.
using CellsOnPages = std::map<std::pair<std::size_t, NodeId>, Rect>;

CellsOnPages by_page_and_node(const std::vector<Placed>& cells) {
  CellsOnPages areas;
  for (const Placed& cell : cells) {
    const auto [area, is_first] = areas.try_emplace({cell.page, cell.node}, cell.area);
    area->second = united(area->second, cell.area);
  }
  return areas;
}

/// Whether the box holds the area but for `slack`; with `at_sides`, to the left and to the right too.
bool is_inside(const Rect& box, const Rect& area, Length slack, bool at_sides) {
  const bool beside = area.x < box.x - slack || area.right() > box.right() + slack;
  return area.y >= box.y - slack && area.bottom() <= box.bottom() + slack && !(beside && at_sides);
}

/// Where the node's first box is: its page and its top; nothing when it has none.
std::optional<std::pair<std::size_t, Length>> start_of(const std::vector<Placed>& cells, NodeId node) {
  for (const Placed& cell : cells) {
    if (cell.node == node && cell.role != book::Role::repeated) {
      return std::pair(cell.page, cell.area.y);
    }
  }
  return std::nullopt;
}

NodeId child_of_kind(const Manuscript& manuscript, NodeId node, book::Kind kind) {
  NodeId child = manuscript[node].first_child;
  while (child != kNoNode && manuscript[child].kind != kind) {
    child = manuscript[child].next_sibling;
  }
  return child;
}

}  // namespace

Violations texts_that_overlap(const Compiled& made) {
  Violations violations;
  for_each_pair(marks_of(made.book).texts, [&](const Placed& a, const Placed& b) {
    if (overlap(a.area, b.area, kSlack) && !is_reported(made, a.node) && !is_reported(made, b.node)) {
      violations.push_back(on_page(a.page) + named(made, a) + " and " + named(made, b));
    }
  });
  return violations;
}

Violations outside_their_cells(const Compiled& made) {
  Violations violations;
  const Marks marks = marks_of(made.book);
  const CellsOnPages boxes = by_page_and_node(marks.cells);
  const auto check = [&](const Placed& mark, NodeId cell, Length slack) {
    if (cell == kNoNode) {
      return;
    }
    const auto found = boxes.find({mark.page, cell});
    if (found == boxes.end() || !is_inside(found->second, mark.area, slack, !is_reported(made, mark.node))) {
      violations.push_back(on_page(mark.page) + named(made, mark) +
                           (found == boxes.end()
                                ? " has no box"
                                : " is not in " + named(made, {mark.page, cell, found->second})));
    }
  };
  for (const Placed& mark : marks.texts) {
    check(mark, cell_around(*made.manuscript, mark.node), kSlack);
  }
  for (const Placed& mark : marks.pictures) {
    check(mark, cell_around(*made.manuscript, mark.node), kSlack);
  }
  for (const Placed& mark : marks.cells) {
    check(mark, cell_around(*made.manuscript, (*made.manuscript)[mark.node].parent), kBorder + kSlack);
  }
  return violations;
}

Violations cells_that_overlap(const Compiled& made) {
  Violations violations;
  const Manuscript& manuscript = *made.manuscript;
  for_each_pair(marks_of(made.book).cells, [&](const Placed& a, const Placed& b) {
    const bool nested = holds(manuscript, a.node, b.node) || holds(manuscript, b.node, a.node);
    if ((!nested || a.node == b.node) && overlap(a.area, b.area, kBorder + kSlack) &&
        !is_reported(made, a.node) && !is_reported(made, b.node)) {
      violations.push_back(on_page(a.page) + named(made, a) + " and " + named(made, b));
    }
  });
  return violations;
}

Violations rows_out_of_order(const Compiled& made) {
  Violations violations;
  const Manuscript& manuscript = *made.manuscript;
  const Marks marks = marks_of(made.book);
  // By row group: where the last row began.
  std::map<NodeId, std::pair<std::size_t, Length>> last;
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    const NodeId row{i};
    if (manuscript[row].kind != book::Kind::tr || !is_cell(manuscript, manuscript[row].first_child)) {
      continue;
    }
    const auto start = start_of(marks.cells, manuscript[row].first_child);
    if (!start) {
      continue;
    }
    const auto [before, is_first] = last.try_emplace(manuscript[row].parent, *start);
    if (start->first < before->second.first ||
        (start->first == before->second.first && start->second + kBorder + kSlack < before->second.second)) {
      violations.push_back(on_page(start->first) + "row " + std::to_string(i) +
                           " is above the one before it");
    }
    before->second = *start;
  }
  return violations;
}

Violations headers_that_lack(const Compiled& made) {
  Violations violations;
  const Manuscript& manuscript = *made.manuscript;
  const Marks marks = marks_of(made.book);
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    const NodeId table{i};
    const NodeId head = manuscript[table].kind == book::Kind::table
                            ? child_of_kind(manuscript, table, book::Kind::thead)
                            : kNoNode;
    if (head == kNoNode || cell_around(manuscript, table) != kNoNode) {
      continue;  // only the outermost table repeats its header
    }
    // By page; of the first showing, which pages may cut, and of others.
    std::map<std::size_t, Rect> heads;
    std::set<std::size_t> repeated;
    std::set<std::size_t> bodies;
    for (const Placed& cell : marks.cells) {
      if (holds(manuscript, head, cell.node)) {
        Rect& all = heads.try_emplace(cell.page, cell.area).first->second;
        all = united(all, cell.area);
        if (cell.role == book::Role::repeated) {
          repeated.insert(cell.page);
        }
      } else if (holds(manuscript, table, cell.node)) {
        bodies.insert(cell.page);
      }
    }
    if (heads.empty()) {
      continue;
    }
    // Half of what is between the margins, less the spacing, must be left for the body.
    Length height = base::points(6);
    for (const auto& [page, area] : heads) {
      height += repeated.contains(page) ? Length{} : area.height;
    }
    if (height * 2 >= made.book.pages[heads.begin()->first].trim.height - base::points(40)) {
      continue;
    }
    for (const std::size_t page : bodies) {
      if (!heads.contains(page)) {
        violations.push_back(on_page(page) + "the header of table " + std::to_string(i) + " is not there");
      }
    }
  }
  return violations;
}

}  // namespace reliure::laws
