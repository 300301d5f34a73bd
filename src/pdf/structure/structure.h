#pragma once
// The structure that assistive technology reads (ISO 32000-1 §14.7, §14.8), planned from the manuscript and
// from what pages show of it.
#include <cstdint>
#include <string_view>
#include <vector>

#include "book/book.h"

namespace reliure::pdf {

inline constexpr std::uint32_t kNoElement = 0xFFFFFFFF;

/// What a header cell heads (ISO 32000-1 table 349).
enum class Scope : std::uint8_t { none, column, row };

/// A cell of a table whose rows all have the same number of columns.
struct Cell {
  std::uint32_t columns = 1;
  std::uint32_t rows = 1;
  Scope scope = Scope::none;
  /// Other cells name it as their header.
  bool is_named = false;
  /// The cells of the headers, where scopes alone would not say which they are.
  std::vector<book::NodeId> headers;
};

/// A structure element: one of the standard types, all known to PDF 1.7.
struct Element {
  std::string_view type;
  /// Index of the parent; `kNoElement` for the root.
  std::uint32_t parent = kNoElement;
  /// The node it was made for; a node may have two, such as LI and LBody. None for the missing cell of a row.
  book::NodeId node;
  /// Where it stands among its siblings, in document order.
  book::NodeId place;
  /// Of a TH or TD: into `Structure::cells`.
  std::uint32_t cell = kNoElement;
};

/// Which element every node belongs to.
struct Structure {
  /// Parents before children, in document order but for the missing cells of rows.
  std::vector<Element> elements;
  std::vector<Cell> cells;
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

/// Whether elements of the type only group others and hold no content of their own (ISO 32000-1 §14.8.4.2).
bool is_grouping(std::string_view type);
/// The type of the element around the marks of an element of `type`: itself, or that in a group, a list or a
/// table of contents where marks of their own are put.
std::string_view type_of_marks(std::string_view type);

/// Elements nest as PDF/UA-1 and PDF/A-2a demand, whatever the manuscript held: lists of items, rows of
/// cells, headings without a skipped level, text in paragraphs.
Structure plan_structure(const book::Book& book);

}  // namespace reliure::pdf
