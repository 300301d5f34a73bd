#pragma once
// Pictures as files of the e-book.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/diagnostics.h"
#include "book/book.h"

namespace reliure::epub {

struct PictureFile {
  /// Below the package's folder, `images/cycle.svg`; empty when the picture is not used or not usable.
  std::string name;
  /// A core media type of EPUB 3.3 (section 3.2), told from the bytes.
  std::string_view media_type;
  /// The cleaned text of an SVG; the bytes of all others are the resource's own.
  base::Bytes cleaned;
  /// It may move or flash: an animated WebP, PNG or GIF.
  bool animated = false;
};

/// The core media type that the bytes are of, or empty.
std::string_view media_type_of(std::string_view bytes);

/// Whether a raster holds more than one frame.
bool is_animated(std::string_view bytes);

/// Files for the resources that `used` marks, one row a resource. A picture that e-books cannot show is
/// reported and has no name.
std::vector<PictureFile> picture_files(const book::Book& book, const std::vector<bool>& used,
                                       base::Diagnostics& diagnostics);

}  // namespace reliure::epub
