#pragma once
// What only the author can mend for those who hear a page or read it otherwise:
// WCAG 2.2, 1.1.1, 1.3.1, 2.4.4.
#include <string_view>

#include "base/source_map.h"
#include "content/draft.h"

namespace reliure::content {

/// Reports pictures whose alternative text is not there or says nothing, tables without header cells, and
/// links whose text alone does not say where they lead, on a page as its author wrote it. `language` is the
/// book's.
void check_accessibility(Draft& draft, const base::SourceMap& sources, std::string_view language);

}  // namespace reliure::content
