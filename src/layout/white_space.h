#pragma once
// Text that nobody sees.
#include <string_view>

namespace reliure::layout {

/// Whether a text is nothing but white space as HTML knows it, which between blocks makes no box.
inline bool is_white_space(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

}  // namespace reliure::layout
