// List markers that no line of their item's text takes: of empty items, and of those that begin with a table.
#include <algorithm>

#include "layout/flow/block.h"

namespace reliure::layout {

using base::Length;

/// The waiting marker on a line of its own, as high as a line of the item's text.
void FlowBuilder::add_marker_line() {
  const style::ComputedStyle& style = workshop_.setting.style(marker_->item);
  const text::FontLibrary& fonts = workshop_.setting.input.fonts;
  const auto& font = fonts.font(fonts.match({style.font_families, style.font_weight, style.italic}));
  const std::int64_t units = std::max<std::int64_t>(1, font.units_per_em);
  const Length ascent = base::scaled(style.font_size, font.ascent, units);
  const Length descent = base::scaled(style.font_size, -font.descent, units);
  Strip strip;
  strip.x = marker_->place.x;
  strip.height = style.line_height;
  hang_marker(strip, ascent + (style.line_height - ascent - descent) / 2);
  add_strip(std::move(strip));
}

/// The waiting marker beside the first text of a strip that is no line of a paragraph.
void FlowBuilder::hang_marker_beside(Strip& strip) {
  for (const book::Item& item : strip.content.items) {
    if (const auto* run = std::get_if<book::GlyphRun>(&item.mark)) {
      hang_marker(strip, run->origin.y);
      return;
    }
  }
}

}  // namespace reliure::layout
