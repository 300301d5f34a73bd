#pragma once
// Pictures as XObjects, once each however often a book shows them.
#include <vector>

#include "base/parallel.h"
#include "book/book.h"
#include "image/inks.h"
#include "pdf/objects.h"

namespace reliure::pdf {

/// `/DeviceRGB` and its like.
std::string_view device_space(book::ColorSpace space);

/// Whether there is anything to place: a picture that could not be read has no content, and one without
/// extent no place.
bool has_content(const book::Picture& picture);
/// Whether placing it needs blending.
bool is_transparent(const book::Picture& picture);

/// How pictures are made.
struct PictureOptions {
  base::Jobs jobs;
  /// What colours are printed in. Null for red, green and blue, of which pictures in inks are then made, too.
  const image::Inks* inks = nullptr;
};

/// Adds the pictures of `shown`, ascending indexes into the book's; the result is by picture, none for
/// others. Those whose files have the same bytes are one.
std::vector<Ref> add_pictures(Objects& objects, const book::Book& book,
                              const std::vector<std::uint32_t>& shown, const PictureOptions& options);

}  // namespace reliure::pdf
