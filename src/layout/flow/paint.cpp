// Painting strips: positions from top to bottom, boxes behind them, a continued table's header above.
#include <algorithm>
#include <utility>
#include <vector>

#include "layout/flow/decorate.h"
#include "layout/flow/flow.h"

namespace reliure::layout {
namespace {

using base::Length;

bool is_space(const Strip& strip) { return strip.kind == Strip::Kind::space; }

/// The cut without leading and trailing space.
Cut trimmed(const Flow& flow, Cut cut) {
  while (!cut.keep_leading_space && cut.begin < cut.end && is_space(flow.strips[cut.begin])) {
    ++cut.begin;
  }
  while (cut.begin < cut.end && is_space(flow.strips[cut.end - 1])) {
    --cut.end;
  }
  return cut;
}

/// The boxes that have strips in the cut, outer ones first.
std::vector<std::uint32_t> boxes_in(const Flow& flow, const Cut& cut) {
  std::vector<std::uint32_t> found;
  std::uint32_t previous = kNone;
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    std::uint32_t box = flow.strips[i].box;
    if (box == previous) {
      continue;
    }
    previous = box;
    for (; box != kNone; box = flow.boxes[box].parent) {
      found.push_back(box);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

/// Paints each box from the top of its first strip in the cut to the foot of its last. `tops` has one entry
/// for each strip of the cut and one for its end.
void paint_boxes(const Flow& flow, const Cut& cut, base::Point at, const std::vector<Length>& tops,
                 Fragment& target) {
  for (const std::uint32_t index : boxes_in(flow, cut)) {
    const Box& box = flow.boxes[index];
    const bool from_before = box.first < cut.begin;
    const bool goes_on = box.last > cut.end;
    const std::size_t last = std::min<std::size_t>(box.last, cut.end);
    const Length top = from_before ? at.y : tops[box.first - cut.begin];
    const Length foot = tops[last - cut.begin];
    const base::Rect area{at.x + box.x, top, box.width, foot - top};
    decorate(*box.style, area, {!from_before, true, !goes_on, true}, box.node, target);
  }
}

/// The header of a table that the cut continues, as a repetition; returns the y below it.
Length paint_repeated_head(const Flow& flow, const Cut& cut, base::Point at, Fragment& target) {
  const std::uint32_t table = cut.begin < cut.end ? flow.strips[cut.begin].table : kNone;
  if (table == kNone) {
    return at.y;
  }
  const TableHead& head = flow.tables[table];
  const std::size_t first = target.items.size();
  append(head.content, {at.x + head.x, at.y}, target);
  for (std::size_t i = first; i < target.items.size(); ++i) {
    if (target.items[i].role == book::Role::content || target.items[i].role == book::Role::note_call) {
      target.items[i].role = book::Role::repeated;
    }
  }
  return at.y + head.height;
}

/// Room for `count` more, and an eighth beyond for what follows: notes and running heads of a page, further
/// cells of a row.
template <typename Sequence>
void reserve_more(Sequence& sequence, std::size_t count) {
  const std::size_t wanted = sequence.size() + count;
  if (wanted > sequence.capacity()) {
    sequence.reserve(wanted + wanted / 8);
  }
}

/// Room in `target` for what the strips of the cut hold.
void make_room(const Flow& flow, const Cut& cut, Fragment& target) {
  std::size_t items = 0, glyphs = 0, text = 0;
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    const Strip& strip = flow.strips[i];
    items += strip.content.items.size() + strip.anchors.size();
    glyphs += strip.content.glyphs.size();
    text += strip.content.text.size();
  }
  reserve_more(target.items, items);
  reserve_more(target.glyphs, glyphs);
  reserve_more(target.text, text);
}

}  // namespace

Length height_of(const Flow& flow, std::size_t begin, std::size_t end) {
  const Cut cut = trimmed(flow, {begin, end, false});
  Length height;
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    height += flow.strips[i].height;
  }
  return height;
}

Length paint(Flow& flow, const Cut& wanted, base::Point at, Fragment& target) {
  const Cut cut = trimmed(flow, wanted);
  std::vector<Length> tops;
  tops.reserve(cut.end - cut.begin + 1);
  // Boxes go behind the header too, so its height is known first.
  const std::uint32_t table = cut.begin < cut.end ? flow.strips[cut.begin].table : kNone;
  Length y = at.y + (table == kNone ? Length{} : flow.tables[table].height);
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    tops.push_back(y);
    y += flow.strips[i].height;
  }
  tops.push_back(y);
  make_room(flow, cut, target);
  paint_boxes(flow, cut, at, tops, target);
  paint_repeated_head(flow, cut, at, target);
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    Strip& strip = flow.strips[i];
    const base::Point corner{at.x + strip.x, tops[i - cut.begin]};
    for (const book::NodeId anchor : strip.anchors) {
      target.items.push_back({anchor, {}, book::Role::layout, book::Anchor{corner, anchor}});
    }
    append(std::exchange(strip.content, {}), corner, target);
  }
  return y;
}

}  // namespace reliure::layout
