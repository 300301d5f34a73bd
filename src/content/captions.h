#pragma once
// Which figures and tables have a caption.
#include "content/draft.h"

namespace reliure::content {

/// Finds the captioned figures and tables and gives them the class `captioned-figure` or `captioned-table`. A
/// figure that holds a table and no picture is a table; one that holds a quotation alone names whom it quotes
/// and is none. What is inside a captioned figure is part of it, and what is in a note is not looked at.
void find_captions(Draft& draft);

/// The captioned figure or table that is the node, or that the node is in; null when there is none.
const DraftCaption* caption_around(const Draft& draft, book::NodeId node);

}  // namespace reliure::content
