#pragma once
// A tree of sources as text, for people and goldens.
#include <string>

#include "source/tree.h"

namespace reliure::source {

/// One line a fact: the manifest's values, then the pages in order.
std::string dump(const Tree& tree);

}  // namespace reliure::source
