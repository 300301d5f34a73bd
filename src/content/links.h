#pragma once
// Where links lead.
#include <vector>

#include "content/draft.h"
#include "content/site.h"

namespace reliure::content {

/// A link that leads somewhere: to a node of a page, or out of the book.
struct ResolvedLink {
  book::NodeId source;
  /// The page of `node`; `kNoPageIndex` for an outside address.
  std::size_t page = kNoPageIndex;
  book::NodeId node;
  std::string_view url;
};

/// Resolves the links of page `from`; those that lead nowhere are reported to the page's draft and left out.
std::vector<ResolvedLink> resolve_links(const source::Tree& tree, const Site& site,
                                        std::vector<Draft>& drafts, std::size_t from);

}  // namespace reliure::content
