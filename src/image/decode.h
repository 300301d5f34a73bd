#pragma once
// Pictures: files to what both backends place.
#include <vector>

#include "base/diagnostics.h"
#include "base/parallel.h"
#include "book/manuscript.h"
#include "book/picture.h"

namespace reliure::image {

/// Decodes every picture of the manuscript: PNG, JPEG, WebP and SVG. The result has one entry for each
/// of `manuscript.resources`. A picture that is truncated, malformed, too large or of a kind we do not read
/// is reported at its first use and has no content.
std::vector<book::Picture> decode(const book::Manuscript& manuscript, base::Jobs jobs,
                                  base::Diagnostics& diagnostics);

}  // namespace reliure::image
