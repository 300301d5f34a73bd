#pragma once
// Markers: arrow heads and dots on the vertices of lines.
#include "image/svg/painter.h"

namespace reliure::image {

/// Whether the element is one whose vertices may be marked.
bool takes_markers(std::string_view name);

/// Draws the markers that `state` asks for on the vertices of `shape`, which has some. A marker that marks
/// itself is left out.
void draw_markers(Painter& painter, const Shape& shape, const State& state);

}  // namespace reliure::image
