#pragma once
// The parts of the book that no page holds: cover, title page, colophon, contents, last page.
#include <string>
#include <vector>

#include "content/draft.h"
#include "source/manifest.h"

namespace reliure::content {

/// A heading somewhere in the drafts, with its final level.
struct OutlinePlace {
  std::size_t page = 0;
  book::NodeId heading;
  int level = 1;
  std::string_view title;
  /// BCP 47, as it or what is around it in its page declares; empty where nothing does.
  std::string_view language;
};

/// `section.cover`: title, subtitle, authors, publisher; with a picture also class `pictured` and a
/// decorative `img` in front, which is the draft's node 1. The program's own style shows it only with one.
Draft cover(const book::Metadata& metadata, bool pictured);
/// `section.title-page` from the metadata.
Draft title_page(const book::Metadata& metadata);
/// Whether there is anything to say in a colophon: who wrote and published the book, or on what terms.
bool has_imprint(const book::Metadata& metadata);
/// `section.colophon`: who made the book, when, under what rights, as a list of terms. Shown where a theme
/// wants it, like the next one.
Draft colophon(const book::Metadata& metadata);
/// `section.last-page`: title, description, publisher and ISBN, as on the back of a book.
Draft last_page(const book::Metadata& metadata);

struct ContentsLink {
  book::NodeId source;
  /// An index into the outline; into the captions in their order for a list of those.
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

/// A captioned figure or table of the book.
struct CaptionPlace {
  std::size_t page = 0;
  book::NodeId node;
  std::string_view id;
  std::string text;
};

/// The id and the file of a list: `list-of-figures`, `list-of-tables`.
std::string_view list_name(source::CaptionList list);
/// `nav.captions`: a heading, then a list of links to figures or tables.
ContentsDraft caption_list(source::CaptionList list, const std::vector<CaptionPlace>& captions,
                           std::string_view language);

}  // namespace reliure::content
