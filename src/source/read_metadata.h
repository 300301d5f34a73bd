#pragma once
// What the manifest says about the book as a work: title, authors, dates.
#include "base/diagnostics.h"
#include "book/manuscript.h"
#include "source/yaml.h"

namespace reliure::source {

/// The URI or ISBN under `identifier`, an ISBN as a URI; empty where there is none, or none that can be used.
std::string identifier_at(const Yaml& map, base::Diagnostics& diagnostics);

/// Reads and checks the manifest's keys for `book::Metadata`. Without `identifier` it is derived from title
/// and publisher.
book::Metadata read_metadata(const Yaml& document, base::Diagnostics& diagnostics);

}  // namespace reliure::source
