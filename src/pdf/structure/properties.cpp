#include "pdf/structure/properties.h"

#include "pdf/clusters.h"
#include "pdf/structure/types.h"

namespace reliure::pdf {
namespace {

using book::Kind;
using book::NodeId;

std::string numbered(std::string_view prefix, NodeId node) {
  std::string out(prefix);
  append_integer(out, node.value);
  return out;
}

std::string cell_id(NodeId cell) { return numbered("cell-", cell); }

/// ISO 32000-1 table 347.
std::string_view list_numbering(const book::Manuscript& manuscript, NodeId list, bool has_labels) {
  if (manuscript[list].kind != Kind::ol || !has_labels) {
    return manuscript[list].kind == Kind::ul && has_labels ? "Disc" : "None";
  }
  const std::string_view type = manuscript.attribute(list, "type").value_or(std::string_view());
  return type == "a"   ? "LowerAlpha"
         : type == "A" ? "UpperAlpha"
         : type == "i" ? "LowerRoman"
         : type == "I" ? "UpperRoman"
                       : "Decimal";
}

void add_cell(Entries& entries, const Cell& cell) {
  Entries attributes;
  attributes.name("O", "Table");
  if (cell.scope != Scope::none) {
    attributes.name("Scope", cell.scope == Scope::row ? "Row" : "Column");
  }
  if (cell.columns > 1) {
    attributes.integer("ColSpan", cell.columns);
  }
  if (cell.rows > 1) {
    attributes.integer("RowSpan", cell.rows);
  }
  if (!cell.headers.empty()) {
    std::string list = "[";
    for (const NodeId header : cell.headers) {
      append_string(list, cell_id(header));
    }
    attributes.raw("Headers", list + "]");
  }
  if (cell.scope != Scope::none || cell.columns > 1 || cell.rows > 1 || !cell.headers.empty()) {
    entries.raw("A", "<<" + attributes.take() + ">>");
  }
}

/// An element of the same node stands around this one and says the node's language.
bool repeats_parent(const Structure& structure, const Element& element) {
  return element.parent != kNoElement && structure.elements[element.parent].node == element.node;
}

void add_expansion(Entries& entries, const book::Manuscript& manuscript, NodeId node) {
  if (const auto title = manuscript.attribute(node, "title"); title && !title->empty()) {
    entries.text("E", *title);
  }
}

}  // namespace

std::string element_id(const Structure& structure, const Element& element) {
  if (element.type == "Note") {
    return numbered("note-", element.node);
  }
  const bool is_named = element.cell != kNoElement && structure.cells[element.cell].is_named;
  return is_named ? cell_id(element.node) : std::string();
}

void add_properties(Entries& entries, const book::Manuscript& manuscript, const Structure& structure,
                    std::uint32_t index, bool has_labels) {
  const Element& element = structure.elements[index];
  const NodeId node = element.node;
  if (node == book::kNoNode) {
    return;
  }
  if (!manuscript[node].language.empty() && !repeats_parent(structure, element)) {
    entries.text("Lang", manuscript[node].language);
  }
  if (const std::string id = element_id(structure, element); !id.empty()) {
    entries.string("ID", id);
  }
  if (const std::string_view label = label_of(manuscript, node); element.type == "Span" && !label.empty()) {
    entries.text("ActualText", label);
  }
  if (element.type == "Figure" || element.type == "Formula") {
    const std::string_view name = element.type == "Figure" ? "alt" : "alttext";
    if (const auto alternative = manuscript.attribute(node, name); alternative && !alternative->empty()) {
      entries.text("Alt", readable(*alternative));
    }
  } else if (element.type == "L") {
    entries.raw("A", "<</O /List /ListNumbering /" +
                         std::string(list_numbering(manuscript, node, has_labels)) + ">>");
  } else if (element.cell != kNoElement) {
    add_cell(entries, structure.cells[element.cell]);
  } else if (manuscript[node].kind == Kind::abbr) {
    add_expansion(entries, manuscript, node);
  }
}

}  // namespace reliure::pdf
