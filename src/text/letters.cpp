#include "text/letters.h"

#include <hb.h>

namespace reliure::text {
namespace {

hb_unicode_general_category_t category_of(char32_t character) {
  return hb_unicode_general_category(hb_unicode_funcs_get_default(), character);
}

/// How the small letters of a range of capitals are found.
enum class Rule : unsigned char {
  /// All are capitals; the small ones are `distance` further.
  shifted,
  /// Capitals have even numbers, the small ones follow them.
  even,
  /// The same with odd numbers.
  odd,
};

struct CaseRange {
  char32_t first, last;
  Rule rule;
  int distance;
};

/// From Unicode's UnicodeData.txt, the ranges that follow a rule.
constexpr CaseRange kRanges[] = {
    {U'A', U'Z', Rule::shifted, 32},        {0xC0, 0xD6, Rule::shifted, 32},
    {0xD8, 0xDE, Rule::shifted, 32},        {0x100, 0x12F, Rule::even, 1},
    {0x132, 0x137, Rule::even, 1},          {0x139, 0x148, Rule::odd, 1},
    {0x14A, 0x177, Rule::even, 1},          {0x178, 0x178, Rule::shifted, -121},
    {0x179, 0x17E, Rule::odd, 1},           {0x1A0, 0x1A5, Rule::even, 1},
    {0x1AF, 0x1B0, Rule::odd, 1},           {0x1CD, 0x1DC, Rule::odd, 1},
    {0x1DE, 0x1EF, Rule::even, 1},          {0x1F8, 0x21F, Rule::even, 1},
    {0x222, 0x233, Rule::even, 1},          {0x386, 0x386, Rule::shifted, 38},
    {0x388, 0x38A, Rule::shifted, 37},      {0x38C, 0x38C, Rule::shifted, 64},
    {0x38E, 0x38F, Rule::shifted, 63},      {0x391, 0x3AB, Rule::shifted, 32},
    {0x400, 0x40F, Rule::shifted, 80},      {0x410, 0x42F, Rule::shifted, 32},
    {0x460, 0x481, Rule::even, 1},          {0x48A, 0x4BF, Rule::even, 1},
    {0x4C1, 0x4CE, Rule::odd, 1},           {0x4D0, 0x52F, Rule::even, 1},
    {0x531, 0x556, Rule::shifted, 48},      {0x1E00, 0x1E95, Rule::even, 1},
    {0x1E9E, 0x1E9E, Rule::shifted, -7615}, {0x1EA0, 0x1EFF, Rule::even, 1},
};

bool is_first_of_pair(char32_t character, Rule rule) {
  return rule == Rule::shifted || (character % 2 == 0) == (rule == Rule::even);
}

}  // namespace

bool is_letter(char32_t character) {
  if (character < 0x80) return (character | 0x20) >= U'a' && (character | 0x20) <= U'z';
  const hb_unicode_general_category_t category = category_of(character);
  return category == HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER ||
         category == HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER ||
         category == HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER ||
         category == HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER ||
         category == HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER;
}

bool is_capital(char32_t character) {
  if (character < 0x80) return character >= U'A' && character <= U'Z';
  const hb_unicode_general_category_t category = category_of(character);
  return category == HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER ||
         category == HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER;
}

char32_t small_letter(char32_t character) {
  for (const CaseRange& range : kRanges) {
    if (character < range.first || character > range.last) continue;
    if (!is_first_of_pair(character, range.rule)) return character;
    return static_cast<char32_t>(static_cast<int>(character) + range.distance);
  }
  return character;
}

}  // namespace reliure::text
