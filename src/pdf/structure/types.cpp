#include "pdf/structure/types.h"

#include "pdf/structure/structure.h"

namespace reliure::pdf {
namespace {

using book::Kind;
using book::NodeId;

/// Sections by the roles that publishing gives them (DPUB-ARIA 1.1), or by the classes that authors use.
std::string_view section_type(const book::Manuscript& manuscript, NodeId id) {
  const std::string_view role = manuscript.attribute(id, "role").value_or(std::string_view());
  if (role == "doc-part" || manuscript.has_class(id, "part")) {
    return "Part";
  }
  return role == "doc-index" || manuscript.has_class(id, "index") ? "Index" : "Sect";
}

/// A `div` of nothing but words is a paragraph that its author named otherwise.
bool is_paragraph(const book::Manuscript& manuscript, NodeId id) {
  NodeId child = manuscript[id].first_child;
  bool has_child = false;
  for (; child != book::kNoNode; child = manuscript[child].next_sibling) {
    if (!is_inline(manuscript[child].kind)) {
      return false;
    }
    has_child = true;
  }
  return has_child;
}

}  // namespace

bool is_grouping(std::string_view type) {
  constexpr std::string_view kTypes[] = {"Document", "Part",       "Art",   "Sect",
                                         "Div",      "BlockQuote", "Index", "Note"};
  for (const std::string_view known : kTypes) {
    if (type == known) return true;
  }
  return false;
}

std::string_view type_of_marks(std::string_view type) {
  return type == "L" ? "LBody" : type == "TOC" || is_grouping(type) ? "P" : type;
}

bool is_contents(const book::Manuscript& manuscript, NodeId nav) {
  NodeId end_of_item = nav;
  for (NodeId id = nav; id <= manuscript[nav].last_descendant; ++id.value) {
    const Kind kind = manuscript[id].kind;
    if (id > end_of_item && kind == Kind::li) {
      end_of_item = manuscript[id].last_descendant;
    }
    const bool fits =
        is_inline(kind) || kind == Kind::li || kind == Kind::ul || kind == Kind::ol || kind == Kind::p;
    if (id != nav && id <= end_of_item && (!fits || kind == Kind::img)) {
      return false;
    }
  }
  return true;
}

bool is_inline(Kind kind) { return kind >= Kind::text || kind == Kind::note; }

std::string_view label_of(const book::Manuscript& manuscript, NodeId id) {
  const bool is_sign = is_inline(manuscript[id].kind) && manuscript[id].kind != Kind::img &&
                       manuscript.attribute(id, "role") == "img";
  return is_sign ? manuscript.attribute(id, "aria-label").value_or(std::string_view()) : std::string_view();
}

bool is_for_layout(const book::Manuscript& manuscript, NodeId table) {
  const std::string_view role = manuscript.attribute(table, "role").value_or(std::string_view());
  return role == "presentation" || role == "none";
}

std::string_view plain_type(const book::Manuscript& manuscript, NodeId id) {
  switch (manuscript[id].kind) {
    case Kind::document:
      return "Document";
    case Kind::section:
    case Kind::nav:
      return section_type(manuscript, id);
    case Kind::article:
      return "Art";
    case Kind::div:
    case Kind::header:
    case Kind::footer:
    case Kind::aside:
    case Kind::address:
    case Kind::summary:
      return is_paragraph(manuscript, id) ? "P" : "Div";
    case Kind::main:
    case Kind::figure:
    case Kind::details:
      return "Div";
    case Kind::p:
    case Kind::pre:
      return "P";
    case Kind::blockquote:
      return "BlockQuote";
    case Kind::figcaption:
      return "Caption";
    case Kind::code:
    case Kind::kbd:
    case Kind::samp:
      return "Code";
    case Kind::q:
      return "Quote";
    case Kind::ruby:
      return "Ruby";
    case Kind::rt:
      return "RT";
    case Kind::rp:
      return "RP";
    default:
      return {};
  }
}

}  // namespace reliure::pdf
