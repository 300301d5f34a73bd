#pragma once
// SVG files to drawings.
#include <string_view>

#include "base/diagnostics.h"
#include "book/manuscript.h"
#include "book/picture.h"

namespace reliure::image {

/// Whether the file begins as XML does. Says nothing of its root.
bool looks_like_svg(std::string_view bytes);

/// SVG 1.1 with what of SVG 2 programs write: shapes, paths, groups, `use`, nested `svg`, style sheets,
/// gradients and clipping paths become outlines; texts wait for the fonts, which layout has. What we do not
/// draw or only approach (filters, masks, patterns, embedded pictures ...) is reported, each kind once, and
/// the picture becomes a raster made by librsvg where that shows it. The static picture is what is drawn:
/// animations show their initial state.
book::Picture read_svg(const book::Resource& resource, base::Diagnostics& diagnostics);

}  // namespace reliure::image
