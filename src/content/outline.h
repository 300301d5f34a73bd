#pragma once
// The headings of all pages as one outline.
#include <vector>

#include "content/draft.h"
#include "content/front.h"

namespace reliure::content {

/// Gives every heading its level in the book and its kind, `h1` to `h6`: no level is skipped, so that the
/// outline is a tree. Headings that skip one on their page are reported there.
std::vector<OutlinePlace> number_headings(std::vector<Draft>& drafts);

}  // namespace reliure::content
