#include "epub/attributes.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/language.h"
#include "epub/escape.h"
#include "epub/inline_style.h"
#include "epub/links.h"
#include "epub/semantics.h"
#include "epub/words.h"

namespace reliure::epub {
namespace {

using book::Attribute;
using book::Manuscript;

/// What is wider than this is a mistake, and no table has as many columns.
constexpr std::size_t kLongestNumber = 5;

bool is_whole_number(std::string_view value) {
  return !value.empty() && value.size() <= kLongestNumber && std::ranges::all_of(value, is_digit);
}

bool is_positive_number(std::string_view value) {
  return is_whole_number(value) && value.find_first_not_of('0') != std::string_view::npos;
}

bool is_integer(std::string_view value) {
  return is_whole_number(value.starts_with('-') ? value.substr(1) : value);
}

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> allowed) {
  return std::ranges::find(allowed, value) != allowed.end();
}

void append_class(std::string& out, const Plan& plan, NodeId node, const Appearance& appearance) {
  std::string classes;
  for (const std::string_view name : plan.manuscript->classes_of(node)) {
    classes += classes.empty() ? "" : " ";
    classes += name;
  }
  const Kind kind = (*plan.manuscript)[node].kind;
  const bool telling = kind != Kind::a && kind != Kind::document && kind != Kind::main;
  if (appearance.fit != Fit::as_is && telling) {
    const bool block = appearance.fit == Fit::as_span && !is_phrasing(kind);
    classes += classes.empty() ? "" : " ";
    classes += block ? "as-block as-" : "as-";
    classes += book::name(kind);
  }
  if (appearance.many_columns) classes += classes.empty() ? "many-columns" : " many-columns";
  if (generated_text(plan, node, book::GeneratedPlace::marker) != nullptr) {
    classes += classes.empty() ? "generated-item" : " generated-item";
  }
  if (!classes.empty()) append_attribute(out, "class", classes);
}

void append_style(std::string& out, const Manuscript& manuscript, NodeId node) {
  if (manuscript[node].attribute_count == 0) return;
  std::string style = presentational_declarations(manuscript, node);
  style += safe_declarations(manuscript.attribute(node, "style").value_or(""));
  if (!style.empty()) append_attribute(out, "style", trimmed(style));
}

/// Roles that any `div` or `span` may have and that say something in a book.
bool is_role_of_books(std::string_view role) {
  return is_one_of(role, {"img", "note", "group", "region", "presentation", "none"});
}

/// Whether generated text says already what the author's label would.
bool is_labelled_by_style(const Plan& plan, NodeId node) {
  const auto says = [&](book::GeneratedPlace place) {
    const book::GeneratedText* text = generated_text(plan, node, place);
    return text != nullptr && text->alternative && !text->alternative->empty();
  };
  return says(book::GeneratedPlace::before) || says(book::GeneratedPlace::after);
}

/// Where the long description of a picture stands, when it is in the same file.
void append_description(std::string& out, const Plan& plan, NodeId node) {
  const NodeId description = description_of(plan, node);
  if (description == kNoNode || document_of(plan, node) != document_of(plan, description)) return;
  out += " aria-details=\"";
  append_id(out, plan, description);
  out += '"';
}

/// The section of a file is given its role where the file begins.
bool begins_file(const Plan& plan, NodeId node) {
  const Document* document = document_of(plan, node);
  return document != nullptr && document->section == node;
}

bool holds_link(const Manuscript& manuscript, NodeId node) {
  const auto first = std::ranges::lower_bound(manuscript.links, node, {}, &book::LinkTarget::source);
  return first != manuscript.links.end() && first->source <= manuscript[node].last_descendant;
}

/// A name for what has none to read: by ARIA it counts only on an element with a role.
void append_aria(std::string& out, const Plan& plan, NodeId node, const Appearance& appearance) {
  const Manuscript& manuscript = *plan.manuscript;
  if (manuscript[node].attribute_count == 0) return;
  // What can be reached must be heard: a link is never hidden.
  if (manuscript.attribute(node, "aria-hidden") == "true" && !holds_link(manuscript, node))
    append_attribute(out, "aria-hidden", "true");
  const std::string_view label = trimmed(manuscript.attribute(node, "aria-label").value_or(""));
  std::string_view role = trimmed(manuscript.attribute(node, "role").value_or(""));
  const bool neutral = appearance.tag == "div" || appearance.tag == "span";
  const Semantics semantics =
      neutral || appearance.tag == "section" ? named_semantics(plan, node) : Semantics{};
  if (!semantics.role.empty() && !begins_file(plan, node)) {
    append_type(out, plan.target, semantics.type);
    append_attribute(out, "role", semantics.role);
    if (!label.empty()) append_attribute(out, "aria-label", label);
    return;
  }
  if (!neutral || !is_role_of_books(role)) role = "";
  if (is_labelled_by_style(plan, node)) return;
  // A picture drawn by the style alone: its name is all there is to read. The name of a link that leads
  // nowhere says what it would do.
  const bool was_link = manuscript[node].kind == Kind::a;
  if (appearance.tag == "img") append_description(out, plan, node);
  if (neutral && !was_link && role.empty() && !label.empty() && !plan.has(node, kHasText)) role = "img";
  // A picture without a name says nothing as one; its text may.
  if (role == "img" && label.empty()) role = "";
  if (!role.empty()) append_attribute(out, "role", role);
  const bool named =
      neutral ? !role.empty() : is_one_of(appearance.tag, {"section", "nav", "aside", "article", "table"});
  if (named && !label.empty()) append_attribute(out, "aria-label", label);
}

bool is_in(const Manuscript& manuscript, NodeId node, Kind kind) {
  for (; node != kNoNode; node = manuscript[node].parent) {
    if (manuscript[node].kind == kind) return true;
    if (manuscript[node].kind == Kind::table) return false;
  }
  return false;
}

/// Whether the cell stands in its table's first row, and that has several cells, all of them headers.
bool is_in_header_row(const Plan& plan, NodeId cell) {
  const Manuscript& manuscript = *plan.manuscript;
  const NodeId row = manuscript[cell].parent;
  if (manuscript[row].kind != Kind::tr || !begins_parent(plan, row)) return false;
  std::size_t cells = 0;
  for (NodeId each = manuscript[row].first_child; each != kNoNode; each = manuscript[each].next_sibling) {
    if (manuscript[each].kind == Kind::td && is_shown(plan, each)) return false;
    cells += manuscript[each].kind == Kind::th && is_shown(plan, each) ? 1 : 0;
  }
  return cells > 1;
}

/// What a header cell heads when its author does not say: the column below a table's head, the rows below a
/// cell that has its row for itself, else its row where it begins one.
std::string_view scope_of(const Plan& plan, NodeId cell) {
  const Manuscript& manuscript = *plan.manuscript;
  const std::string_view scope = manuscript.attribute(cell, "scope").value_or("");
  if (is_one_of(scope, {"row", "col", "rowgroup", "colgroup"})) return scope;
  if (is_in(manuscript, cell, Kind::thead) || is_in_header_row(plan, cell)) return "col";
  const bool first = begins_parent(plan, cell);
  if (first && ends_parent(plan, cell)) return "rowgroup";
  return first ? "row" : "col";
}

/// Those of the ids that are of header cells in the cell's own table.
std::string headers_of(const Plan& plan, NodeId cell, std::string_view ids) {
  const Manuscript& manuscript = *plan.manuscript;
  NodeId table = cell;
  while (table != kNoNode && manuscript[table].kind != Kind::table) table = manuscript[table].parent;
  std::string found;
  if (table == kNoNode) return found;
  for (std::size_t begin = 0; begin < ids.size();) {
    const std::size_t end = std::min(ids.find(' ', begin), ids.size());
    const auto header = header_cell(plan, ids.substr(begin, end - begin));
    begin = end + 1;
    if (header == kNoNode || header < table || header > manuscript[table].last_descendant) continue;
    if (!found.empty()) found += ' ';
    append_id(found, plan, header);
  }
  return found;
}

void append_cell_attributes(std::string& out, const Plan& plan, NodeId node, std::string_view tag) {
  const Manuscript& manuscript = *plan.manuscript;
  for (const Attribute& attribute : manuscript.attributes_of(node)) {
    const std::string_view value = trimmed(attribute.value);
    const bool valid = (attribute.name == "colspan" && is_positive_number(value)) ||
                       (attribute.name == "rowspan" && is_whole_number(value)) ||
                       (attribute.name == "abbr" && tag == "th");
    if (valid) append_attribute(out, attribute.name, value);
    if (attribute.name != "headers") continue;
    const std::string headers = headers_of(plan, node, value);
    if (!headers.empty()) append_attribute(out, "headers", headers);
  }
  if (tag == "th") append_attribute(out, "scope", scope_of(plan, node));
}

/// Whether the element's own attribute has a value that XHTML allows.
bool is_valid_own_attribute(Kind kind, std::string_view name, std::string_view value) {
  switch (kind) {
    case Kind::ol:
      return (name == "start" && is_integer(value)) ||
             (name == "type" && is_one_of(value, {"1", "a", "A", "i", "I"}));
    case Kind::li:
      return name == "value" && is_integer(value);
    case Kind::col:
    case Kind::colgroup:
      return name == "span" && is_positive_number(value);
    case Kind::time:
    case Kind::ins:
    case Kind::del:
      return name == "datetime" && value.size() == 10 && base::is_w3c_date(value);
    case Kind::img:
      return (name == "width" || name == "height") && is_whole_number(value);
    case Kind::a:
      return name == "hreflang" && base::is_language_tag(value);
    default:
      return false;
  }
}

void append_own_attributes(std::string& out, const Plan& plan, NodeId node, std::string_view tag) {
  const Manuscript& manuscript = *plan.manuscript;
  const book::Node& element = manuscript[node];
  if (element.kind == Kind::td || element.kind == Kind::th)
    return append_cell_attributes(out, plan, node, tag);
  const bool counted_item = element.kind != Kind::li || manuscript[element.parent].kind == Kind::ol;
  const bool empty_colgroup = element.kind != Kind::colgroup || element.first_child == kNoNode;
  for (const Attribute& attribute : manuscript.attributes_of(node)) {
    const std::string_view value = trimmed(attribute.value);
    if (element.kind == Kind::ol && attribute.name == "reversed") {
      append_attribute(out, "reversed", "reversed");
    } else if (counted_item && empty_colgroup &&
               is_valid_own_attribute(element.kind, attribute.name, value)) {
      append_attribute(out, attribute.name, value);
    } else if ((element.kind == Kind::q || element.kind == Kind::blockquote) && attribute.name == "cite") {
      if (const auto address = outside_address(value)) append_attribute(out, "cite", *address);
    }
  }
}

}  // namespace

