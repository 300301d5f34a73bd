#include "epub/escape.h"

#include <algorithm>

namespace reliure::epub {

void append_number(std::string& out, std::uint64_t number) { out += std::to_string(number); }

bool is_blank(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_space(c); });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string to_lower(std::string_view text) { return base::lowered(text); }

}  // namespace reliure::epub
