#pragma once
// Backgrounds: a colour and layers of pictures and gradients (CSS Backgrounds 3 §3).
#include <vector>

#include "book/page.h"
#include "layout/flow/outline.h"

namespace reliure::layout {

/// Whether the style has a background that is seen.
bool has_background(const style::ComputedStyle& style);

/// What fills the border box `shape`, in painting order. Pictures are placed in `origin`, the padding box as
/// a rule, and cut off at the shape. `pictures` are the book's; null is a book without.
std::vector<decltype(book::Item::mark)> background_marks(const style::ComputedStyle& style,
                                                         const Shape& shape, base::Rect origin,
                                                         const std::vector<book::Picture>* pictures);

}  // namespace reliure::layout
