#pragma once
// What sheets name besides other sheets: pictures of backgrounds and fonts of `@font-face`. They are read
// once, before any edition is styled.
#include <span>
#include <vector>

#include "base/diagnostics.h"
#include "book/font.h"
#include "book/manuscript.h"
#include "style/resolve.h"
#include "style/sheet.h"

namespace reliure::style {

/// Sets each address of the sheets to the manuscript's picture it leads to (see `Token::address`).
void point_to_pictures(Sheets& sheets, const source::Tree& tree, const book::Manuscript& manuscript);

}  // namespace reliure::style
