#include "base/xml.h"

#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace reliure::base {
namespace {

/// What to do with a byte of character data.
enum class Care : std::uint8_t { none, reference, drop, space, multibyte };

constexpr std::array<Care, 256> care_table(bool attribute) {
  std::array<Care, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = Care::drop;
  table['\t'] = table['\n'] = attribute ? Care::space : Care::none;
  table['<'] = table['>'] = table['&'] = Care::reference;
  if (attribute) table['"'] = Care::reference;
  for (std::size_t c = 0x80; c < 0x100; ++c) table[c] = Care::multibyte;
  return table;
}

constexpr auto kTextCare = care_table(false);
constexpr auto kAttributeCare = care_table(true);

std::string_view reference(char c) {
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    default:
      return "&quot;";
  }
}

bool allowed_in_xml(char32_t character) { return character != 0xFFFE && character != 0xFFFF; }

void append_escaped(std::string& out, std::string_view text, const std::array<Care, 256>& care) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const Care what = care[static_cast<unsigned char>(c)];
    if (what == Care::none) {
      ++i;
      continue;
    }
    const auto [character, size] = what == Care::multibyte ? decode(text, i) : Decoded{0, 1};
    const bool broken = what == Care::multibyte && size == 1;
    if (what == Care::multibyte && !broken && allowed_in_xml(character)) {
      i += size;
      continue;
    }
    out.append(text, copied, i - copied);
    if (what == Care::reference) out += reference(c);
    if (what == Care::space) out += ' ';
    if (broken) encode(0xFFFD, out);
    i += size;
    copied = i;
  }
  out.append(text, copied, text.size() - copied);
}

}  // namespace

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n\r\f") == std::string_view::npos; }

void append_text(std::string& out, std::string_view text) { append_escaped(out, text, kTextCare); }

void append_attribute_value(std::string& out, std::string_view text) {
  append_escaped(out, text, kAttributeCare);
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_attribute_value(out, value);
  out += '"';
}

}  // namespace reliure::base
