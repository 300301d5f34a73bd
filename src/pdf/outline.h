#pragma once
// The bookmarks of a reader's side bar (ISO 32000-1 §12.3.3).
#include "book/book.h"
#include "pdf/destinations.h"
#include "pdf/objects.h"

namespace reliure::pdf {

/// Adds the book's outline, nested; none when it is empty.
Ref add_outline(Objects& objects, const book::Book& book, const Destinations& destinations);

}  // namespace reliure::pdf
