// The list of notes: where it may be split, and what room a stretch of it takes.
#include <algorithm>
#include <utility>

#include "layout/flow/stack.h"
#include "layout/pages/notes.h"
#include "layout/pages/page_cost.h"

namespace reliure::layout {
namespace {

using base::Length;

/// Lines of a note that stay together on each side of a split.
constexpr std::size_t kLinesTogether = 2;

/// By strip of the cut: how many lines of the note stand before it.
std::vector<std::size_t> count_lines(const Flow& flow, const Cut& cut) {
  std::vector<std::size_t> before;
  std::size_t lines = 0;
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    before.push_back(lines);
    lines += flow.strips[i].kind == Strip::Kind::content ? 1 : 0;
  }
  before.push_back(lines);
  return before;
}

}  // namespace

void append_note(book::NodeId node, Flow flow, Length page, Notes& notes) {
  if (notes.places.empty()) {
    notes.places.emplace_back().split_cost = 0;
  }
  Notes::Place at = notes.places.back();
  notes.places.pop_back();
  const Cut cut = trimmed(flow, {0, flow.strips.size(), false});
  const std::vector<std::size_t> lines = count_lines(flow, cut);
  const bool too_tall = height_of(flow, cut.begin, cut.end) > page;
  const std::size_t together = too_tall ? 0 : kLinesTogether;
  at.note = static_cast<std::uint32_t>(notes.notes.size());
  notes.notes.push_back({node, {}, notes.places.size(), cut.begin, cut.end});
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    const Strip& strip = flow.strips[i];
    const std::size_t before = lines[i - cut.begin];
    at.is_space = is_space(strip);
    at.head = edges_above(flow, i, Slicing::by_pages) + head_above(flow, i);
    at.foot = i == cut.begin ? Length{} : edges_below(flow, i, Slicing::by_pages);
    if (i == cut.begin) {
      at.split_cost = 0;
    } else if (before >= together && lines.back() - before >= together) {
      at.split_cost = strip.break_before.cost;
    } else {
      at.split_cost = kNever;
    }
    notes.places.push_back(at);
    at.above += strip.height;
  }
  Notes::Place end;
  end.above = at.above;
  end.split_cost = 0;
  notes.places.push_back(end);
  notes.notes.back().flow = std::move(flow);
}

Length Notes::room_for(NotesCut cut) const {
  while (cut.begin < cut.end && places[cut.begin].is_space) {
    ++cut.begin;
  }
  while (cut.begin < cut.end && places[cut.end - 1].is_space) {
    --cut.end;
  }
  if (cut.begin >= cut.end) {
    return {};
  }
  return frame + places[cut.begin].head + places[cut.end].foot + places[cut.end].above -
         places[cut.begin].above;
}

std::size_t last_split(const Notes& notes, NotesCut cut, std::size_t least, Length room) {
  // What is taller than the room is not looked at one by one: a note may be as long as a book.
  const Length top = notes.places[cut.begin].above;
  const auto first = notes.places.begin();
  const auto beyond = std::upper_bound(
      first + static_cast<std::ptrdiff_t>(cut.begin), first + static_cast<std::ptrdiff_t>(cut.end), room,
      [top](Length limit, const Notes::Place& place) { return place.above - top > limit; });
  std::size_t found = least;
  for (std::size_t place = static_cast<std::size_t>(beyond - first); place > least; --place) {
    const std::int32_t cost = notes.places[place].split_cost;
    if (cost == kNever || notes.room_for({cut.begin, place}) > room) {
      continue;
    }
    if (cost < kWidowOrOrphan) {
      return place;
    }
    found = std::max(found, place);
  }
  return found;
}

std::vector<NotePart> parts_of(const Notes& notes, NotesCut cut) {
  std::vector<NotePart> parts;
  for (std::size_t place = cut.begin; place < cut.end;) {
    const std::size_t index = notes.places[place].note;
    const Notes::Note& note = notes.notes[index];
    const std::size_t first = note.flow_begin + (place - note.first);
    const std::size_t count = std::min(cut.end - place, note.flow_end - first);
    parts.push_back({index, {first, first + count, false}});
    place += count;
  }
  return parts;
}

}  // namespace reliure::layout
