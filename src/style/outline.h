#pragma once
// Which headings are listed: `bookmark-level` (CSS Generated Content for Paged Media 3 §6.1).
#include <vector>

#include "book/manuscript.h"
#include "style/styles.h"

namespace reliure::style {

/// The headings that contents, bookmarks and the e-book's navigation list: those that are shown and whose
/// `bookmark-level` is not `none`, at the level that it gives, but at most one below the entry before. What
/// left the flow for the margin boxes is listed only where a style gives it a level.
std::vector<book::OutlineEntry> listed_headings(const book::Manuscript& manuscript, const Styles& styles);

/// Hides the lines of the contents whose headings are not in `listed`. A line that stays keeps the lines
/// around it as its parents; a contents without any line is hidden. `hidden` has one entry for each node.
void hide_contents_lines(const book::Manuscript& manuscript, const std::vector<book::OutlineEntry>& listed,
                         std::vector<bool>& hidden);

/// Hides the lines of lists of figures and tables that lead to what is hidden; a list without any line is
/// hidden.
void hide_caption_lines(const book::Manuscript& manuscript, std::vector<bool>& hidden);

}  // namespace reliure::style
