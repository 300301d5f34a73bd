#pragma once
// Finding and reading the pages of the book, in reading order.
#include "base/diagnostics.h"
#include "source/tree.h"

namespace reliure::source {

/// Reads the pages that the manifest of `tree` asks for into `tree.pages`, their texts into `tree.sources`.
void read_pages(const FileSystem& files, Tree& tree, base::Diagnostics& diagnostics);

}  // namespace reliure::source
