#pragma once
// What an element says beside its type: language, alternative text, attributes. For the structure's files
// alone.
#include <string>

#include "pdf/structure/structure.h"
#include "pdf/syntax.h"

namespace reliure::pdf {

/// What an element is called in the tree of IDs; empty for one that nothing refers to.
std::string element_id(const Structure& structure, const Element& element);

/// Appends the entries of the element `index`, but for its place in the tree. `has_labels` is of a list.
void add_properties(Entries& entries, const book::Manuscript& manuscript, const Structure& structure,
                    std::uint32_t index, bool has_labels);

}  // namespace reliure::pdf
