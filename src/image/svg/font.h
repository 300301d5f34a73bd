#pragma once
// The properties of fonts and texts (SVG 1.1, chapter 10; CSS Fonts 4, section 2).
#include <string>
#include <vector>

#include "image/svg/properties.h"

namespace reliure::image {

/// Sets what `declared` says about the font and the place of text, below `parent`. The shorthand `font` comes
/// first, whatever the order of declarations.
void set_font(Style& style, const Style& parent, const Declared& declared);

/// The names in a `font-family` value, without their quotes.
std::vector<std::string> family_names(std::string_view families);

}  // namespace reliure::image
