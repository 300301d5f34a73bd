#pragma once
// The structure that assistive technology reads (ISO 32000-1 §14.7, §14.8), planned from the manuscript.
#include <cstdint>
#include <string_view>
#include <vector>

#include "book/manuscript.h"

namespace reliure::pdf {

inline constexpr std::uint32_t kNoElement = 0xFFFFFFFF;

/// A structure element: one of the standard types, all known to PDF 1.7.
struct Element {
  std::string_view type;
  /// Index of the parent; `kNoElement` for the root.
  std::uint32_t parent = kNoElement;
  /// The node it was made for; a node may have two, such as LI and LBody.
  book::NodeId node;
};

/// Which element every node belongs to.
struct Structure {
  /// Parents before children, in document order.
  std::vector<Element> elements;
  /// By `NodeId`: the element that a mark of the node belongs to; `kNoElement` for decoration.
  std::vector<std::uint32_t> element_of;
  /// By `NodeId`: how many elements begin up to the node. Marks of one element between which another begins
  /// are two pieces of content.
  std::vector<std::uint32_t> begun;
};

/// The element of a note's call: a Link, followed by the Note and its label, which is the note's own element.
inline std::uint32_t call_of(const Structure& structure, book::NodeId note) {
  return structure.element_of[note.value] - 2;
}
/// The element of a note's number: a Link in the label, back to the call.
inline std::uint32_t number_of(const Structure& structure, book::NodeId note) {
  return structure.element_of[note.value] + 1;
}

Structure plan_structure(const book::Manuscript& manuscript);

}  // namespace reliure::pdf
