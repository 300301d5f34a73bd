#pragma once
// Styling: style sheets and a manuscript to a computed style for each node.
#include <cstddef>
#include <span>
#include <string>
#include <vector>

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

/// What sheets name besides other sheets.
struct Assets {
  /// Pictures of backgrounds, undecoded.
  std::vector<book::Resource> pictures;
  /// With family, weight, style and file; the text stage reads the rest from the file.
  std::vector<book::Font> fonts;
};

/// Adds what the sheets of the editions import to the texts of `tree`, so that mistakes in them have a place.
void read_imports(source::Tree& tree, std::span<const Medium> media);

/// Reads the pictures and fonts of the sheets of all these media, each file once. One that is missing or not
/// in the book's folder is reported where the sheet names it.
Assets load_assets(const source::Tree& tree, std::span<const Medium> media, base::Diagnostics& diagnostics);

/// Makes pictures of sheets the book's, behind those of its pages; one that a page shows too is one picture.
/// Styles resolved for the manuscript then name them by their index among its resources.
void add_pictures(book::Manuscript& manuscript, std::vector<book::Resource> pictures);

/// Parses the sheets and computes every element's style. What we do not support is one warning each, at
/// file:line:column.
Styles resolve(const book::Manuscript& manuscript, const source::Tree& tree, const Medium& medium,
               base::Diagnostics& diagnostics);

/// What the e-book takes from styles resolved for `Media::epub`: hidden nodes, generated text with a meaning,
/// a style sheet for readers made from the same sheets (rules for paged media left out), and those of
/// `fonts`, the assets', that it names.
book::EbookStyle ebook_style(const book::Manuscript& manuscript, const source::Tree& tree,
                             const Medium& medium, const Styles& styles, std::span<const book::Font> fonts);

}  // namespace reliure::style
