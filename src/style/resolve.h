#pragma once
// Styling: style sheets and a manuscript to a computed style for each node.
#include <cstddef>
#include <string>

#include "base/diagnostics.h"
#include "book/book.h"
#include "book/manuscript.h"
#include "source/tree.h"
#include "style/styles.h"

namespace reliure::style {

enum class Media : std::uint8_t { print, epub };

/// What a style sheet is resolved for: `@media print|epub`, and the edition whose sheets and page size count.
struct Medium {
  Media media = Media::print;
  /// Index into `Manifest::editions`.
  std::size_t edition = 0;
};

/// Parses the sheets and computes every element's style. What we do not support is one warning each, at
/// file:line:column.
Styles resolve(const book::Manuscript& manuscript, const source::Tree& tree, const Medium& medium,
               base::Diagnostics& diagnostics);

/// What the e-book takes from styles resolved for `Media::epub`: hidden nodes, generated text with a meaning,
/// and a style sheet for readers made from the same sheets (rules for paged media left out).
book::EbookStyle ebook_style(const book::Manuscript& manuscript, const source::Tree& tree,
                             const Medium& medium, const Styles& styles);

}  // namespace reliure::style
