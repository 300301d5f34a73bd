#pragma once
// What the outputs say of who can read them, put together from what all stages found.
#include <cstdint>
#include <string>
#include <vector>

#include "app/compile.h"
#include "base/diagnostics.h"
#include "book/manuscript.h"
#include "style/styles.h"

namespace reliure::app {

/// How many of the diagnostics stand against a claim.
std::size_t count_faults(const base::Diagnostics& diagnostics);

/// Says that an e-book makes no claim, where there are faults (`epub/claim-dropped`).
void report_dropped_claim(std::size_t faults, base::Span edition, base::Diagnostics& diagnostics);

/// By node, what the styles hide.
std::vector<bool> hidden_nodes(const book::Manuscript& manuscript, const style::Styles& styles);

/// The edition's own identifier, or the book's.
std::string identifier_of_file(const source::Manifest& manifest, const source::Edition& edition);

/// The ONIX message of the outputs that are there to be read: booklets and sites are not.
std::string onix_of(const Compilation& made, const book::Metadata& metadata, std::int64_t timestamp);

}  // namespace reliure::app
