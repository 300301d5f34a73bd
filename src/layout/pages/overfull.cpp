#include "layout/pages/overfull.h"

#include <string>

namespace reliure::layout {
namespace {

/// Less is not seen.
constexpr base::Length kSeen = base::points(1);

/// The first node of the author's on the page.
book::NodeId first_node(const Flow& flow, const Cut& cut) {
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    for (const book::Item& item : flow.strips[i].content.items) {
      if (item.node != book::kNoNode && item.role == book::Role::content) {
        return item.node;
      }
    }
  }
  return book::kRoot;
}

}  // namespace

void report_overfull(const Sequence& sequence, Setting& setting) {
  for (const PageCut& page : sequence.cuts) {
    const bool is_first = &page == sequence.cuts.data();
    const base::Length height = is_first ? sequence.room.first.height : sequence.room.others.height;
    const bool alone = page.cut.begin == page.cut.end;
    const FloatsRoom floats =
        alone ? sequence.floats.alone(page.floats) : sequence.floats.beside_text(page.floats);
    const base::Length used =
        height_of(sequence.flow, page.cut) + sequence.notes.room_for(page.notes) + floats.all();
    if (used <= height + kSeen) {
      continue;
    }
    const std::int64_t excess = (used - height).raw / base::kUnitsPerPoint;
    setting.diagnostics.report(
        base::Code::layout_overfull_page, setting.manuscript()[first_node(sequence.flow, page.cut)].span,
        "what stands together here is " + std::to_string(excess) + " pt taller than its page",
        "nothing in it may be parted: make it smaller, or the page taller");
  }
}

void report_page_widths(const Sequence& sequence, Setting& setting) {
  setting.diagnostics.report(
      base::Code::layout_page_widths, setting.manuscript()[sequence.blocks.front()].span,
      "this text goes on from its first page to pages of another width; all of it is set in the least one",
      "give the first page margins of the same sum, or end it with `break-after: page`");
}

}  // namespace reliure::layout
