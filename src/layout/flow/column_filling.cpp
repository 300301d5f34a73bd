#include "layout/flow/column_filling.h"

#include <algorithm>

#include "layout/pages/page_cost.h"

namespace reliure::layout {
namespace {

using base::Length;

bool is_forced(const Strip& strip) { return strip.break_before.forced != style::BreakRule::automatic; }

}  // namespace

bool ColumnFilling::fits() const {
  const std::uint32_t set = flow_.strips[first_].columns;
  return count() <= flow_.column_sets[set].count && height() <= height_;
}

std::int32_t ColumnFilling::cost_of_begin() const {
  const bool is_break = begin_ != first_ && !is_forced(flow_.strips[begin_]);
  return is_break ? flow_.strips[begin_].break_before.cost : 0;
}

void ColumnFilling::close(std::size_t end, Length height) {
  closed_.columns.push_back(trimmed(flow_, {begin_, end, false}));
  closed_.height = base::max(closed_.height, height);
  closed_.dearest = std::max(closed_.dearest, cost_of_begin());
  closed_.cost += cost_of_begin();
  begin_ = end;
  stack_ = Stack(flow_, end, false);
  best_.reset();
  least_ = std::numeric_limits<std::int64_t>::max();
}

void ColumnFilling::add_next() {
  if (stack_.end() > begin_ && is_forced(flow_.strips[stack_.end()])) {
    close(stack_.end(), stack_.height());
  }
  stack_.add_next();
  const Length used = stack_.height();
  if (best_ && used > height_) {
    close(*best_, best_height_);
    return;
  }
  const std::size_t end = stack_.end();
  const bool may_end = end < flow_.strips.size() && flow_.strips[end].break_before.cost != kNever;
  if (!may_end || stack_.is_empty()) {
    return;
  }
  const std::int64_t break_cost = flow_.strips[end].break_before.cost;
  const std::int64_t cost = ending_ == Ending::last ? 0 : slack_cost(slack_of(used, height_)) + break_cost;
  if (cost <= least_) {
    least_ = cost;
    best_ = end;
    best_height_ = used;
  }
}

Columns ColumnFilling::finish() const {
  Columns all = closed_;
  if (!stack_.is_empty()) {
    all.columns.push_back(trimmed(flow_, {begin_, stack_.end(), false}));
    all.height = height();
    all.dearest = std::max(all.dearest, cost_of_begin());
    all.cost = cost();
  }
  return all;
}

}  // namespace reliure::layout
