#pragma once
// French typography, after the usage of the Imprimerie nationale.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "source/typography.h"

namespace reliure::content {

/// One text of a line of prose.
struct Piece {
  std::string_view text;
  /// Code and addresses are read for what stands beside them, and never change.
  bool settable = true;
};

/// What is done to a part of a piece.
enum class Act : std::uint8_t {
  /// `character` takes its place.
  set,
  /// It is taken out: the end of a run of spaces that begins in another piece.
  drop,
  /// It is set as superior letters; the text stays.
  raise,
  /// Nothing is done, and the author may want to know.
  remark
};

struct Change {
  std::uint32_t piece = 0;
  /// Bytes of the piece's text; an empty range is a place between two characters.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  char32_t character = 0;
  source::TypographyRule rule{};
  Act act = Act::set;
};

/// What the rules change in a line, in the order of its text.
///
///   ; ! ?        U+202F before           :            U+00A0 before
///   « »          U+00A0 inside           % € units    U+00A0 before
///   n° M. art.   U+00A0 after            12 000       U+202F between groups of three digits
///   4 mai        U+00A0 between          x – y – z    U+00A0 on the inner side of each dash
///   l'eau        U+2019                  ...          U+2026
///   1er XXe      superior letters
///
/// A space that the author typed becomes the right one. One that is missing is added only between a word and
/// the sign that ends it: never in addresses, times (`10:55`), paths, smileys. Letters and words are the
/// author's: `etc...` gets a remark. Setting twice changes nothing.
std::vector<Change> french(std::span<const Piece> line, const source::Typography& typography);

}  // namespace reliure::content
