#pragma once
// Assembling: a planned page's body, notes and margin boxes onto the page.
#include <cstddef>

#include "book/page.h"
#include "layout/pages/plan.h"
#include "layout/setting.h"

namespace reliure::layout {

/// The page with everything on it, moved from its sequence. `page_count` is what `counter(pages)` says.
book::Page assemble(const PlannedPage& planned, std::size_t page_count, Setting& setting);

/// Paints the margin boxes of the page as `Role::pagination`.
void paint_margin_boxes(const PlannedPage& planned, std::size_t page_count, Setting& setting,
                        Fragment& target);

/// The page box without its margins.
base::Rect page_body(const style::PageStyle& style);

}  // namespace reliure::layout
