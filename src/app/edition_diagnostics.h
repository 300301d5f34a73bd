#pragma once
// What was found in several editions of one book, said once.
#include <cstddef>
#include <vector>

#include "app/editions.h"
#include "base/diagnostics.h"
#include "source/manifest.h"

namespace reliure::app {

/// What was found while one edition was made.
struct EditionDiagnostics {
  /// Index into `Manifest::editions`.
  std::size_t edition = 0;
  base::Diagnostics found;
};

/// Adds all that was found to `diagnostics`. What several editions have at one place (the same table is too
/// wide on pages of two sizes) is one diagnostic, as the first of them has it; where not all of the editions
/// that could have it do, or where they differ, the message names those that do.
void append_of_editions(const std::vector<EditionDiagnostics>& editions, const ChosenEditions& chosen,
                        const source::Manifest& manifest, base::Diagnostics& diagnostics);

}  // namespace reliure::app
