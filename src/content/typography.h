#pragma once
// The rules of a language's typography, applied to the prose of a page.
#include "content/draft.h"
#include "source/tree.h"

namespace reliure::content {

/// Applies the book's rules of French to text in French, also across markup: `M. <b>Dupont</b>`. Code,
/// keyboard input and addresses keep every character. Letters of ordinals become elements `sup.ordinal`. The
/// draft notes every change.
void set_typography(Draft& draft, const source::Tree& tree);

}  // namespace reliure::content
