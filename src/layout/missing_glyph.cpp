#include "layout/missing_glyph.h"

#include "base/utf8.h"

namespace reliure::layout {
namespace {

std::string code_point_name(char32_t character) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string digits;
  for (char32_t rest = character; rest != 0 || digits.size() < 4; rest >>= 4) {
    digits.insert(digits.begin(), kDigits[rest & 15]);
  }
  return "U+" + digits;
}

}  // namespace

bool shows_nothing(char32_t c) {
  const bool is_control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  return is_control || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE0FFF) || c == 0x34F;
}

void report_missing_glyph(std::string_view text, std::string_view where, base::Span span,
                          base::Diagnostics& diagnostics) {
  diagnostics.report(base::Code::layout_missing_glyph, span,
                     "no font has the character `" + std::string(text) + "` (" +
                         code_point_name(base::decode(text, 0).character) + ")" + std::string(where),
                     "add a font that has it to the fonts of the book");
}

}  // namespace reliure::layout
