#pragma once
// Upper and lower case by Unicode's tables, without locale (CSS Text 3 §2.1).
#include <string>
#include <string_view>

namespace reliure::layout {

/// Appends the upper case of `character` in the language; U+00DF becomes two letters. In Turkish and
/// Azerbaijani the dot of the i stays what it is, in Lithuanian a dot above goes, in Greek the accents go
/// (Unicode SpecialCasing, CSS Text 3 §2.1.1).
void append_uppercase(char32_t character, std::string_view language, std::string& out);
void append_lowercase(char32_t character, std::string_view language, std::string& out);
/// A letter or digit, roughly: what a word is made of. Marks and letters of all scripts count.
bool is_word_character(char32_t character);

}  // namespace reliure::layout
