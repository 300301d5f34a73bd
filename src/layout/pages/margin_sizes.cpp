#include "layout/pages/margin_sizes.h"

#include <algorithm>
#include <utility>

namespace reliure::layout {
namespace {

using base::Length;
using Sizes = std::array<Length, 3>;

/// The boxes of a side, as the specification calls them A, B and C.
enum Box : std::size_t { kStart, kMiddle, kEnd };

/// `total` shared by weight, or in halves where both weigh nothing. The first share.
Length share(Length total, Length weight, Length other) {
  // Weights in 1/1024 of their unit, so that products stay far from the limits of the type.
  const std::int64_t part = weight.raw / 1024, all = part + other.raw / 1024;
  return all > 0 ? base::scaled(total, part, all) : total / 2;
}

/// Two boxes of automatic size that share all the room (§5.3.2.3, flex fit). The size of the first.
Length flex_fit(const SideBox& a, const SideBox& b, Length available) {
  const Length beyond_max = available - a.max_content - b.max_content;
  if (beyond_max.raw >= 0) return a.max_content + share(beyond_max, a.max_content, b.max_content);
  const Length beyond_min = available - a.min_content - b.min_content;
  if (beyond_min.raw >= 0) {
    return a.min_content + share(beyond_min, a.max_content - a.min_content, b.max_content - b.min_content);
  }
  return a.min_content + share(beyond_min, a.min_content, b.min_content);
}

Length rest(Length available, Length taken) { return base::max({}, available - taken); }

/// Without a box in the middle.
Sizes share_two(const std::array<SideBox, 3>& boxes, Length available) {
  const SideBox& start = boxes[kStart];
  const SideBox& end = boxes[kEnd];
  const Length taken_by_start = start.size.value_or(Length{});
  const Length taken_by_end = end.size.value_or(Length{});
  const bool both = start.exists && end.exists && !start.size && !end.size;
  const Length flexed = both ? flex_fit(start, end, available) : rest(available, taken_by_end);
  const Length first = start.size.value_or(start.exists ? flexed : Length{});
  const Length last = both ? available - first : rest(available, taken_by_start);
  return {first, {}, end.size.value_or(end.exists ? last : Length{})};
}

/// What stands on both sides of the middle, as one box that is as wide as twice the wider of them.
SideBox both_sides(const SideBox& start, const SideBox& end) {
  const auto twice = [&](Length SideBox::*content) {
    return base::max(start.size.value_or(start.*content), end.size.value_or(end.*content)) * 2;
  };
  SideBox sides{true, twice(&SideBox::min_content), twice(&SideBox::max_content), {}, {}, {}};
  const bool automatic = (start.exists && !start.size) || (end.exists && !end.size);
  if (!automatic) sides.size = sides.max_content;
  return sides;
}

/// The sizes by the boxes' own sizes, without least and most.
Sizes share_freely(const std::array<SideBox, 3>& boxes, Length available) {
  if (!boxes[kMiddle].exists) return share_two(boxes, available);
  const SideBox sides = both_sides(boxes[kStart], boxes[kEnd]);
  Length middle = boxes[kMiddle].size.value_or(Length{});
  if (!boxes[kMiddle].size) {
    middle = sides.size ? rest(available, *sides.size) : flex_fit(boxes[kMiddle], sides, available);
  }
  const Length beside = rest(available, middle) / 2;
  const auto outer = [&](const SideBox& box) { return box.size.value_or(box.exists ? beside : Length{}); };
  return {outer(boxes[kStart]), middle, outer(boxes[kEnd])};
}

/// Shares anew with each box that is beyond `limit` as large as that, until none is.
template <class Beyond>
Sizes limited(std::array<SideBox, 3>& boxes, Length available, std::optional<Length> SideBox::*limit,
              Beyond beyond) {
  Sizes sizes = share_freely(boxes, available);
  for (std::size_t pass = 0; pass < boxes.size(); ++pass) {
    bool changed = false;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const std::optional<Length>& bound = boxes[i].*limit;
      if (!boxes[i].exists || !bound || !beyond(sizes[i], *bound)) continue;
      boxes[i].size = *bound;
      changed = true;
    }
    if (!changed) break;
    sizes = share_freely(boxes, available);
  }
  return sizes;
}

}  // namespace

std::array<SidePlace, 3> share_side(const std::array<SideBox, 3>& boxes, Length available) {
  std::array<SideBox, 3> fixed = boxes;
  limited(fixed, available, &SideBox::most, [](Length size, Length most) { return size > most; });
  const Sizes sizes =
      limited(fixed, available, &SideBox::least, [](Length size, Length least) { return size < least; });
  return {SidePlace{{}, sizes[kStart]}, SidePlace{(available - sizes[kMiddle]) / 2, sizes[kMiddle]},
          SidePlace{available - sizes[kEnd], sizes[kEnd]}};
}

}  // namespace reliure::layout
