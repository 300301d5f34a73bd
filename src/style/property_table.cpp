#include <algorithm>
#include <vector>

#include "style/property.h"

namespace reliure::style {
namespace {

/// Properties of CSS that we do not lay out, sorted by name.
constexpr std::string_view kUnsupported[] = {
    "accent-color",
    "align-content",
    "align-items",
    "align-self",
    "align-tracks",
    "animation",
    "animation-delay",
    "animation-direction",
    "animation-duration",
    "animation-fill-mode",
    "animation-iteration-count",
    "animation-name",
    "animation-play-state",
    "animation-timing-function",
    "appearance",
    "aspect-ratio",
    "backdrop-filter",
    "backface-visibility",
    "background-attachment",
    "background-blend-mode",
    "background-clip",
    "background-origin",
    "border-block-color",
    "border-block-style",
    "border-block-width",
    "border-end-end-radius",
    "border-end-start-radius",
    "border-image",
    "border-image-outset",
    "border-image-repeat",
    "border-image-slice",
    "border-image-source",
    "border-image-width",
    "border-inline-color",
    "border-inline-style",
    "border-inline-width",
    "border-start-end-radius",
    "border-start-start-radius",
    "box-shadow",
    "caret-color",
    "clip",
    "clip-path",
    "color-scheme",
    "contain",
    "container",
    "container-type",
    "content-visibility",
    "cursor",
    "empty-cells",
    "filter",
    "flex",
    "flex-basis",
    "flex-direction",
    "flex-flow",
    "flex-grow",
    "flex-shrink",
    "flex-wrap",
    "font-display",
    "font-language-override",
    "font-optical-sizing",
    "font-palette",
    "font-size-adjust",
    "font-stretch",
    "font-synthesis",
    "font-synthesis-style",
    "font-variant-alternates",
    "font-variant-east-asian",
    "font-variant-emoji",
    "font-variation-settings",
    "footnote-display",
    "footnote-policy",
    "forced-color-adjust",
    "grid",
    "grid-area",
    "grid-auto-columns",
    "grid-auto-flow",
    "grid-auto-rows",
    "grid-column",
    "grid-column-end",
    "grid-column-gap",
    "grid-column-start",
    "grid-gap",
    "grid-row",
    "grid-row-end",
    "grid-row-gap",
    "grid-row-start",
    "grid-template",
    "grid-template-areas",
    "grid-template-columns",
    "grid-template-rows",
    "hanging-punctuation",
    "hyphenate-character",
    "image-orientation",
    "image-rendering",
    "image-resolution",
    "initial-letter-align",
    "initial-letter-wrap",
    "isolation",
    "justify-content",
    "justify-items",
    "justify-self",
    "line-break",
    "line-clamp",
    "mask",
    "mask-image",
    "mix-blend-mode",
    "object-fit",
    "object-position",
    "offset",
    "opacity",
    "order",
    "outline",
    "outline-color",
    "outline-offset",
    "outline-style",
    "outline-width",
    "overflow",
    "overflow-anchor",
    "overflow-block",
    "overflow-inline",
    "overflow-x",
    "overflow-y",
    "overscroll-behavior",
    "perspective",
    "perspective-origin",
    "place-content",
    "place-items",
    "place-self",
    "pointer-events",
    "print-color-adjust",
    "resize",
    "rotate",
    "row-gap",
    "ruby-align",
    "ruby-position",
    "scale",
    "scroll-behavior",
    "scroll-margin",
    "scroll-margin-top",
    "scroll-padding",
    "scroll-padding-top",
    "scroll-snap-type",
    "scrollbar-color",
    "scrollbar-gutter",
    "scrollbar-width",
    "shape-margin",
    "shape-outside",
    "src",
    "tab-size",
    "text-combine-upright",
    "text-decoration-color",
    "text-decoration-skip-ink",
    "text-decoration-style",
    "text-decoration-thickness",
    "text-emphasis",
    "text-justify",
    "text-orientation",
    "text-overflow",
    "text-rendering",
    "text-shadow",
    "text-size-adjust",
    "text-spacing-trim",
    "text-underline-offset",
    "text-underline-position",
    "touch-action",
    "transform",
    "transform-box",
    "transform-origin",
    "transform-style",
    "transition",
    "transition-delay",
    "transition-duration",
    "transition-property",
    "transition-timing-function",
    "translate",
    "unicode-bidi",
    "unicode-range",
    "user-select",
    "visibility",
    "will-change",
    "writing-mode",
    "z-index",
    "zoom",
};

std::vector<const Property*> sorted_properties() {
  std::vector<const Property*> all;
  for (const auto part :
       {font_properties(), text_properties(), box_properties(), border_properties(), background_properties(),
        logical_properties(), position_properties(), flow_properties(), content_properties()}) {
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

bool is_unsupported_property(std::string_view name) {
  return std::ranges::binary_search(kUnsupported, std::string_view(lower_case(name)));
}

}  // namespace reliure::style
