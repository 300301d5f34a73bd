#pragma once
// The ways through the e-book: table of contents, landmarks, page list (EPUB 3.3, section 7), and the NCX
// of EPUB 2 for old readers.
#include <string>

#include "epub/plan.h"

namespace reliure::epub {

/// `nav.xhtml`. `cover` is the file of the cover page, or empty.
std::string navigation_document(const Plan& plan, std::string_view cover);

/// `toc.ncx`: the same table of contents. `identifier` is the package's.
std::string ncx_document(const Plan& plan, std::string_view identifier);

}  // namespace reliure::epub
