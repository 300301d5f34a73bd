#pragma once
#include <cstdint>

#include "book/picture.h"
#include "image/raster/samples.h"

namespace reliure::image {

/// The raster's pixels as sRGB, with opacity where it has any: 3 or 4 channels. None of its sides is longer
/// than `longest` pixels.
Samples colors_of(const book::Raster& raster, std::uint32_t longest);

}  // namespace reliure::image
