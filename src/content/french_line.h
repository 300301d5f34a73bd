#pragma once
// A line of prose as the rules of French read it.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/french.h"

namespace reliure::content {

inline constexpr char32_t kApostrophe = 0x2019;
inline constexpr char32_t kEllipsis = 0x2026;
inline constexpr char32_t kEnDash = 0x2013;
inline constexpr char32_t kEmDash = 0x2014;

constexpr bool is_space(char32_t c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == source::kNoBreakSpace ||
         c == source::kNarrowNoBreakSpace || c == 0x2009;
}
constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == 0x152;
}
constexpr bool is_letter(char32_t c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= 0xDF && c < 0x2000 && c != 0xF7);
}
constexpr bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }
constexpr bool is_high(char32_t c) { return c == ';' || c == '!' || c == '?'; }
constexpr bool is_dash(char32_t c) { return c == kEnDash || c == kEmDash; }
/// Numerals that ordinals are written with.
constexpr bool is_numeral(char32_t c) { return c == 'I' || c == 'V' || c == 'X' || c == 'L'; }
constexpr bool is_opening(char32_t c) { return c == 0xAB || c == 0x2039; }
constexpr bool is_closing(char32_t c) { return c == 0xBB || c == 0x203A; }
constexpr bool is_one_of(char32_t c, std::u32string_view set) {
  for (const char32_t each : set) {
    if (each == c) return true;
  }
  return false;
}

/// No numeral that `is_roman` knows is longer: `CCCLXXXVIII`.
inline constexpr std::size_t kLongestRoman = 11;
/// Whether these are a Roman numeral below 400, in capitals.
bool is_roman(std::u32string_view numeral);

/// The characters of a line from 1 up to `end()`; out of range there is 0.
class Line {
 public:
  explicit Line(std::span<const Piece> pieces);

  char32_t operator[](std::size_t index) const { return index < characters_.size() ? characters_[index] : 0; }
  std::size_t end() const { return characters_.size() - 1; }
  bool contains(char32_t character) const { return characters_.find(character) != characters_.npos; }
  /// Where the character at `index` begins, in bytes of all pieces one after the other.
  std::uint32_t offset(std::size_t index) const { return offsets_[index]; }

  /// Whether the word that ends with the character at `last` is `word`.
  bool ends_with(std::size_t last, std::u32string_view word) const;
  /// Whether the word that begins at `begin` is `word`.
  bool begins_with(std::size_t begin, std::u32string_view word) const;
  /// The first index of the digits that end at `last`.
  std::size_t number_begin(std::size_t last) const;
  /// Whether what spaces bound around `index` is a mail or web address or a path of Windows.
  bool in_address(std::size_t index) const;
  /// Makes one ellipsis of the three characters at each of `places`, which are sorted.
  void collapse_dots(std::span<const std::size_t> places);

 private:
  std::u32string characters_;
  std::vector<std::uint32_t> offsets_;
  /// The last answer of `in_address`.
  mutable std::size_t word_begin_ = 0;
  mutable std::size_t word_end_ = 0;
  mutable bool address_ = false;
};

}  // namespace reliure::content
