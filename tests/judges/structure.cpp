#include <set>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

void judge_role_map(Document& document, Faults& faults) {
  QPDFObjectHandle roles = entry(document.tree.root, "/RoleMap");
  if (!roles.isDictionary()) return;
  for (const std::string& key : roles.getKeys()) {
    const std::string type = key.substr(1);
    if (is_standard_type(type)) {
      faults.add("PDF/UA-1 7.1-7, PDF/A-2 6.7.3.4-3", "the role map",
                 type + " is a standard type, and is mapped");
    }
    std::set<std::string> seen;
    std::string at = type;
    while (!at.empty() && seen.insert(at).second) at = name_at(roles, "/" + at);
    if (!at.empty()) {
      faults.add("PDF/UA-1 7.1-6, PDF/A-2 6.7.3.4-2", "the role map", type + " is mapped in a circle");
    }
  }
}

void judge_type(Document& document, std::size_t index, Faults& faults) {
  const Element& element = document.tree.elements[index];
  if (element.standard.empty()) {
    faults.add("PDF/UA-1 7.1-5, PDF/A-2 6.7.3.4-1", where_of(document, index),
               element.type + " is no standard type, nor mapped to one");
  }
  if (const std::string type = name_at(element.dictionary, "/Type"); !type.empty() && type != "StructElem") {
    faults.add("ISO 32000-1 14.7.2", where_of(document, index), "its Type is " + type);
  }
}

void judge_parent(Document& document, std::size_t index, Faults& faults) {
  Element& element = document.tree.elements[index];
  QPDFObjectHandle parent = element.dictionary.getKey("/P");
  if (!parent.isDictionary()) {
    faults.add("PDF/UA-1 7.1-12", where_of(document, index), "no P");
    return;
  }
  QPDFObjectHandle right =
      element.parent == kNone ? document.tree.root : document.tree.elements[element.parent].dictionary;
  if (parent.getObjGen() != right.getObjGen()) {
    faults.add("ISO 32000-1 14.7.2", where_of(document, index),
               "P is not the element that has it among its K");
  }
}

/// Empty texts say nothing, and hide what they stand for.
void judge_texts(Document& document, std::size_t index, Faults& faults) {
  Element& element = document.tree.elements[index];
  for (const char* key : {"/ActualText", "/Alt", "/E", "/T"}) {
    QPDFObjectHandle text = element.dictionary.getKey(key);
    const bool judged_as_figure = element.standard == "Figure" || element.standard == "Formula";
    if (text.isString() && text.getUTF8Value().empty() && !judged_as_figure) {
      faults.add("reliure empty-text", where_of(document, index), std::string(key + 1) + " is empty");
    }
  }
}

/// Cells may be empty, and so may be what consists of them.
void judge_content(Document& document, std::size_t index, Faults& faults) {
  static const std::set<std::string> in_tables = {"TD", "TH", "TR", "THead", "TBody", "TFoot"};
  if (!in_tables.contains(document.tree.elements[index].standard) && !document.tree.has_content(index)) {
    faults.add("reliure empty-element", where_of(document, index), "it has no content");
  }
}

}  // namespace

void judge_structure(Document& document, Faults& faults) {
  judge_role_map(document, faults);
  if (document.tree.root.isDictionary() && name_at(document.tree.root, "/Type") != "StructTreeRoot") {
    faults.add("ISO 32000-1 14.7.2", "the root", "its Type is not StructTreeRoot");
  }
  for (std::size_t index = 0; index < document.tree.elements.size(); ++index) {
    judge_type(document, index, faults);
    judge_parent(document, index, faults);
    judge_texts(document, index, faults);
    // Of empty elements within each other the outermost is told.
    const std::size_t parent = document.tree.elements[index].parent;
    if (parent == kNone || document.tree.has_content(parent)) judge_content(document, index, faults);
  }
}

}  // namespace reliure::judges
