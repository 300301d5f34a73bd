#include <map>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

/// All of a name tree's names and values.
void read_names(QPDFObjectHandle node, std::map<std::string, QPDFObjGen>& names, int depth) {
  if (!node.isDictionary() || depth > 40) return;
  if (QPDFObjectHandle pairs = node.getKey("/Names"); pairs.isArray()) {
    for (int i = 0; i + 1 < pairs.getArrayNItems(); i += 2) {
      if (pairs.getArrayItem(i).isString()) {
        names[pairs.getArrayItem(i).getStringValue()] = pairs.getArrayItem(i + 1).getObjGen();
      }
    }
  }
  if (QPDFObjectHandle kids = node.getKey("/Kids"); kids.isArray()) {
    for (QPDFObjectHandle kid : kids.getArrayAsVector()) read_names(kid, names, depth + 1);
  }
}

}  // namespace

void judge_notes(Document& document, Faults& faults) {
  std::map<std::string, QPDFObjGen> names;
  read_names(entry(document.tree.root, "/IDTree"), names, 0);
  std::map<std::string, std::size_t> seen;
  for (std::size_t index = 0; index < document.tree.elements.size(); ++index) {
    Element& element = document.tree.elements[index];
    QPDFObjectHandle id = element.dictionary.getKey("/ID");
    const bool note = element.standard == "Note";
    if (!id.isString() || id.getStringValue().empty()) {
      if (note) faults.add("PDF/UA-1 7.9-1", where_of(document, index), "a Note without ID");
      continue;
    }
    const std::string text = id.getStringValue();
    if (!seen.emplace(text, index).second) {
      faults.add(note ? "PDF/UA-1 7.9-2" : "ISO 32000-1 14.7.2", where_of(document, index),
                 "two elements with the ID " + text);
      continue;
    }
    const auto found = names.find(text);
    if (found == names.end() || found->second != element.dictionary.getObjGen()) {
      faults.add("ISO 32000-1 14.7.2", where_of(document, index),
                 "the IDTree does not lead from " + text + " to it");
    }
  }
  for (const auto& [name, object] : names) {
    if (!seen.contains(name))
      faults.add("ISO 32000-1 14.7.2", "the IDTree", name + " is the ID of no element");
  }
}

}  // namespace reliure::judges
