#pragma once
// Notes whose first call is hidden while another call is shown.
#include "book/manuscript.h"
#include "style/styles.h"

namespace reliure::style {

/// A note stands at its first call; where that is hidden, the note is not, as long as another call is shown.
/// What is hidden in the note itself stays so.
void show_called_notes(const book::Manuscript& manuscript, Styles& styles);

}  // namespace reliure::style
