#include "layout/flow/place.h"

#include <algorithm>

#include "layout/flow/line_grid.h"
#include "layout/flow/stack.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Point;

/// How many columns are below each other: more than one row only where breaks are forced.
Length height_of_rows(const ColumnSet& set, const Columns& columns) {
  const auto rows = (columns.columns.size() + set.count - 1) / std::max(1u, set.count);
  return columns.height * static_cast<std::int64_t>(rows);
}

/// Strips below each other. What a line must go down to its grid is added where there is most space since
/// the line before on the grid: above a heading, not below it.
class Placing {
 public:
  /// `origin` is where the grid begins.
  Placing(const Flow& flow, Length origin, Length first) : flow_(flow), origin_(origin), y_(first) {}

  void add(const Strip& strip) {
    if (strip.snaps) {
      snap(to_grid(flow_, strip, y_ - origin_));
    } else if (strip.kind == Strip::Kind::space && strip.height > widest_) {
      widest_ = strip.height;
      behind_widest_ = tops_.size() + 1;
    }
    tops_.push_back(y_);
    y_ += strip.height;
  }

  /// Where a set of columns that comes next begins.
  Length begin_set() {
    snap(set_to_grid(flow_, y_ - origin_));
    return y_;
  }
  void end_set(std::size_t strips, Length height) {
    tops_.insert(tops_.end(), strips, y_);
    y_ += height;
  }

  Length y() const { return y_; }
  std::vector<Length> finish() {
    tops_.push_back(y_);
    return std::move(tops_);
  }

 private:
  void snap(Length gap) {
    if (widest_ > Length{} && gap > Length{}) {
      std::for_each(tops_.begin() + static_cast<std::ptrdiff_t>(behind_widest_), tops_.end(),
                    [gap](Length& top) { top += gap; });
    }
    y_ += gap;
    widest_ = {};
  }

  const Flow& flow_;
  Length origin_, y_;
  std::vector<Length> tops_;
  /// The most space since the last line on the grid, and the strip behind it.
  Length widest_;
  std::size_t behind_widest_ = 0;
};

/// How far the foot of `placed` is above where the cut should end. Of a line the baseline counts, as if it
/// were one of body text.
Length lack_of(const Flow& flow, const Cut& cut, const Placement& placed, Length top) {
  const Strip& last = flow.strips[cut.end - 1];
  const Length wanted = top + cut.foot;
  const Length depth = last.height - last.baseline.value_or(Length{});
  const bool is_line = last.baseline && depth < flow.grid.step;
  const Length lack =
      wanted - placed.foot + (is_line ? depth - (flow.grid.step - flow.grid.first) : Length{});
  return base::min(lack, top + cut.room - placed.foot);
}

/// Space that may grow: columns have their own.
Length growing(const Flow& flow, std::size_t index) {
  const Strip& strip = flow.strips[index];
  return is_space(strip) && strip.columns == kNone ? base::max(strip.height, Length{}) : Length{};
}

/// Space grows in proportion until the last strip stands at the cut's foot, if the flow allows as much.
void fill_to_foot(const Flow& flow, const Cut& cut, Length top, Placement& placed) {
  Length space;
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    space += growing(flow, i);
  }
  const Length lack = lack_of(flow, cut, placed, top);
  if (lack <= Length{} || lack > space * flow.flush_bottom / 100) {
    return;
  }
  Length passed;
  auto columns = placed.columns.begin();
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    const Length down = base::scaled(lack, passed.raw, space.raw);
    placed.tops[i - cut.begin] += down;
    if (columns != placed.columns.end() && columns->first == i) {
      columns++->at.y += down;
    }
    passed += growing(flow, i);
  }
  placed.tops.back() += lack;
  placed.foot += lack;
}

}  // namespace

Placement place_strips(const Flow& flow, const Cut& cut, Point at) {
  Placement placed;
  placed.top = at.y;
  Length first = at.y;
  if (cut.begin < cut.end) {
    first += edges_above(flow, cut.begin, Slicing::by_pages);
    first += flow.strips[cut.begin].columns == kNone ? head_above(flow, cut.begin) : Length{};
  }
  Placing placing(flow, at.y, first);
  const Length below = edges_below(flow, cut.end, Slicing::by_pages);
  for (std::size_t i = cut.begin; i < cut.end;) {
    const Strip& strip = flow.strips[i];
    if (strip.columns == kNone) {
      placing.add(strip);
      ++i;
      continue;
    }
    const std::size_t end = end_of_set(flow, i, cut.end);
    Cut part = part_of_set(flow, i, end);
    part.goes_on = end == cut.end && cut.goes_on;
    const Length y = placing.begin_set();
    const Length room = cut.room.raw > 0 ? base::max(cut.room - (y - at.y) - below, Length{1}) : Length{};
    Length height;
    if (part.begin < part.end) {
      placed.columns.push_back({set_columns(flow, part, room), part.begin, {at.x, y}});
      height = height_of_rows(flow.column_sets[strip.columns], placed.columns.back().set);
    }
    placing.end_set(end - i, height);
    i = end;
  }
  placed.tops = placing.finish();
  placed.foot = placed.tops.back() + below;
  if (cut.foot.raw > 0 && cut.begin < cut.end) {
    fill_to_foot(flow, cut, at.y, placed);
  }
  return placed;
}

Placement place_column(const Flow& flow, const Cut& column, Length top) {
  Placement placed;
  placed.top = top;
  const Length above = edges_above(flow, column.begin, Slicing::by_columns) + head_above(flow, column.begin);
  Placing placing(flow, top, top + above);
  for (std::size_t i = column.begin; i < column.end; ++i) {
    placing.add(flow.strips[i]);
  }
  placed.tops = placing.finish();
  placed.foot = placed.tops.back() + edges_below(flow, column.end, Slicing::by_columns);
  return placed;
}

}  // namespace reliure::layout
