#include "judges/structure_tree.h"

#include <algorithm>
#include <array>
#include <set>

#include "judges/objects.h"

namespace reliure::judges {

namespace {

constexpr std::array kStandardTypes = {
    "Document", "Part",      "Art",     "Sect",  "Div",  "BlockQuote", "Caption", "TOC",       "TOCI",
    "Index",    "NonStruct", "Private", "H",     "H1",   "H2",         "H3",      "H4",        "H5",
    "H6",       "P",         "L",       "LI",    "Lbl",  "LBody",      "Table",   "TR",        "TH",
    "TD",       "THead",     "TBody",   "TFoot", "Span", "Quote",      "Note",    "Reference", "BibEntry",
    "Code",     "Link",      "Annot",   "Ruby",  "RB",   "RT",         "RP",      "Warichu",   "WT",
    "WP",       "Figure",    "Formula", "Form"};

class Reader {
 public:
  Reader(StructureTree& tree, Faults& faults) : tree_(tree), faults_(faults) {}

  void read() { read_kids(tree_.root, kNone); }

 private:
  void read_kids(QPDFObjectHandle parent, std::size_t index) {
    QPDFObjectHandle kids = parent.getKey("/K");
    if (kids.isArray()) {
      for (int i = 0; i < kids.getArrayNItems(); ++i) read_kid(kids.getArrayItem(i), index);
    } else if (!kids.isNull()) {
      read_kid(kids, index);
    }
  }

  void read_kid(QPDFObjectHandle kid, std::size_t parent) {
    const std::string type = name_at(kid, "/Type");
    if (kid.isInteger() && parent != kNone) {
      tree_.elements[parent].kids.push_back(
          {Kid::Kind::mark, kNone, own_page(parent), {}, kid.getIntValueAsInt(), {}});
    } else if (type == "MCR" && parent != kNone) {
      const QPDFObjectHandle stream = kid.getKey("/Stm");
      tree_.elements[parent].kids.push_back(
          {Kid::Kind::mark,
           kNone,
           page_of(kid, parent),
           stream.getObjGen(),
           kid.getKey("/MCID").isInteger() ? kid.getKey("/MCID").getIntValueAsInt() : -1,
           {}});
    } else if (type == "OBJR" && parent != kNone) {
      tree_.elements[parent].kids.push_back(
          {Kid::Kind::object, kNone, page_of(kid, parent), {}, -1, kid.getKey("/Obj").getObjGen()});
    } else if (kid.isDictionary()) {
      read_element(kid, parent);
    } else {
      faults_.add("ISO 32000-1 14.7.2", where(parent), "K holds what is neither element, mark nor object");
    }
  }

  void read_element(QPDFObjectHandle dictionary, std::size_t parent) {
    const QPDFObjGen id = dictionary.getObjGen();
    if (id.isIndirect() && tree_.element_of.contains(id)) {
      faults_.add("ISO 32000-1 14.7.2", where(parent),
                  "element " + id.unparse(' ') + " has two parents, or is below itself");
      return;
    }
    const std::size_t index = tree_.elements.size();
    if (id.isIndirect()) tree_.element_of[id] = index;
    const std::string type = name_at(dictionary, "/S");
    tree_.elements.push_back({dictionary, type, standard_of(type), parent, {}});
    if (parent != kNone) {
      tree_.elements[parent].kids.push_back({Kid::Kind::element, index, {}, {}, -1, {}});
    }
    read_kids(dictionary, index);
  }

  /// Follows the role map to a standard type; nothing where it ends elsewhere or runs in a circle.
  std::string standard_of(std::string type) {
    QPDFObjectHandle roles = tree_.root.getKey("/RoleMap");
    std::set<std::string> seen;
    while (!is_standard_type(type) && !type.empty() && seen.insert(type).second) {
      type = name_at(roles, "/" + type);
    }
    return is_standard_type(type) ? type : std::string();
  }

  QPDFObjGen own_page(std::size_t element) {
    return tree_.elements[element].dictionary.getKey("/Pg").getObjGen();
  }
  QPDFObjGen page_of(QPDFObjectHandle kid, std::size_t element) {
    return kid.hasKey("/Pg") ? kid.getKey("/Pg").getObjGen() : own_page(element);
  }
  std::string where(std::size_t element) const {
    return element == kNone ? "the root" : tree_.path_of(element);
  }

  StructureTree& tree_;
  Faults& faults_;
};

}  // namespace

bool is_standard_type(const std::string& type) {
  return std::find(kStandardTypes.begin(), kStandardTypes.end(), type) != kStandardTypes.end();
}

std::string StructureTree::path_of(std::size_t element) const {
  std::string path;
  for (std::size_t at = element; at != kNone; at = elements[at].parent) {
    path = elements[at].type + (path.empty() ? "" : "/") + path;
  }
  return path;
}

namespace {

bool is_looked_through(const Element& element) {
  return element.standard == "NonStruct" || element.standard == "Div";
}

}  // namespace

std::vector<std::size_t> StructureTree::children_of(std::size_t element) const {
  std::vector<std::size_t> children;
  for (const Kid& kid : elements[element].kids) {
    if (kid.kind != Kid::Kind::element) continue;
    if (is_looked_through(elements[kid.element])) {
      const std::vector<std::size_t> inner = children_of(kid.element);
      children.insert(children.end(), inner.begin(), inner.end());
    } else {
      children.push_back(kid.element);
    }
  }
  return children;
}

std::size_t StructureTree::parent_of(std::size_t element) const {
  std::size_t parent = elements[element].parent;
  while (parent != kNone && is_looked_through(elements[parent])) parent = elements[parent].parent;
  return parent;
}

bool StructureTree::has_content(std::size_t element) const {
  return std::any_of(elements[element].kids.begin(), elements[element].kids.end(), [&](const Kid& kid) {
    return kid.kind != Kid::Kind::element || has_content(kid.element);
  });
}

StructureTree read_structure_tree(QPDFObjectHandle catalog, Faults& faults) {
  StructureTree tree;
  tree.root = catalog.getKey("/StructTreeRoot");
  if (tree.root.isDictionary()) {
    Reader(tree, faults).read();
  }
  return tree;
}

}  // namespace reliure::judges
