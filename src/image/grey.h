#pragma once
// Colours and pictures as shades of grey.
#include "base/geometry.h"
#include "book/picture.h"

namespace reliure::image {

/// The grey that is as bright: 30 % red, 59 % green, 11 % blue (ISO 32000-1 §10.3.3). Opacity stays.
base::Color in_grey(base::Color color);

/// The picture in grey: decoded where it must be, as it is where it is grey already. What is damaged stays
/// white.
book::Raster in_grey(const book::Raster& raster);
/// Every paint of the path or drawing in grey.
void turn_grey(book::Path& path);
void turn_grey(book::Drawing& drawing);

}  // namespace reliure::image
