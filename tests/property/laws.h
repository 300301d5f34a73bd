#pragma once
// What holds for every book, whatever its author wrote.
//
// A law gives its violations, each as a sentence; an empty list is a law kept. Texts are compared without
// white space, which lines replace, and without U+00AD, which stands where a line added a hyphen.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "property/compiled.h"

namespace reliure::laws {

using Violations = std::vector<std::string>;

/// Without white space of any width and without soft hyphens.
std::string squeezed(std::string_view text);

/// A run of glyphs in the order of painting, out of the groups that hold it.
struct PlacedRun {
  std::size_t page = 0;
  book::NodeId node;
  book::Role role = book::Role::content;
  bool replaces_text = false;
  bool right_to_left = false;
  std::string text;
};
std::vector<PlacedRun> runs_of(const book::Book& book);

/// What was found of the manuscript's text nodes in something finished.
struct Reading {
  /// By node: its text as found, all parts joined.
  std::vector<std::string> found;
  /// Text nodes in the order in which they were first found.
  std::vector<book::NodeId> order;
};

/// What the runs of the author's text say.
Reading reading_of(const book::Book& book, const std::vector<PlacedRun>& runs);

/// Every text node that is not hidden is found whole and once, and nothing of those that are hidden.
/// In `where` it says what was read.
Violations lost_or_doubled(const book::Manuscript& manuscript, const std::vector<bool>& hidden,
                           const Reading& reading, std::string_view where);

/// Text nodes are found in the order of the manuscript: each note in its own, the rest in theirs; and notes
/// in the order of their only calls. Cells of one row stand beside each other, so parts of them may take
/// turns when a page ends in the row.
Violations out_of_order(const book::Manuscript& manuscript, const Reading& reading, std::string_view where);

/// Every mark stands on its page's paper: its trim box with the bleed around it. Without `at_sides` it may
/// reach over the sides.
Violations outside_the_page(const book::Book& book, bool at_sides = true);

/// The nearest ancestor of a kind, or `kNoNode`.
book::NodeId ancestor(const book::Manuscript& manuscript, book::NodeId node, book::Kind kind);

/// The text below a node without that of its notes, squeezed.
std::string text_below(const book::Manuscript& manuscript, book::NodeId node);

/// At most the first `count` of them, for a message that people can read.
std::string shown(const Violations& violations, std::size_t count = 10);

}  // namespace reliure::laws
