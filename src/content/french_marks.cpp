#include "content/french_marks.h"

#include <algorithm>
#include <array>

namespace reliure::content {
namespace {

/// What behind a number can be superior letters: on `1`, on `2`, on any other.
constexpr std::array kFirst = {U"er", U"re", U"ers", U"res"};
constexpr std::array kSecond = {U"e", U"es", U"d", U"ds", U"de", U"des", U"nd", U"nds", U"nde", U"ndes"};
constexpr std::array kOther = {U"e", U"es"};

/// Numbers of more digits are codes.
constexpr std::size_t kMostDigits = 4;
/// `XXXVIII`.
constexpr std::size_t kMostNumerals = 7;

template <std::size_t N>
std::size_t size_of_word(const Line& line, std::size_t at, const std::array<const char32_t*, N>& words) {
  for (const std::u32string_view word : words) {
    if (line.begins_with(at, word)) return word.size();
  }
  return 0;
}

/// Whether an ordinal may begin behind this character, or end before it: not a code (`#2e`), a path, a
/// product.
bool bounds_ordinal(char32_t c) { return !is_word(c) && !is_one_of(c, U"#_-./\\@:+=&,*"); }
bool ends_ordinal(char32_t c) { return !is_word(c) && !is_one_of(c, U"_/\\@#=+&*"); }

/// The letters behind the numeral of a century or a sovereign: up to 49, which no word is spelled with.
std::size_t roman_letters(const Line& line, std::size_t at) {
  std::u32string numeral;
  while (numeral.size() <= kMostNumerals && is_numeral(line[at - 1 - numeral.size()])) {
    numeral += line[at - 1 - numeral.size()];
  }
  std::ranges::reverse(numeral);
  const char32_t before = line[at - 1 - numeral.size()];
  if (!(bounds_ordinal(before) || before == '-') || numeral.starts_with('L') || !is_roman(numeral)) return 0;
  return numeral == U"I" ? size_of_word(line, at, kFirst) : size_of_word(line, at, kOther);
}

}  // namespace

bool is_elision(const Line& line, std::size_t at) {
  const char32_t after = line[at + 1];
  return line[at] == '\'' && is_letter(line[at - 1]) &&
         (is_word(after) || is_opening(after) || is_one_of(after, U"“\"")) && !line.in_address(at);
}

bool is_three_points(const Line& line, std::size_t at) {
  if (line[at] != '.' || line[at + 1] != '.' || line[at + 2] != '.') return false;
  const char32_t before = line[at - 1];
  const char32_t after = line[at + 3];
  const bool range = is_digit(before) && is_digit(after);
  return !is_one_of(before, U"./\\…") && !is_one_of(after, U"./\\…") && !range && !line.in_address(at);
}

std::size_t points_after_etc(const Line& line, std::size_t at) {
  if (at < 3 || line[at - 1] != 'c' || !line.ends_with(at - 1, U"etc")) return 0;
  std::size_t end = at;
  while (line[end] == '.' || line[end] == kEllipsis) ++end;
  const std::size_t size = end - at;
  return size > 1 || (size == 1 && line[at] == kEllipsis) ? size : 0;
}

std::size_t ordinal_letters(const Line& line, std::size_t at) {
  const char32_t last = line[at - 1];
  if (!(is_digit(last) || is_numeral(last)) || !is_one_of(line[at], U"erdn")) return 0;
  std::size_t size = 0;
  if (is_digit(last)) {
    std::size_t begin = at - 1;
    while (at - begin <= kMostDigits && is_digit(line[begin - 1])) --begin;
    if (at - begin > kMostDigits || !bounds_ordinal(line[begin - 1]) || line[begin] == '0') return 0;
    const bool single = at - begin == 1;
    size = single && last == '1'   ? size_of_word(line, at, kFirst)
           : single && last == '2' ? size_of_word(line, at, kSecond)
                                   : size_of_word(line, at, kOther);
    if (line[at + size] == '-') return 0;  // `2e-3`
  } else {
    size = roman_letters(line, at);
  }
  return size != 0 && ends_ordinal(line[at + size]) ? size : 0;
}

}  // namespace reliure::content
