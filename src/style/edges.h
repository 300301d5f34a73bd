#pragma once
// Four edges or corners of a box, and lines around and between boxes: what the rows of several files share.
#include <array>

#include "style/print.h"
#include "style/property.h"

namespace reliure::style {

inline constexpr std::size_t kTop = 0, kRight = 1, kBottom = 2, kLeft = 3;

/// CSS Backgrounds 3 §4.3 leaves the width open; browsers draw 3 px.
inline constexpr Length kMediumBorder{base::kUnitsPerPoint * 9 / 4};

/// Which values an edge may have.
enum class EdgeRange : std::uint8_t {
  positive,   ///< paddings, sizes
  automatic,  ///< margins: `auto`, and negative ones
};

std::optional<Dimension> take_edge(ValueReader& in, EdgeRange range);
std::optional<Length> take_border_width(ValueReader& in);
std::optional<BorderStyle> take_border_style(ValueReader& in);
/// `<width> || <style> || <color>`; what is left out is initial.
std::optional<Border> take_border(ValueReader& in, Color current);
/// The whole line: `none`, or `1pt solid #000000`.
void print(std::string& out, const Border& border);

/// One to four values for top, right, bottom and left, as all shorthands of edges have them. Corners from
/// the top left are filled up in the same way.
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

/// One or two values for two edges.
template <class T, class Take>
bool take_two(ValueReader& in, T& first, T& second, Take take) {
  const auto one = take(in);
  if (!one) return false;
  const auto two = in.done() ? one : take(in);
  if (!two) return false;
  first = *one;
  second = *two;
  return true;
}

template <auto Member, EdgeRange range>
bool apply_edges(ValueReader& in, Target& target) {
  return take_four(in, target.style.*Member, [](ValueReader& each) { return take_edge(each, range); });
}
template <auto Member, EdgeRange range, std::size_t First, std::size_t Second>
bool apply_two_edges(ValueReader& in, Target& target) {
  auto& edges = target.style.*Member;
  return take_two(in, edges[First], edges[Second], [](ValueReader& each) { return take_edge(each, range); });
}
template <auto Member, EdgeRange range, std::size_t Index>
bool apply_edge(ValueReader& in, Target& target) {
  const auto edge = take_edge(in, range);
  if (edge) (target.style.*Member)[Index] = *edge;
  return edge.has_value();
}
template <auto Member, std::size_t Index>
void print_edge(std::string& out, const ComputedStyle& style) {
  print(out, (style.*Member)[Index]);
}
template <auto Member, std::size_t First, std::size_t Second>
void copy_two(ComputedStyle& to, const ComputedStyle& from) {
  copy_element<Member, First>(to, from);
  copy_element<Member, Second>(to, from);
}

/// `width` and its like.
template <auto Member>
bool apply_size(ValueReader& in, Target& target) {
  if (take_keyword(in, "auto") || take_keyword(in, "none")) return target.style.*Member = Dimension{}, true;
  const auto size = take_edge(in, EdgeRange::positive);
  if (size) target.style.*Member = *size;
  return size.has_value();
}
template <auto Member>
void print_dimension(std::string& out, const ComputedStyle& style) {
  print(out, style.*Member);
}

// ---- Borders, one side or two

template <std::size_t First, std::size_t Second = First>
bool apply_border_side(ValueReader& in, Target& target) {
  const auto border = take_border(in, target.style.color);
  if (border) target.style.border[First] = target.style.border[Second] = *border;
  return border.has_value();
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

inline constexpr std::string_view kMarginValues = "auto | <length> | <percentage>";
inline constexpr std::string_view kPaddingValues = "<length> | <percentage>";
inline constexpr std::string_view kSizeValues = "auto | none | <length> | <percentage>";
inline constexpr std::string_view kBorderValues = "<width> || <style> || <color>";
inline constexpr std::string_view kLineStyleValues =
    "none | solid | dashed | dotted | double | groove | ridge | inset | outset";
inline constexpr std::string_view kLineWidthValues = "<length> | thin | medium | thick";

/// The rows of one border: all of it, its colour, its style, its width. `print` is null for another name of a
/// border that prints itself.
#define RELIURE_BORDER(side, index, print)                                                                 \
  {"border-" side, kBorderValues, false, apply_border_side<index>, copy_element<&BoxStyle::border, index>, \
   print},                                                                                                 \
      {"border-" side "-color", "<color>", false, apply_border_color<index>,                               \
       copy_border<&Border::color, index>},                                                                \
      {"border-" side "-style", kLineStyleValues, false, apply_border_style<index>,                        \
       copy_border<&Border::style, index>},                                                                \
  {                                                                                                        \
    "border-" side "-width", kLineWidthValues, false, apply_border_width<index>,                           \
        copy_border<&Border::width, index>                                                                 \
  }

}  // namespace reliure::style
