#pragma once
// Text as XML 1.0 writes it.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/ascii.h"

namespace reliure::epub {

/// Appends character data: `<`, `>` and `&` as references; characters that XML 1.0 forbids (most controls,
/// U+FFFE, U+FFFF) left out; bytes that are not UTF-8 as U+FFFD.
void append_text(std::string& out, std::string_view text);

/// As `append_text`, also safe between double quotes; tabs and line ends become spaces.
void append_attribute_value(std::string& out, std::string_view text);

/// Appends ` name="value"`.
void append_attribute(std::string& out, std::string_view name, std::string_view value);

/// Appends a non-negative number in decimal.
void append_number(std::string& out, std::uint64_t number);

/// Whether there is nothing but HTML's white space.
bool is_blank(std::string_view text);

/// `text` without HTML's white space at its ends.
std::string_view trimmed(std::string_view text);

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char to_lower(char c) { return base::lower(c); }

/// ASCII letters in lower case, all else as it is.
std::string to_lower(std::string_view text);

}  // namespace reliure::epub
