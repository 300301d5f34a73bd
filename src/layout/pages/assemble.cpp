#include "layout/pages/assemble.h"

#include <utility>

#include "layout/flow/decorate.h"

namespace reliure::layout {

base::Rect page_body(const style::PageStyle& style) {
  return {style.margin.left, style.margin.top, style.size.width - style.margin.horizontal(),
          style.size.height - style.margin.vertical()};
}

book::Page assemble(const PlannedPage& planned, std::size_t page_count, Setting& setting) {
  const style::PageStyle& style = *planned.style;
  Fragment marks;
  if (style.background.alpha > 0) {
    const base::Edges& bleed = style.bleed;
    const base::Rect sheet{-bleed.left, -bleed.top, style.size.width + bleed.horizontal(),
                           style.size.height + bleed.vertical()};
    marks.items.push_back({book::kRoot, {}, book::Role::layout, filled(sheet, style.background)});
  }
  if (planned.sequence != nullptr) {
    const base::Rect body = page_body(style);
    Flow& flow = planned.sequence->flow;
    paint(flow, planned.cut, {body.x, body.y}, marks);
    paint_notes(planned.sequence->notes, planned.notes, style, body, marks);
  }
  paint_margin_boxes(planned, page_count, setting, marks);
  book::Page page;
  page.trim = style.size;
  page.bleed = style.bleed;
  page.label = planned.label;
  page.items = std::move(marks.items);
  page.glyphs = std::move(marks.glyphs);
  page.text = std::move(marks.text);
  return page;
}

}  // namespace reliure::layout
