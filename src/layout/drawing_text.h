#pragma once
// The texts of drawings to paths.
#include <vector>

#include "base/diagnostics.h"
#include "book/manuscript.h"
#include "book/picture.h"
#include "text/font_library.h"

namespace reliure::layout {

/// Sets the texts of all drawings in the fonts of the book and makes their glyphs paths, each text where it
/// is painted; no drawing has texts afterwards. `pictures` are by resource of `manuscript`. Families that the
/// book lacks are replaced by its sans-serif; a character that no font has is reported where its picture is
/// used.
void draw_texts(const book::Manuscript& manuscript, const text::FontLibrary& fonts,
                std::vector<book::Picture>& pictures, base::Diagnostics& diagnostics);

}  // namespace reliure::layout
