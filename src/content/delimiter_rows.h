#pragma once
// Tables as GFM writes them, for a parser that asks for more.
#include <cstddef>
#include <vector>

#include "content/mapped_text.h"

namespace reliure::content {

/// Hyphens that are not the author's, in the padded text.
struct Padding {
  std::size_t begin = 0;
  std::size_t size = 0;
};

struct PaddedMarkdown {
  MappedText markdown;
  /// Sorted by `begin`.
  std::vector<Padding> padding;
};

/// Every line that may be a table's delimiter row (`|-|:-:|`) gets three hyphens in each cell: GFM 4.10 is
/// content with one, md4c 0.4 is not. Whether the line ends up in a table is not known here: whoever writes
/// text out passes over the padding.
PaddedMarkdown pad_delimiter_rows(const MappedText& markdown);

}  // namespace reliure::content
