#pragma once
// How far marks may stand out of the text's edge so that the edge looks straight (margin kerning).
#include <cstdint>

namespace reliure::text {

/// In thousandths of the glyph's advance.
struct Protrusion {
  std::uint16_t left = 0, right = 0;
};

/// What a character may protrude at the start (left) and at the end (right) of a line; nothing for most.
/// Small marks stand in white and leave a notch in the edge; they go out by about half. Letters with slanted
/// sides go out by the white beside their feet or heads.
Protrusion protrusion_of(char32_t character);

}  // namespace reliure::text
