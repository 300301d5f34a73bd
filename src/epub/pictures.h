#pragma once
// Pictures as files of the e-book.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/diagnostics.h"
#include "base/parallel.h"
#include "book/book.h"

namespace reliure::epub {

struct PictureFile {
  /// Below the package's folder, `images/cycle.svg`; empty when the picture is not used or not usable.
  std::string name;
  /// A core media type of EPUB 3.3 (section 3.2), told from the bytes.
  std::string_view media_type;
  /// The cleaned text of an SVG, or a raster with fewer pixels; empty when the resource's own bytes are the
  /// file.
  base::Bytes made;
  /// The same file as another picture's, which is in the package already.
  bool is_copy = false;
  /// It may move or flash: an animated WebP, PNG or GIF.
  bool animated = false;
};

/// The core media type that the bytes are of, or empty.
std::string_view media_type_of(std::string_view bytes);

/// The longer side of a picture in an e-book, in pixels: a page of a large tablet, with some left to zoom in.
inline constexpr std::uint32_t kLongestSide = 2400;

/// Makes rasters smaller whose longer side is beyond one and a half times `kLongestSide`, and names them in a
/// note, the largest first. A little beyond it a picture would lose more by being packed anew than its reader
/// gains.
void make_smaller(std::vector<PictureFile>& files, const book::Book& book, base::Jobs jobs,
                  base::Diagnostics& diagnostics);

/// Whether a raster holds more than one frame.
bool is_animated(std::string_view bytes);

/// Files for the resources that `used` marks, one row a resource. A picture that e-books cannot show is
/// reported and has no name; pictures of the same bytes have the same.
std::vector<PictureFile> picture_files(const book::Book& book, const std::vector<bool>& used,
                                       base::Diagnostics& diagnostics);

}  // namespace reliure::epub
