#pragma once
// White space processing across nodes (CSS Text 3 §4.1) and `text-transform`, while a paragraph's text grows.
#include <string_view>

#include "layout/paragraph/collect.h"

namespace reliure::layout {

/// Where the text about to be appended comes from.
struct SpanSource {
  book::NodeId node;
  const style::ComputedStyle* style = nullptr;
  std::string_view language;
  std::uint32_t box = 0;
  std::uint32_t alternative = kNone;
  bool generated = false;
};

/// A paragraph's text as it grows.
struct Collapser {
  Collected& out;
  /// A collapsible space here would vanish: a line starts, or a collapsible space went before.
  bool drops_space = true;
  /// The last byte is a collapsible space.
  bool ends_in_space = false;
  /// That space is a line's end in the source.
  bool ends_in_newline = false;
  /// The character before belongs to a word, for `text-transform: capitalize`.
  bool in_word = false;
  /// Characters since the line started, for tab stops.
  std::uint32_t column = 0;
};

void append_text(Collapser& collapser, std::string_view text, const SpanSource& source);
void append_forced_break(Collapser& collapser, const SpanSource& source, std::uint32_t offset = 0);
/// Appends U+FFFC for `Collected::objects[object]`.
void append_object(Collapser& collapser, SpanType type, std::uint32_t object, const SpanSource& source);
/// Takes a collapsible space off the end of the line.
void trim_line_end(Collapser& collapser);

}  // namespace reliure::layout
