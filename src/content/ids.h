#pragma once
// Ids that are unique in the book.
#include <string_view>

#include "content/draft.h"

namespace reliure::content {

/// Gives nodes their final ids, `slug--id`: those with an id of the author's, headings and notes. Attributes
/// that refer to ids of the page follow; references to ids that it does not have are dropped.
void name_nodes(Draft& draft, std::string_view slug);

}  // namespace reliure::content
