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

}  // namespace

std::vector<OutlinePlace> number_headings(std::vector<Draft>& drafts) {
  std::vector<OutlinePlace> outline;
  // The author's levels of the headings around the current place.
  std::vector<int> around;
  for (std::size_t page = 0; page < drafts.size(); ++page) {
    Draft& draft = drafts[page];
    for (const DraftHeading& heading : draft.headings) {
      if (!heading.listed) {
        draft[heading.node].kind = heading_kind(std::min(heading.level, static_cast<int>(around.size()) + 1));
        continue;
      }
      while (!around.empty() && around.back() >= heading.level) around.pop_back();
      const int above = around.empty() ? 0 : around.back();
      const bool is_title = heading.node == draft.title;
      if (!is_title && heading.level > above + 1) report_skipped(draft, heading, heading.level - above);
      around.push_back(heading.level);
      const int level = static_cast<int>(around.size());
      draft[heading.node].kind = heading_kind(level);
      outline.push_back({page, heading.node, level, heading.title});
    }
  }
  return outline;
}

}  // namespace reliure::content
