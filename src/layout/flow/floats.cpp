#include "layout/flow/floats.h"

#include <algorithm>

namespace reliure::layout {
namespace {

using base::Length;
using style::Clear;
using style::Float;

bool is_cleared(Float side, Clear clear) {
  return clear == Clear::both || (clear == Clear::left && side == Float::left) ||
         (clear == Clear::right && side == Float::right);
}

}  // namespace

base::Rect find_area(std::span<const FloatArea> areas, const FloatWish& wish, Length top) {
  for (const FloatArea& area : areas) {
    top = base::max(top, area.box.y);  // not above a float before it
  }
  top = base::max(top, lowest(areas, wish.clear).value_or(top));
  while (true) {
    const LineSlot slot = slot_at(areas, top, wish.size.height, wish.place);
    const std::optional<Length> foot = next_foot(areas, top);
    if (slot.width >= wish.size.width || !foot) {
      const Length x = wish.side == Float::left ? slot.x : slot.x + slot.width - wish.size.width;
      return {base::max(x, wish.place.x), top, wish.size.width, wish.size.height};
    }
    top = *foot;
  }
}

LineSlot slot_at(std::span<const FloatArea> areas, Length top, Length height, LineSlot place) {
  Length left = place.x;
  Length right = place.x + place.width;
  for (const FloatArea& area : areas) {
    // What has no height takes no room, and an empty line still stands somewhere.
    const bool beside = area.box.y < base::max(top + height, top + Length{1}) && top < area.box.bottom();
    if (!beside) {
      continue;
    }
    if (area.side == Float::left) {
      left = base::max(left, area.box.right());
    } else {
      right = base::min(right, area.box.x);
    }
  }
  return {left, right - left};
}

std::optional<Length> lowest(std::span<const FloatArea> areas, Clear clear) {
  std::optional<Length> foot;
  for (const FloatArea& area : areas) {
    if (is_cleared(area.side, clear)) {
      foot = base::max(foot.value_or(area.box.bottom()), area.box.bottom());
    }
  }
  return foot;
}

std::optional<Length> next_foot(std::span<const FloatArea> areas, Length top) {
  std::optional<Length> foot;
  for (const FloatArea& area : areas) {
    if (area.box.bottom() > top) {
      foot = base::min(foot.value_or(area.box.bottom()), area.box.bottom());
    }
  }
  return foot;
}

bool parts_float(std::span<const FloatArea> areas, Length y) {
  return std::ranges::any_of(areas,
                             [y](const FloatArea& area) { return area.from < y && y < area.box.bottom(); });
}

}  // namespace reliure::layout
