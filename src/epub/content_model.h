#pragma once
// What may stand in what: the content models of XHTML (HTML Standard, section 3.2.5; EPUBCheck judges by
// them), and how an element that stands elsewhere is written all the same.
#include <cstdint>

#include "book/kind.h"

namespace reliure::epub {

/// What an open element may hold.
enum class Model : std::uint8_t {
  flow,      ///< blocks and text
  phrasing,  ///< text and inlines
  figure,    ///< flow with a caption first or last
  list,      ///< li
  terms,     ///< dt and dd, or groups of them
  table,     ///< caption, colgroup, thead, tbody, tfoot
  rows,      ///< tr
  cells,     ///< td, th
  columns,   ///< col
  ruby,      ///< phrasing, rt, rp
  nothing,
};

/// How a child is written where it stands.
enum class Fit : std::uint8_t {
  as_is,
  /// As a `div` or `span` whose class tells what it was.
  as_div,
  as_span,
  /// Its tags are left out.
  drop,
  /// In an element made for it and for those after it that need the same.
  wrap,
};

struct Placement {
  Fit fit = Fit::as_is;
  /// For `Fit::wrap`: ul, li, dd, colgroup, tbody, tr or td.
  book::Kind wrapper = book::Kind::div;
};

/// Whether text and inlines may stand directly in it.
constexpr bool holds_phrasing(Model model) { return model <= Model::figure; }

/// Whether the kind is an inline of HTML ("phrasing content"); text is.
bool is_phrasing(book::Kind kind);

/// Whether the element takes the content model of its parent (`a`, `ins`, `del`).
bool is_transparent(book::Kind kind);

/// How a child of `kind` is written in an element that holds `parent`. `has_block` says that the child
/// has an element below it that only flow content holds.
Placement place(Model parent, book::Kind kind, bool has_block);

/// What an element written as it is in `parent` may hold.
Model model_of(book::Kind kind, Model parent);

}  // namespace reliure::epub
