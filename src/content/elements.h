#pragma once
// What becomes of each HTML element in a book.
#include <cstdint>
#include <string_view>

#include "book/kind.h"

namespace reliure::content {

enum class Treatment : std::uint8_t {
  /// Becomes a node of its kind.
  keep,
  /// Its children stand in its place.
  unwrap,
  /// Left out with its content, without a word: a reader of the page does not see it either.
  drop,
  /// Left out with its content, and reported: the reader of the page would miss it.
  report,
  /// Left out and reported, but its address stays as a link.
  medium,
  /// `img`, `picture`, `svg`, `math` and `input` have functions of their own.
  img,
  picture,
  svg,
  math,
  input,
  /// Not in HTML: reported, becomes a block or an inline.
  unknown,
};

struct ElementRule {
  std::string_view name;
  Treatment treatment = Treatment::unknown;
  book::Kind kind = book::Kind::span;
};

/// The rule for the elements with this lower-case name; see `rule_of` for one element.
ElementRule element_rule(std::string_view name);

/// Whether the kind is a block: what a paragraph cannot hold.
constexpr bool is_block(book::Kind kind) { return kind < book::Kind::note; }
/// Whether the kind holds only other blocks of its model, so that white space in it means nothing.
constexpr bool holds_no_text(book::Kind kind) {
  using book::Kind;
  return kind == Kind::ul || kind == Kind::ol || kind == Kind::dl || kind == Kind::table ||
         kind == Kind::thead || kind == Kind::tbody || kind == Kind::tfoot || kind == Kind::tr ||
         kind == Kind::colgroup || kind == Kind::document;
}
/// Whether the kind may hold only inlines.
constexpr bool holds_inlines(book::Kind kind) {
  return kind == book::Kind::p || kind == book::Kind::pre || book::heading_level(kind) > 0;
}

}  // namespace reliure::content
