#pragma once
// Diagnostics for people and for machines.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source_map.h"

namespace reliure::app {

enum class DiagnosticFormat : std::uint8_t { text, json, sarif };

/// For a terminal: each with its line of the file and carets below it.
std::string render_text(std::span<const base::Diagnostic> diagnostics, const base::SourceMap& sources,
                        bool color);

/// One JSON object whose `diagnostics` have code, severity, message, place, labels and hints. Lines and
/// columns count from 1, columns in code points; `begin` and `end` are byte offsets.
std::string render_json(std::span<const base::Diagnostic> diagnostics, const base::SourceMap& sources);

/// A log in SARIF 2.1.0 (OASIS), as code hosts show it beside a change.
std::string render_sarif(std::span<const base::Diagnostic> diagnostics, const base::SourceMap& sources);

/// The table of all codes in Markdown, for the manual.
std::string render_code_table();

/// `error`, `warning` or `note`.
std::string_view name(base::Severity severity);

/// The diagnostics without repetitions: two editions of one book often show the same mistake.
std::vector<base::Diagnostic> without_repetitions(std::span<const base::Diagnostic> diagnostics);

}  // namespace reliure::app
