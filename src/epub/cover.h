#pragma once
// The cover: the author's picture, else the first page of print, else one set from the title.
#include <string>
#include <string_view>

#include "epub/plan.h"
#include "image/page_picture.h"
#include "text/font_library.h"

namespace reliure::epub {

/// The cover of a book whose author gives none: the first page of its pages where that is a cover or a title
/// page, else a quiet one of title, subtitle, authors and publisher. `fonts` are those of the book; without
/// any there is no text on it.
image::PictureBytes drawn_cover(const Plan& plan, const text::FontLibrary* fonts);

/// The page of print that serves as the cover, or null.
const book::Page* front_page(const Plan& plan);

/// A quiet cover with title, subtitle, authors and publisher, as a page.
book::Page typographic_cover(const book::Metadata& metadata, const text::FontLibrary& fonts);

/// The page that shows the cover, `image` below the package's folder.
std::string cover_page(const book::Metadata& metadata, std::string_view image);

}  // namespace reliure::epub
