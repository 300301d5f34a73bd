#pragma once
// What it costs to set an SVG as pixels, known before anything is set.
#include "image/svg/painter.h"

namespace reliure::image {

/// How often librsvg may touch every pixel of the picture at worst: each mask, filter and pattern is a layer
/// of its own, and references multiply them. Beyond any limit where references lead in a circle or too deep.
double layers_of(Painter& painter);

}  // namespace reliure::image
