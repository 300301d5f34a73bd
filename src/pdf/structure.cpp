#include "pdf/structure.h"

namespace reliure::pdf {

namespace {

using book::Kind;
using book::NodeId;

/// The standard type of an element of its own, or empty for one whose content belongs to its parent.
std::string_view type_of(Kind kind) {
  switch (kind) {
    case Kind::document:
      return "Document";
    case Kind::section:
    case Kind::article:
    case Kind::nav:
      return "Sect";
    case Kind::aside:
    case Kind::header:
    case Kind::footer:
    case Kind::main:
    case Kind::div:
    case Kind::figure:
    case Kind::details:
      return "Div";
    case Kind::h1:
      return "H1";
    case Kind::h2:
      return "H2";
    case Kind::h3:
      return "H3";
    case Kind::h4:
      return "H4";
    case Kind::h5:
      return "H5";
    case Kind::h6:
      return "H6";
    case Kind::p:
    case Kind::pre:
    case Kind::address:
    case Kind::summary:
      return "P";
    case Kind::blockquote:
      return "BlockQuote";
    case Kind::ul:
    case Kind::ol:
    case Kind::dl:
      return "L";
    case Kind::figcaption:
    case Kind::caption:
      return "Caption";
    case Kind::table:
      return "Table";
    case Kind::thead:
      return "THead";
    case Kind::tbody:
      return "TBody";
    case Kind::tfoot:
      return "TFoot";
    case Kind::tr:
      return "TR";
    case Kind::th:
      return "TH";
    case Kind::td:
      return "TD";
    case Kind::img:
      return "Figure";
    case Kind::code:
    case Kind::kbd:
    case Kind::samp:
      return "Code";
    case Kind::q:
      return "Quote";
    default:
      return {};
  }
}

/// Walks the nodes once, in document order.
struct Planner {
  const book::Manuscript& manuscript;
  Structure structure;
  /// By node: the element that its children belong to.
  std::vector<std::uint32_t> inner;
  /// By node: whether it is in a `nav`, where lists are tables of contents.
  std::vector<bool> in_nav;

  std::uint32_t add(std::string_view type, std::uint32_t parent, NodeId node) {
    structure.elements.push_back({type, parent, node});
    return static_cast<std::uint32_t>(structure.elements.size() - 1);
  }

  /// The node's children, and its marks too unless said otherwise, belong to `element`.
  void set(NodeId id, std::uint32_t element) { inner[id.value] = structure.element_of[id.value] = element; }

  void plan(NodeId id) {
    const book::Node& node = manuscript[id];
    const bool root = node.parent == book::kNoNode;
    const std::uint32_t parent = root ? kNoElement : inner[node.parent.value];
    in_nav[id.value] = node.kind == Kind::nav || (!root && in_nav[node.parent.value]);
    switch (node.kind) {
      case Kind::li:
        return plan_item(id, parent);
      case Kind::dt:
        return set(id, add("Lbl", add("LI", parent, id), id));
      case Kind::dd:
        return set(id, add("LBody", definition_item(id, parent), id));
      case Kind::ul:
      case Kind::ol:
        return set(id, add(in_nav[id.value] ? "TOC" : "L", parent, id));
      case Kind::a:
        return plan_link(id, parent);
      case Kind::note:
        return plan_note(id, parent);
      case Kind::img:
        return plan_picture(id, parent);
      default:
        return plan_plain(id, parent);
    }
  }

  void plan_plain(NodeId id, std::uint32_t parent) {
    std::string_view type = type_of(manuscript[id].kind);
    const bool expands = manuscript[id].kind == Kind::abbr && manuscript.attribute(id, "title");
    if (type.empty() && (expands || !manuscript[id].language.empty())) {
      type = "Span";
    }
    set(id, type.empty() ? parent : add(type, parent, id));
  }

  /// A list item's marker is its label; what it holds is its body.
  void plan_item(NodeId id, std::uint32_t parent) {
    if (in_nav[id.value]) {
      set(id, add("TOCI", parent, id));
      return;
    }
    const std::uint32_t item = add("LI", parent, id);
    const std::uint32_t label = add("Lbl", item, id);
    inner[id.value] = add("LBody", item, id);
    structure.element_of[id.value] = label;
  }

  /// The LI that the last term before a definition opened, or a new one.
  std::uint32_t definition_item(NodeId id, std::uint32_t parent) {
    const NodeId before = manuscript[id].previous_sibling;
    const bool joins = before != book::kNoNode &&
                       (manuscript[before].kind == Kind::dt || manuscript[before].kind == Kind::dd);
    return joins ? structure.elements[inner[before.value]].parent : add("LI", parent, id);
  }

  void plan_link(NodeId id, std::uint32_t parent) {
    if (manuscript.link(id) == nullptr) {
      plan_plain(id, parent);
      return;
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

  /// A picture without alternative text is decoration.
  void plan_picture(NodeId id, std::uint32_t parent) {
    const auto alternative = manuscript.attribute(id, "alt");
    set(id, alternative && alternative->empty() ? kNoElement : add("Figure", parent, id));
  }
};

}  // namespace

Structure plan_structure(const book::Manuscript& manuscript) {
  const std::size_t count = manuscript.nodes.size();
  Planner planner{manuscript, {}, std::vector<std::uint32_t>(count, kNoElement), std::vector<bool>(count)};
  planner.structure.element_of.assign(count, kNoElement);
  for (std::uint32_t id = 0; id < count; ++id) {
    planner.plan({id});
    planner.structure.begun.push_back(static_cast<std::uint32_t>(planner.structure.elements.size()));
  }
  return std::move(planner.structure);
}

}  // namespace reliure::pdf
