#include <string>

#include "pdf/structure/headings.h"
#include "pdf/structure/structure.h"
#include "pdf/structure/table.h"
#include "pdf/structure/types.h"

namespace reliure::pdf {

namespace {

using book::Kind;
using book::kNoNode;
using book::NodeId;

/// The standard types by their level.
constexpr std::string_view kHeadings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};

bool is_list(Kind kind) { return kind == Kind::ul || kind == Kind::ol || kind == Kind::dl; }

/// Walks the nodes once, in document order.
struct Planner {
  const book::Manuscript& manuscript;
  const Shown shown;
  Structure structure;
  HeadingLevels headings;
  /// By node: the element that its children belong to.
  std::vector<std::uint32_t> inner;
  /// By node: the paragraph made for it and the words around it, where its parent only groups.
  std::vector<std::uint32_t> paragraph;
  /// By node: whether it is in a `nav`, where lists are tables of contents.
  std::vector<bool> in_nav;

  Planner(const book::Book& book)
      : manuscript(*book.manuscript),
        shown(find_shown(book)),
        inner(manuscript.nodes.size(), kNoElement),
        paragraph(manuscript.nodes.size(), kNoElement),
        in_nav(manuscript.nodes.size()) {
    structure.element_of.assign(manuscript.nodes.size(), kNoElement);
    structure.begun.reserve(manuscript.nodes.size());
  }

  std::uint32_t add(std::string_view type, std::uint32_t parent, NodeId node) {
    structure.elements.push_back({type, parent, node, node});
    return static_cast<std::uint32_t>(structure.elements.size() - 1);
  }

  std::string_view type(std::uint32_t element) const {
    return element == kNoElement ? std::string_view() : structure.elements[element].type;
  }

  /// The node's children, and its marks too unless said otherwise, belong to `element`.
  void set(NodeId id, std::uint32_t element) { inner[id.value] = structure.element_of[id.value] = element; }

  void plan(NodeId id) {
    const book::Node& node = manuscript[id];
    const NodeId parent = node.parent;
    in_nav[id.value] =
        node.kind == Kind::nav ? is_contents(manuscript, id) : parent != kNoNode && in_nav[parent.value];
    // Tables plan their rows and cells themselves. What is not shown is told as decoration where it is
    // painted.
    if (inner[id.value] != kNoElement) {
      return;
    }
    if (!shown.placed[id.value]) {
      if (is_inline(node.kind)) paragraph[id.value] = paragraph_before(id);
      return;
    }
    plan(id, parent == kNoNode ? kNoElement : place(id, inner[parent.value]));
  }

  void plan(NodeId id, std::uint32_t parent) {
    const Kind kind = manuscript[id].kind;
    switch (kind) {
      case Kind::text:
        structure.element_of[id.value] = shown.decoration[id.value] ? kNoElement : parent;
        return;
      case Kind::ul:
      case Kind::ol:
      case Kind::dl:
        return set(id, add(in_nav[id.value] && kind != Kind::dl ? "TOC" : "L", parent, id));
      case Kind::li:
        return plan_item(id, parent);
      case Kind::dt:
      case Kind::dd:
        return plan_definition(id, parent);
      case Kind::table:
        return plan_table(id, parent);
      case Kind::a:
        return plan_link(id, parent);
      case Kind::note:
        return plan_note(id, parent);
      case Kind::img:
        return plan_picture(id, parent);
      case Kind::math:
        return plan_formula(id, parent);
      default:
        return heading_level(kind) > 0 ? plan_heading(id, parent) : plan_plain(id, parent);
    }
  }

  /// The element that the node may stand in, for one that its parent stands for: lists hold items alone, and
  /// groups hold no words.
  std::uint32_t place(NodeId id, std::uint32_t parent) {
    const std::string_view around = type(parent);
    const Kind kind = manuscript[id].kind;
    if (around == "L" || around == "TOC") {
      return place_in_list(id, parent);
    }
    if (around == "Ruby" && kind != Kind::rt && kind != Kind::rp) {
      return add("RB", parent, id);
    }
    const bool is_picture = kind == Kind::img && manuscript[manuscript[id].parent].kind == Kind::figure;
    const bool groups = is_grouping(around) || (around == "TOCI" && kind != Kind::a);
    return groups && is_inline(kind) && !is_picture ? paragraph_around(id, parent) : parent;
  }

