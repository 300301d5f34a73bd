#pragma once
// Chapters that are too large for one file.
#include <vector>

#include "epub/plan.h"

namespace reliure::epub {

/// The most that a file should hold, in bytes as we estimate them: old devices give up at some 260 to 300
/// thousand, and all of them turn pages slowly in large files.
inline constexpr std::size_t kLargestDocument = 240'000;

/// The elements with which a chapter's second file, its third and so on begin, in document order; none for a
/// chapter that fits one. Files begin with a heading where there is one, and never behind one; what is one
/// block stays whole.
std::vector<NodeId> part_starts(const Plan& plan, NodeId section, std::size_t largest = kLargestDocument);

/// Whether a chapter may be parted inside of such an element, which then goes on in the next file.
bool may_be_parted(Kind kind);

}  // namespace reliure::epub
