#pragma once
// Markdown to HTML that knows where it comes from.
#include <cstdint>
#include <vector>

#include "base/diagnostics.h"
#include "content/mapped_text.h"
#include "content/notes.h"
#include "source/manifest.h"

namespace reliure::content {

/// A call `[^id]` of a footnote: the element that stands for it in the HTML, and which note it calls.
struct NoteCall {
  std::uint32_t html = 0;
  std::uint32_t note = 0;
};

struct Fragment {
  MappedText html;
  /// Sorted by `html`.
  std::vector<NoteCall> calls;
};

/// The element that stands at the place of a footnote's call.
inline constexpr std::string_view kNoteCallElement = "reliure-note-call";

/// CommonMark with tables, strikethrough, task lists, calls of the notes in `parts` and heading attributes
/// (`## Title {#id .class key=value}`). Raw HTML stands in the result as written. Calls of notes that are not
/// there are reported.
Fragment render_markdown(const MappedText& markdown, const MarkdownParts& parts,
                         const source::MarkdownOptions& options, base::Diagnostics& diagnostics);

}  // namespace reliure::content
