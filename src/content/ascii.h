#pragma once
// Characters as HTML and Markdown understand them: ASCII only, whatever the locale.
#include <algorithm>
#include <string>
#include <string_view>

#include "base/ascii.h"

namespace reliure::content {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
using base::lower;
using base::lowered;

constexpr bool is_blank(std::string_view text) { return std::ranges::all_of(text, is_space); }

constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Cuts the next word off `rest`; empty when there is none.
constexpr std::string_view next_word(std::string_view& rest) {
  while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
  std::size_t size = 0;
  while (size < rest.size() && !is_space(rest[size])) ++size;
  const std::string_view word = rest.substr(0, size);
  rest.remove_prefix(size);
  return word;
}

/// Cuts the next line with its line end off `rest`.
constexpr std::string_view next_line(std::string_view& rest) {
  const std::size_t size = std::min(rest.find('\n'), rest.size() - 1) + 1;
  const std::string_view line = rest.substr(0, size);
  rest.remove_prefix(size);
  return line;
}

}  // namespace reliure::content
