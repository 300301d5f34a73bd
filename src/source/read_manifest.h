#pragma once
// `book.yaml` to a `Manifest`: every key checked, every mistake reported, defaults for the rest.
#include <optional>

#include "base/diagnostics.h"
#include "source/file_system.h"
#include "source/manifest.h"
#include "source/yaml.h"

namespace reliure::source {

/// Fills a manifest from the document at `path`. `files` serves for what must exist: folders and the cover.
Manifest read_manifest(const Yaml& document, const Path& path, const FileSystem& files,
                       base::Diagnostics& diagnostics);

/// The style sheets under `key` of `map`, seen from `folder`. A word without `/` and `.css` is one of the
/// program's.
std::vector<StyleName> styles_at(const Yaml& map, std::string_view key, const Path& folder,
                                 base::Diagnostics& diagnostics);

/// The outputs that `editions` describes; without it a PDF for print and an EPUB. `stem` begins the names of
/// files.
std::vector<Edition> read_editions(const Yaml* editions, const Path& folder, const std::string& stem,
                                   base::Diagnostics& diagnostics);

}  // namespace reliure::source
