// Multi-column containers (CSS Multicol 1): sets of strips as wide as a column, and elements that span them.
#include <algorithm>
#include <utility>

#include "layout/flow/block.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;
using style::BreakRule;
using style::ComputedStyle;

/// `column-gap: normal` is 1em.
Length gap_of(const ComputedStyle& style, Length width) {
  return style.column_gap.automatic ? style.font_size : base::max({}, style.column_gap.resolve(width));
}

}  // namespace

ColumnSet column_set_of(const ComputedStyle& style, Length width) {
  const Length gap = gap_of(style, width);
  std::int64_t count = style.column_count > 0 ? style.column_count : width.raw + 1;
  if (style.column_width.raw > 0) {
    count = std::min(count, (width + gap).raw / (style.column_width + gap).raw);
  }
  // A column narrower than a letter holds nothing.
  count = std::min(count, (width + gap).raw / (style.font_size + gap + Length{1}).raw);
  count = std::max<std::int64_t>(count, 1);
  ColumnSet set;
  set.count = static_cast<std::uint32_t>(count);
  set.width = base::max({}, (width + gap) / count - gap);
  set.step = set.width + gap;
  if (style.direction == style::Direction::rtl) {
    set.x = set.step * (count - 1);
    set.step = -set.step;
  }
  set.rule = style.column_rule;
  set.balanced = style.column_fill == style::ColumnFill::balance;
  return set;
}

void FlowBuilder::add_columns(NodeId node, Place content) {
  const ColumnSet set = column_set_of(workshop_.setting.style(node), content.width);
  if (set.count == 1) {
    add_children(node, content);
    return;
  }
  if (!paged_ || container_) {
    add_whole_columns(node, content);
    return;
  }
  container_ = content;
  flow_.column_sets.push_back(set);
  flow_.column_sets.back().node = node;
  flow_.column_sets.back().x += content.x;
  start_set();
  add_children(node, {flow_.column_sets.back().x, set.width});
  end_set();
  container_.reset();
}

/// The strips that come now go into the newest set.
void FlowBuilder::start_set() {
  set_ = static_cast<std::uint32_t>(flow_.column_sets.size() - 1);
  set_has_strips_ = false;
}

void FlowBuilder::end_set() {
  pass_floats();
  set_ = kNone;
  set_has_strips_ = false;
  if (next_break_.forced == BreakRule::column) {
    next_break_.forced = BreakRule::automatic;  // no column follows
  }
}

/// `column-span: all`: a set ends, the element has the container's width, another set begins.
void FlowBuilder::add_spanner(NodeId node) {
  const ColumnSet set = flow_.column_sets[set_];
  end_set();
  add_block(node, *container_);
  flow_.column_sets.push_back(set);
  start_set();
}

/// Columns where no page cuts them (in cells, notes and other columns): one strip.
void FlowBuilder::add_whole_columns(NodeId node, Place content) {
  FlowBuilder inner(workshop_, content.width, true);
  inner.add_columns(node, {{}, content.width});
  Flow flow = inner.finish();
  if (flow.strips.empty()) {
    return;
  }
  Strip strip;
  strip.x = content.x;
  strip.height = paint(flow, {0, flow.strips.size(), true}, {}, strip.content);
  for (const Strip& each : flow.strips) {
    strip.notes.insert(strip.notes.end(), each.notes.begin(), each.notes.end());
  }
  marks_.insert(marks_.end(), flow.marks.begin(), flow.marks.end());
  add_strip(std::move(strip));
}

}  // namespace reliure::layout
