#pragma once
// The outlines of glyphs, for texts that become paths.
#include <cstdint>
#include <vector>

#include "book/picture.h"
#include "text/font_library.h"

namespace reliure::text {

/// What a unit of a font is cut into here: the middle of two points, or a third of a curve, falls between
/// units.
inline constexpr std::int32_t kOutlineSteps = 64;

/// In steps of a font unit, y upwards from the baseline.
struct OutlinePoint {
  std::int32_t x = 0, y = 0;
  friend constexpr bool operator==(OutlinePoint, OutlinePoint) = default;
};

/// Verbs and their points in order, as `book::Outline` has them: quadratic curves become cubic ones.
struct GlyphOutline {
  std::vector<book::PathVerb> verbs;
  std::vector<OutlinePoint> points;
};

/// The outline of a glyph; empty for spaces, and for glyphs that are no outlines (pictures, layers of
/// colour).
GlyphOutline outline_of(const FontLibrary& fonts, FaceId face, std::uint16_t glyph);

}  // namespace reliure::text
