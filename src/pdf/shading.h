#pragma once
// Gradients as shading patterns and soft masks (ISO 32000-1 §8.7.4, §11.6.5).
#include "pdf/canvas.h"
#include "pdf/objects.h"

namespace reliure::pdf {

/// A pattern that paints the gradient's colours, in `inks` where there are any.
Ref add_gradient(Objects& objects, const GradientUse& use, const image::Inks* inks);
/// An ExtGState whose soft mask is the gradient's opacity.
Ref add_mask(Objects& objects, const GradientUse& use);

}  // namespace reliure::pdf
