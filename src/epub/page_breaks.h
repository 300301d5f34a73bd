#pragma once
// The pages of the printed edition, marked in the e-book.
#include <string>

#include "epub/plan.h"

namespace reliure::epub {

/// Fills `Plan::breaks`, and each document's part of them, from `Book::page_starts`. Each break stands at the
/// first character of its page; a page that begins with a heading or inside inlines has its break before
/// them.
void place_page_breaks(Plan& plan);

/// Appends `page-12`: pages are numbered from 1 whatever their labels are.
void append_page_id(std::string& out, std::uint32_t page);

/// Appends the marker of a page break (EPUB Accessibility 1.1, section 3.5; DPUB-ARIA `doc-pagebreak`).
void append_page_marker(std::string& out, const Plan& plan, const PageBreak& page_break);

}  // namespace reliure::epub
