#include "app/terminal_text.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace reliure::app {
namespace {

struct CharacterRange {
  char32_t first;
  char32_t last;
};

/// Combining marks, joiners and variation selectors, the ranges that texts of books hold (Unicode 15, Mn and
/// Cf).
constexpr CharacterRange kZeroWidth[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},   {0x064B, 0x065F},
    {0x0900, 0x0902}, {0x093C, 0x093C}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},   {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x2060, 0x2064}, {0x20D0, 0x20FF},   {0x302A, 0x302D},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

/// East Asian wide and fullwidth characters and pictographs (UAX #11).
constexpr CharacterRange kWide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x3029},   {0x302E, 0x303E}, {0x3041, 0x33FF},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97C}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

bool is_in(char32_t character, const CharacterRange* begin, const CharacterRange* end) {
  const CharacterRange* range =
      std::lower_bound(begin, end, character, [](CharacterRange r, char32_t c) { return r.last < c; });
  return range != end && range->first <= character;
}

constexpr bool is_steering(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || direction || c == 0x2028 || c == 0x2029;
}

constexpr std::string_view kEllipsis = "…";
/// Columns of an excerpt: with its gutter it fits the 100 to 120 of a usual window.
constexpr std::size_t kWidest = 96;
/// Columns of context kept before a marked part that lies far to the right.
constexpr std::size_t kContext = 40;
constexpr std::size_t kTabWidth = 4;

/// Walks back from `begin` over at most `columns` characters.
std::size_t back_from(std::string_view line, std::size_t begin, std::size_t columns) {
  for (; begin > 0 && columns > 0; --columns) {
    begin = base::last_character(line.substr(0, begin));
  }
  return begin;
}

}  // namespace

int display_width(char32_t character) {
  if (is_in(character, std::begin(kZeroWidth), std::end(kZeroWidth))) {
    return 0;
  }
  return is_in(character, std::begin(kWide), std::end(kWide)) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const base::Decoded decoded = base::decode(text, offset);
    width += static_cast<std::size_t>(display_width(decoded.character));
    offset += decoded.size;
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const base::Decoded decoded = base::decode(text, offset);
    if (decoded.character == '\t') {
      result.append(kTabWidth, ' ');
    } else {
      base::encode(is_steering(decoded.character) ? 0xFFFD : decoded.character, result);
    }
    offset += decoded.size;
  }
  return result;
}

Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end) {
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());
  Excerpt excerpt;
  const std::size_t whole = back_from(line, begin, kWidest / 2);
  std::size_t from = whole == 0 ? 0 : back_from(line, begin, kContext);
  if (from > 0) {
    excerpt.text = kEllipsis;
  }
  excerpt.text += printable(line.substr(from, begin - from));
  excerpt.before = display_width(excerpt.text);
  std::size_t width = excerpt.before;
  std::size_t marked = 0;
  for (from = begin; from < line.size() && width < kWidest;) {
    const std::size_t size = base::decode(line, from).size;
    const std::string shown = printable(line.substr(from, size));
    excerpt.text += shown;
    width += display_width(shown);
    from += size;
    marked = from <= end ? width - excerpt.before : marked;
  }
  if (from < line.size()) {
    excerpt.text += kEllipsis;
  }
  excerpt.marked = std::max<std::size_t>(1, marked);
  return excerpt;
}

}  // namespace reliure::app
