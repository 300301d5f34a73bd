#pragma once
// Fenced code, as far as it must be seen before Markdown is parsed.
#include <cstddef>
#include <string_view>

namespace reliure::content {

/// The line without up to three spaces of indentation, which mean nothing in Markdown.
std::string_view without_indent(std::string_view line);

/// Follows ``` and ~~~ fences from line to line.
struct Fence {
  char character = 0;
  std::size_t size = 0;

  bool open() const { return size > 0; }
  void see(std::string_view line);
};

}  // namespace reliure::content
