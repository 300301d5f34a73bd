#pragma once
// The structure tree of a PDF, flat.
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "judges/faults.h"
#include "judges/qpdf.h"

namespace reliure::judges {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// An entry of an element's K.
struct Kid {
  enum class Kind { element, mark, object };
  Kind kind = Kind::element;
  /// Index of the child element.
  std::size_t element = kNone;
  /// The page that a mark or an object is on; without number where the file does not say.
  QPDFObjGen page;
  /// The form XObject that a mark is in; without number for the page itself.
  QPDFObjGen stream;
  int mcid = -1;
  QPDFObjGen object;
};

struct Element {
  QPDFObjectHandle dictionary;
  /// S, as it is written.
  std::string type;
  /// The standard type that it is, or is mapped to; empty where there is none.
  std::string standard;
  /// Index of the parent; kNone below the root.
  std::size_t parent = kNone;
  std::vector<Kid> kids;
};

struct StructureTree {
  QPDFObjectHandle root;
  /// In the order of the tree.
  std::vector<Element> elements;
  std::map<QPDFObjGen, std::size_t> element_of;

  /// `Document/Sect/Table`.
  std::string path_of(std::size_t element) const;
  /// The standard types of the elements below an element, NonStruct and Div looked through: ISO 32000-1 lets
  /// both stand anywhere without a meaning of their own.
  std::vector<std::size_t> children_of(std::size_t element) const;
  std::size_t parent_of(std::size_t element) const;
  /// Its marks and those of all below it.
  bool has_content(std::size_t element) const;
};

/// The 49 standard types of ISO 32000-1, 14.8.4.
bool is_standard_type(const std::string& type);

/// Reads the tree; entries that are no entries, circles and mapping in circles are faults.
StructureTree read_structure_tree(QPDFObjectHandle catalog, Faults& faults);

}  // namespace reliure::judges
