#pragma once
// A style sheet for e-book readers from the same rules.
#include <string>

#include "style/computed_style.h"
#include "style/sheet.h"

namespace reliure::style {

/// The rules that mean something on a screen, as valid CSS: lengths of text in `rem`, so that the reader's
/// own size counts; no colours on the body; nothing that is of pages only.
std::string ebook_css(const Sheets& sheets, const ComputedStyle& root);

}  // namespace reliure::style
