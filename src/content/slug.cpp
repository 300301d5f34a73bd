#include "content/slug.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "content/ascii.h"

namespace reliure::content {
namespace {

/// U+00C0 to U+017F without their accents, as Unicode's decomposition has it; `_` where there is none.
constexpr std::string_view kLatin[] = {
    "A", "A", "A",  "A",  "A", "A", "AE", "C",  "E",  "E", "E", "E", "I",  "I",  "I", "I", "D", "N",
    "O", "O", "O",  "O",  "O", "_", "O",  "U",  "U",  "U", "U", "Y", "TH", "ss", "a", "a", "a", "a",
    "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i",  "i", "i", "i", "d",  "n",  "o", "o", "o", "o",
    "o", "_", "o",  "u",  "u", "u", "u",  "y",  "th", "y", "A", "a", "A",  "a",  "A", "a", "C", "c",
    "C", "c", "C",  "c",  "C", "c", "D",  "d",  "D",  "d", "E", "e", "E",  "e",  "E", "e", "E", "e",
    "E", "e", "G",  "g",  "G", "g", "G",  "g",  "G",  "g", "H", "h", "H",  "h",  "I", "i", "I", "i",
    "I", "i", "I",  "i",  "I", "i", "IJ", "ij", "J",  "j", "K", "k", "k",  "L",  "l", "L", "l", "L",
    "l", "L", "l",  "L",  "l", "N", "n",  "N",  "n",  "N", "n", "n", "N",  "n",  "O", "o", "O", "o",
    "O", "o", "OE", "oe", "R", "r", "R",  "r",  "R",  "r", "S", "s", "S",  "s",  "S", "s", "S", "s",
    "T", "t", "T",  "t",  "T", "t", "U",  "u",  "U",  "u", "U", "u", "U",  "u",  "U", "u", "U", "u",
    "W", "w", "Y",  "y",  "Y", "Z", "z",  "Z",  "z",  "Z", "z", "s"};
constexpr char32_t kFirstLatin = 0xC0;
constexpr char32_t kLastLatin = 0x17F;
static_assert(std::size(kLatin) == kLastLatin - kFirstLatin + 1);

/// The character without its accents, `_` when ASCII has nothing for it. `ascii` is storage for one letter.
std::string_view without_accents(char32_t character, char& ascii) {
  if (character < 0x80) {
    ascii = static_cast<char>(character);
    return {&ascii, 1};
  }
  const bool combining = character >= 0x300 && character <= 0x36F;
  if (combining) return {};
  return character >= kFirstLatin && character <= kLastLatin ? kLatin[character - kFirstLatin] : "_";
}

}  // namespace

std::string slug(std::string_view text) {
  std::string result;
  bool separated = false;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    at += decoded.size;
    char ascii = 0;
    for (const char c : without_accents(decoded.character, ascii)) {
      if (!is_letter(c) && !is_digit(c)) {
        separated = true;
        continue;
      }
      if (separated && !result.empty()) result.push_back('-');
      separated = false;
      result.push_back(lower(c));
    }
  }
  return result;
}

std::string xml_name(std::string_view id) {
  std::string result;
  for (std::size_t at = 0; at < id.size();) {
    const base::Decoded decoded = base::decode(id, at);
    at += decoded.size;
    char ascii = 0;
    for (const char c : without_accents(decoded.character, ascii)) {
      const bool allowed = is_letter(c) || is_digit(c) || c == '.' || c == '-';
      result.push_back(allowed ? c : '_');
    }
  }
  return result;
}

std::string UniqueNames::take(std::string name) {
  const auto [row, is_new] = taken_.try_emplace(name, 1);
  if (is_new) return name;
  for (;;) {
    std::string numbered = name + "-" + std::to_string(++row->second);
    if (taken_.try_emplace(numbered, 1).second) return numbered;
  }
}

}  // namespace reliure::content
