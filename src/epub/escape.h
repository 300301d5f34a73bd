#pragma once
// Small things that are done to text on its way into XML.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/xml.h"

namespace reliure::epub {

using base::append_attribute;
using base::append_attribute_value;
using base::append_text;
using base::is_blank;

/// Appends a non-negative number in decimal.
void append_number(std::string& out, std::uint64_t number);

/// Whether there is nothing that anybody sees: white space of all kinds, marks of direction, joiners, soft
/// hyphens.
bool is_invisible(std::string_view text);

/// `text` without HTML's white space at its ends.
std::string_view trimmed(std::string_view text);

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char to_lower(char c) { return base::lower(c); }

/// ASCII letters in lower case, all else as it is.
std::string to_lower(std::string_view text);

}  // namespace reliure::epub
