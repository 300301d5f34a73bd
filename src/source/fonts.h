#pragma once
// Lists of fonts: the program's `fonts.yaml` and the manifest's `fonts`.
#include <vector>

#include "base/diagnostics.h"
#include "book/font.h"
#include "source/file_system.h"
#include "source/yaml.h"

namespace reliure::source {

/// Reads the font files that a list names (`family`, `file`, `weight`, `style`), seen from `folder`. The keys
/// that say where a font comes from (`package`, `version`, `sha256`, `licence`) are for people and are passed
/// over.
std::vector<book::Font> read_fonts(const Yaml* list, const Path& folder, const FileSystem& files,
                                   base::Diagnostics& diagnostics);

}  // namespace reliure::source
