#pragma once
// Where floats stand (CSS 2.2 §9.5.1) and what room they leave beside them. Coordinates are the flow's.
#include <optional>
#include <span>
#include <vector>

#include "base/geometry.h"
#include "layout/paragraph/paragraph.h"
#include "style/computed_style.h"

namespace reliure::layout {

/// A placed float.
struct FloatArea {
  /// The margin box.
  base::Rect box;
  style::Float side = style::Float::left;
  /// The top of the strip that paints it: no page ends between there and its foot.
  base::Length from;
  /// Counts the floats of a flow.
  std::uint32_t serial = 0;
};

/// What is asked of the place of a float.
struct FloatWish {
  base::Size size;
  style::Float side = style::Float::left;
  style::Clear clear = style::Clear::none;
  /// Its containing block.
  LineSlot place;
};

/// The highest place at or below `top` where it fits beside the floats before it. Where it is wider than its
/// containing block, that is below all of them.
base::Rect find_area(std::span<const FloatArea> areas, const FloatWish& wish, base::Length top);

/// What the floats leave of `place` between `top` and `top + height`; the width may be negative.
LineSlot slot_at(std::span<const FloatArea> areas, base::Length top, base::Length height, LineSlot place);

/// The foot of the lowest float that `clear` asks to pass, or nothing.
std::optional<base::Length> lowest(std::span<const FloatArea> areas, style::Clear clear);

/// The next foot of a float below `top`, or nothing where there is none.
std::optional<base::Length> next_foot(std::span<const FloatArea> areas, base::Length top);

/// Whether a page that ended at `y` would part a float from what is beside it.
bool parts_float(std::span<const FloatArea> areas, base::Length y);

}  // namespace reliure::layout
