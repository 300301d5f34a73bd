#pragma once
// The style properties that reach a drawing, and an element's values of them.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "book/picture.h"
#include "image/svg/values.h"

namespace reliure::image {

/// In the order of their names, which `property` searches.
enum class Property : std::uint8_t {
  baseline_shift,
  clip_path,
  clip_rule,
  color,
  display,
  dominant_baseline,
  fill,
  fill_opacity,
  fill_rule,
  filter,
  font,
  font_family,
  font_size,
  font_style,
  font_weight,
  letter_spacing,
  marker,
  marker_end,
  marker_mid,
  marker_start,
  mask,
  mix_blend_mode,
  opacity,
  overflow,
  paint_order,
  stop_color,
  stop_opacity,
  stroke,
  stroke_dasharray,
  stroke_dashoffset,
  stroke_linecap,
  stroke_linejoin,
  stroke_miterlimit,
  stroke_opacity,
  stroke_width,
  text_anchor,
  text_decoration,
  transform,
  vector_effect,
  visibility,
  white_space,
  word_spacing,
  writing_mode,
};
inline constexpr std::size_t kPropertyCount = 43;

std::optional<Property> property(std::string_view name);
std::string_view name(Property property);

/// The winning value of each property that is declared on one element; undeclared ones have no data.
struct Declared {
  std::array<std::string_view, kPropertyCount> values;

  std::string_view operator[](Property p) const { return values[static_cast<std::size_t>(p)]; }
  std::string_view& operator[](Property p) { return values[static_cast<std::size_t>(p)]; }
};

/// `none`, a colour, or a reference with a colour to fall back on.
struct PaintValue {
  bool painted = false;
  base::Color color;
  /// The id of a gradient or pattern; empty for a plain colour.
  std::string_view reference;
};

/// Computed values. The upper part is inherited, the lower part begins anew on each element.
struct Style {
  base::Color color;
  PaintValue fill{true, {}, {}};
  PaintValue stroke;
  /// `context-fill` and `context-stroke`: the paints of what a marker marks.
  PaintValue context_fill, context_stroke;
  double fill_opacity = 1;
  double stroke_opacity = 1;
  double stroke_width = 1;
  double miter_limit = 4;
  double dash_offset = 0;
  double font_size = 16;
  double letter_spacing = 0;
  double word_spacing = 0;
  /// Of the baseline, from that of the whole text.
  double rise = 0;
  /// As declared.
  std::string_view font_families;
  std::uint16_t font_weight = 400;
  bool italic = false;
  bool keeps_space = false;
  bool vertical = false;
  book::TextAnchor anchor = book::TextAnchor::start;
  book::TextBaseline baseline = book::TextBaseline::alphabetic;
  std::vector<double> dashes;
  book::FillRule fill_rule = book::FillRule::nonzero;
  book::FillRule clip_rule = book::FillRule::nonzero;
  book::LineCap cap = book::LineCap::butt;
  book::LineJoin join = book::LineJoin::miter;
  bool visible = true;
  /// Ids of `marker` elements; empty is none.
  std::string_view marker_start, marker_mid, marker_end;
  bool stroke_first = false;

  double opacity = 1;
  bool displayed = true;
  bool overflow_visible = false;
  bool masked = false;
  bool filtered = false;
  book::BlendMode blend = book::BlendMode::normal;
  bool fixed_stroke = false;
  bool decorated = false;
  std::string_view clip_path;
  base::Color stop_color;
};

/// `parent`'s inherited values with `declared` over them. Values that cannot be read change nothing, as in
/// CSS. `percent_of` is what a percentage of a stroke's width is of.
Style compute_style(const Style& parent, const Declared& declared, double percent_of);

}  // namespace reliure::image
