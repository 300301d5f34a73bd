// The steps of building a flow that have to do with margins, and with the formatting contexts that keep them.
#include <utility>

#include "layout/flow/block.h"

namespace reliure::layout {

using base::Length;
using style::BreakRule;

/// The waiting margin as a strip. Between it and what comes next there is no break.
void FlowBuilder::put_margin(Strip::Kind kind) {
  const Length margin = margin_.value();
  margin_ = {};
  if (margin.raw == 0) {
    return;
  }
  Strip space;
  space.kind = kind;
  space.height = margin;
  space.break_before = std::exchange(next_break_, {kNever, BreakRule::automatic});
  // Space above the first strips of a column set stands above all of its columns.
  set_has_strips_ = set_has_strips_ || (kind == Strip::Kind::kern && set_ != kNone);
  space.columns = set_has_strips_ ? set_ : kNone;
  space.box = outer_box();
  put_beside(space);
  flow_.strips.push_back(std::move(space));
}

/// What waits to be opened begins with the next strip.
void FlowBuilder::open_boxes() {
  for (const std::uint32_t box : unopened_) {
    flow_.boxes[box].first = static_cast<std::uint32_t>(flow_.strips.size());
  }
  unopened_.clear();
}

void FlowBuilder::begin_context() {
  open_boxes();
  context_from_ = flow_.strips.size();
}

void FlowBuilder::end_context(std::uint32_t first_float) {
  if (!paged_) {
    next_break_.cost = kNever;
  }
  put_margin(paged_ ? Strip::Kind::space : Strip::Kind::kern);
  next_break_.cost = paged_ ? next_break_.cost : 0;
  pass_floats(first_float);
}

/// Gives the waiting margin, breaks, boxes, anchors and marks to the strip that comes now.
void FlowBuilder::flush() {
  put_margin(flow_.strips.size() == context_from_ ? Strip::Kind::kern : Strip::Kind::space);
  place_waiting();
  const auto next = static_cast<std::uint32_t>(flow_.strips.size());
  open_boxes();
  for (Mark& mark : marks_) {
    mark.strip = next;
    flow_.marks.push_back(std::move(mark));
  }
  marks_.clear();
}

}  // namespace reliure::layout
