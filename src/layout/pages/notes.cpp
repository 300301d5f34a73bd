#include "layout/pages/notes.h"

#include <algorithm>
#include <utility>

#include "layout/flow/block.h"
#include "layout/flow/decorate.h"
#include "layout/flow/parting.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;

/// A note's text stands beside its number, in by one and a half times the font size.
constexpr std::int64_t kIndentNumerator = 3;
constexpr std::int64_t kIndentDenominator = 2;

/// Length of the rule above notes whose style gives its border no width: a third of the measure.
constexpr std::int64_t kRuleDivisor = 3;

Flow build_note(NodeId note, Length width, Workshop& workshop) {
  const style::ComputedStyle& style = workshop.setting.style(note);
  const Length indent = base::scaled(style.font_size, kIndentNumerator, kIndentDenominator);
  const Length page_height = std::exchange(workshop.page_height, workshop.page_height / kTogetherDivisor);
  FlowBuilder builder(workshop, width);
  const Place border = border_box(style, {{}, width});
  const Place inner = inside_of(style, border, width);
  builder.note_anchor(note);
  const FlowBuilder::Enclosing box = builder.open(note, border);
  const bool rtl = style.direction == style::Direction::rtl;
  const Place text{inner.x + (rtl ? Length{} : indent), base::max({}, inner.width - indent)};
  builder.hang_marker_at(note, text);
  builder.add_children(note, text);
  builder.close(note, box);
  Flow flow = builder.finish();
  workshop.page_height = page_height;
  return flow;
}

/// Border and padding of the note area on one side.
Length edge(const style::ComputedStyle& area, std::size_t side, Length width) {
  return area.border[side].width + area.padding[side].resolve(width);
}

/// What the area adds to the height of its notes.
Length frame_of(const style::ComputedStyle& area, Length width) {
  return area.margin[0].resolve(width) + edge(area, 0, width) + edge(area, 2, width);
}

Length inner_width(const style::ComputedStyle& area, Length width) {
  return base::max({}, width - edge(area, 1, width) - edge(area, 3, width));
}

/// The area's borders. The one above it is a separator of its own length where no other is there.
void paint_frame(const Look& look, base::Rect area, Fragment& target) {
  const auto& border = look.style.border;
  const bool framed = border[1].width + border[2].width + border[3].width > Length{};
  if (!framed) {
    const style::Dimension& width = look.style.width;
    area.width = width.automatic ? area.width / kRuleDivisor : width.resolve(area.width);
    area.height = border[0].width;
  }
  paint_borders(look, area, {true, framed, framed, framed}, target);
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
void add_notes(std::vector<NodeId> waiting, Length width, Workshop& workshop, NotesCalled& known,
               Notes& notes) {
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

Notes build_notes(const Flow& flow, const style::PageStyle& page, Workshop& workshop, NotesCalled& known) {
  Notes notes;
  notes.frame = frame_of(page.footnote_area, flow.width);
  const Length width = inner_width(page.footnote_area, flow.width);
  const auto calls = [](const Strip& strip) { return !strip.notes.empty(); };
  if (std::none_of(flow.strips.begin(), flow.strips.end(), calls)) {
    return notes;
  }
  notes.called_before.push_back(0);
  for (const Strip& strip : flow.strips) {
    add_notes({strip.notes.rbegin(), strip.notes.rend()}, width, workshop, known, notes);
    notes.called_before.push_back(notes.places.empty() ? 0 : notes.places.size() - 1);
  }
  return notes;
}

Length height_of(std::span<const ShownNotes> shown) {
  Length height, frame;
  for (const ShownNotes& each : shown) {
    const Length own = each.notes->room_for(each.cut);
    frame = own > Length{} ? each.notes->frame : frame;
    height += own > Length{} ? own - each.notes->frame : Length{};
  }
  return height + frame;
}

void paint_notes(std::span<const ShownNotes> shown, const style::PageStyle& page, base::Rect body,
                 Fragment& target) {
  const Length height = height_of(shown);
  if (height == Length{}) {
    return;
  }
  const style::ComputedStyle& area = page.footnote_area;
  Length y = body.bottom() - height + area.margin[0].resolve(body.width);
  const auto has_notes = [](const ShownNotes& each) { return !each.notes->notes.empty(); };
  const ShownNotes& first = *std::find_if(shown.begin(), shown.end(), has_notes);
  const Look look{area, book::kRoot, first.notes->notes.front().flow.pictures};
  const base::Rect frame{body.x, y, body.width, body.bottom() - y};
  paint_background(look, frame, target);
  paint_frame(look, frame, target);
  y += edge(area, 0, body.width);
  for (const ShownNotes& each : shown) {
    for (const NotePart& part : parts_of(*each.notes, each.cut)) {
      Flow& flow = each.notes->notes[part.note].flow;
      y = paint(flow, part.cut, {body.x + edge(area, 3, body.width), y}, target);
    }
  }
}

}  // namespace reliure::layout
