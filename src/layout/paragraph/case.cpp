#include "layout/paragraph/case.h"

#include "base/utf8.h"

namespace reliure::layout {
namespace {

/// Letters whose two cases lie a fixed distance apart: `[first, last]` are lower case.
struct Shifted {
  char32_t first, last;
  std::int32_t to_upper;
};
constexpr Shifted kShifted[] = {
    {0x61, 0x7A, -32},     {0xE0, 0xF6, -32},     {0xF8, 0xFE, -32},      {0xFF, 0xFF, 121},
    {0x3AC, 0x3AC, -38},   {0x3AD, 0x3AF, -37},   {0x3B1, 0x3C1, -32},    {0x3C3, 0x3CB, -32},
    {0x3CC, 0x3CC, -64},   {0x3CD, 0x3CE, -63},   {0x430, 0x44F, -32},    {0x450, 0x45F, -80},
    {0x561, 0x586, -48},   {0x1F00, 0x1F07, 8},   {0x1F10, 0x1F15, 8},    {0x1F20, 0x1F27, 8},
    {0x1F30, 0x1F37, 8},   {0x1F40, 0x1F45, 8},   {0x1F60, 0x1F67, 8},    {0x2170, 0x217F, -16},
    {0x24D0, 0x24E9, -26}, {0xFF41, 0xFF5A, -32}, {0x10428, 0x1044F, -40}};

/// Letters in pairs, capital first; `odd` when capitals have odd numbers.
struct Paired {
  char32_t first, last;
  bool odd;
};
constexpr Paired kPaired[] = {
    {0x100, 0x137, false}, {0x139, 0x148, true},  {0x14A, 0x177, false},   {0x179, 0x17E, true},
    {0x1CD, 0x1DC, true},  {0x1DE, 0x1EF, false}, {0x1F8, 0x21F, false},   {0x222, 0x233, false},
    {0x370, 0x373, false}, {0x3D8, 0x3EF, false}, {0x460, 0x481, false},   {0x48A, 0x4BF, false},
    {0x4C1, 0x4CE, true},  {0x4D0, 0x52F, false}, {0x1E00, 0x1E95, false}, {0x1EA0, 0x1EFF, false}};

/// The dotless and dotted i stand in the pairs of Latin Extended-A without being one.
constexpr bool is_turkish_i(char32_t character) { return character == 0x130 || character == 0x131; }

char32_t upper(char32_t character) {
  if (character == 0x131) return 'I';
  if (character == 0x17F || character == 0x1E9B) return character == 0x17F ? U'S' : char32_t{0x1E60};
  if (character == 0xB5) return 0x39C;
  if (character == 0x3C2) return 0x3A3;
  for (const Shifted& range : kShifted) {
    if (character >= range.first && character <= range.last)
      return static_cast<char32_t>(static_cast<std::int32_t>(character) + range.to_upper);
  }
  for (const Paired& range : kPaired) {
    if (character >= range.first && character <= range.last && !is_turkish_i(character))
      return ((character & 1) != 0) == range.odd ? character : character - 1;
  }
  return character;
}

char32_t lower(char32_t character) {
  if (character == 0x130) return 'i';
  if (character == 0x1E9E) return 0xDF;
  for (const Shifted& range : kShifted) {
    const auto first = static_cast<char32_t>(static_cast<std::int32_t>(range.first) + range.to_upper);
    const auto last = static_cast<char32_t>(static_cast<std::int32_t>(range.last) + range.to_upper);
    if (character >= first && character <= last)
      return static_cast<char32_t>(static_cast<std::int32_t>(character) - range.to_upper);
  }
  for (const Paired& range : kPaired) {
    if (character >= range.first && character <= range.last && !is_turkish_i(character))
      return ((character & 1) != 0) == range.odd ? character + 1 : character;
  }
  return character;
}

bool is_language(std::string_view language, std::string_view primary) {
  return language.substr(0, language.find('-')) == primary;
}

/// With the i that has a dot beside one that has none.
bool is_turkic(std::string_view language) {
  return is_language(language, "tr") || is_language(language, "az");
}

/// Greek capitals stand without accents, but for the two dots, which part vowels.
char32_t without_accent(char32_t capital) {
  constexpr std::pair<char32_t, char32_t> kAccented[] = {{0x386, 0x391}, {0x388, 0x395}, {0x389, 0x397},
                                                         {0x38A, 0x399}, {0x38C, 0x39F}, {0x38E, 0x3A5},
                                                         {0x38F, 0x3A9}, {0x390, 0x3AA}, {0x3B0, 0x3AB}};
  for (const auto& [accented, plain] : kAccented) {
    if (capital == accented) return plain;
  }
  return capital;
}

}  // namespace

void append_uppercase(char32_t character, std::string_view language, std::string& out) {
  constexpr char32_t kDotAbove = 0x307, kAcute = 0x301;
  if (character == 0xDF) {
    out += "SS";
  } else if (character == 'i' && is_turkic(language)) {
    base::encode(0x130, out);
  } else if (is_language(language, "el")) {
    if (character != kAcute) base::encode(without_accent(upper(character)), out);
  } else if (character != kDotAbove || !is_language(language, "lt")) {
    base::encode(upper(character), out);
  }
}

void append_lowercase(char32_t character, std::string_view language, std::string& out) {
  base::encode(character == 'I' && is_turkic(language) ? 0x131 : lower(character), out);
}

bool is_word_character(char32_t character) {
  if (character < 0x80) {
    const char32_t folded = character | 0x20;
    return (folded >= 'a' && folded <= 'z') || (character >= '0' && character <= '9');
  }
  if (character < 0xC0) return character == 0xAA || character == 0xB5 || character == 0xBA;
  // Beyond Latin-1's signs everything counts but the blocks of punctuation, symbols and spaces.
  return character != 0xD7 && character != 0xF7 && !(character >= 0x2000 && character <= 0x2BFF) &&
         !(character >= 0x3000 && character <= 0x3004) && !(character >= 0x3008 && character <= 0x3020) &&
         character != 0xFFFC && character != 0xFEFF;
}

}  // namespace reliure::layout
