#pragma once
// `linear-gradient()` to the gradient of an area (CSS Images 3 §3.1).
#include "book/picture.h"
#include "style/computed_style.h"

namespace reliure::layout {

/// The gradient as it fills `area`, in the coordinates of `area`.
book::Gradient place_gradient(const style::LinearGradient& gradient, base::Rect area);

}  // namespace reliure::layout
