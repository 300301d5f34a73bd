#include "content/xml_encoding.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "content/ascii.h"

namespace reliure::content {
namespace {

/// 0x80 to 0x9F of Windows-1252, as the WHATWG's index has them. The label `ISO-8859-1` means the same there.
constexpr char32_t kWindows[] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                 0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string from_windows(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    base::encode(byte >= 0x80 && byte < 0xA0 ? kWindows[byte - 0x80] : byte, text);
  }
  return text;
}

/// `low` is the byte of each pair that holds the low half.
std::string from_utf16(std::string_view bytes, std::size_t low) {
  std::string text;
  char32_t high_surrogate = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto unit = static_cast<char32_t>(static_cast<unsigned char>(bytes[i + low]) |
                                            static_cast<unsigned char>(bytes[i + 1 - low]) << 8);
    const bool is_low = unit >= 0xDC00 && unit < 0xE000;
    if (high_surrogate != 0) {
      base::encode(is_low ? 0x10000 + ((high_surrogate - 0xD800) << 10) + (unit - 0xDC00) : 0xFFFD, text);
    }
    const bool pairs = high_surrogate != 0 && is_low;
    high_surrogate = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
    const bool is_mark = i == 0 && unit == 0xFEFF;
    if (!pairs && high_surrogate == 0 && !is_mark) base::encode(unit, text);
  }
  return text;
}

/// The declaration `<?xml ... ?>` at the head, empty when there is none.
std::string_view declaration_of(std::string_view xml) {
  const std::size_t end = xml.find("?>");
  return xml.starts_with("<?xml") && end != std::string_view::npos ? xml.substr(0, end + 2)
                                                                   : std::string_view{};
}

/// The value of `encoding` in a declaration, in lower case.
std::string encoding_in(std::string_view declaration) {
  const std::size_t name = declaration.find("encoding");
  const std::size_t quote = declaration.find_first_of("\"'", std::min(name, declaration.size()));
  if (name == std::string_view::npos || quote == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[quote], quote + 1);
  return lowered(declaration.substr(quote + 1, std::min(end, declaration.size()) - quote - 1));
}

}  // namespace

std::string make_utf8(base::Bytes& xml) {
  const std::string_view bytes = xml;
  const bool little = bytes.starts_with("\xFF\xFE") || bytes.starts_with(std::string_view("<\0", 2));
  const bool big = bytes.starts_with("\xFE\xFF") || bytes.starts_with(std::string_view("\0<", 2));
  if (little || big) {
    std::string text = from_utf16(bytes, little ? 0 : 1);
    text.erase(0, declaration_of(text).size());
    xml = std::move(text);
    return {};
  }
  const std::string_view declaration = declaration_of(bytes);
  const std::string encoding = encoding_in(declaration);
  if (encoding.empty() || encoding == "utf-8" || encoding == "utf8" || encoding == "us-ascii") return {};
  if (encoding != "iso-8859-1" && encoding != "latin1" && encoding != "windows-1252") return encoding;
  xml = from_windows(bytes.substr(declaration.size()));
  return {};
}

}  // namespace reliure::content
