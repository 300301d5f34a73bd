// Borders: widths, styles, colours, round corners, and what becomes of them where a box is broken.
#include "style/edges.h"

namespace reliure::style {
namespace {

constexpr std::pair<std::string_view, BorderStyle> kBorderStyles[] = {
    {"none", BorderStyle::none},     {"solid", BorderStyle::solid},    {"dashed", BorderStyle::dashed},
    {"dotted", BorderStyle::dotted}, {"double", BorderStyle::double_}, {"groove", BorderStyle::groove},
    {"ridge", BorderStyle::ridge},   {"inset", BorderStyle::inset},    {"outset", BorderStyle::outset},
    {"hidden", BorderStyle::none}};
/// CSS Backgrounds 3 §4.3 leaves the widths open; these are what browsers draw: 1, 3 and 5 px.
constexpr std::pair<std::string_view, Length> kBorderWidths[] = {{"thin", {base::kUnitsPerPoint * 3 / 4}},
                                                                 {"medium", kMediumBorder},
                                                                 {"thick", {base::kUnitsPerPoint * 15 / 4}}};
constexpr std::pair<std::string_view, bool> kDecorationBreaks[] = {{"slice", false}, {"clone", true}};

bool apply_border(ValueReader& in, Target& target) {
  const auto border = take_border(in, target.style.color);
  if (border) target.style.border.fill(*border);
  return border.has_value();
}

/// Sets one member of all four borders from one to four values.
template <auto Member, class Take>
bool apply_border_members(ValueReader& in, Target& target, Take take) {
  std::array<std::remove_cvref_t<decltype(target.style.border[0].*Member)>, 4> values{};
  if (!take_four(in, values, take)) return false;
  for (std::size_t i = 0; i < 4; ++i) target.style.border[i].*Member = values[i];
  return true;
}
bool apply_border_widths(ValueReader& in, Target& target) {
  return apply_border_members<&Border::width>(in, target, take_border_width);
}
bool apply_border_styles(ValueReader& in, Target& target) {
  return apply_border_members<&Border::style>(in, target, take_border_style);
}
bool apply_border_colors(ValueReader& in, Target& target) {
  const Color current = target.style.color;
  return apply_border_members<&Border::color>(
      in, target, [current](ValueReader& each) { return take_color(each, current); });
}

template <auto Member>
void copy_borders(ComputedStyle& to, const ComputedStyle& from) {
  for (std::size_t i = 0; i < 4; ++i) to.border[i].*Member = from.border[i].*Member;
}
template <std::size_t Index>
void print_border(std::string& out, const ComputedStyle& style) {
  print(out, style.border[Index]);
}

/// As few of the four radii as say it.
void print_radii(std::string& out, const ComputedStyle& style) {
  const auto& radii = style.border_radius;
  std::size_t count = 4;
  if (count == 4 && radii[3] == radii[1]) count = 3;
  if (count == 3 && radii[2] == radii[0]) count = 2;
  if (count == 2 && radii[1] == radii[0]) count = 1;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ' ';
    print(out, radii[i]);
  }
}

#define RELIURE_CORNER(corner, index)                                     \
  {                                                                       \
    "border-" corner "-radius", kPaddingValues, false,                    \
        apply_edge<&BoxStyle::border_radius, EdgeRange::positive, index>, \
        copy_element<&BoxStyle::border_radius, index>                     \
  }
#define RELIURE_DECORATION_BREAK(property, printed)                                                      \
  {                                                                                                      \
    property, "slice | clone", false, apply_keyword<&BoxStyle::box_decoration_clone, kDecorationBreaks>, \
        copy_members<&BoxStyle::box_decoration_clone>, printed                                           \
  }

constexpr Property kProperties[] = {
    {"border", kBorderValues, false, apply_border, copy_members<&BoxStyle::border>},
    RELIURE_BORDER("bottom", kBottom, print_border<kBottom>),
    RELIURE_CORNER("bottom-left", 3),
    RELIURE_CORNER("bottom-right", 2),
    {"border-color", "<color>{1,4}", false, apply_border_colors, copy_borders<&Border::color>},
    RELIURE_BORDER("left", kLeft, print_border<kLeft>),
    {"border-radius", "[<length> | <percentage>]{1,4}", false,
     apply_edges<&BoxStyle::border_radius, EdgeRange::positive>, copy_members<&BoxStyle::border_radius>,
     print_radii},
    RELIURE_BORDER("right", kRight, print_border<kRight>),
    {"border-style", "[none | solid | dashed | dotted | double | groove | ridge | inset | outset]{1,4}",
     false, apply_border_styles, copy_borders<&Border::style>},
    RELIURE_BORDER("top", kTop, print_border<kTop>),
    RELIURE_CORNER("top-left", 0),
    RELIURE_CORNER("top-right", 1),
    {"border-width", "[<length> | thin | medium | thick]{1,4}", false, apply_border_widths,
     copy_borders<&Border::width>},
    RELIURE_DECORATION_BREAK("box-decoration-break",
                             (print_keyword<&BoxStyle::box_decoration_clone, kDecorationBreaks>)),
    RELIURE_DECORATION_BREAK("-webkit-box-decoration-break", nullptr),
};
#undef RELIURE_CORNER
#undef RELIURE_DECORATION_BREAK

}  // namespace

std::span<const Property> border_properties() { return kProperties; }

std::optional<Length> take_border_width(ValueReader& in) {
  if (const auto width = take_one_of<Length>(in, kBorderWidths)) return width;
  const auto width = take_length(in);
  return width && *width >= Length{} ? width : std::nullopt;
}

std::optional<BorderStyle> take_border_style(ValueReader& in) {
  return take_one_of<BorderStyle>(in, kBorderStyles);
}

std::optional<Border> take_border(ValueReader& in, Color current) {
  Border border{kMediumBorder, BorderStyle::none, current};
  bool width = false, style = false, color = false;
  while (!in.done()) {
    if (const auto line = take_border_style(in); line && !style) {
      border.style = *line;
      style = true;
    } else if (const auto size = take_border_width(in); size && !width) {
      border.width = *size;
      width = true;
    } else if (const auto paint = take_color(in, current); paint && !color) {
      border.color = *paint;
      color = true;
    } else {
      return std::nullopt;
    }
  }
  return width || style || color ? std::optional(border) : std::nullopt;
}

void print(std::string& out, const Border& border) {
  if (border.style == BorderStyle::none) return out += "none", void();
  print(out, border.width);
  out += ' ';
  out += name(border.style);
  out += ' ';
  print(out, border.color);
}

}  // namespace reliure::style
