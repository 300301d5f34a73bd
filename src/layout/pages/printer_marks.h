#pragma once
// Printer's marks: where to cut the paper, and whether its inks meet (CSS Paged Media 3 §7.1).
#include "book/page.h"
#include "style/page_style.h"

namespace reliure::layout {

/// Adds the marks that the style asks for around the page's bleed, and the room that they need.
void add_printer_marks(const style::PageStyle& style, book::Page& page);

}  // namespace reliure::layout
