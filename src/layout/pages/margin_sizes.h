#pragma once
// How boxes beside each other share one side of a page (CSS Paged Media 3 §5.3.2).
#include <array>
#include <optional>

#include "base/geometry.h"

namespace reliure::layout {

/// One of the three margin boxes of a side, along that side. Sizes are outer ones: with margins, borders and
/// padding.
struct SideBox {
  /// Whether the box is there.
  bool exists = false;
  base::Length min_content, max_content;
  /// Nothing is `auto`.
  std::optional<base::Length> size;
  /// `min-width` and `max-width`, or of height.
  std::optional<base::Length> least, most;
};

/// Where a box stands on its side, from the side's start.
struct SidePlace {
  base::Length at, size;
};

/// Shares `available` among the boxes at the start, in the middle and at the end of a side. The one in the
/// middle is centred; those of automatic size do not overlap.
std::array<SidePlace, 3> share_side(const std::array<SideBox, 3>& boxes, base::Length available);

}  // namespace reliure::layout
