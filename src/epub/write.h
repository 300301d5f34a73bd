#pragma once
// The EPUB: a manuscript to an e-book.
#include <cstdint>
#include <optional>

#include "access/access.h"
#include "base/bytes.h"
#include "base/diagnostics.h"
#include "base/parallel.h"
#include "book/book.h"
#include "text/font_library.h"

namespace reliure::epub {

/// Which fonts an e-book carries: those that its sheet names by `@font-face`, or those of its families as
/// well.
enum class Fonts : std::uint8_t { named, all };

struct Options {
  /// Seconds since 1970 in UTC, for `dcterms:modified` and the archive's times.
  std::int64_t timestamp = 0;
  base::Jobs jobs;
  /// What the package says about access to the book.
  access::Statement statement{};
  /// The edition's own identifier, a URI; empty for the book's.
  std::string identifier{};
  /// Names the printed edition whose pages are marked: a URI. One is made where it is empty.
  std::string page_source{};
  /// Those that the book's pages count, for a cover that is drawn; null for one without text.
  const text::FontLibrary* fonts = nullptr;
  Fonts fonts_inside = Fonts::named;
};

/// Writes an EPUB 3.3: one XHTML file a chapter, navigation (and NCX), package, style sheet, pictures and
/// cover: the author's, the first of the book's pages, if it has any, or one set from the title. The same
/// input gives the same bytes.
base::Bytes write(const book::Book& book, const book::EbookStyle& style, const Options& options,
                  base::Diagnostics& diagnostics);

}  // namespace reliure::epub
