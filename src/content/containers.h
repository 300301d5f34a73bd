#pragma once
// Boxes: `:::callout Title` ... `:::` and `??? Title` ... `???` as eleventy-dsfr, Docusaurus and VitePress
// write them,
// `> [!NOTE]` of GitHub, `!!! note "Title"` of MkDocs.
#include <string_view>

#include "base/diagnostics.h"
#include "content/mapped_text.h"

namespace reliure::content {

/// Replaces the lines that open and close containers by HTML around their Markdown: `callout`, `quote`,
/// `info`, `warning`, `error`, `success`, `note`, `tip`, `important`, `caution`, `danger`, accordions and
/// `???accordionsgroup`; and the marks of alerts and admonitions, which have their type for a title, in
/// `language`, where none is written. Other names are reported and stay as they are written. A container that
/// is never closed ends with the page and is reported.
void expand_containers(MappedText& markdown, std::string_view language, base::Diagnostics& diagnostics);

}  // namespace reliure::content
