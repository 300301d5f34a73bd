#pragma once
// Letters and their case, for hyphenation. Not for other rooms.

namespace reliure::text {

bool is_letter(char32_t character);
/// Capitals and title case.
bool is_capital(char32_t character);
/// The small letter of a capital of the Latin, Greek, Cyrillic or Armenian script; others as they are.
char32_t small_letter(char32_t character);

}  // namespace reliure::text
