#pragma once
// Tables as GFM writes them, for a parser that asks for more.
#include <cstddef>
#include <vector>

#include "content/mapped_text.h"

namespace reliure::content {

/// Characters that are not the author's, in the padded text.
struct Padding {
  std::size_t begin = 0;
  std::size_t size = 0;
  /// Whether they are a line of their own.
  bool is_line = false;
};

struct PaddedMarkdown {
  MappedText markdown;
  /// Sorted by `begin`.
  std::vector<Padding> padding;
};

/// Where GFM 4.10 and md4c 0.4 see tables differently, md4c is helped to see them as GFM does:
/// - every line that may be a delimiter row (`|-|:-:|`) gets three hyphens in each cell: GFM asks for one;
/// - an empty comment ends the paragraph that runs into a table: its last line is the table's header row;
/// - a delimiter row that has not as many cells as the row above it is made text.
/// Whether the line ends up in a table is not known here: whoever writes text out passes over the padding.
PaddedMarkdown pad_delimiter_rows(const MappedText& markdown);

}  // namespace reliure::content
