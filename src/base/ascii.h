#pragma once
// Letters of ASCII, whatever the locale.
#include <algorithm>
#include <string>
#include <string_view>

namespace reliure::base {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// ASCII letters in lower case, all else as it is.
inline std::string lowered(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), lower);
  return result;
}

}  // namespace reliure::base
