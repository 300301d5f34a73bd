#pragma once
// Reading: files on disk to a tree of sources. Nothing here knows Markdown.
#include "base/diagnostics.h"
#include "source/tree.h"

namespace reliure::source {

/// Reads the manifest and every page, style sheet and font that it names or implies.
/// Mistakes (missing file, bad YAML, unknown key, not UTF-8) go to `diagnostics`; what could be read is
/// returned, its texts in `Tree::sources`. `files` must outlive the tree.
Tree load(const FileSystem& files, const Path& manifest, base::Diagnostics& diagnostics);

}  // namespace reliure::source
