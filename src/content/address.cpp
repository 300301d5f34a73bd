#include "content/address.h"

#include <algorithm>

#include "content/ascii.h"

namespace reliure::content {
namespace {

/// The value of a hexadecimal digit, -1 for another character.
constexpr int hexadecimal(char c) {
  if (is_digit(c)) return c - '0';
  const char letter = lower(c);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

}  // namespace

std::string_view scheme_of(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || !is_letter(address[0])) return {};
  const std::string_view scheme = address.substr(0, colon);
  const bool valid = std::ranges::all_of(scheme, [](char c) {
    // Browsers take line ends and tabs out of an address before they read it: `java\nscript:`.
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.' || c == '\n' || c == '\t' ||
           c == '\r';
  });
  return valid ? scheme : std::string_view{};
}

AddressParts split_address(std::string_view address) {
  AddressParts parts;
  const std::size_t hash = address.find('#');
  if (hash != std::string_view::npos) parts.fragment = address.substr(hash + 1);
  parts.path = address.substr(0, std::min(hash, address.find('?')));
  return parts;
}

std::string percent_decoded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '%' && i + 2 < text.size() && hexadecimal(text[i + 1]) >= 0 &&
                         hexadecimal(text[i + 2]) >= 0;
    if (escaped) {
      result.push_back(static_cast<char>(hexadecimal(text[i + 1]) * 16 + hexadecimal(text[i + 2])));
      i += 2;
    } else {
      result.push_back(text[i]);
    }
  }
  return result;
}

bool is_outside(std::string_view address) {
  if (address.substr(0, 2) == "//") return true;
  const std::string scheme = lowered(scheme_of(address));
  return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

bool is_unsafe(std::string_view address) { return !scheme_of(address).empty() && !is_outside(address); }

bool is_hostless(std::string_view address) {
  const std::string scheme = lowered(scheme_of(address));
  if (scheme != "http" && scheme != "https") return false;
  address.remove_prefix(scheme.size() + 1);
  return !address.starts_with("//") || address.size() == 2 || address.find_first_of("/?#", 2) == 2;
}

bool is_template(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos;
}

}  // namespace reliure::content
