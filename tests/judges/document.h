#pragma once
// A PDF as all rules see it: opened and walked once.
#include <string>
#include <vector>

#include "judges/content_walk.h"
#include "judges/objects.h"
#include "judges/qpdf.h"
#include "judges/structure_tree.h"
#include "judges/xmp.h"

namespace reliure::judges {

struct Document {
  QPDF pdf;
  /// The file.
  std::string bytes;
  QPDFObjectHandle catalog;
  std::vector<QPDFObjectHandle> pages;
  Xmp xmp;
  StructureTree tree;
  Content content;
};

/// `page 12`, as a reader counts; empty for an object that is no page.
std::string page_name(const Document& document, QPDFObjGen page);
/// The page, path and object of an element.
std::string where_of(Document& document, std::size_t element);
/// The first key's value in a dictionary or an array of dictionaries, such as an element's A.
QPDFObjectHandle attribute_of(QPDFObjectHandle element, const std::string& owner, const std::string& key);

}  // namespace reliure::judges
