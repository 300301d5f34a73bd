// Logical properties (CSS Logical Properties 1) as other names of the physical ones: lines run across the
// page, and start at the left or, where `direction` says so, at the right.
#include "style/edges.h"

namespace reliure::style {
namespace {

/// The side where lines start, and the one where they end.
std::size_t start_of(const ComputedStyle& style) {
  return style.direction == Direction::rtl ? kRight : kLeft;
}
std::size_t end_of(const ComputedStyle& style) { return style.direction == Direction::rtl ? kLeft : kRight; }
using Side = std::size_t (*)(const ComputedStyle&);

template <auto Member, EdgeRange range, Side side>
bool apply_side(ValueReader& in, Target& target) {
  const auto edge = take_edge(in, range);
  if (edge) (target.style.*Member)[side(target.style)] = *edge;
  return edge.has_value();
}
/// `start end`, or one value for both.
template <auto Member, EdgeRange range>
bool apply_both_sides(ValueReader& in, Target& target) {
  auto& edges = target.style.*Member;
  return take_two(in, edges[start_of(target.style)], edges[end_of(target.style)],
                  [](ValueReader& each) { return take_edge(each, range); });
}
template <auto Member, Side side>
void copy_side(ComputedStyle& to, const ComputedStyle& from) {
  (to.*Member)[side(to)] = (from.*Member)[side(from)];
}

template <Side side>
bool apply_line(ValueReader& in, Target& target) {
  const auto border = take_border(in, target.style.color);
  if (border) target.style.border[side(target.style)] = *border;
  return border.has_value();
}
/// One part of a border by the function that reads it.
template <Side side, auto Part, auto take>
bool apply_line_part(ValueReader& in, Target& target) {
  const auto value = take(in);
  if (value) target.style.border[side(target.style)].*Part = *value;
  return value.has_value();
}
template <Side side>
bool apply_line_color(ValueReader& in, Target& target) {
  const auto color = take_color(in, target.style.color);
  if (color) target.style.border[side(target.style)].color = *color;
  return color.has_value();
}
template <Side side, auto Part>
void copy_line_part(ComputedStyle& to, const ComputedStyle& from) {
  to.border[side(to)].*Part = from.border[side(from)].*Part;
}

#define RELIURE_EDGE(property, member, range, values, index)              \
  {                                                                       \
    property, values, false, apply_edge<&BoxStyle::member, range, index>, \
        copy_element<&BoxStyle::member, index>                            \
  }
#define RELIURE_SIDE(property, member, range, values, side) \
  { property, values, false, apply_side<&BoxStyle::member, range, side>, copy_side<&BoxStyle::member, side> }
#define RELIURE_EDGES(before, member, range, values)                                                     \
  {before "block", "[" values "]{1,2}", false, apply_two_edges<&BoxStyle::member, range, kTop, kBottom>, \
   copy_two<&BoxStyle::member, kTop, kBottom>},                                                          \
      RELIURE_EDGE(before                                                                                \
                   "block"                                                                               \
                   "-end",                                                                               \
                   member, range, values, kBottom),                                                      \
      RELIURE_EDGE(before                                                                                \
                   "block"                                                                               \
                   "-start",                                                                             \
                   member, range, values, kTop),                                                         \
      {before "inline", "[" values "]{1,2}", false, apply_both_sides<&BoxStyle::member, range>,          \
       copy_two<&BoxStyle::member, kLeft, kRight>},                                                      \
      RELIURE_SIDE(before                                                                                \
                   "inline"                                                                              \
                   "-end",                                                                               \
                   member, range, values, end_of),                                                       \
      RELIURE_SIDE(before                                                                                \
                   "inline"                                                                              \
                   "-start",                                                                             \
                   member, range, values, start_of)
#define RELIURE_BORDERS(axis, first, second)                                \
  {                                                                         \
    "border-" axis, kBorderValues, false, apply_border_side<first, second>, \
        copy_two<&BoxStyle::border, first, second>                          \
  }
#define RELIURE_LINE(property, side)                                                                         \
  {property, kBorderValues, false, apply_line<side>, copy_side<&BoxStyle::border, side>},                    \
      {property "-color", "<color>", false, apply_line_color<side>, copy_line_part<side, &Border::color>},   \
      {property "-style", kLineStyleValues, false, apply_line_part<side, &Border::style, take_border_style>, \
       copy_line_part<side, &Border::style>},                                                                \
  {                                                                                                          \
    property "-width", kLineWidthValues, false, apply_line_part<side, &Border::width, take_border_width>,    \
        copy_line_part<side, &Border::width>                                                                 \
  }
#define RELIURE_SIZE(property, member) \
  { property, kSizeValues, false, apply_size<&BoxStyle::member>, copy_members<&BoxStyle::member> }

constexpr Property kProperties[] = {
    RELIURE_SIZE("block-size", height),
    RELIURE_BORDERS("block", kTop, kBottom),
    RELIURE_BORDER("block-end", kBottom, nullptr),
    RELIURE_BORDER("block-start", kTop, nullptr),
    RELIURE_BORDERS("inline", kLeft, kRight),
    RELIURE_LINE("border-inline-end", end_of),
    RELIURE_LINE("border-inline-start", start_of),
    RELIURE_SIZE("inline-size", width),
    RELIURE_EDGES("inset-", inset, EdgeRange::automatic, "auto | <length> | <percentage>"),
    RELIURE_EDGES("margin-", margin, EdgeRange::automatic, "auto | <length> | <percentage>"),
    RELIURE_SIZE("max-block-size", max_height),
    RELIURE_SIZE("max-inline-size", max_width),
    RELIURE_SIZE("min-block-size", min_height),
    RELIURE_SIZE("min-inline-size", min_width),
    RELIURE_EDGES("padding-", padding, EdgeRange::positive, "<length> | <percentage>"),
};
#undef RELIURE_EDGE
#undef RELIURE_SIDE
#undef RELIURE_EDGES
#undef RELIURE_BORDERS
#undef RELIURE_LINE
#undef RELIURE_SIZE

}  // namespace

std::span<const Property> logical_properties() { return kProperties; }

}  // namespace reliure::style
