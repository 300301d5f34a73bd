#include "app/json.h"

#include "base/utf8.h"

namespace reliure::app {

std::string json_string(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string json = "\"";
  for (std::size_t offset = 0; offset < text.size();) {
    const base::Decoded decoded = base::decode(text, offset);
    const char32_t character = decoded.character;
    if (character == '"' || character == '\\') {
      json += '\\';
      json += static_cast<char>(character);
    } else if (character == '\n') {
      json += "\\n";
    } else if (character < 0x20) {
      json += "\\u00";
      json += kDigits[character >> 4];
      json += kDigits[character & 15];
    } else {
      base::encode(character, json);
    }
    offset += decoded.size;
  }
  return json += '"';
}

}  // namespace reliure::app
