#include "layout/paragraph/finish.h"

#include <algorithm>

namespace reliure::layout {
namespace {

/// The notes called before byte `end` of the text.
void take_notes(Finisher& finisher, std::uint32_t end, bool last, Line& out) {
  const std::vector<NoteCall>& notes = finisher.paragraph.collected.notes;
  while (finisher.next_note < notes.size() && (last || notes[finisher.next_note].at < end)) {
    out.notes.push_back(notes[finisher.next_note++].note);
  }
  // Those of inline-blocks came first.
  std::ranges::sort(out.notes, {}, &book::NodeId::value);
}

}  // namespace

std::vector<Line> finish_lines(Finisher& finisher, const Breaks& breaks, std::span<const LineSlot> slots,
                               Length indent) {
  std::vector<Line> lines(breaks.at.size());
  LineInProgress line;
  std::uint32_t start = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::uint32_t end = breaks.at[i];
    Line& out = lines[i];
    line.slot_width = slots[std::min(i, slots.size() - 1)].width;
    line.indent = i == 0 ? indent : Length{};
    if (finisher.items[end].hyphen) out.cut_at = finisher.items[end].begin;
    gather_pieces(finisher, start, end, line);
    place_pieces(finisher.paragraph, line);
    stack_line(finisher, line, out);
    paint_below(finisher, line, out);
    set_content(finisher, line, out);
    paint_above(finisher, line, out);
    start = line_start(finisher.items, end);
    take_notes(finisher, finisher.items[end].begin, i + 1 == lines.size(), out);
  }
  return lines;
}

}  // namespace reliure::layout
