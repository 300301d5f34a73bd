#include "pdf/to_unicode.h"

#include <algorithm>

#include "base/utf8.h"
#include "pdf/syntax.h"

namespace reliure::pdf {

namespace {

/// Adobe Technical Note 5014: at most 100 lines between begin and end.
constexpr std::size_t kMostLines = 100;

/// Codes in a row that mean characters in a row.
struct CodeRange {
  std::uint16_t first = 0;
  std::uint16_t last = 0;
  std::string_view text;
  /// The character that `last` means; 0 when the text is not one character of the BMP.
  char32_t character = 0;
};

/// The one character of the BMP that `text` is, or 0.
char32_t single_character(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  const base::Decoded decoded = base::decode(text, 0);
  return decoded.size == text.size() && decoded.character < 0x10000 ? decoded.character : 0;
}

/// In a range only the last byte of code and character counts up.
bool continues(const CodeRange& range, std::uint16_t code, char32_t character) {
  return character != 0 && range.character + 1 == character && range.last + 1 == code &&
         range.character % 256 != 255 && range.last % 256 != 255;
}

std::vector<CodeRange> join_ranges(const std::vector<CodeMeaning>& meanings) {
  std::vector<CodeRange> ranges;
  for (const CodeMeaning& meaning : meanings) {
    const char32_t character = single_character(meaning.text);
    if (!ranges.empty() && continues(ranges.back(), meaning.code, character)) {
      ranges.back().last = meaning.code;
      ranges.back().character = character;
    } else {
      ranges.push_back({meaning.code, meaning.code, meaning.text, character});
    }
  }
  return ranges;
}

void append_code(std::string& out, std::uint16_t code) {
  out += '<';
  append_hex(out, code, 4);
  out += '>';
}

void append_meaning(std::string& out, std::string_view text) {
  // A code must mean something, but not NUL, a byte order mark or a non-character (ISO 14289-1 §7.21.7).
  const char32_t character = single_character(text);
  if (text.empty() || text == std::string_view("\0", 1) || character == 0xFEFF || character == 0xFFFE) {
    text = "\u200B";
  }
  out += '<';
  append_utf16_hex(out, text);
  out += ">\n";
}

/// One kind of line, in blocks of at most `kMostLines`.
void append_blocks(std::string& out, const std::vector<CodeRange>& ranges, bool single) {
  const std::string_view kind = single ? "bfchar\n" : "bfrange\n";
  for (std::size_t at = 0; at < ranges.size(); at += kMostLines) {
    const std::size_t end = std::min(ranges.size(), at + kMostLines);
    append_integer(out, static_cast<std::int64_t>(end - at));
    out.append(" begin").append(kind);
    for (std::size_t i = at; i < end; ++i) {
      append_code(out, ranges[i].first);
      if (!single) {
        append_code(out, ranges[i].last);
      }
      append_meaning(out, ranges[i].text);
    }
    out.append("end").append(kind);
  }
}

}  // namespace

std::string to_unicode(const std::vector<CodeMeaning>& meanings) {
  std::vector<CodeRange> singles, ranges;
  for (const CodeRange& range : join_ranges(meanings)) {
    (range.first == range.last ? singles : ranges).push_back(range);
  }
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  append_blocks(out, singles, true);
  append_blocks(out, ranges, false);
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace reliure::pdf
