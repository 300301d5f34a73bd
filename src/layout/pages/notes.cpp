#include "layout/pages/notes.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "layout/flow/block.h"
#include "layout/flow/decorate.h"
#include "layout/flow/parting.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;

/// A note's text stands to the right of its number by one and a half times the font size.
constexpr std::int64_t kIndentNumerator = 3;
constexpr std::int64_t kIndentDenominator = 2;

/// Length of the rule above notes whose style gives its border no width: a third of the measure.
constexpr std::int64_t kRuleDivisor = 3;

Flow build_note(NodeId note, Length width, Workshop& workshop) {
  const style::ComputedStyle& style = workshop.setting.style(note);
  const Length indent = base::scaled(style.font_size, kIndentNumerator, kIndentDenominator);
  const Length page_height = std::exchange(workshop.page_height, workshop.page_height / kTogetherDivisor);
  FlowBuilder builder(workshop, width);
  builder.note_anchor(note);
  builder.hang_marker_at(note, indent);
  builder.add_children(note, {indent, width - indent});
  Flow flow = builder.finish();
  workshop.page_height = page_height;
  return flow;
}

Length top_frame(const style::ComputedStyle& area) {
  return area.margin[0].length + area.border[0].width + area.padding[0].length;
}

/// The notes called in `flow`, the last one first.
void push_called(const Flow& flow, std::vector<NodeId>& waiting) {
  const std::size_t before = waiting.size();
  for (const Strip& strip : flow.strips) {
    waiting.insert(waiting.end(), strip.notes.begin(), strip.notes.end());
  }
  std::reverse(waiting.begin() + static_cast<std::ptrdiff_t>(before), waiting.end());
}

/// Adds the notes that wait, the last one first, each followed by those that it calls.
void add_notes(std::vector<NodeId> waiting, Length width, Workshop& workshop,
               std::unordered_set<std::uint32_t>& known, Notes& notes) {
  while (!waiting.empty()) {
    const NodeId note = waiting.back();
    waiting.pop_back();
    if (!known.insert(note.value).second) {
      continue;
    }
    Flow flow = build_note(note, width, workshop);
    push_called(flow, waiting);
    append_note(note, std::move(flow), workshop.page_height, notes);
  }
}

}  // namespace

Notes build_notes(const Flow& flow, const style::PageStyle& page, Workshop& workshop) {
  Notes notes;
  notes.frame = top_frame(page.footnote_area);
  const auto calls = [](const Strip& strip) { return !strip.notes.empty(); };
  if (std::none_of(flow.strips.begin(), flow.strips.end(), calls)) {
    return notes;
  }
  std::unordered_set<std::uint32_t> known;
  notes.called_before.push_back(0);
  for (const Strip& strip : flow.strips) {
    add_notes({strip.notes.rbegin(), strip.notes.rend()}, flow.width, workshop, known, notes);
    notes.called_before.push_back(notes.places.empty() ? 0 : notes.places.size() - 1);
  }
  return notes;
}

void paint_notes(Notes& notes, NotesCut cut, const style::PageStyle& page, base::Rect body,
                 Fragment& target) {
  const Length height = notes.room_for(cut);
  if (height == Length{}) {
    return;
  }
  const style::ComputedStyle& area = page.footnote_area;
  Length y = body.bottom() - height + area.margin[0].length;
  const Look look{area, book::kRoot, notes.notes.front().flow.pictures};
  paint_background(look, {body.x, y, body.width, body.bottom() - y}, target);
  const Length width = area.width.automatic ? body.width / kRuleDivisor : area.width.resolve(body.width);
  paint_borders(look, {body.x, y, width, area.border[0].width}, {true, false, false, false}, target);
  y += area.border[0].width + area.padding[0].length;
  for (const NotePart& part : parts_of(notes, cut)) {
    y = paint(notes.notes[part.note].flow, part.cut, {body.x, y}, target);
  }
}

}  // namespace reliure::layout
