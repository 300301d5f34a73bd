// The heights of inline boxes and pictures (CSS 2.2 §10.8).
#include <algorithm>
#include <charconv>

#include "layout/paragraph/prepare.h"
#include "layout/paragraph/spacing.h"

namespace reliure::layout {
namespace {

using style::VerticalAlign;

struct FontMeasures {
  Length ascent, descent, x_height;
};

FontMeasures font_measures(const style::ComputedStyle& style, const text::FontLibrary& fonts) {
  const book::Font& font = fonts.font(fonts.match({style.font_families, style.font_weight, style.italic}));
  const std::int64_t units = std::max<std::int64_t>(1, font.units_per_em);
  return {base::scaled(style.font_size, font.ascent, units),
          base::scaled(style.font_size, -font.descent, units),
          base::scaled(style.font_size, font.x_height, units)};
}

/// The content area with half the leading above and half below.
BoxMetrics own_metrics(const style::ComputedStyle& style, const FontMeasures& font) {
  BoxMetrics metrics;
  metrics.ascent = font.ascent;
  metrics.descent = font.descent;
  metrics.x_height = font.x_height;
  metrics.above = font.ascent + (style.line_height - font.ascent - font.descent) / 2;
  metrics.below = style.line_height - metrics.above;
  return metrics;
}

/// Aligns a box in its parent.
void align_box(BoxMetrics& box, const style::ComputedStyle& style, const BoxMetrics& parent,
               const style::ComputedStyle& parent_style) {
  Length raise;
  switch (style.vertical_align) {
    case VerticalAlign::baseline:
      break;
    case VerticalAlign::sub:
      raise = -(parent_style.font_size / 5);
      break;
    case VerticalAlign::super:
      raise = parent_style.font_size / 3;
      break;
    case VerticalAlign::length:
      raise = style.vertical_shift;
      break;
    case VerticalAlign::text_top:
      raise = parent.ascent - box.above;
      break;
    case VerticalAlign::text_bottom:
      raise = box.below - parent.descent;
      break;
    case VerticalAlign::middle:
      raise = (parent.x_height - box.above + box.below) / 2;
      break;
    case VerticalAlign::top:
    case VerticalAlign::bottom:
      return;
  }
  box.raise = parent.raise + raise;
  box.group = parent.group;
}

/// The value of a `width` or `height` attribute: whole CSS pixels.
Length attribute_length(const InlineObject& image, std::string_view name, const Setting& setting) {
  const std::string_view value = setting.manuscript().attribute(image.node, name).value_or("");
  std::int64_t pixels = 0;
  const auto parsed = std::from_chars(value.data(), value.data() + value.size(), pixels);
  const std::string_view unit = value.substr(static_cast<std::size_t>(parsed.ptr - value.data()));
  const bool plain = unit.empty() || unit == "px";
  if (parsed.ec != std::errc{} || !plain || pixels <= 0 || pixels > 100000) return {};
  return base::points(pixels) * 3 / 4;
}

/// The used value of a width, or zero for `auto`; a percentage of no measure counts as `auto`.
Length used_width(const style::Dimension& dimension, Length measure) {
  if (dimension.automatic || (dimension.percent != 0 && measure == kUnbounded)) return {};
  return dimension.resolve(measure);
}

Length used_height(const style::Dimension& dimension) {
  return dimension.automatic || dimension.percent != 0 ? Length{} : dimension.length;
}

/// `side * numerator / denominator` for positive sizes, 0 when there is no ratio.
Length in_ratio(Length side, Length numerator, Length denominator) {
  if (denominator.raw <= 0) return {};
  // 1/1024 of a point is enough for a picture's side, and keeps the product within 63 bits.
  return base::scaled(side, numerator.raw / 64, std::max<std::int64_t>(1, denominator.raw / 64));
}

}  // namespace

void measure_boxes(Paragraph& paragraph, const text::FontLibrary& fonts) {
  const std::vector<InlineBox>& boxes = paragraph.collected.boxes;
  paragraph.metrics.reserve(boxes.size());
  for (std::uint32_t i = 0; i < boxes.size(); ++i) {
    const style::ComputedStyle& style = *boxes[i].style;
    const FontMeasures font = font_measures(style, fonts);
    BoxMetrics box = own_metrics(style, font);
    if (i > 0) {
      const style::ComputedStyle& root = *boxes[0].style;
      const style::ComputedStyle& parent = *boxes[boxes[i].parent].style;
      box.group = i;
      const base::Point outer = paragraph.metrics[boxes[i].parent].offset;
      const base::Point own = relative_offset(style, {});
      box.offset = {outer.x + own.x, outer.y + own.y};
      align_box(box, style, paragraph.metrics[boxes[i].parent], parent);
      const bool small = style.font_size <= root.font_size && style.line_height <= root.line_height;
      // Smaller type on the baseline, such as code, never spreads the lines apart, though CSS would let its
      // leading do so by a fraction of a point.
      box.quiet = box.group == 0 && box.raise == Length{} && small;
      if (!box.quiet && style.font_size < root.font_size) {
        // Nor do raised references, as long as their letters fit.
        box.above = base::min(box.above, box.ascent);
        box.below = base::min(box.below, box.descent);
      }
    }
    paragraph.metrics.push_back(box);
  }
}

Length baseline_of(const style::ComputedStyle& style, const text::FontLibrary& fonts) {
  return own_metrics(style, font_measures(style, fonts)).above;
}

base::Point relative_offset(const style::ComputedStyle& style, Length width) {
  if (!style.relative) return {};
  enum Edge : std::size_t { kTop, kRight, kBottom, kLeft };
  const auto& inset = style.inset;
  const bool from_left =
      !inset[kLeft].automatic && (inset[kRight].automatic || style.direction == style::Direction::ltr);
  return {from_left ? inset[kLeft].resolve(width) : -inset[kRight].resolve(width),
          inset[kTop].automatic ? -inset[kBottom].length : inset[kTop].length};
}

base::Size image_size(const InlineObject& image, Length measure, const Setting& setting) {
  const style::ComputedStyle& style = *image.style;
  const base::Size natural = (*setting.input.pictures)[image.picture].size;
  Length width = used_width(style.width, measure);
  Length height = used_height(style.height);
  if (width == Length{} && style.width.automatic) width = attribute_length(image, "width", setting);
  if (height == Length{} && style.height.automatic) height = attribute_length(image, "height", setting);
  if (width == Length{} && height == Length{}) width = natural.width;
  if (width == Length{}) width = in_ratio(height, natural.width, natural.height);
  if (height == Length{}) height = in_ratio(width, natural.height, natural.width);
  const Length max_width = used_width(style.max_width, measure);
  if (max_width.raw > 0 && width > max_width) {
    height = style.height.automatic || width == Length{} ? in_ratio(max_width, height, width) : height;
    width = max_width;
  }
  const Length max_height = used_height(style.max_height);
  if (max_height.raw > 0 && height > max_height) {
    width = in_ratio(max_height, width, height);
    height = max_height;
  }
  const Length min_width = used_width(style.min_width, measure);
  if (min_width.raw > 0 && width < min_width) {
    height = in_ratio(min_width, height, width);
    width = min_width;
  }
  if (setting.page_height.raw > 0 && height > setting.page_height) {
    width = in_ratio(setting.page_height, width, height);
    height = setting.page_height;
  }
  return {width, height};
}

Length image_width(const InlineObject& image, Length measure, const Setting& setting) {
  const style::ComputedStyle& style = *image.style;
  return image_size(image, measure, setting).width + style.margin[1].resolve({}) +
         style.margin[3].resolve({});
}

}  // namespace reliure::layout
