#include "content/outline.h"

#include <algorithm>

namespace reliure::content {
namespace {

book::Kind heading_kind(int level) {
  return static_cast<book::Kind>(static_cast<int>(book::Kind::h1) + std::clamp(level, 1, 6) - 1);
}

void report_skipped(Draft& draft, const DraftHeading& heading, int skipped) {
  draft.diagnostics.report(base::Code::content_skipped_heading, draft[heading.node].span,
                           "this heading is " + std::to_string(skipped) + " levels below the one before it",
                           "make it one level below; it is set so in the book");
}

/// A heading around the current place.
struct Around {
  /// The author's.
  int level = 0;
  /// The level of headings below it that was reported as one too deep, or 0: siblings share the mistake.
  int reported = 0;
};

std::string_view language_of(const Draft& draft, book::NodeId node) {
  while (node != book::kNoNode && draft[node].language.empty()) node = draft[node].parent;
  return node == book::kNoNode ? std::string_view() : draft[node].language;
}

}  // namespace

std::vector<OutlinePlace> number_headings(std::vector<Draft>& drafts) {
  std::vector<OutlinePlace> outline;
  // Below the book itself, which is no heading.
  std::vector<Around> around{{}};
  for (std::size_t page = 0; page < drafts.size(); ++page) {
    Draft& draft = drafts[page];
    for (const DraftHeading& heading : draft.headings) {
      if (!heading.listed) {
        draft[heading.node].kind = heading_kind(std::min(heading.level, static_cast<int>(around.size())));
        continue;
      }
      while (around.size() > 1 && around.back().level >= heading.level) around.pop_back();
      Around& above = around.back();
      const bool skips = heading.node != draft.title && heading.level > above.level + 1;
      if (skips && above.reported != heading.level) {
        report_skipped(draft, heading, heading.level - above.level);
        above.reported = heading.level;
      }
      const int level = static_cast<int>(around.size());
      around.push_back({heading.level, 0});
      draft[heading.node].kind = heading_kind(level);
      outline.push_back({page, heading.node, level, heading.title, language_of(draft, heading.node)});
    }
  }
  return outline;
}

}  // namespace reliure::content
