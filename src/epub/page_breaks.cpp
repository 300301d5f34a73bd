#include "epub/page_breaks.h"

#include <algorithm>
#include <tuple>

#include "epub/content_model.h"
#include "epub/escape.h"

namespace reliure::epub {
namespace {

/// Whether a mark at the element's beginning reads better before it.
bool is_left_at_start(Kind kind) {
  return is_phrasing(kind) || book::heading_level(kind) > 0 || kind == Kind::figure;
}

/// The outermost element that begins with the node and that the break may stand before.
NodeId outermost_start(const Plan& plan, NodeId node) {
  const book::Manuscript& manuscript = *plan.manuscript;
  for (;;) {
    const NodeId parent = manuscript[node].parent;
    if (parent == kNoNode || !is_left_at_start(manuscript[parent].kind) || !begins_parent(plan, node)) {
      return node;
    }
    node = parent;
  }
}

bool is_in_note(const book::Manuscript& manuscript, NodeId node) {
  while (node != kNoNode && manuscript[node].kind != Kind::note) node = manuscript[node].parent;
  return node != kNoNode;
}

/// The breaks as the pages tell them, in reading order.
std::vector<PageBreak> breaks_of_pages(const Plan& plan) {
  const book::Book& book = *plan.book;
  std::vector<PageBreak> breaks;
  // Pages that begin in a note which goes on: notes are read elsewhere, so these begin where the text goes
  // on.
  std::size_t waiting = 0;
  const std::size_t count = std::min(book.pages.size(), book.page_starts.size());
  for (std::uint32_t page = 0; page < count; ++page) {
    const auto& start = book.page_starts[page];
    if (!start || start->node.value >= plan.manuscript->nodes.size()) continue;
    const bool inside = start->offset > 0;
    const bool in_note = is_in_note(*plan.manuscript, start->node);
    breaks.push_back({inside ? start->node : outermost_start(plan, start->node), start->offset, page});
    if (in_note) {
      ++waiting;
      continue;
    }
    for (; waiting > 0; --waiting) {
      PageBreak& before = breaks[breaks.size() - 1 - waiting];
      before.node = breaks.back().node;
      before.offset = breaks.back().offset;
    }
  }
  std::ranges::sort(breaks, {}, [](const PageBreak& b) { return std::tuple(b.node, b.offset, b.page); });
  return breaks;
}

}  // namespace

void place_page_breaks(Plan& plan) {
  if (plan.documents.empty()) return;
  plan.breaks = breaks_of_pages(plan);
  std::uint32_t next = 0;
  for (Document& document : plan.documents) {
    document.breaks.begin = next;
    // A page that begins in what the e-book hides is marked where what is shown goes on.
    while (next < plan.breaks.size() && plan.breaks[next].node <= document.last) ++next;
    document.breaks.end = next;
  }
  plan.documents.back().breaks.end = static_cast<std::uint32_t>(plan.breaks.size());
}

void append_page_id(std::string& out, std::uint32_t page) {
  out += "page-";
  append_number(out, page + 1);
}

void append_page_marker(std::string& out, const Plan& plan, const PageBreak& page_break) {
  out += "<span role=\"doc-pagebreak\"";
  append_type(out, plan.target, "pagebreak");
  out += " id=\"";
  append_page_id(out, page_break.page);
  out += '"';
  append_attribute(out, "aria-label", plan.book->pages[page_break.page].label);
  // With an end tag: some readers take the markup for HTML.
  out += "></span>";
}

}  // namespace reliure::epub
