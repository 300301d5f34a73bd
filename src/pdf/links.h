#pragma once
// Link annotations (ISO 32000-1 §12.5.6.5).
#include <vector>

#include "book/book.h"
#include "pdf/destinations.h"
#include "pdf/objects.h"

namespace reliure::pdf {

/// Adds the annotations of one page, in the order of its links. A link whose target the book does not show
/// leads nowhere and has none.
std::vector<Ref> add_links(Objects& objects, const book::Book& book, const book::Page& page,
                           const Destinations& destinations);

/// What a link says, for those who do not see it: its title, else its text and its pictures' texts.
std::string link_description(const book::Manuscript& manuscript, book::NodeId link);
/// `url` as the ASCII that a URI must be.
std::string ascii_uri(std::string_view url);

}  // namespace reliure::pdf
