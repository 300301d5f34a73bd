#pragma once
#include "image/page_picture.h"
#include "image/raster/samples.h"

namespace reliure::image {

/// Opaque pixels of three channels as a file: a PNG, with a palette where 256 colours do, or a JPEG where
/// neighbours differ as they do in photographs.
PictureBytes encoded(const Samples& samples);

}  // namespace reliure::image
