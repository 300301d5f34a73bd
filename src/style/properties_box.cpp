// Boxes: margins, borders, paddings, backgrounds and sizes.
#include <array>

#include "style/print.h"
#include "style/property.h"

namespace reliure::style {
namespace {

constexpr std::size_t kTop = 0, kRight = 1, kBottom = 2, kLeft = 3;

constexpr std::pair<std::string_view, BorderStyle> kBorderStyles[] = {
    {"none", BorderStyle::none},     {"solid", BorderStyle::solid},    {"dashed", BorderStyle::dashed},
    {"dotted", BorderStyle::dotted}, {"double", BorderStyle::double_}, {"hidden", BorderStyle::none}};
/// CSS Backgrounds 3 §4.3 leaves the widths open; these are what browsers draw: 1, 3 and 5 px.
constexpr std::pair<std::string_view, Length> kBorderWidths[] = {{"thin", {base::kUnitsPerPoint * 3 / 4}},
                                                                 {"medium", {base::kUnitsPerPoint * 9 / 4}},
                                                                 {"thick", {base::kUnitsPerPoint * 15 / 4}}};

std::optional<Dimension> take_edge(ValueReader& in, bool margin) {
  if (margin && take_keyword(in, "auto")) return Dimension{};
  auto dimension = take_dimension(in);
  const bool negative = dimension && (dimension->length < Length{} || dimension->percent < 0);
  return negative && !margin ? std::nullopt : dimension;
}

/// One to four values for top, right, bottom and left, as all shorthands of edges have them.
template <class T, class Take>
bool take_four(ValueReader& in, std::array<T, 4>& edges, Take take) {
  std::size_t given = 0;
  for (; given < 4 && !in.done(); ++given) {
    const auto value = take(in);
    if (!value) return false;
    edges[given] = *value;
  }
  if (given == 0) return false;
  if (given < 2) edges[kRight] = edges[kTop];
  if (given < 3) edges[kBottom] = edges[kTop];
  if (given < 4) edges[kLeft] = edges[kRight];
  return true;
}

template <auto Member, bool margin>
bool apply_edges(ValueReader& in, Target& target) {
  return take_four(in, target.style.*Member, [](ValueReader& each) { return take_edge(each, margin); });
}
template <auto Member, bool margin, std::size_t Index>
bool apply_edge(ValueReader& in, Target& target) {
  const auto edge = take_edge(in, margin);
  if (edge) (target.style.*Member)[Index] = *edge;
  return edge.has_value();
}
template <auto Member, std::size_t Index>
void print_edge(std::string& out, const ComputedStyle& style) {
  print(out, (style.*Member)[Index]);
}

std::optional<Length> take_border_width(ValueReader& in) {
  if (const auto width = take_one_of<Length>(in, kBorderWidths)) return width;
  const auto width = take_length(in);
  return width && *width >= Length{} ? width : std::nullopt;
}
std::optional<BorderStyle> take_border_style(ValueReader& in) {
  return take_one_of<BorderStyle>(in, kBorderStyles);
}

/// `<width> || <style> || <color>`; what is left out is initial.
std::optional<Border> take_border(ValueReader& in, Color current) {
  Border border{kBorderWidths[1].second, BorderStyle::none, current};
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

bool apply_border(ValueReader& in, Target& target) {
  const auto border = take_border(in, target.style.color);
  if (border) target.style.border.fill(*border);
  return border.has_value();
}
template <std::size_t Index>
bool apply_border_side(ValueReader& in, Target& target) {
  const auto border = take_border(in, target.style.color);
  if (border) target.style.border[Index] = *border;
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

template <std::size_t Index>
bool apply_border_width(ValueReader& in, Target& target) {
  const auto width = take_border_width(in);
  if (width) target.style.border[Index].width = *width;
  return width.has_value();
}
template <std::size_t Index>
bool apply_border_style(ValueReader& in, Target& target) {
  const auto style = take_border_style(in);
  if (style) target.style.border[Index].style = *style;
  return style.has_value();
}
template <std::size_t Index>
bool apply_border_color(ValueReader& in, Target& target) {
  const auto color = take_color(in, target.style.color);
  if (color) target.style.border[Index].color = *color;
  return color.has_value();
}
template <auto Member, std::size_t Index>
void copy_border(ComputedStyle& to, const ComputedStyle& from) {
  to.border[Index].*Member = from.border[Index].*Member;
}
template <auto Member>
void copy_borders(ComputedStyle& to, const ComputedStyle& from) {
  for (std::size_t i = 0; i < 4; ++i) to.border[i].*Member = from.border[i].*Member;
}
template <std::size_t Index>
void print_border(std::string& out, const ComputedStyle& style) {
  const Border& border = style.border[Index];
  if (border.style == BorderStyle::none) return out += "none", void();
  print(out, border.width);
  out += ' ';
  out += name(border.style);
  out += ' ';
  print(out, border.color);
}

bool apply_radius(ValueReader& in, Target& target) {
  const auto radius = take_length(in);
  if (!radius || *radius < Length{}) return false;
  target.style.border_radius.fill(Dimension::of(*radius));
  return true;
}
void print_radius(std::string& out, const ComputedStyle& style) { print(out, style.border_radius[0]); }

bool apply_background(ValueReader& in, Target& target) {
  if (take_keyword(in, "none")) return target.style.background = Color{0, 0, 0, 0}, true;
  const auto color = take_color(in, target.style.color);
  if (color) target.style.background = *color;
  return color.has_value();
}
void print_background(std::string& out, const ComputedStyle& style) { print(out, style.background); }

template <auto Member>
bool apply_size(ValueReader& in, Target& target) {
  if (take_keyword(in, "auto") || take_keyword(in, "none")) return target.style.*Member = Dimension{}, true;
  const auto size = take_edge(in, false);
  if (size) target.style.*Member = *size;
  return size.has_value();
}
template <auto Member>
void print_dimension(std::string& out, const ComputedStyle& style) {
  print(out, style.*Member);
}

#define RELIURE_EDGE(property, side, member, margin, index)                                            \
  {                                                                                                    \
    property "-" side, (margin) ? "auto | <length> | <percentage>" : "<length> | <percentage>", false, \
        apply_edge<&BoxStyle::member, margin, index>, copy_element<&BoxStyle::member, index>,          \
        print_edge<&BoxStyle::member, index>                                                           \
  }
#define RELIURE_BORDER(side, index)                                                                \
  {"border-" side,           "<width> || <style> || <color>",        false,                        \
   apply_border_side<index>, copy_element<&BoxStyle::border, index>, print_border<index>},         \
      {"border-" side "-color",                                                                    \
       "<color>",                                                                                  \
       false,                                                                                      \
       apply_border_color<index>,                                                                  \
       copy_border<&Border::color, index>,                                                         \
       nullptr},                                                                                   \
      {"border-" side "-style",   "none | solid | dashed | dotted | double", false,                \
       apply_border_style<index>, copy_border<&Border::style, index>,        nullptr},             \
  {                                                                                                \
    "border-" side "-width", "<length> | thin | medium | thick", false, apply_border_width<index>, \
        copy_border<&Border::width, index>, nullptr                                                \
  }
#define RELIURE_SIZE(property, member)                                                       \
  {                                                                                          \
    property, "auto | none | <length> | <percentage>", false, apply_size<&BoxStyle::member>, \
        copy_members<&BoxStyle::member>, print_dimension<&BoxStyle::member>                  \
  }

constexpr Property kProperties[] = {
    {"background", "none | <color>", false, apply_background, copy_members<&BoxStyle::background>, nullptr},
    {"background-color", "<color>", false, apply_background, copy_members<&BoxStyle::background>,
     print_background},
    {"border", "<width> || <style> || <color>", false, apply_border, copy_members<&BoxStyle::border>,
     nullptr},
    RELIURE_BORDER("bottom", kBottom),
    {"border-color", "<color>{1,4}", false, apply_border_colors, copy_borders<&Border::color>, nullptr},
    RELIURE_BORDER("left", kLeft),
    {"border-radius", "<length>", false, apply_radius, copy_members<&BoxStyle::border_radius>, print_radius},
    RELIURE_BORDER("right", kRight),
    {"border-style", "[none | solid | dashed | dotted | double]{1,4}", false, apply_border_styles,
     copy_borders<&Border::style>, nullptr},
    RELIURE_BORDER("top", kTop),
    {"border-width", "[<length> | thin | medium | thick]{1,4}", false, apply_border_widths,
     copy_borders<&Border::width>, nullptr},
    RELIURE_SIZE("height", height),
    {"margin", "[auto | <length> | <percentage>]{1,4}", false, apply_edges<&BoxStyle::margin, true>,
     copy_members<&BoxStyle::margin>, nullptr},
    RELIURE_EDGE("margin", "bottom", margin, true, kBottom),
    RELIURE_EDGE("margin", "left", margin, true, kLeft),
    RELIURE_EDGE("margin", "right", margin, true, kRight),
    RELIURE_EDGE("margin", "top", margin, true, kTop),
    RELIURE_SIZE("max-height", max_height),
    RELIURE_SIZE("max-width", max_width),
    RELIURE_SIZE("min-width", min_width),
    {"padding", "[<length> | <percentage>]{1,4}", false, apply_edges<&BoxStyle::padding, false>,
     copy_members<&BoxStyle::padding>, nullptr},
    RELIURE_EDGE("padding", "bottom", padding, false, kBottom),
    RELIURE_EDGE("padding", "left", padding, false, kLeft),
    RELIURE_EDGE("padding", "right", padding, false, kRight),
    RELIURE_EDGE("padding", "top", padding, false, kTop),
    RELIURE_SIZE("width", width),
};
#undef RELIURE_EDGE
#undef RELIURE_BORDER
#undef RELIURE_SIZE

}  // namespace

std::span<const Property> box_properties() { return kProperties; }

}  // namespace reliure::style
