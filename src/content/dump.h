#pragma once
// A manuscript as text, for people and goldens.
#include <string>

#include "book/manuscript.h"

namespace reliure::content {

/// The tree indented, one node a line (`h2#id.class [key="value"] "text"`), then chapters, outline,
/// links and resources.
std::string dump(const book::Manuscript& manuscript);

}  // namespace reliure::content
