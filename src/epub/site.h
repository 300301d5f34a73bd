#pragma once
// The site: the e-book's pages as files for a server, or for a browser alone.
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/diagnostics.h"
#include "base/parallel.h"
#include "book/book.h"
#include "text/font_library.h"

namespace reliure::epub {

struct File {
  /// Below the site's folder: `images/cycle.svg`.
  std::string name;
  base::Bytes bytes;
};

/// Writes `index.html` with title page, contents and lists, an HTML file a chapter, style sheets, pictures
/// and fonts. No page has a script, or needs anything outside the folder. The same input gives the same
/// bytes. Where a library is given, the site has its fonts of the families that it asks for.
std::vector<File> write_site(const book::Book& book, const book::EbookStyle& style, base::Jobs jobs,
                             base::Diagnostics& diagnostics, const text::FontLibrary* library = nullptr);

}  // namespace reliure::epub
