// Border boxes and content boxes of blocks.
#include "layout/flow/block.h"

namespace reliure::layout {
namespace {

using base::Length;
using style::ComputedStyle;

/// The indexes of edges in CSS order.
enum Edge : std::size_t { kTop, kRight, kBottom, kLeft };

Length edge_width(const ComputedStyle& style, Edge edge, Length reference) {
  return style.border[edge].width + style.padding[edge].resolve(reference);
}

}  // namespace

Place border_box(const ComputedStyle& style, Place place) {
  const auto margin = [&](Edge edge) {
    return style.margin[edge].automatic ? Length{} : style.margin[edge].resolve(place.width);
  };
  const Length edges = edge_width(style, kLeft, place.width) + edge_width(style, kRight, place.width);
  const auto used = [&](const style::Dimension& wanted) {
    const Length length = wanted.resolve(place.width);
    return style.border_box ? base::max(length, edges) : length + edges;
  };
  const Length room = place.width - margin(kLeft) - margin(kRight);
  Length width = style.width.automatic ? room : used(style.width);
  if (!style.max_width.automatic) {
    width = base::min(width, used(style.max_width));
  }
  if (!style.min_width.automatic) {
    width = base::max(width, used(style.min_width));
  }
  return {place.x + margin(kLeft) + left_of_rest(style, room - width), width};
}

Length left_of_rest(const ComputedStyle& style, Length rest) {
  const bool left = style.margin[kLeft].automatic, right = style.margin[kRight].automatic;
  if (left && right) return rest.raw > 0 ? rest / 2 : Length{};
  if (left) return base::max(rest, Length{});
  return !right && style.direction == style::Direction::rtl ? rest : Length{};
}

Length least_border_height(const ComputedStyle& style, Length edges) {
  Length least;
  for (const style::Dimension& wanted : {style.height, style.min_height}) {
    if (!wanted.automatic && wanted.percent == 0) {
      least = base::max(least, style.border_box ? wanted.length : wanted.length + edges);
    }
  }
  return least;
}

Place inside_of(const ComputedStyle& style, Place border, Length reference) {
  const Length left = edge_width(style, kLeft, reference);
  const Length right = edge_width(style, kRight, reference);
  return {border.x + left, base::max({}, border.width - left - right)};
}

}  // namespace reliure::layout
