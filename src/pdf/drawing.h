#pragma once
// Vector pictures as form XObjects (ISO 32000-1 §8.10).
#include "book/picture.h"
#include "pdf/canvas.h"
#include "pdf/objects.h"

namespace reliure::pdf {

/// The operators of a drawing, in a box from (0, 0) to its size; in `inks` where there are any.
Canvas draw(const book::Drawing& drawing, const image::Inks* inks);
/// Adds what `draw` made as a form.
Ref add_form(Objects& objects, const book::Drawing& drawing, Canvas canvas);

}  // namespace reliure::pdf
