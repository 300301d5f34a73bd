#pragma once
// Pictures as XObjects, once each however often a book shows them.
#include <vector>

#include "base/parallel.h"
#include "book/book.h"
#include "pdf/objects.h"

namespace reliure::pdf {

/// Whether there is anything to place: a picture that could not be read has no content, and one without
/// extent no place.
bool has_content(const book::Picture& picture);
/// Whether placing it needs blending.
bool is_transparent(const book::Picture& picture);

/// Adds the pictures of `shown`, ascending indexes into the book's; the result is by picture, none for
/// others. Those whose files have the same bytes are one.
std::vector<Ref> add_pictures(Objects& objects, const book::Book& book,
                              const std::vector<std::uint32_t>& shown, base::Jobs jobs);

}  // namespace reliure::pdf
