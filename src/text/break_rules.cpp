#include "text/break_rules.h"

#include <algorithm>

namespace reliure::text {
namespace {

/// Spaces at which UAX #14 would break; no-break spaces need no rule.
bool is_space(char32_t character) {
  return character == U' ' || character == U'\t' || (character >= 0x2000 && character <= 0x200A);
}

bool is_no_break_space(char32_t character) { return character == 0xA0 || character == 0x202F; }

bool is_hyphen(char32_t character) { return character == U'-' || character == 0x2010; }

void prohibit(Break& place) {
  if (place != Break::mandatory) {
    place = Break::prohibited;
  }
}

/// Prohibits breaks at `index` and at all spaces before it.
void prohibit_before(std::u32string_view text, std::span<Break> breaks, std::size_t index) {
  while (index > 0) {
    prohibit(breaks[index - 1]);
    if (!is_space(text[index - 1])) return;
    --index;
  }
}

void prohibit_after(std::u32string_view text, std::span<Break> breaks, std::size_t index) {
  prohibit(breaks[index]);
  for (std::size_t i = index + 1; i < text.size() && is_space(text[i]); ++i) {
    prohibit(breaks[i]);
  }
}

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

/// What units are written with: letters, digits, signs of currencies, raised and lowered digits.
bool is_unit_character(char32_t character) {
  const char32_t lower = character | 0x20;
  const bool ascii = is_digit(character) || (lower >= U'a' && lower <= U'z');
  return ascii || (character < 0x80 ? character == U'$' || character == U'%'
                                    : !is_space(character) && !is_no_break_space(character));
}

/// The units, without their number, of `10 Mbit` or `100km`: what ends before the slash at `slash`; empty
/// where no number is before them.
std::u32string_view measured_unit(std::u32string_view text, std::size_t slash) {
  constexpr std::size_t kLongestUnit = 8;  // `kgCO2e`
  std::size_t begin = slash;
  while (begin > 0 && slash - begin <= 2 * kLongestUnit && is_unit_character(text[begin - 1])) --begin;
  std::u32string_view unit = text.substr(begin, slash - begin);
  const bool touches = !unit.empty() && is_digit(unit.front());
  while (!unit.empty() && is_digit(unit.front())) unit.remove_prefix(1);
  const bool behind_number = begin >= 2 && !is_unit_character(text[begin - 1]) && is_digit(text[begin - 2]) &&
                             (is_space(text[begin - 1]) || is_no_break_space(text[begin - 1]));
  return (touches || behind_number) && unit.size() <= kLongestUnit ? unit : std::u32string_view();
}

/// No break behind the slash of `Mbit/s`, `€/an`.
void keep_ratio(std::u32string_view text, std::span<Break> breaks, std::size_t slash) {
  constexpr std::size_t kLongestDivisor = 5;  // `heure`
  if (measured_unit(text, slash).empty()) return;
  std::size_t end = slash + 1;
  while (end < text.size() && end - slash <= kLongestDivisor + 1 && is_unit_character(text[end])) ++end;
  const std::u32string_view divisor = text.substr(slash + 1, end - slash - 1);
  const bool is_unit = !divisor.empty() && divisor.size() <= kLongestDivisor && !is_digit(divisor.front());
  if (is_unit) prohibit(breaks[slash]);
}

}  // namespace

void keep_units(std::u32string_view text, std::span<Break> breaks) {
  constexpr std::u32string_view kCurrencies = U"€$£¥";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == U'/') keep_ratio(text, breaks, i);
    const bool multiplied = i > 0 && kCurrencies.find(text[i]) != kCurrencies.npos &&
                            (text[i - 1] | 0x20) >= U'a' && (text[i - 1] | 0x20) <= U'z';
    if (multiplied) prohibit(breaks[i - 1]);
  }
}

void keep_leading_hyphens(std::u32string_view text, std::span<Break> breaks) {
  constexpr std::u32string_view kOpening = U"([{«“‘‹\"'";
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!is_hyphen(text[i]) || is_space(text[i + 1])) continue;
    const bool leads = i == 0 || is_space(text[i - 1]) || text[i - 1] == 0xA0 || text[i - 1] == 0x202F ||
                       text[i - 1] == U'\n' || kOpening.find(text[i - 1]) != std::u32string_view::npos;
    if (leads) {
      prohibit(breaks[i]);
    }
  }
}

void keep_small_kana(std::u32string_view text, std::span<Break> breaks) {
  constexpr std::u32string_view kSmall = U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー";
  constexpr char32_t kFirstExtension = 0x31F0, kLastExtension = 0x31FF;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool small = kSmall.find(text[i]) != std::u32string_view::npos ||
                       (text[i] >= kFirstExtension && text[i] <= kLastExtension);
    if (small && !is_space(text[i - 1])) {
      prohibit(breaks[i - 1]);
    }
  }
}

void keep_french_punctuation(std::u32string_view text, std::span<Break> breaks) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case U';':
      case U':':
      case U'!':
      case U'?':
      case U'»':
        prohibit_before(text, breaks, i);
        break;
      case U'«':
        prohibit_after(text, breaks, i);
        break;
      case U't':
        // a-t-il: the euphonic t goes with the pronoun.
        if (i > 0 && i + 1 < text.size() && is_hyphen(text[i - 1]) && is_hyphen(text[i + 1])) {
          prohibit(breaks[i + 1]);
        }
        break;
      default:
        break;
    }
  }
}

}  // namespace reliure::text
