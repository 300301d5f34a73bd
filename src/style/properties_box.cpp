// Boxes: margins, paddings and sizes.
#include "style/edges.h"

namespace reliure::style {
namespace {

constexpr std::pair<std::string_view, bool> kBoxSizings[] = {{"content-box", false}, {"border-box", true}};

#define RELIURE_EDGE(property, side, member, range, values, index)                   \
  {                                                                                  \
    property "-" side, values, false, apply_edge<&BoxStyle::member, range, index>,   \
        copy_element<&BoxStyle::member, index>, print_edge<&BoxStyle::member, index> \
  }
#define RELIURE_MARGIN(side, index) \
  RELIURE_EDGE("margin", side, margin, EdgeRange::automatic, kMarginValues, index)
#define RELIURE_PADDING(side, index) \
  RELIURE_EDGE("padding", side, padding, EdgeRange::positive, kPaddingValues, index)
#define RELIURE_SIZE(property, member)                                                            \
  {                                                                                               \
    property, kSizeValues, false, apply_size<&BoxStyle::member>, copy_members<&BoxStyle::member>, \
        print_dimension<&BoxStyle::member>                                                        \
  }

constexpr Property kProperties[] = {
    {"box-sizing", "content-box | border-box", false, apply_keyword<&BoxStyle::border_box, kBoxSizings>,
     copy_members<&BoxStyle::border_box>, print_keyword<&BoxStyle::border_box, kBoxSizings>},
    RELIURE_SIZE("height", height),
    {"margin", "[auto | <length> | <percentage>]{1,4}", false,
     apply_edges<&BoxStyle::margin, EdgeRange::automatic>, copy_members<&BoxStyle::margin>},
    RELIURE_MARGIN("bottom", kBottom),
    RELIURE_MARGIN("left", kLeft),
    RELIURE_MARGIN("right", kRight),
    RELIURE_MARGIN("top", kTop),
    RELIURE_SIZE("max-height", max_height),
    RELIURE_SIZE("max-width", max_width),
    RELIURE_SIZE("min-height", min_height),
    RELIURE_SIZE("min-width", min_width),
    {"padding", "[<length> | <percentage>]{1,4}", false, apply_edges<&BoxStyle::padding, EdgeRange::positive>,
     copy_members<&BoxStyle::padding>},
    RELIURE_PADDING("bottom", kBottom),
    RELIURE_PADDING("left", kLeft),
    RELIURE_PADDING("right", kRight),
    RELIURE_PADDING("top", kTop),
    RELIURE_SIZE("width", width),
};
#undef RELIURE_EDGE
#undef RELIURE_MARGIN
#undef RELIURE_PADDING
#undef RELIURE_SIZE

}  // namespace

std::span<const Property> box_properties() { return kProperties; }

std::optional<Dimension> take_edge(ValueReader& in, EdgeRange range) {
  const bool margin = range == EdgeRange::automatic;
  if (margin && take_keyword(in, "auto")) return Dimension{};
  auto dimension = take_dimension(in);
  if (!dimension || margin) return dimension;
  if (is_negative(*dimension)) return std::nullopt;
  dimension->at_least_zero = dimension->length < Length{} || dimension->percent < 0;
  return dimension;
}

}  // namespace reliure::style
