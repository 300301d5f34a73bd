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

/// Whether a character beyond ASCII is a space, a sign or a mark, going by the blocks of Unicode.
bool is_sign(char32_t c) {
  if (c < 0xC0) return c != 0xAA && c != 0xB5 && c != 0xBA;
  return c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x20CF) || (c >= 0x2190 && c <= 0x2BFF) ||
         (c >= 0x2E00 && c <= 0x2E7F) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0x1F000 && c <= 0x1FAFF);
}

bool is_wide_space(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
}

/// Lower case in Latin, Greek and Cyrillic, as far as their letters stand in rows.
char32_t lowered_letter(char32_t c) {
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
    return c + 0x20;
  }
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c == 0x178) return 0xFF;
  const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  const bool paired = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
  if (odd_is_upper) return c % 2 == 1 ? c + 1 : c;
  return paired && c % 2 == 0 ? c + 1 : c;
}

}  // namespace

std::string github_slug(std::string_view text) {
  std::string result;
  bool separated = false;
  const auto append = [&](std::string_view letter) {
    if (separated && !result.empty()) result += '-';
    separated = false;
    result += letter;
  };
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    at += decoded.size;
    const char32_t c = decoded.character;
    if (c < 0x80) {
      const char ascii = static_cast<char>(c);
      if (is_letter(ascii) || is_digit(ascii) || ascii == '_') append(std::string(1, lower(ascii)));
      if (is_space(ascii) || ascii == '-') separated = true;
    } else if (is_wide_space(c)) {
      separated = true;
    } else if (!is_sign(c)) {
      std::string letter;
      base::encode(lowered_letter(c), letter);
      append(letter);
    }
  }
  return result;
}

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
  const auto [row, is_new] = taken_.try_emplace(name, before_first_);
  if (is_new) return name;
  for (;;) {
    std::string numbered = name + "-" + std::to_string(++row->second);
    if (taken_.try_emplace(numbered, before_first_).second) return numbered;
  }
}

}  // namespace reliure::content
