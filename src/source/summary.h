#pragma once
// `SUMMARY.md`: the reading order as mdBook and GitBook write it, a nested list of links.
#include <vector>

#include "base/diagnostics.h"
#include "base/source_map.h"
#include "source/manifest.h"

namespace reliure::source {

/// The entries of a summary, depth from the indentation of the list. Links outside a list (foreword,
/// appendix) are on the top level. Paths are as written, resolved from `folder`: the summary's folder below
/// the content root.
std::vector<PageEntry> read_summary(const base::SourceMap& sources, base::FileId file,
                                    std::string_view folder, base::Diagnostics& diagnostics);

}  // namespace reliure::source
