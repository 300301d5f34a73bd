#include "judges/document.h"

namespace reliure::judges {

namespace {

/// The page of the first mark or object in an element.
QPDFObjGen first_page(const StructureTree& tree, std::size_t element) {
  for (const Kid& kid : tree.elements[element].kids) {
    const QPDFObjGen page = kid.kind == Kid::Kind::element ? first_page(tree, kid.element) : kid.page;
    if (page.isIndirect()) return page;
  }
  return {};
}

}  // namespace

std::string page_name(const Document& document, QPDFObjGen page) {
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    if (document.pages[i].getObjGen() == page) return "page " + std::to_string(i + 1);
  }
  return {};
}

std::string where_of(Document& document, std::size_t element) {
  const std::string page = page_name(document, first_page(document.tree, element));
  return (page.empty() ? "" : page + ", ") + document.tree.path_of(element) + ", " +
         object_name(document.tree.elements[element].dictionary);
}

QPDFObjectHandle attribute_of(QPDFObjectHandle element, const std::string& owner, const std::string& key) {
  QPDFObjectHandle attributes = element.getKey("/A");
  std::vector<QPDFObjectHandle> all =
      attributes.isArray() ? attributes.getArrayAsVector() : std::vector{attributes};
  for (QPDFObjectHandle& each : all) {
    if (each.isDictionary() && name_at(each, "/O") == owner && each.hasKey(key)) return each.getKey(key);
  }
  return QPDFObjectHandle::newNull();
}

}  // namespace reliure::judges
