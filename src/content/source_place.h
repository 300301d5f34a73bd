#pragma once
// From a character of a text to the author's file.
#include <cstddef>
#include <string_view>

namespace reliure::content {

/// Where the byte at `offset` of a node's text stands in the source under the node's span. The text is the
/// source with escapes and entities resolved and, at a line's head, the marks of a quotation or an item left
/// out; where they cannot be brought together the answer is the last place where they could.
std::size_t source_offset(std::string_view source, std::string_view text, std::size_t offset);

}  // namespace reliure::content
