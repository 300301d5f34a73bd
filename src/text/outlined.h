#pragma once
// Text as paths, where there is no reader who could have it as text: in pictures of pages.
#include <string_view>

#include "book/page.h"
#include "text/font_library.h"
#include "text/shape.h"

namespace reliure::text {

/// The page with a path in the place of each run of glyphs. `fonts` are those that the runs count.
book::Page outlined(const book::Page& page, const FontLibrary& fonts);

/// How a line is set that no paragraph holds.
struct LineStyle {
  FaceId face;
  base::Length size;
  base::Color color;
};

/// A line of text from the left on, with its width.
struct OutlinedLine {
  book::Path path;
  base::Length width;
};

/// Sets a line whose baseline begins at `origin`. Characters that no font has are white squares.
OutlinedLine outlined_line(std::string_view text, const LineStyle& style, base::Point origin,
                           const FontLibrary& fonts, Shaper& shaper);

}  // namespace reliure::text
