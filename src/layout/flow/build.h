#pragma once
// Building: the blocks below one element to a flow of strips.
#include <span>
#include <unordered_map>
#include <vector>

#include "layout/flow/content.h"
#include "layout/flow/flow.h"
#include "layout/paragraph/paragraph.h"
#include "layout/setting.h"

namespace reliure::layout {

/// A paragraph prepared, with what was reported about it.
struct PreparedParagraph {
  /// Nothing for white space.
  ParagraphPtr paragraph;
  base::Diagnostics found;
  /// The boxes that stand in its lines have their widths.
  bool is_measured = false;
};
/// Paragraphs prepared for measuring, kept for breaking: by `paragraph_key`.
using PreparedParagraphs = std::unordered_map<std::uint64_t, PreparedParagraph>;

/// A paragraph set for a width, with what was reported about it.
struct SetParagraph {
  base::Length width;
  std::vector<Line> lines;
  /// Instead of lines, where these depend on more than the width: on floats, an initial or boxes in them.
  ParagraphPtr paragraph;
  base::Diagnostics found;
};
/// Paragraphs set before the flow that holds them (`ahead.h`), with the same keys.
using SetParagraphs = std::unordered_map<std::uint64_t, SetParagraph>;

/// Paragraphs are known by their first node; those of generated content alone by their block and
/// end, and by whether the content is the block.
std::uint64_t paragraph_key(const InlineContent& content);

/// What all flows of one sequence share.
struct Workshop {
  Setting& setting;
  /// By node: links, contents or outline lead to it.
  const std::vector<bool>& is_target;
  /// The height that the page gives; what is taller must break or shrink.
  base::Length page_height;
  PreparedParagraphs prepared;
  SetParagraphs set;
  /// The page with its bleed, for pictures that fill it; zero where there is none.
  base::Size sheet{};
  /// The width that the page gives its text.
  base::Length page_width{};
  /// Where a table that fits no page of this width is noted, to be set on wider ones; null where it must
  /// stay.
  std::vector<book::NodeId>* wide_tables = nullptr;
};

/// Nodes from `from` to `to` (half-open) in document order. Blocks around one end of it are part of it, but
/// begin before or go on after it.
struct Stretch {
  book::NodeId from{0};
  book::NodeId to = book::kNoNode;
};

/// The flow of content as its own formatting context: margins do not leave it. Padding that is in the flow
/// goes on over pages as the content does.
Flow build_content(const Siblings& content, base::Length width, Workshop& workshop,
                   base::Length padding = {});

/// The flow of what `stretch` has of sibling blocks, with their own boxes and margins: a page sequence.
Flow build_sequence(std::span<const book::NodeId> blocks, const Stretch& stretch, base::Length width,
                    Workshop& workshop);

/// The narrowest and widest widths that content asks for.
InlineSize measure_content(const Siblings& content, Workshop& workshop);

/// What margins, borders and paddings add to a block's content; percentages, which have nothing to be of yet,
/// count as nothing.
base::Edges block_edges(const style::ComputedStyle& style);

/// The narrowest and widest widths of a block with its edges.
InlineSize measure_block(const Element& element, Workshop& workshop);

}  // namespace reliure::layout
