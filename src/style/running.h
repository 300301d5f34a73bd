#pragma once
// Which elements leave the flow for the margin boxes: `position: running()` (CSS GCPM 3 §1.3).
#include <vector>

#include "book/manuscript.h"
#include "style/styles.h"

namespace reliure::style {

/// The elements of pages that leave the flow, in document order: those with `position: running()` whose name
/// a margin box of some page shows. Parts of tables and notes do not leave it. Page styles must be known.
std::vector<RunningElement> find_running(const book::Manuscript& manuscript, const Styles& styles);

}  // namespace reliure::style
