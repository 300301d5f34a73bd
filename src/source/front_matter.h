#pragma once
// The YAML at the head of a page, between two lines `---`.
#include <cstdint>

#include "base/diagnostics.h"
#include "base/source_map.h"
#include "source/tree.h"

namespace reliure::source {

/// What was read, and where the parts stand that the reading order may complain about.
struct ReadFrontMatter {
  FrontMatter values;
  base::Span navigation_key;
  base::Span navigation_parent;
  /// `eleventyNavigation` is there.
  bool has_navigation = false;
  /// Where the page's text begins, behind the closing line.
  std::uint32_t body = 0;
};

/// Reads the front matter of a file. A page without any has default values and a body from 0.
ReadFrontMatter read_front_matter(const base::SourceMap& sources, base::FileId file,
                                  base::Diagnostics& diagnostics);

}  // namespace reliure::source
