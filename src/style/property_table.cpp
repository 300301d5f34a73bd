#include <algorithm>
#include <vector>

#include "style/property.h"

namespace reliure::style {
namespace {

/// Properties of CSS that we do not lay out, sorted by name.
constexpr std::string_view kUnsupported[] = {
    // clang-format off
    "align-content", "align-items", "align-self", "align-tracks", "alignment-baseline", "anchor-name",
    "aspect-ratio", "backdrop-filter", "background-attachment", "background-blend-mode", "background-clip",
    "background-origin", "background-position-x", "background-position-y", "border-block-color",
    "border-block-style", "border-block-width", "border-end-end-radius", "border-end-start-radius",
    "border-image", "border-image-outset", "border-image-repeat", "border-image-slice",
    "border-image-source", "border-image-width", "border-inline-color", "border-inline-style",
    "border-inline-width", "border-start-end-radius", "border-start-start-radius", "box-shadow", "clip",
    "clip-path", "clip-rule", "container", "container-name", "container-type", "corner-shape", "cx", "cy",
    "dominant-baseline", "empty-cells", "fill", "fill-opacity", "fill-rule", "filter", "flex", "flex-basis",
    "flex-direction", "flex-flow", "flex-grow", "flex-shrink", "flex-wrap", "float-offset", "font-display",
    "font-language-override", "font-optical-sizing", "font-palette", "font-size-adjust", "font-stretch",
    "font-synthesis", "font-synthesis-style", "font-variant-alternates", "font-variant-east-asian",
    "font-variant-emoji", "font-variation-settings", "footnote-display", "footnote-policy", "grid",
    "grid-area", "grid-auto-columns", "grid-auto-flow", "grid-auto-rows", "grid-column", "grid-column-end",
    "grid-column-gap", "grid-column-start", "grid-gap", "grid-row", "grid-row-end", "grid-row-gap",
    "grid-row-start", "grid-template", "grid-template-areas", "grid-template-columns", "grid-template-rows",
    "hanging-punctuation", "hyphenate-character", 
    "image-orientation", "image-rendering", "image-resolution", "initial-letter-align",
    "initial-letter-wrap", "inset-area", "isolation", "justify-content", "justify-items", "justify-self",
    "line-break", "line-clamp", "line-height-step", "margin-trim", "marker-end", "marker-start", "mask",
    "mask-image", "mask-position", "mask-repeat", "mask-size", "mask-type", "max-lines", "mix-blend-mode",
    "object-fit", "object-position", "offset", "offset-path", "opacity", "order", "outline",
    "outline-color", "outline-offset", "outline-style", "outline-width", "overflow", "overflow-block",
    "overflow-clip-margin", "overflow-inline", "overflow-x", "overflow-y", "paint-order", "perspective",
    "perspective-origin", "place-content", "place-items", "place-self", "position-anchor", "position-area",
    "position-try", "r", "rotate", "row-gap", "ruby-align", "ruby-position", "rx", "ry", "scale",
    "shape-image-threshold", "shape-margin", "shape-outside", "shape-rendering", "src", "stop-color",
    "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "stroke-opacity", "stroke-width", "tab-size", "text-anchor", "text-box",
    "text-box-edge", "text-box-trim", "text-combine-upright", "text-decoration-color",
    "text-decoration-skip-ink", "text-decoration-style", "text-decoration-thickness", "text-emphasis",
    "text-emphasis-color", "text-emphasis-position", "text-emphasis-style", "text-justify",
    "text-orientation", "text-overflow", "text-shadow", "text-spacing-trim", "text-underline-offset",
    "text-underline-position", "text-wrap-mode", "text-wrap-style", "transform", "transform-box",
    "transform-origin", "transform-style", "translate", "unicode-range", "vector-effect",
    "visibility", "white-space-collapse", "wrap-after", "wrap-before", "writing-mode", "x", "y", "z-index",
    "zoom",
    // clang-format on
};

/// Properties of motion, of pointers and of windows, sorted by name: nothing of them can be missed in a book.
constexpr std::string_view kOfScreens[] = {
    // clang-format off
    "accent-color", "animation", "animation-composition", "animation-delay", "animation-direction",
    "animation-duration", "animation-fill-mode", "animation-iteration-count", "animation-name",
    "animation-play-state", "animation-range", "animation-timeline", "animation-timing-function",
    "appearance", "backface-visibility", "caret", "caret-animation", "caret-color", "color-scheme",
    "contain", "contain-intrinsic-height", "contain-intrinsic-size", "contain-intrinsic-width",
    "content-visibility", "cursor", "field-sizing", "font-smooth", "forced-color-adjust", "ime-mode",
    "interpolate-size", "overflow-anchor", "overscroll-behavior", "overscroll-behavior-x",
    "overscroll-behavior-y", "pointer-events", "print-color-adjust", "resize", "scroll-behavior",
    "scroll-margin", "scroll-margin-bottom", "scroll-margin-left", "scroll-margin-right",
    "scroll-margin-top", "scroll-padding", "scroll-padding-bottom", "scroll-padding-left",
    "scroll-padding-right", "scroll-padding-top", "scroll-snap-align", "scroll-snap-stop",
    "scroll-snap-type", "scroll-timeline", "scrollbar-color", "scrollbar-gutter", "scrollbar-width",
    "speak", "tap-highlight-color", "text-rendering", "text-size-adjust", "touch-action", "transition",
    "transition-behavior", "transition-delay", "transition-duration", "transition-property",
    "transition-timing-function", "user-select", "view-transition-name", "will-change",
    // clang-format on
};

std::vector<const Property*> sorted_properties() {
  std::vector<const Property*> all;
  for (const auto part : {font_properties(), text_properties(), box_properties(), border_properties(),
                          background_properties(), logical_properties(), position_properties(),
                          flow_properties(), table_properties(), content_properties()}) {
    for (const Property& property : part) all.push_back(&property);
  }
  std::ranges::sort(all, {}, &Property::name);
  return all;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), ascii_lower);
  return lower;
}

}  // namespace

std::span<const Property* const> all_properties() {
  static const std::vector<const Property*> kAll = sorted_properties();
  return kAll;
}

const Property* find_property(std::string_view name) {
  const std::string lower = lower_case(name);
  const auto all = all_properties();
  const auto row = std::ranges::lower_bound(all, std::string_view(lower), {}, &Property::name);
  return row != all.end() && (*row)->name == lower ? *row : nullptr;
}

const Property* find_page_property(std::string_view name) {
  for (const Property& property : page_properties()) {
    if (same_keyword(name, property.name)) return &property;
  }
  return nullptr;
}

bool is_of_screens(std::string_view name) {
  return std::ranges::binary_search(kOfScreens, std::string_view(lower_case(name)));
}

bool is_of_markup(std::string_view name) { return name == "direction" || name == "unicode-bidi"; }

bool is_unsupported_property(std::string_view name) {
  return std::ranges::binary_search(kUnsupported, std::string_view(lower_case(name)));
}

}  // namespace reliure::style
