#pragma once
// Hyphenation patterns: the author's, then those inside the program.
#include <vector>

#include "source/file_system.h"
#include "source/tree.h"
#include "source/yaml.h"

namespace reliure::source {

/// Reads the files that a map of languages names, seen from `folder`, and behind them all languages of the
/// program's own: a page may be in another language than the book. `map` may be null.
std::vector<Dictionary> read_dictionaries(const Yaml* map, const Path& folder, const FileSystem& files,
                                          base::Diagnostics& diagnostics);

}  // namespace reliure::source
