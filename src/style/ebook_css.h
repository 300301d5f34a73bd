#pragma once
// A style sheet for e-book readers from the same rules.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "book/book.h"
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
/// own size counts; nothing that is of pages only. The body's text has no size of its own, and no text has a
/// colour but where the sheets set the ground below it as well: at night the reader sets the rest. Addresses
/// point to pictures already, ids to nodes of the manuscript: `[id="node:7"]` stands for that of node 7.
///
/// Generated content that readers cannot make is `none`, and what the rules say of its look counts for
/// `generated`, the real text that is in its place.
EbookSheet ebook_css(const Sheets& sheets, const ComputedStyle& root, const book::Manuscript& manuscript,
                     std::span<const book::Font> fonts, std::span<const book::GeneratedText> generated);

/// Whether readers can make the content of a sheet: of strings and quotation marks alone.
bool is_for_readers(const Content& content);

}  // namespace reliure::style
