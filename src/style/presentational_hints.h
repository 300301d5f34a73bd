#pragma once
// HTML's attributes that say how something looks, as CSS (HTML §15.3).
#include <string>

#include "book/manuscript.h"

namespace reliure::style {

/// The declarations that the element's attributes stand for (`width: 200px`), empty for most.
std::string presentational_hints(const book::Manuscript& manuscript, book::NodeId element);

}  // namespace reliure::style
