#pragma once
// Languages whose words are to be hyphenated and cannot be.
#include "base/diagnostics.h"
#include "layout/compose.h"

namespace reliure::layout {

/// Reports each language in which justified text is to be hyphenated and for which there are no patterns, at
/// the first text of a line's length (`layout/no-hyphenation`). Languages that never hyphenate are not told.
void report_no_hyphenation(const Input& input, base::Diagnostics& diagnostics);

}  // namespace reliure::layout
