#include "text/break_rules.h"

#include <algorithm>

namespace reliure::text {
namespace {

/// Spaces at which UAX #14 would break; no-break spaces need no rule.
bool is_space(char32_t character) {
  return character == U' ' || character == U'\t' || (character >= 0x2000 && character <= 0x200A);
}

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

}  // namespace

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
