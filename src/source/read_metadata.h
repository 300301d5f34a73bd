#pragma once
// What the manifest says about the book as a work: title, authors, dates.
#include "base/diagnostics.h"
#include "book/manuscript.h"
#include "source/yaml.h"

namespace reliure::source {

/// Reads and checks the manifest's keys for `book::Metadata`. Without `identifier` it is derived from title
/// and publisher.
book::Metadata read_metadata(const Yaml& document, base::Diagnostics& diagnostics);

}  // namespace reliure::source
