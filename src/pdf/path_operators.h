#pragma once
// Outlines to path operators (ISO 32000-1 §8.5).
#include "book/picture.h"
#include "pdf/canvas.h"

namespace reliure::pdf {

/// Fills and strokes a path; its clips are the caller's.
void paint(Canvas& canvas, const book::Path& path);
/// Sets the graphics state back to what a page begins with: a picture inherits it (§8.10.1), but knows
/// nothing of what is painted before it.
void begin_anew(Canvas& canvas);
/// Narrows the clip to the inside of the outline.
void clip(Canvas& canvas, const book::Outline& outline, book::FillRule rule);
void clip(Canvas& canvas, const base::Rect& area);
/// Fills with the colour or pattern that is set.
void fill(Canvas& canvas, const base::Rect& area);

}  // namespace reliure::pdf
