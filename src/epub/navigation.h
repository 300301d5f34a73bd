#pragma once
// The ways through the e-book: table of contents, landmarks, page list (EPUB 3.3, section 7), and the NCX
// of EPUB 2 for old readers.
#include <string>
#include <string_view>
#include <vector>

#include "epub/plan.h"

namespace reliure::epub {

/// A line of the table of contents.
struct ContentsEntry {
  /// From 1, at most one more than the entry before.
  int level = 1;
  std::string_view title;
  std::string address;
  /// Where it is not the book's.
  std::string_view language{};
};

/// The outline, less what is hidden; a book without headings is listed by its files.
std::vector<ContentsEntry> entries_of(const Plan& plan);

/// Nested lists of links.
void append_entries(std::string& out, Target target, const std::vector<ContentsEntry>& entries);

/// `nav.xhtml`. `cover` is the file of the cover page, or empty.
std::string navigation_document(const Plan& plan, std::string_view cover);

/// `toc.ncx`: the same table of contents. `identifier` is the package's.
std::string ncx_document(const Plan& plan, std::string_view identifier);

}  // namespace reliure::epub
