#pragma once
// Glyph runs to text operators (ISO 32000-1 §9.4).
#include "book/page.h"
#include "pdf/canvas.h"

namespace reliure::pdf {

/// Shows a run. Consecutive runs of one font on one baseline share an array. Each glyph stands within 1/2000
/// em of its place, and differences never add up.
void show(Canvas& canvas, const book::Page& page, const book::GlyphRun& run, const EmbeddedFont& font);

/// Closes the array of glyphs, if one is open, before another operator of the text object.
void end_array(Canvas& canvas);
/// Closes the text object, if one is open, before any other operator.
void end_text(Canvas& canvas);

}  // namespace reliure::pdf
