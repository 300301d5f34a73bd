#pragma once
// Colours and pictures as shades of grey.
#include "base/luma.h"
#include "book/picture.h"

namespace reliure::image {

using base::in_grey;

/// The picture in grey: decoded where it must be, as it is where it is grey already. What is damaged stays
/// white.
book::Raster in_grey(const book::Raster& raster);
/// Every paint of the path or drawing in grey.
void turn_grey(book::Path& path);
void turn_grey(book::Drawing& drawing);

}  // namespace reliure::image
