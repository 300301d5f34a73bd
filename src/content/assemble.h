#pragma once
// Drafts to one manuscript.
#include "book/manuscript.h"
#include "content/draft.h"

namespace reliure::content {

/// Appends the draft's nodes below the root and takes over its strings. Returns what is to be added to the
/// draft's node ids; the draft is empty afterwards.
std::uint32_t append_draft(book::Manuscript& manuscript, Draft& draft);

}  // namespace reliure::content
