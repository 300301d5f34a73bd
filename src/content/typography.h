#pragma once
// The rules of a language's typography, applied to the prose of a page.
#include <vector>

#include "content/draft.h"
#include "source/tree.h"

namespace reliure::content {

/// Applies the book's rules of French to text in French, also across markup: `M. <b>Dupont</b>`, and to what
/// is heard in its place: `alt` and `title`. Code, keyboard input and addresses keep every character. Letters
/// of ordinals become elements `sup.ordinal`. The draft notes every change.
void set_typography(Draft& draft, const source::Tree& tree);

/// Does so with the texts of a French book's metadata, once for all places that show them, and appends what
/// was changed. Texts of the changes are the tree's.
void set_metadata(book::Metadata& metadata, const source::Tree& tree, std::vector<SetChange>& changes);

}  // namespace reliure::content
