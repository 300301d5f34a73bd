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

void report_overfull(const Sequence& sequence, base::Length height, Setting& setting) {
  for (const PageCut& page : sequence.cuts) {
    const base::Length used = height_of(sequence.flow, page.cut) + sequence.notes.room_for(page.notes);
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

}  // namespace reliure::layout
