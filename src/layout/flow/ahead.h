#pragma once
// Paragraphs ahead of their flow. Which there are, and how wide those outside of tables are, follows from
// styles alone: the many of one long sequence are shaped and set on several threads before its flow is built
// from first to last.
#include <optional>
#include <span>
#include <vector>

#include "layout/flow/build.h"

namespace reliure::layout {

/// A paragraph that a flow will ask for.
struct ParagraphAhead {
  InlineContent content;
  /// Nothing in a table: the width of a cell depends on what is in it.
  std::optional<base::Length> width;
};

/// The paragraphs of `build_sequence` for these arguments, in order.
std::vector<ParagraphAhead> list_paragraphs(std::span<const book::NodeId> blocks, const Stretch& stretch,
                                            base::Length width, const Setting& setting);

/// Paragraphs of one sequence that are ready before its flow is built.
struct Ahead {
  PreparedParagraphs prepared;
  SetParagraphs set;
};

/// Makes a place for the paragraph, which `fill` needs.
void make_place(const ParagraphAhead& paragraph, Ahead& ahead);
/// Prepares a paragraph, and breaks it where its width is known. What it reports is kept with it. Paragraphs
/// may be filled in at once.
void fill(const ParagraphAhead& paragraph, const Setting& setting, Ahead& ahead);

}  // namespace reliure::layout
