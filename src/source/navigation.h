#pragma once
// The reading order that pages state themselves: `eleventyNavigation`, or else the folders they are in.
#include <vector>

#include "base/diagnostics.h"
#include "source/front_matter.h"
#include "source/tree.h"

namespace reliure::source {

/// A page that was read but has no place in the order yet.
struct Candidate {
  Path path;
  base::FileId file;
  ReadFrontMatter front_matter;
};

/// Orders pages by their navigation: depth first, siblings by `order` (0 when absent), then by path. One page
/// without a parent is the book's front page, and its children are on the top level beside it. Pages without
/// navigation are left out, with a warning. Where no page has any, the folders are the order: the index of a
/// folder, then its pages by path, one level deeper below each folder that has an index.
std::vector<Page> order_pages(std::vector<Candidate> candidates, base::Diagnostics& diagnostics);

/// A page as the tree holds it.
Page page_from(Candidate candidate, std::string title, int depth);

}  // namespace reliure::source
