#pragma once
// Styles as text, for people and goldens.
#include <string>

#include "book/manuscript.h"
#include "style/styles.h"

namespace reliure::style {

/// The tree indented, one element a line with the properties that differ from its parent's (inherited) or
/// from the initial value (others), in CSS notation; then the page styles.
std::string dump(const book::Manuscript& manuscript, const Styles& styles);

}  // namespace reliure::style
