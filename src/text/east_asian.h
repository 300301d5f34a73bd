#pragma once
// Characters that stand in squares, without spaces between words: Chinese and Japanese.

namespace reliure::text {

/// Ideographs, kana, bopomofo, and their punctuation and wide forms. Not Hangul, which is written with
/// spaces.
bool is_east_asian(char32_t character);

}  // namespace reliure::text
