#pragma once
// `## Title {#id .class key=value}`: attributes at the end of a line, as markdown-it-attrs reads them.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace reliure::content {

/// Attributes as HTML, and how many bytes of the line's end they took.
struct TrailingAttributes {
  /// ` id="..." class="..."`, escaped.
  std::string html;
  /// With the white space before the brace.
  std::size_t size = 0;
};

/// The attributes at the end of `line`, which is HTML text; nothing when it does not end in well-formed ones.
std::optional<TrailingAttributes> trailing_attributes(std::string_view line);

}  // namespace reliure::content
