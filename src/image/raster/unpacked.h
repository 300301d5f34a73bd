#pragma once
#include "base/bytes.h"
#include "book/picture.h"

namespace reliure::image {

/// The samples of a picture as bytes, whatever its encoding and depth; with a palette they are numbers of its
/// colours. What is damaged is white, or all inks.
base::Bytes unpacked(const book::Raster& raster);

}  // namespace reliure::image