  std::uint32_t paragraph_before(NodeId id) const {
    const NodeId before = manuscript[id].previous_sibling;
    return before == kNoNode ? kNoElement : paragraph[before.value];
  }

  /// The paragraph of the words before the node, else a new one.
  std::uint32_t paragraph_around(NodeId id, std::uint32_t parent) {
    paragraph[id.value] = paragraph_before(id);
    if (paragraph[id.value] == kNoElement) {
      paragraph[id.value] = add("P", parent, kNoNode);
      structure.elements.back().place = id;
    }
    return paragraph[id.value];
  }

  std::uint32_t place_in_list(NodeId id, std::uint32_t list) {
    const Kind kind = manuscript[id].kind;
    const bool is_item = kind == Kind::li || kind == Kind::dt || kind == Kind::dd;
    const bool groups_items = kind == Kind::div && manuscript[manuscript[id].parent].kind == Kind::dl;
    if (is_item || is_list(kind) || groups_items) {
      return list;
    }
    if (type(list) == "L") {
      return add("LBody", add("LI", list, id), id);
    }
    const std::uint32_t entry = add("TOCI", list, id);
    return is_inline(kind) ? add("P", entry, id) : entry;
  }

  void plan_plain(NodeId id, std::uint32_t parent) {
    if (type(parent) == "L") {  // a `div` around terms and definitions
      inner[id.value] = parent;
      return;
    }
    std::string_view own = plain_type(manuscript, id);
    const bool expands = manuscript[id].kind == Kind::abbr && manuscript.attribute(id, "title");
    const bool says = expands || !label_of(manuscript, id).empty() || !manuscript[id].language.empty();
    if (own.empty() && says) {
      own = "Span";
    }
    set(id, own.empty() ? parent : add(own, parent, id));
    if (shown.decoration[id.value]) structure.element_of[id.value] = kNoElement;
  }

  void plan_heading(NodeId id, std::uint32_t parent) {
    if (!shown.read[id.value]) {
      return plan_plain(id, parent);
    }
    const int level = headings.next(heading_level(manuscript[id].kind));
    set(id, add(kHeadings[level - 1], parent, id));
  }

  /// A list item's marker is its label; what it holds is its body. An item outside of a list is a group.
  void plan_item(NodeId id, std::uint32_t parent) {
    const bool is_entry = type(parent) == "TOC";
    if (!is_entry && type(parent) != "L") {
      return set(id, add("Div", parent, id));
    }
    const std::uint32_t item = add(is_entry ? "TOCI" : "LI", parent, id);
    structure.element_of[id.value] = add("Lbl", item, id);
    inner[id.value] = is_entry ? item : add("LBody", item, id);
  }

  /// A term is a label, and what follows it the item's body.
  void plan_definition(NodeId id, std::uint32_t parent) {
    if (type(parent) != "L") {
      return set(id, add("P", parent, id));
    }
    const bool is_term = manuscript[id].kind == Kind::dt;
    set(id, add(is_term ? "Lbl" : "LBody", definition_item(id, parent, is_term), id));
  }

  /// The LI of the terms and definitions before it, or a new one: a term after a definition begins it.
  std::uint32_t definition_item(NodeId id, std::uint32_t parent, bool is_term) {
    NodeId before = manuscript[id].previous_sibling;
    while (before != kNoNode && inner[before.value] == kNoElement) {  // white space
      before = manuscript[before].previous_sibling;
    }
    const bool joins = before != kNoNode && (manuscript[before].kind == Kind::dt ||
                                             (manuscript[before].kind == Kind::dd && !is_term));
    return joins ? structure.elements[inner[before.value]].parent : add("LI", parent, id);
  }

  void plan_link(NodeId id, std::uint32_t parent) {
    if (manuscript.link(id) == nullptr) {
      return plan_plain(id, parent);
    }
    set(id, add("Link", in_nav[id.value] ? add("Reference", parent, id) : parent, id));
  }

  /// The call refers to the note, whose number is its label (`call_of` and `number_of` count on their order).
  void plan_note(NodeId id, std::uint32_t parent) {
    add("Link", add("Reference", parent, id), id);
    inner[id.value] = add("Note", parent, id);
    const std::uint32_t label = add("Lbl", inner[id.value], id);
    structure.element_of[id.value] = label;
    add("Link", label, id);
  }

  void plan_picture(NodeId id, std::uint32_t parent) {
    set(id, shown.decoration[id.value] ? kNoElement : add("Figure", parent, id));
  }

