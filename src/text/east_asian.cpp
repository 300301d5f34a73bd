#include "text/east_asian.h"

#include <algorithm>
#include <iterator>

namespace reliure::text {
namespace {

struct Range {
  char32_t first, last;
};

/// Blocks of wide characters (UAX #11) but those of Hangul and of pictures.
constexpr Range kRanges[] = {
    {0x2E80, 0x312F},    // radicals, punctuation, kana, bopomofo
    {0x3190, 0x9FFF},    // kanbun to unified ideographs; circled and square words among them
    {0xF900, 0xFAFF},    // compatibility ideographs
    {0xFE30, 0xFE4F},    // compatibility forms
    {0xFF01, 0xFF9F},    // wide forms of Latin and narrow ones of kana
    {0xFFE0, 0xFFE6},    // wide signs
    {0x1B000, 0x1B16F},  // further kana
    {0x20000, 0x3FFFD},  // further ideographs
};

}  // namespace

bool is_east_asian(char32_t character) {
  if (character < kRanges[0].first) return false;
  return std::any_of(std::begin(kRanges), std::end(kRanges),
                     [&](const Range& range) { return character >= range.first && character <= range.last; });
}

}  // namespace reliure::text
