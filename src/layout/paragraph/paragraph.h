#pragma once
// Paragraphs: the inline content of a block to lines, in four steps, a file each: collect the text, prepare
// (itemize and shape), break (Knuth and Plass 1981), finish the lines.
#include <memory>
#include <span>
#include <vector>

#include "base/geometry.h"
#include "book/manuscript.h"
#include "layout/fragment.h"
#include "layout/setting.h"

namespace reliure::layout {

/// Inline-level siblings in one block container, set as one paragraph: all of a block's content, or the
/// part between two block-level children.
struct InlineContent {
  /// The container: its style aligns and indents.
  book::NodeId block;
  /// First and last sibling; both `kNoNode` when there is only generated content.
  book::NodeId first, last;
  /// The container's `::before` and `::after` belong to this part.
  bool before = false, after = false;
  /// A list marker set inline at the start (`list-style-position: inside`).
  bool marker = false;
};

/// A line box. `content` is relative to the top left corner of the line's slot at x = 0.
struct Line {
  Fragment content;
  base::Length height;
  /// From the top.
  base::Length baseline;
  /// Notes called on this line, in order.
  std::vector<book::NodeId> notes;
};

/// Where one line may stand: its left edge from the container's, and its width.
struct LineSlot {
  base::Length x;
  base::Length width;
};

/// CSS Sizing 3 §4: the narrowest width without overflow, and the width without any break but forced ones.
struct InlineSize {
  base::Length min_content;
  base::Length max_content;
};

/// A paragraph collected and shaped, for any width.
struct Paragraph;
struct ParagraphDeleter {
  void operator()(Paragraph* paragraph) const;
};
using ParagraphPtr = std::unique_ptr<Paragraph, ParagraphDeleter>;

/// Collects and shapes. Nothing (a null pointer) when the content holds nothing but white space.
ParagraphPtr prepare(const InlineContent& content, Setting& setting);

InlineSize measure(const Paragraph& paragraph);

/// Breaks into lines; line `i` stands in slot `i`, all further lines in the last one. `slots` is not empty.
/// A line that cannot fit is set all the same and reported (`layout/overfull-line`).
std::vector<Line> break_lines(const Paragraph& paragraph, std::span<const LineSlot> slots, Setting& setting);

}  // namespace reliure::layout
