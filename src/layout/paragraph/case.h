#pragma once
// Upper and lower case by Unicode's tables, without locale (CSS Text 3 §2.1).
#include <string>

namespace reliure::layout {

/// Appends the upper case of `character`; U+00DF becomes two letters.
void append_uppercase(char32_t character, std::string& out);
void append_lowercase(char32_t character, std::string& out);
/// A letter or digit, roughly: what a word is made of. Marks and letters of all scripts count.
bool is_word_character(char32_t character);

}  // namespace reliure::layout
