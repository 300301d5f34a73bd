#pragma once
// Footnotes: `[^id]: text` is cut out of a Markdown page before it is parsed.
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "content/mapped_text.h"

namespace reliure::content {

/// One definition: the Markdown of its body, without the mark and its indentation.
struct NoteDefinition {
  std::string id;
  /// The mark `[^id]:`.
  base::Span span;
  MappedText body;
};

/// A Markdown page in the parts that are parsed one by one.
struct MarkdownParts {
  /// The page without its definitions.
  MappedText text;
  std::vector<NoteDefinition> notes;
  /// By id, the index in `notes`; the first of several with one id.
  std::unordered_map<std::string_view, std::uint32_t> note_of;
};

/// Cuts the definitions out of the text from `begin` on. A definition goes on over indented lines, over blank
/// lines before indented ones, and over the lines of its last paragraph.
MarkdownParts cut_notes(std::string_view source, std::uint32_t begin, base::FileId file);

/// The id of a call `[^id]` at the start of `text`, empty when there is none there.
std::string_view note_call_at(std::string_view text);

}  // namespace reliure::content
