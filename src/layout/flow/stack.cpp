#include "layout/flow/stack.h"

#include "layout/flow/line_grid.h"

namespace reliure::layout {
namespace {

using base::Length;

bool is_meant(const Box& box, Slicing slicing) { return box.in_columns == (slicing == Slicing::by_columns); }

}  // namespace

Cut trimmed(const Flow& flow, Cut cut) {
  while (!cut.keep_leading_space && cut.begin < cut.end && is_space(flow.strips[cut.begin])) {
    ++cut.begin;
  }
  while (cut.begin < cut.end && is_space(flow.strips[cut.end - 1])) {
    --cut.end;
  }
  return cut;
}

Length edges_above(const Flow& flow, std::size_t begin, Slicing slicing) {
  Length sum;
  if (begin < flow.strips.size()) {
    for (std::uint32_t i = flow.strips[begin].box; i != kNone; i = flow.boxes[i].parent) {
      const Box& box = flow.boxes[i];
      sum += is_meant(box, slicing) && box.first < begin ? box.clone_top : Length{};
    }
  }
  return sum;
}

Length edges_below(const Flow& flow, std::size_t end, Slicing slicing) {
  Length sum;
  if (end > 0) {
    for (std::uint32_t i = flow.strips[end - 1].box; i != kNone; i = flow.boxes[i].parent) {
      const Box& box = flow.boxes[i];
      sum += is_meant(box, slicing) && box.last > end ? box.clone_bottom : Length{};
    }
  }
  return sum;
}

void Stack::add_next() {
  const Strip& strip = flow_->strips[end_];
  ++end_;
  if (is_space(strip)) {
    // Space counts once something follows it.
    space_ += is_empty_ && !keep_leading_ ? Length{} : strip.height;
    return;
  }
  if (is_empty_) {
    used_ = edges_above(*flow_, end_ - 1, Slicing::by_columns) + head_above(*flow_, end_ - 1);
    is_empty_ = false;
  }
  used_ += space_;
  used_ += to_grid(*flow_, strip, used_) + strip.height;
  space_ = {};
  last_ = end_;
}

}  // namespace reliure::layout
