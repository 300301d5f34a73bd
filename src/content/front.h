#pragma once
// The parts of the book that no page holds: title page and contents.
#include <vector>

#include "content/draft.h"

namespace reliure::content {

/// A heading somewhere in the drafts, with its final level.
struct OutlinePlace {
  std::size_t page = 0;
  book::NodeId heading;
  int level = 1;
  std::string_view title;
};

/// `section.title-page` from the metadata.
Draft title_page(const book::Metadata& metadata);

struct ContentsLink {
  book::NodeId source;
  /// An index into the outline.
  std::size_t entry = 0;
};

struct ContentsDraft {
  Draft draft;
  std::vector<ContentsLink> links;
};

/// `nav.contents`: a heading, then nested lists of links to the outline's entries down to level `depth`.
/// `ids` are the ids of the entries' headings.
ContentsDraft contents(const std::vector<OutlinePlace>& outline, const std::vector<std::string_view>& ids,
                       int depth, std::string_view language);

}  // namespace reliure::content
