// Multi-column containers (CSS Multicol 1): sets of strips as wide as a column, and elements that span them.
#include <algorithm>
#include <utility>

#include "layout/flow/block.h"
#include "layout/flow/parting.h"
#include "layout/pages/break_pages.h"

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

/// A part of the flow as one strip.
Strip piece_of(Flow& flow, Cut cut, Length x) {
  cut.keep_leading_space = cut.begin == 0;
  Strip strip;
  strip.x = x;
  strip.height = paint(flow, cut, {}, strip.content);
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    const std::vector<NodeId>& notes = flow.strips[i].notes;
    strip.notes.insert(strip.notes.end(), notes.begin(), notes.end());
  }
  return strip;
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

void FlowBuilder::add_columns(const Element& element, Place content) {
  const ColumnSet set = column_set_of(workshop_.setting.style(element), content.width);
  if (set.count == 1) {
    add_children(element, content);
    return;
  }
  if (!paged_ || container_) {
    add_whole_columns(element, content);
    return;
  }
  container_ = content;
  flow_.column_sets.push_back(set);
  flow_.column_sets.back().node = element.node;
  flow_.column_sets.back().x += content.x;
  start_set();
  add_children(element, {flow_.column_sets.back().x, set.width});
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
void FlowBuilder::add_spanner(const Element& element) {
  const ColumnSet set = flow_.column_sets[set_];
  end_set();
  add_block(element, *container_);
  flow_.column_sets.push_back(set);
  start_set();
}

/// Columns where no page cuts them (in cells, notes and other columns): pieces below each other, each one in
/// columns and no taller than what stands together.
void FlowBuilder::add_whole_columns(const Element& element, Place content) {
  const Length page = workshop_.page_height;
  const Length most = page / kTogetherDivisor;
  workshop_.page_height = most;
  FlowBuilder inner(workshop_, content.width, true);
  inner.add_columns(element, {{}, content.width});
  Flow flow = inner.finish();
  workshop_.page_height = page;
  std::size_t mark = 0;
  for (const PageCut& piece : break_pages(flow, most, {})) {
    for (; mark < flow.marks.size() && flow.marks[mark].strip < piece.cut.end; ++mark) {
      marks_.push_back(flow.marks[mark]);
    }
    if (piece.cut.begin > 0) {
      keep(flow.strips[piece.cut.begin].break_before.cost);
      demand_break(piece.demand);
    }
    add_strip(piece_of(flow, piece.cut, content.x));
  }
}

}  // namespace reliure::layout
