#pragma once
// Characters of texts without spaces between words.

namespace reliure::text {

/// Ideographs, kana, bopomofo, and their punctuation and wide forms. Not Hangul, which is written with
/// spaces.
bool is_east_asian(char32_t character);

/// Letters, marks and signs of Thai, whose words are known by `WordList`.
constexpr bool is_thai(char32_t character) { return character >= 0xE01 && character <= 0xE4E; }

}  // namespace reliure::text
