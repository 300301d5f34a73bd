// Logical properties (CSS Logical Properties 1) as other names of the physical ones: books are set in lines
// from left to right, and one from right to left still has its left and right margins.
#include "style/edges.h"

namespace reliure::style {
namespace {

#define RELIURE_EDGE(property, member, range, values, index)              \
  {                                                                       \
    property, values, false, apply_edge<&BoxStyle::member, range, index>, \
        copy_element<&BoxStyle::member, index>                            \
  }
#define RELIURE_PAIR(property, member, range, values, first, second)                   \
  {                                                                                    \
    property, values, false, apply_two_edges<&BoxStyle::member, range, first, second>, \
        copy_two<&BoxStyle::member, first, second>                                     \
  }
#define RELIURE_EDGES(before, member, range, values)                                    \
  RELIURE_PAIR(before "block", member, range, "[" values "]{1,2}", kTop, kBottom),      \
      RELIURE_EDGE(before                                                               \
                   "block"                                                              \
                   "-end",                                                              \
                   member, range, values, kBottom),                                     \
      RELIURE_EDGE(before                                                               \
                   "block"                                                              \
                   "-start",                                                            \
                   member, range, values, kTop),                                        \
      RELIURE_PAIR(before "inline", member, range, "[" values "]{1,2}", kLeft, kRight), \
      RELIURE_EDGE(before                                                               \
                   "inline"                                                             \
                   "-end",                                                              \
                   member, range, values, kRight),                                      \
      RELIURE_EDGE(before                                                               \
                   "inline"                                                             \
                   "-start",                                                            \
                   member, range, values, kLeft)
#define RELIURE_BORDERS(axis, first, second)                                \
  {                                                                         \
    "border-" axis, kBorderValues, false, apply_border_side<first, second>, \
        copy_two<&BoxStyle::border, first, second>                          \
  }
#define RELIURE_SIZE(property, member) \
  { property, kSizeValues, false, apply_size<&BoxStyle::member>, copy_members<&BoxStyle::member> }

constexpr Property kProperties[] = {
    RELIURE_SIZE("block-size", height),
    RELIURE_BORDERS("block", kTop, kBottom),
    RELIURE_BORDER("block-end", kBottom, nullptr),
    RELIURE_BORDER("block-start", kTop, nullptr),
    RELIURE_BORDERS("inline", kLeft, kRight),
    RELIURE_BORDER("inline-end", kRight, nullptr),
    RELIURE_BORDER("inline-start", kLeft, nullptr),
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
#undef RELIURE_PAIR
#undef RELIURE_EDGES
#undef RELIURE_BORDERS
#undef RELIURE_SIZE

}  // namespace

std::span<const Property> logical_properties() { return kProperties; }

}  // namespace reliure::style
