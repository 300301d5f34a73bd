#pragma once
// What the rules of typography did, for those who read proofs.
#include <span>
#include <string>

#include "base/source_map.h"
#include "content/draft.h"

namespace reliure::app {

/// One line for each change, by file and place, and a count for each rule:
///
///     page.md:3:9: high-punctuation: Quoi ? → Quoi[U+202F]?
///
/// Spaces that cannot be told apart are shown by their names, raised letters between `<sup>` and `</sup>`.
std::string render_typography(std::span<const content::SetChange> changes, const base::SourceMap& sources);

}  // namespace reliure::app
