#pragma once
// What tables ask of a paragraph before they know its width: how many lines it would have, and where its
// number is aligned.
#include <cstdint>
#include <span>
#include <vector>

#include "layout/paragraph/paragraph.h"

namespace reliure::layout {

/// What no line divides while it fits: a word with its marks, or words joined by spaces that do not break.
struct Unbreakable {
  base::Length width;
  /// The space after it, gone where the line ends.
  base::Length space;
  /// The line ends after it, whatever follows.
  bool ends_line = false;
};

std::vector<Unbreakable> unbreakables(const Paragraph& paragraph);

/// The height of the paragraph's lines, as far as its block's style says it.
base::Length line_height_of(const Paragraph& paragraph);

/// The lines that each take what fits; at least one. What is wider than a line goes on over several. Lines
/// that are chosen together are hardly ever more.
std::int64_t count_lines(std::span<const Unbreakable> parts, base::Length width);

/// The width of the text from the string on that its block aligns it at (`text-align: "."`, CSS Text 4 §7.1);
/// zero where the string is not in it.
base::Length aligned_tail(const Paragraph& paragraph);

}  // namespace reliure::layout
