#pragma once
// Link annotations (ISO 32000-1 §12.5.6.5).
#include <vector>

#include "book/book.h"
#include "pdf/destinations.h"
#include "pdf/objects.h"
#include "pdf/structure/structure.h"

namespace reliure::pdf {

/// An annotation and the structure element of its link.
struct LinkAnnotation {
  Ref ref;
  std::uint32_t element = kNoElement;
};

/// What links need to be written.
struct LinkInput {
  const book::Book& book;
  const Structure& structure;
  const Destinations& destinations;
};

/// Adds the annotations of one page, in the order of its links, with the keys from `key` in the parent tree.
/// A link whose target the book does not show leads nowhere and has none.
std::vector<LinkAnnotation> add_links(Objects& objects, const LinkInput& input, const book::Page& page,
                                      std::size_t key);

/// What a link says, for those who do not see it: its label or title, else its text and its pictures' texts;
/// a note's call says the note's number, and a reference without words the caption or the words that it leads
/// to.
std::string link_description(const book::Manuscript& manuscript, book::NodeId link);
/// `url` as the ASCII that a URI must be.
std::string ascii_uri(std::string_view url);

}  // namespace reliure::pdf
