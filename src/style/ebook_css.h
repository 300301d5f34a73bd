#pragma once
// A style sheet for e-book readers from the same rules.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "book/font.h"
#include "style/computed_style.h"
#include "style/sheet.h"

namespace reliure::style {

struct EbookSheet {
  /// See `book::EbookStyle::css`.
  std::string css;
  /// Indexes of the resources that it names.
  std::vector<std::uint32_t> pictures;
};

/// The rules that mean something on a screen, as valid CSS: lengths of text in `rem`, so that the reader's
/// own size counts; no colours of the body's text; nothing that is of pages only. Addresses point to pictures
/// already.
EbookSheet ebook_css(const Sheets& sheets, const ComputedStyle& root, std::span<const book::Font> fonts);

}  // namespace reliure::style