void append_attributes(std::string& out, const Plan& plan, NodeId node, const Appearance& appearance) {
  if (has_id(plan, node)) {
    out += " id=\"";
    append_id(out, plan, node);
    out += '"';
  }
  append_attributes_of_rest(out, plan, node, appearance);
}

void append_attributes_of_rest(std::string& out, const Plan& plan, NodeId node,
                               const Appearance& appearance) {
  const Manuscript& manuscript = *plan.manuscript;
  append_class(out, plan, node, appearance);
  const std::string_view language = manuscript[node].language;
  if (base::is_language_tag(language)) append_language(out, plan.target, language);
  append_style(out, manuscript, node);
  append_aria(out, plan, node, appearance);
  for (const Attribute& attribute : manuscript.attributes_of(node)) {
    const bool direction = attribute.name == "dir" && is_one_of(attribute.value, {"ltr", "rtl", "auto"});
    if (direction || attribute.name == "title") append_attribute(out, attribute.name, attribute.value);
  }
  // A table that is wider than its screen is scrolled, with keys too.
  if (plan.target == Target::site && appearance.tag == "table") append_attribute(out, "tabindex", "0");
  if (appearance.fit == Fit::as_is) append_own_attributes(out, plan, node, appearance.tag);
}

}  // namespace reliure::epub
