#pragma once
// Text of others on a terminal: how wide it is, and nothing in it that steers the terminal.
#include <cstddef>
#include <string>
#include <string_view>

namespace reliure::app {

/// Columns that a character takes: 0 for marks that sit on the one before, 2 for wide ones (UAX #11), else 1.
int display_width(char32_t character);
std::size_t display_width(std::string_view text);

/// The text with what a terminal would obey made visible as U+FFFD: control characters, and the marks that
/// reverse the direction of writing. Tabs become spaces.
std::string printable(std::string_view text);

/// One line of a file cut to fit a terminal, around what matters in it.
struct Excerpt {
  /// Printable; `…` stands where something was cut off.
  std::string text;
  /// Columns before the marked part, and in it (at least 1).
  std::size_t before = 0;
  std::size_t marked = 1;
};

/// Cuts `line` around the bytes from `begin` to `end`. Costs no more for a long line than for a short one.
Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end);

}  // namespace reliure::app
