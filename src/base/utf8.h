#pragma once
// UTF-8, strictly: no surrogates, no overlong forms, nothing above U+10FFFF.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace reliure::base {

/// One decoded character and the bytes it took.
struct Decoded {
  char32_t character = 0;
  std::size_t size = 1;
};

/// The character at `offset`; U+FFFD with size 1 where the bytes are not UTF-8. `offset < text.size()`.
Decoded decode(std::string_view text, std::size_t offset);
/// The offset of the last character of a text that is not empty.
std::size_t last_character(std::string_view text);
/// Appends `character` as UTF-8. A surrogate or a value above U+10FFFF becomes U+FFFD.
void encode(char32_t character, std::string& out);
/// The offset of the first byte that is not UTF-8, or nothing.
std::optional<std::size_t> first_invalid(std::string_view text);
/// The number of characters; bytes that are not UTF-8 count one each.
std::size_t count_characters(std::string_view text);

}  // namespace reliure::base
