#pragma once
// Marks made smaller or larger as a whole.
#include <cstdint>

#include "layout/fragment.h"

namespace reliure::layout {

/// Scales all marks from the fragment's corner; `ratio` is in 1/65536. Fonts, strokes and pictures go with
/// them.
void scale_by(std::int64_t ratio, Fragment& fragment);

}  // namespace reliure::layout
