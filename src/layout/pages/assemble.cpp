#include "layout/pages/assemble.h"

#include <utility>

#include "layout/flow/decorate.h"
#include "layout/pages/printer_marks.h"

namespace reliure::layout {

base::Rect page_body(const style::PageStyle& style) {
  return {style.margin.left, style.margin.top, style.size.width - style.margin.horizontal(),
          style.size.height - style.margin.vertical()};
}

namespace {

/// The page's background, out to the bleed: there is paper to print on until it is cut.
void paint_sheet(const style::PageStyle& page, const Setting& setting, Fragment& target) {
  style::ComputedStyle sheet;
  sheet.background = page.background;
  sheet.background_layers = page.background_layers;
  const base::Edges& bleed = page.bleed;
  paint_background(
      {sheet, book::kRoot, setting.input.pictures.get()},
      {-bleed.left, -bleed.top, page.size.width + bleed.horizontal(), page.size.height + bleed.vertical()},
      target);
}

/// Text first: where a page begins for a reader is where its text does.
void paint_body(const PlannedPage& planned, base::Rect body, Fragment& target) {
  Sequence& sequence = *planned.sequence;
  const bool alone = planned.cut.begin == planned.cut.end;
  const FloatsCut floats = planned.floats;
  const base::Length top = alone ? base::Length{} : sequence.floats.beside_text(floats).top;
  const base::Edges& bleed = planned.style->bleed;
  Cut cut = planned.cut;
  cut.sheet = {-bleed.left, -bleed.top};
  paint(sequence.flow, cut, {body.x, body.y + top}, target);
  const std::vector<ShownNotes> notes = notes_on(sequence, planned.notes, floats);
  const base::Rect above_notes{body.x, body.y, body.width, body.height - height_of(notes)};
  paint_floats(sequence.flow, sequence.floats, floats, {above_notes, cut.sheet, alone}, target);
  paint_notes(notes, *planned.style, body, target);
}

}  // namespace

book::Page assemble(const PlannedPage& planned, std::size_t page_count, Setting& setting) {
  const style::PageStyle& style = *planned.style;
  Fragment marks;
  paint_sheet(style, setting, marks);
  if (planned.sequence != nullptr) {
    const base::Rect body = page_body(style);
    paint_body(planned, body, marks);
  }
  paint_margin_boxes(planned, page_count, setting, marks);
  book::Page page;
  page.trim = style.size;
  page.bleed = style.bleed;
  page.label = planned.label;
  page.items = std::move(marks.items);
  page.glyphs = std::move(marks.glyphs);
  page.text = std::move(marks.text);
  add_printer_marks(style, page);
  return page;
}

}  // namespace reliure::layout
