#pragma once
// Elements that styles make footnotes: `float: footnote` (CSS GCPM 3 §2).
#include <memory>

#include "book/manuscript.h"
#include "style/styles.h"

namespace reliure::style {

/// The manuscript as an edition with these styles has it: paragraphs, divisions, asides and inline elements
/// with `float: footnote` are notes, numbered with the author's others. The nodes stay the same; it is
/// `manuscript` itself where no element becomes a note. Elements in headings and running elements, and
/// children of lists and of a table's parts, stay what they are.
std::shared_ptr<const book::Manuscript> with_footnotes(
    const std::shared_ptr<const book::Manuscript>& manuscript, const Styles& styles);

}  // namespace reliure::style