  /// Its alternative text says the whole: what its letters look like is of no account.
  void plan_formula(NodeId id, std::uint32_t parent) {
    const std::uint32_t formula = add("Formula", parent, id);
    for (NodeId below = id; below <= manuscript[id].last_descendant; ++below.value) {
      set(below, formula);
    }
  }

  void plan_table(NodeId id, std::uint32_t parent) {
    if (is_for_layout(manuscript, id)) {
      return plan_layout(id, parent);
    }
    const std::uint32_t table = add("Table", parent, id);
    plan_caption(id, table);
    Grid grid = place_cells(manuscript, id, shown);
    assign_headers(manuscript, shown, grid);
    std::uint32_t group = table;
    NodeId group_node = id;
    for (const GridRow& row : grid.rows) {
      if (!row.group.empty() && (row.parent != group_node || group == table)) {
        group = add(row.group, table, row.parent);
        structure.elements[group].place = place_of(row, id);
        group_node = row.parent;
      }
      plan_row(grid, row, row.group.empty() ? table : group);
    }
    // What styles add to a table or its rows belongs to the first cell, as rows hold nothing else.
    set(id, grid.cells.empty() ? parent : inner[grid.cells.front().node.value]);
    for (NodeId child = manuscript[id].first_child; child != kNoNode;
         child = manuscript[child].next_sibling) {
      if (inner[child.value] == kNoElement) set(child, inner[id.value]);
    }
  }

  /// The head comes first and the foot last, whatever the order was.
  NodeId place_of(const GridRow& row, NodeId table) const {
    return row.group == "THead" ? table : row.group == "TFoot" ? manuscript[table].last_descendant : row.node;
  }

  /// The first caption comes first, whatever the order was; what others hold follows in it.
  void plan_caption(NodeId table, std::uint32_t parent) {
    std::uint32_t caption = kNoElement;
    for (NodeId child = manuscript[table].first_child; child != kNoNode;
         child = manuscript[child].next_sibling) {
      if (manuscript[child].kind == Kind::caption && shown.read[child.value]) {
        if (caption == kNoElement) {
          caption = add("Caption", parent, child);
          structure.elements[caption].place = table;
        }
        set(child, caption);
      }
    }
  }

  void plan_row(const Grid& grid, const GridRow& row, std::uint32_t parent) {
    const std::uint32_t element = add("TR", parent, row.node);
    for (std::uint32_t i = row.first_cell; i < row.end_cell; ++i) {
      const GridCell& at = grid.cells[i];
      const std::uint32_t cell = add(at.cell.scope == Scope::none ? "TD" : "TH", element, at.node);
      add_cell(cell, at.cell);
      set(at.node, cell);
    }
    for (std::uint32_t i = 0; i < row.missing; ++i) {
      const std::uint32_t cell = add("TD", element, kNoNode);
      structure.elements[cell].place = manuscript[row.node].last_descendant;
      add_cell(cell, {});
    }
    if (row.first_cell < row.end_cell) {
      set(row.node, inner[grid.cells[row.first_cell].node.value]);
    }
  }

  void add_cell(std::uint32_t element, const Cell& cell) {
    structure.elements[element].cell = static_cast<std::uint32_t>(structure.cells.size());
    structure.cells.push_back(cell);
  }

  /// Cells that only place things are groups, in the order of reading.
  void plan_layout(NodeId id, std::uint32_t parent) {
    set(id, add("Div", parent, id));
    for (NodeId below{id.value + 1}; below <= manuscript[id].last_descendant; ++below.value) {
      const Kind kind = manuscript[below].kind;
      if (kind == Kind::table) {
        below = manuscript[below].last_descendant;
      } else if (kind == Kind::td || kind == Kind::th || kind == Kind::caption) {
        set(below, add("Div", inner[id.value], below));
      } else if (kind == Kind::tr || kind == Kind::thead || kind == Kind::tbody || kind == Kind::tfoot) {
        set(below, inner[id.value]);
      }
    }
  }
};

}  // namespace

Structure plan_structure(const book::Book& book) {
  Planner planner(book);
  for (std::uint32_t id = 0; id < planner.manuscript.nodes.size(); ++id) {
    planner.plan({id});
    planner.structure.begun.push_back(static_cast<std::uint32_t>(planner.structure.elements.size()));
  }
  return std::move(planner.structure);
}

}  // namespace reliure::pdf
