#pragma once
#include "base/bytes.h"
#include "book/picture.h"

namespace reliure::image {

/// The samples of a picture of 8 bits without a palette, whatever its encoding. What is damaged is white, or
/// all inks.
base::Bytes unpacked(const book::Raster& raster);

}  // namespace reliure::image
