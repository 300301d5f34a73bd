#pragma once
// Generated content with its counters counted: what `::before`, `::after` and list markers say.
#include <string>
#include <string_view>
#include <vector>

#include "book/manuscript.h"
#include "style/styles.h"

namespace reliure::style {

/// A piece of generated content that inline layout can set.
struct GeneratedPart {
  enum class Kind : std::uint8_t {
    text,         ///< `text`
    leader,       ///< `text` repeated to fill the line (`leader(dotted)`)
    target_page,  ///< the label of the page that shows `target`, known when pages are
    page_count,   ///< how many pages the book has
  };
  Kind kind = Kind::text;
  std::string text;
  book::NodeId target;
  /// For `target_page`: `decimal` writes the page as the page itself does.
  CounterStyle counter_style = CounterStyle::decimal;
};

struct GeneratedContent {
  book::NodeId node;
  PseudoElement element = PseudoElement::before;
  std::vector<GeneratedPart> parts;
  /// What stands for the parts where they are read or copied; empty when they are read as they are.
  std::string alternative;
  /// The style gives an alternative, and it is empty: the parts are only for the eye.
  bool is_silent = false;
  /// Whose style it has: a note's marker that of `::footnote-marker`.
  PseudoElement styled_as = element;
};

/// A named string that an element sets for running matter.
struct GeneratedString {
  book::NodeId node;
  std::string name;
  std::string text;
};

/// The text of an element without its notes, white space collapsed; what styles generate is no part of it.
std::string plain_text(book::NodeId node, const book::Manuscript& manuscript);

/// All generated content of a book, sorted by node and element. For `PseudoElement::marker`, a list item's
/// marker.
struct Generated {
  std::vector<GeneratedContent> all;
  /// Sorted by node.
  std::vector<GeneratedString> strings;
  /// What `bookmark-label` says, without names; sorted by node.
  std::vector<GeneratedString> labels;
  const GeneratedContent* find(book::NodeId node, PseudoElement element) const;
};

/// Walks the manuscript once in document order and counts every counter (CSS Lists 3 §4): `list-item`
/// too, from `start`, `value` and `reversed`.
Generated generated_content(const book::Manuscript& manuscript, const Styles& styles);

/// The headings that bookmarks and navigation list, with the titles that the style gives them
/// (`bookmark-label`).
std::vector<book::OutlineEntry> labelled(std::vector<book::OutlineEntry> outline, const Generated& generated);

/// `number` as a counter style writes it, with no suffix: `iv`, `c`, `12`. Styles that have no such number
/// use decimal.
std::string counter_text(std::int64_t number, CounterStyle counter_style);

}  // namespace reliure::style
