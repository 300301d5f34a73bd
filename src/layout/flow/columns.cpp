#include "layout/flow/columns.h"

#include <algorithm>

#include "layout/flow/column_filling.h"
#include "layout/pages/page_cost.h"

namespace reliure::layout {
namespace {

using base::Length;

/// Balanced heights are looked for in steps of a point: the columns themselves are as tall as their lines.
constexpr Length kStep = base::points(1);

const ColumnSet& set_of(const Flow& flow, const Cut& part) {
  return flow.column_sets[flow.strips[part.begin].columns];
}

/// Columns of `height`, as many as it takes.
Columns fill(const Flow& flow, const Cut& part, Length height) {
  ColumnFilling filling(flow, part.begin, height, Ending::cheapest);
  filling.add_until(part.end);
  return filling.finish();
}

/// More than any part is tall.
constexpr Length kMost = base::points(std::int64_t{1} << 30);

/// Looks for the least height at which the part fits its columns.
class Balancing {
 public:
  /// Breaks that cost `dearest` or more are not taken.
  Balancing(const Flow& flow, const Cut& part, std::int32_t dearest)
      : flow_(flow), part_(part), dearest_(dearest) {}

  /// Nothing where that is more than `room`.
  std::optional<Columns> run(Length room) {
    Length low = least_height(flow_, part_);
    if (low > room) return std::nullopt;
    if (fits(low)) return best_;
    Length high = low;
    for (Length step = kStep; high < room; step = step * 2) {
      low = high;
      high = base::min(high + step, room);
      if (fits(high)) return between(low, high);
    }
    return std::nullopt;
  }

 private:
  bool fits(Length height) {
    Columns filled = fill(flow_, part_, height);
    const bool fit = is_one_row(flow_, filled) && filled.height <= height && filled.dearest < dearest_;
    if (fit) {
      best_ = std::move(filled);
    }
    return fit;
  }

  Columns between(Length low, Length high) {
    while (high - low > kStep) {
      const Length middle = (low + high) / 2;
      (fits(middle) ? high : low) = middle;
    }
    return best_;
  }

  const Flow& flow_;
  const Cut& part_;
  std::int32_t dearest_;
  Columns best_;
};

}  // namespace

Cut part_of_set(const Flow& flow, std::size_t begin, std::size_t end) {
  Cut part = trimmed(flow, {begin, end, false});
  part.goes_on = begin < end && end < flow.strips.size() && !ends_page(flow.strips[end]) &&
                 flow.strips[end].columns == flow.strips[begin].columns;
  return part;
}

std::optional<Columns> fit_columns(const Flow& flow, const Cut& part, Length room) {
  if (part.begin == part.end) {
    return Columns{};
  }
  GrowingColumns growing(flow, part.begin, room);
  const ColumnFilling* filled = growing.until(part.end);
  if (filled == nullptr) {
    return std::nullopt;
  }
  if (part.goes_on || !set_of(flow, part).balanced) {
    return filled->finish();
  }
  if (std::optional<Columns> good = Balancing(flow, part, kWidowOrOrphan).run(room)) {
    return good;
  }
  std::optional<Columns> low = Balancing(flow, part, kNever).run(room);
  return low ? low : filled->finish();
}

Columns set_columns(const Flow& flow, const Cut& part, Length room) {
  if (room.raw > 0) {
    if (std::optional<Columns> fitting = fit_columns(flow, part, room)) {
      return *fitting;
    }
  }
  // Nothing keeps to the room, so nothing is dearer than what goes beyond it.
  const std::int32_t dearest = room.raw > 0 ? kNever : kWidowOrOrphan;
  std::optional<Columns> low = Balancing(flow, part, dearest).run(kMost);
  return low ? *low : fill(flow, part, kMost);  // forced breaks make more columns than there are
}

Length least_height(const Flow& flow, const Cut& part) {
  Length sum;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    // Space may go at the head of a column.
    sum += is_space(flow.strips[i]) ? Length{} : flow.strips[i].height;
  }
  return sum / set_of(flow, part).count;
}

bool is_one_row(const Flow& flow, const Columns& columns) {
  return columns.columns.empty() ||
         columns.columns.size() <= flow.column_sets[flow.strips[columns.columns[0].begin].columns].count;
}

Length stacked_height(const Flow& flow, std::size_t begin, std::size_t end) {
  Length height;
  for (std::size_t i = begin; i < end;) {
    if (flow.strips[i].columns == kNone) {
      height += flow.strips[i++].height;
      continue;
    }
    const std::size_t next = end_of_set(flow, i, end);
    height += set_columns(flow, part_of_set(flow, i, next), {}).height;
    i = next;
  }
  return height;
}

std::size_t end_of_set(const Flow& flow, std::size_t begin, std::size_t end) {
  std::size_t i = begin;
  while (i < end && flow.strips[i].columns == flow.strips[begin].columns) {
    ++i;
  }
  return i;
}

}  // namespace reliure::layout
