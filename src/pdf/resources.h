#pragma once
// What a content stream may name (ISO 32000-1 §7.8.3).
#include <span>
#include <string>

#include "pdf/canvas.h"
#include "pdf/objects.h"

namespace reliure::pdf {

/// The syntax of a resource dictionary for `uses`; adds the gradients' objects, in `inks` where there are
/// any. `pictures` are by picture of the book.
std::string resources(Objects& objects, const Uses& uses, std::span<const EmbeddedFont> fonts,
                      std::span<const Ref> pictures, const image::Inks* inks);

}  // namespace reliure::pdf
