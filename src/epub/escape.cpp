#include "epub/escape.h"

#include <algorithm>

#include "base/utf8.h"

namespace reliure::epub {

void append_number(std::string& out, std::uint64_t number) { out += std::to_string(number); }

bool is_invisible(std::string_view text) {
  const auto is_within = [](char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; };
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = base::decode(text, at);
    const bool unseen = c <= ' ' || c == 0xA0 || c == 0xAD || c == 0x3000 || c == 0xFEFF ||
                        is_within(c, 0x2000, 0x200F) || is_within(c, 0x2028, 0x202F) ||
                        is_within(c, 0x205F, 0x206F);
    if (!unseen) return false;
    at += size;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string to_lower(std::string_view text) { return base::lowered(text); }

}  // namespace reliure::epub
