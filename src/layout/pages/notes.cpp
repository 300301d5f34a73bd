#include "layout/pages/notes.h"

#include <algorithm>

#include "layout/flow/block.h"
#include "layout/flow/decorate.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;

/// A note's text stands to the right of its number by one and a half times the font size.
constexpr std::int64_t kIndentNumerator = 3;
constexpr std::int64_t kIndentDenominator = 2;

/// Length of the rule above notes whose style gives its border no width: a third of the measure.
constexpr std::int64_t kRuleDivisor = 3;

Notes::Note build_note(NodeId note, Length width, Workshop& workshop) {
  const style::ComputedStyle& style = workshop.setting.style(note);
  const Length indent = base::scaled(style.font_size, kIndentNumerator, kIndentDenominator);
  FlowBuilder builder(workshop, width);
  builder.note_anchor(note);
  builder.hang_marker_at(note, indent);
  builder.add_children(note, {indent, width - indent});
  Notes::Note built{builder.finish(), {}};
  built.height = height_of(built.flow, 0, built.flow.strips.size());
  return built;
}

Length top_frame(const style::ComputedStyle& area) {
  return area.margin[0].length + area.border[0].width + area.padding[0].length;
}

}  // namespace

Length Notes::height_of(NodeId note) const {
  const auto found = by_node.find(note.value);
  return found == by_node.end() ? Length{} : found->second.height;
}

Notes build_notes(const Flow& flow, const style::PageStyle& page, Workshop& workshop) {
  Notes notes;
  notes.frame = top_frame(page.footnote_area);
  for (const Strip& strip : flow.strips) {
    for (const NodeId note : strip.notes) {
      if (!notes.by_node.contains(note.value)) {
        notes.by_node.emplace(note.value, build_note(note, flow.width, workshop));
      }
    }
  }
  return notes;
}

std::vector<NodeId> notes_of(const Flow& flow, const Cut& cut) {
  std::vector<NodeId> called;
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    for (const NodeId note : flow.strips[i].notes) {
      if (std::find(called.begin(), called.end(), note) == called.end()) {
        called.push_back(note);
      }
    }
  }
  return called;
}

void paint_notes(Notes& notes, std::span<const NodeId> called, const style::PageStyle& page, base::Rect body,
                 Fragment& target) {
  if (called.empty()) {
    return;
  }
  Length height = notes.frame;
  for (const NodeId note : called) {
    height += notes.height_of(note);
  }
  const style::ComputedStyle& area = page.footnote_area;
  Length y = body.bottom() - height + area.margin[0].length;
  const Look look{area, book::kRoot, notes.by_node.at(called.front().value).flow.pictures};
  paint_background(look, {body.x, y, body.width, body.bottom() - y}, target);
  const Length width = area.width.automatic ? body.width / kRuleDivisor : area.width.resolve(body.width);
  paint_borders(look, {body.x, y, width, area.border[0].width}, {true, false, false, false}, target);
  y += area.border[0].width + area.padding[0].length;
  for (const NodeId note : called) {
    Flow& flow = notes.by_node.at(note.value).flow;
    y = paint(flow, {0, flow.strips.size(), false}, {body.x, y}, target);
  }
}

}  // namespace reliure::layout
