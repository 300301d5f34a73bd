#pragma once
// Headings over nothing: what they headed is hidden, so they are hidden too.
#include <vector>

#include "base/diagnostics.h"
#include "book/manuscript.h"

namespace reliure::style {

/// Hides every heading whose section held something, all of it hidden; each is reported. Chapters keep their
/// headings. `hidden` has one entry for each node.
void hide_empty_sections(const book::Manuscript& manuscript, std::vector<bool>& hidden,
                         base::Diagnostics& diagnostics);

}  // namespace reliure::style
