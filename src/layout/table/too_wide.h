#pragma once
// What becomes of a table whose longest words do not fit its place beside each other.
#include "layout/flow/build.h"

namespace reliure::layout {

/// A table without reduction.
inline constexpr std::int64_t kFullSize = 65536;

/// The size that the table is set in, in 1/65536 of its own: so small that `wanted` fits into `width`, but no
/// smaller than its style allows. A table that does not fit even so is noted for a wider page where there is
/// one, else reported.
std::int64_t reduction(const TableBox& table, const style::ComputedStyle& style, base::Length wanted,
                       base::Length width, Workshop& workshop);

}  // namespace reliure::layout
