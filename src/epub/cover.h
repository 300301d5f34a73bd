#pragma once
// The cover: the author's picture, or one set from the title.
#include <string>

#include "book/manuscript.h"

namespace reliure::epub {

/// A quiet cover in SVG with title, subtitle, authors and publisher.
std::string typographic_cover(const book::Metadata& metadata);

/// The page that shows the author's cover picture, `image` below the package's folder.
std::string cover_page(const book::Metadata& metadata, std::string_view image);

}  // namespace reliure::epub
