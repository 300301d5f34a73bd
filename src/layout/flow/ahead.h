#pragma once
// Setting paragraphs ahead of their flow. How wide a paragraph is follows from styles alone, so the many of
// one long sequence can be set on several threads, before the flow is built from first to last.
#include <span>
#include <vector>

#include "layout/flow/build.h"

namespace reliure::layout {

/// A paragraph whose width is known.
struct WidePiece {
  InlineContent content;
  base::Length width;
};

/// The paragraphs that `build_sequence` will set for these arguments, in order, but for those in tables: the
/// width of a cell depends on what is in it.
std::vector<WidePiece> list_paragraphs(std::span<const book::NodeId> blocks, base::Length width,
                                       const Setting& setting);

/// Prepares and breaks one paragraph. What it reports is kept with its lines.
SetParagraph set_ahead(const WidePiece& piece, const Setting& setting);

}  // namespace reliure::layout
