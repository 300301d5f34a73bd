#pragma once
// Containers of eleventy-dsfr: `:::callout Title` ... `:::` and `??? Title` ... `???`.
#include "base/diagnostics.h"
#include "content/mapped_text.h"

namespace reliure::content {

/// Replaces the lines that open and close containers by HTML around their Markdown: `callout`, `quote`,
/// `info`, `warning`, `error`, `success`, accordions and `???accordionsgroup`. Other names stay as they are
/// written. A container that is never closed ends with the page and is reported.
void expand_containers(MappedText& markdown, base::Diagnostics& diagnostics);

}  // namespace reliure::content
