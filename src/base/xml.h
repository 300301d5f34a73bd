#pragma once
// Text as XML 1.0 writes it.
#include <string>
#include <string_view>

namespace reliure::base {

/// Appends character data: `<`, `>` and `&` as references; characters that XML 1.0 forbids (most controls,
/// U+FFFE, U+FFFF) left out; bytes that are not UTF-8 as U+FFFD.
void append_text(std::string& out, std::string_view text);

/// As `append_text`, also safe between double quotes; tabs and line ends become spaces.
void append_attribute_value(std::string& out, std::string_view text);

/// Whether there is nothing but the white space of HTML and XML.
bool is_blank(std::string_view text);

/// Appends ` name="value"`.
void append_attribute(std::string& out, std::string_view name, std::string_view value);

}  // namespace reliure::base
