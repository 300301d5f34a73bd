#pragma once
// What is left of a colour in print in grey.
#include "base/geometry.h"

namespace reliure::base {

/// How bright a colour is, from 0 to 255: 30 % red, 59 % green, 11 % blue (ISO 32000-1 §10.3.3).
constexpr std::uint8_t luma(int red, int green, int blue) {
  return static_cast<std::uint8_t>((30 * red + 59 * green + 11 * blue + 50) / 100);
}

/// The grey that is as bright. Opacity stays.
constexpr Color in_grey(Color color) {
  const std::uint8_t grey = luma(color.red, color.green, color.blue);
  return {grey, grey, grey, color.alpha};
}

}  // namespace reliure::base
