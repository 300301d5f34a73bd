#include "image/svg/properties.h"

#include <algorithm>

#include "image/svg/font.h"

namespace reliure::image {
namespace {

constexpr std::string_view kNames[kPropertyCount] = {"baseline-shift",
                                                     "clip-path",
                                                     "clip-rule",
                                                     "color",
                                                     "display",
                                                     "dominant-baseline",
                                                     "fill",
                                                     "fill-opacity",
                                                     "fill-rule",
                                                     "filter",
                                                     "font",
                                                     "font-family",
                                                     "font-size",
                                                     "font-style",
                                                     "font-weight",
                                                     "letter-spacing",
                                                     "marker",
                                                     "marker-end",
                                                     "marker-mid",
                                                     "marker-start",
                                                     "mask",
                                                     "mix-blend-mode",
                                                     "opacity",
                                                     "overflow",
                                                     "paint-order",
                                                     "stop-color",
                                                     "stop-opacity",
                                                     "stroke",
                                                     "stroke-dasharray",
                                                     "stroke-dashoffset",
                                                     "stroke-linecap",
                                                     "stroke-linejoin",
                                                     "stroke-miterlimit",
                                                     "stroke-opacity",
                                                     "stroke-width",
                                                     "text-anchor",
                                                     "text-decoration",
                                                     "transform",
                                                     "vector-effect",
                                                     "visibility",
                                                     "white-space",
                                                     "word-spacing",
                                                     "writing-mode"};

using Setter = void (*)(Style&, const Style& parent, std::string_view value, const Measure&);

std::optional<base::Color> color_or_current(std::string_view value, base::Color current) {
  return equals_ignoring_case(value, "currentcolor") ? current : color(value);
}

void set_paint(PaintValue& paint, std::string_view value, const Style& style) {
  const base::Color current = style.color;
  Rest rest = value;
  if (value == "context-fill" || value == "context-stroke") {
    paint = value == "context-fill" ? style.context_fill : style.context_stroke;
  } else if (const std::optional<std::string_view> id = take_reference(rest)) {
    const std::string_view fallback = trimmed(rest);
    const std::optional<base::Color> found = color_or_current(fallback, current);
    paint = {found.has_value(), found.value_or(base::Color{}), id->empty() ? std::string_view("#") : *id};
  } else if (value == "none") {
    paint = {};
  } else if (const std::optional<base::Color> found = color_or_current(value, current)) {
    paint = {true, *found, {}};
  }
}

void set_rule(book::FillRule& rule, std::string_view value) {
  if (value == "evenodd") {
    rule = book::FillRule::even_odd;
  } else if (value == "nonzero") {
    rule = book::FillRule::nonzero;
  }
}

void set_cap(Style& style, std::string_view value) {
  style.cap = value == "round"    ? book::LineCap::round
              : value == "square" ? book::LineCap::square
              : value == "butt"   ? book::LineCap::butt
                                  : style.cap;
}

void set_join(Style& style, std::string_view value) {
  style.join = value == "round"   ? book::LineJoin::round
               : value == "bevel" ? book::LineJoin::bevel
               : value == "miter" ? book::LineJoin::miter
                                  : style.join;
}

/// CSS names them in the order of the enumeration.
void set_blend(Style& style, std::string_view value) {
  constexpr std::string_view kModes[] = {"normal",     "multiply",   "screen",      "overlay",
                                         "darken",     "lighten",    "color-dodge", "color-burn",
                                         "hard-light", "soft-light", "difference",  "exclusion",
                                         "hue",        "saturation", "color",       "luminosity"};
  const auto* mode = std::find(std::begin(kModes), std::end(kModes), value);
  if (mode != std::end(kModes)) {
    style.blend = static_cast<book::BlendMode>(mode - std::begin(kModes));
  }
}

/// Numbers with units; an odd count is repeated to an even one (SVG 1.1, section 11.4).
void set_dashes(Style& style, std::string_view value, const Measure& measure) {
  std::vector<double> dashes;
  double sum = 0;
  Rest rest = trimmed(value);
  while (value != "none" && !rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(", \t\r\n"), rest.size());
    const std::optional<double> dash = length(rest.substr(0, end), measure);
    if (!dash || *dash < 0) {
      return;
    }
    dashes.push_back(*dash);
    sum += *dash;
    rest.remove_prefix(end);
    skip_comma(rest);
  }
  if (dashes.size() % 2 == 1) {
    const std::vector<double> again = dashes;
    dashes.insert(dashes.end(), again.begin(), again.end());
  }
  style.dashes = sum > 0 ? std::move(dashes) : std::vector<double>{};
}

void set_length(double& out, std::string_view value, const Measure& measure) {
  if (const std::optional<double> found = length(value, measure); found && *found >= 0) {
    out = *found;
  }
}

/// Whether a property that paints by reference (mask, filter) does so.
bool refers(std::string_view value) { return !value.empty() && value != "none"; }

void set_stroke(Style& style, Property property, std::string_view value, const Measure& measure) {
  switch (property) {
    case Property::stroke_dasharray:
      set_dashes(style, value, measure);
      break;
    case Property::stroke_dashoffset:
      style.dash_offset = length(value, measure).value_or(style.dash_offset);
      break;
    case Property::stroke_linecap:
      set_cap(style, value);
      break;
    case Property::stroke_linejoin:
      set_join(style, value);
      break;
    case Property::stroke_miterlimit:
      if (const std::optional<double> limit = length(value, {}); limit && *limit >= 1) {
        style.miter_limit = *limit;
      }
      break;
    case Property::stroke_opacity:
      style.stroke_opacity = fraction(value).value_or(style.stroke_opacity);
      break;
    case Property::stroke_width:
      set_length(style.stroke_width, value, measure);
      break;
    default:
      break;
  }
}

void set_fill(Style& style, Property property, std::string_view value) {
  switch (property) {
    case Property::fill:
      set_paint(style.fill, value, style);
      break;
    case Property::stroke:
      set_paint(style.stroke, value, style);
      break;
    case Property::fill_opacity:
      style.fill_opacity = fraction(value).value_or(style.fill_opacity);
      break;
    case Property::fill_rule:
      set_rule(style.fill_rule, value);
      break;
    case Property::clip_rule:
      set_rule(style.clip_rule, value);
      break;
    case Property::stop_color:
      style.stop_color = color_or_current(value, style.color).value_or(style.stop_color);
      break;
    default:
      break;
  }
}

/// `marker` sets all three, and is read before them.
void set_marker(Style& style, Property property, std::string_view value) {
  Rest rest = value;
  const std::string_view id = take_reference(rest).value_or(std::string_view{});
  const bool all = property == Property::marker;
  if (all || property == Property::marker_start) {
    style.marker_start = id;
  }
  if (all || property == Property::marker_mid) {
    style.marker_mid = id;
  }
  if (all || property == Property::marker_end) {
    style.marker_end = id;
  }
}

void set_effect(Style& style, Property property, std::string_view value) {
  switch (property) {
    case Property::clip_path: {
      Rest rest = value;
      style.clip_path = take_reference(rest).value_or(std::string_view{});
      break;
    }
    case Property::display:
      style.displayed = value != "none";
      break;
    case Property::filter:
      style.filtered = refers(value);
      break;
    case Property::mask:
      style.masked = refers(value);
      break;
    case Property::mix_blend_mode:
      set_blend(style, value);
      break;
    case Property::opacity:
      style.opacity = fraction(value).value_or(style.opacity);
      break;
    case Property::overflow:
      style.overflow_visible = value == "visible" || value == "auto";
      break;
    case Property::vector_effect:
      style.fixed_stroke = value == "non-scaling-stroke";
      break;
    case Property::visibility:
      style.visible = value != "hidden" && value != "collapse";
      break;
    case Property::paint_order:
      style.stroke_first = value.substr(0, 6) == "stroke";
      break;
    default:
      break;
  }
}

void set(Style& style, Property property, std::string_view value, const Measure& measure) {
  switch (property) {
    case Property::marker:
    case Property::marker_end:
    case Property::marker_mid:
    case Property::marker_start:
      set_marker(style, property, value);
      break;
    case Property::stroke_dasharray:
    case Property::stroke_dashoffset:
    case Property::stroke_linecap:
    case Property::stroke_linejoin:
    case Property::stroke_miterlimit:
    case Property::stroke_opacity:
    case Property::stroke_width:
      set_stroke(style, property, value, measure);
      break;
    case Property::fill:
    case Property::stroke:
    case Property::fill_opacity:
    case Property::fill_rule:
    case Property::clip_rule:
    case Property::stop_color:
      set_fill(style, property, value);
      break;
    default:
      set_effect(style, property, value);
      break;
  }
}

/// The inherited part of `parent`, the rest as it begins.
Style inherited(const Style& parent) {
  const Style initial;
  Style style = parent;
  style.opacity = initial.opacity;
  style.displayed = initial.displayed;
  style.overflow_visible = initial.overflow_visible;
  style.masked = initial.masked;
  style.filtered = initial.filtered;
  style.blend = initial.blend;
  style.fixed_stroke = initial.fixed_stroke;
  style.decorated = initial.decorated;
  style.clip_path = initial.clip_path;
  style.stop_color = initial.stop_color;
  return style;
}

}  // namespace

std::optional<Property> property(std::string_view name) {
  const auto* found = std::lower_bound(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames) || *found != name) {
    return std::nullopt;
  }
  return static_cast<Property>(found - std::begin(kNames));
}

std::string_view name(Property property) { return kNames[static_cast<std::size_t>(property)]; }

Style compute_style(const Style& parent, const Declared& declared, double percent_of) {
  Style style = inherited(parent);
  // What other values are in terms of comes first.
  style.color = color(declared[Property::color]).value_or(parent.color);
  set_font(style, parent, declared);
  const Measure measure{percent_of, style.font_size};
  for (std::size_t i = 0; i < kPropertyCount; ++i) {
    const std::string_view value = trimmed(declared.values[i]);
    if (!value.empty() && value != "inherit") {
      set(style, static_cast<Property>(i), value, measure);
    }
  }
  if (const std::optional<double> opacity = fraction(declared[Property::stop_opacity])) {
    style.stop_color.alpha = static_cast<std::uint8_t>(style.stop_color.alpha * *opacity + 0.5);
  }
  return style;
}

}  // namespace reliure::image
