#pragma once
// Text files: read, checked to be UTF-8, and entered into the source map.
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/source_map.h"
#include "source/file_system.h"

namespace reliure::source {

/// Reads a text file into `sources` under its path. A byte order mark is dropped; line ends stay as they are.
/// What is not UTF-8 is reported at its first byte and replaced by U+FFFD. Nothing when there is no such
/// file; that is for the caller to report.
std::optional<base::FileId> read_text(const FileSystem& files, const Path& path, base::SourceMap& sources,
                                      base::Diagnostics& diagnostics);

}  // namespace reliure::source
