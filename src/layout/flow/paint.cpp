// Painting strips: positions from top to bottom, boxes behind them, a continued table's header above.
#include <algorithm>
#include <utility>
#include <vector>

#include "layout/flow/decorate.h"
#include "layout/flow/flow.h"
#include "layout/flow/place.h"
#include "layout/flow/stack.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Point;

/// The boxes that have strips in the cut, outer ones first.
std::vector<std::uint32_t> boxes_in(const Flow& flow, const Cut& cut, Slicing slicing) {
  std::vector<std::uint32_t> found;
  std::uint32_t previous = kNone;
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    std::uint32_t box = flow.strips[i].box;
    if (box == previous) {
      continue;
    }
    previous = box;
    for (; box != kNone; box = flow.boxes[box].parent) {
      if (flow.boxes[box].in_columns == (slicing == Slicing::by_columns)) {
        found.push_back(box);
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

/// Paints each box from the top of its first strip in the cut to the foot of its last. Boxes that go on over
/// the cut's ends lie in each other there, if they have their edges anew.
void paint_boxes(const Flow& flow, const Cut& cut, Length x, const Placement& placed, Slicing slicing,
                 Fragment& target) {
  Length top = placed.top;
  Length foot = placed.foot;
  for (const std::uint32_t index : boxes_in(flow, cut, slicing)) {
    const Box& box = flow.boxes[index];
    const bool from_before = box.first < cut.begin;
    const bool goes_on = box.last > cut.end;
    const bool has_top = box.style->box_decoration_clone || !(from_before || box.begins_before);
    const bool has_foot = box.style->box_decoration_clone || !(goes_on || box.goes_on);
    const std::size_t last = std::min<std::size_t>(box.last, cut.end);
    const Length box_top = from_before ? top : placed.tops[box.first - cut.begin];
    const Length box_foot = goes_on ? foot : placed.tops[last - cut.begin];
    const base::Rect area{x + box.x + box.offset.x, box_top + box.offset.y, box.width, box_foot - box_top};
    decorate({*box.style, box.node, flow.pictures}, area, {has_top, true, has_foot, true}, target);
    top += from_before ? box.clone_top : Length{};
    foot -= goes_on ? box.clone_bottom : Length{};
  }
}

/// The header of a table that the cut continues, as a repetition, at `at`.
void paint_repeated_head(const Flow& flow, const Cut& cut, Point at, Fragment& target) {
  const std::uint32_t table = cut.begin < cut.end ? flow.strips[cut.begin].table : kNone;
  if (table == kNone) {
    return;
  }
  const TableHead& head = flow.tables[table];
  const std::size_t first = target.items.size();
  append(head.content, {at.x + head.x, at.y}, target);
  for (std::size_t i = first; i < target.items.size(); ++i) {
    if (book::is_read(target.items[i].role)) {
      target.items[i].role = book::Role::repeated;
    }
  }
}

/// What lies below all that is in the strip and in those above it.
void paint_ground(Strip& strip, Point at, Fragment& target) {
  if (!strip.ground.empty()) {
    append({std::exchange(strip.ground, {}), {}, {}}, {at.x + strip.x, at.y}, target);
  }
}

/// `sheet` is the corner of the page with its bleed.
void paint_strip(Strip& strip, Point at, Point sheet, Fragment& target) {
  Point corner{at.x + strip.x, at.y};
  corner.x = strip.bleed == style::Bleed::none ? corner.x : sheet.x;
  corner.y = strip.bleed == style::Bleed::sheet ? sheet.y : corner.y;
  for (const book::NodeId anchor : strip.anchors) {
    target.items.push_back({anchor, {}, book::Role::layout, book::Anchor{corner, anchor}});
  }
  append(std::exchange(strip.content, {}), corner, target);
}

/// One column: what a page is to a flow.
void paint_column(Flow& flow, const Cut& column, Point at, Fragment& target) {
  const Placement placed = place_column(flow, column, at.y);
  const Length head_at = at.y + edges_above(flow, column.begin, Slicing::by_columns);
  paint_boxes(flow, column, at.x, placed, Slicing::by_columns, target);
  for (std::size_t i = column.begin; i < column.end; ++i) {
    paint_ground(flow.strips[i], {at.x, placed.tops[i - column.begin]}, target);
  }
  paint_repeated_head(flow, column, {at.x, head_at}, target);
  for (std::size_t i = column.begin; i < column.end; ++i) {
    paint_strip(flow.strips[i], {at.x, placed.tops[i - column.begin]}, {}, target);
  }
}

/// The rule in the middle of the gap before column `index`.
void paint_rule(const ColumnSet& set, base::Rect column, Fragment& target) {
  if (set.rule.width.raw <= 0 || set.rule.style == style::BorderStyle::none) {
    return;
  }
  const Length half = set.gap() / 2;
  const Length middle = set.step.raw < 0 ? column.right() + half : column.x - half;
  style::ComputedStyle style;
  style.border[3] = set.rule;
  decorate({style, set.node, nullptr}, {middle - set.rule.width / 2, column.y, set.rule.width, column.height},
           {false, false, false, true}, target);
}

/// Column after column, which is the order to read them in.
void paint_columns(Flow& flow, const PlacedColumns& placed, Fragment& target) {
  const ColumnSet& set = flow.column_sets[flow.strips[placed.first].columns];
  const Length height = placed.set.height;
  for (std::size_t i = 0; i < placed.set.columns.size(); ++i) {
    const auto column = static_cast<std::int64_t>(i % set.count);
    const auto row = static_cast<std::int64_t>(i / set.count);
    // Strips know their place in the first column.
    const Point corner{placed.at.x + set.step * column, placed.at.y + height * row};
    if (column > 0) {
      paint_rule(set, {corner.x + set.x, corner.y, set.width, height}, target);
    }
    paint_column(flow, placed.set.columns[i], corner, target);
  }
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
    items += strip.content.items.size() + strip.ground.size() + strip.anchors.size();
    glyphs += strip.content.glyphs.size();
    text += strip.content.text.size();
  }
  reserve_more(target.items, items);
  reserve_more(target.glyphs, glyphs);
  reserve_more(target.text, text);
}

}  // namespace

Length height_of(const Flow& flow, std::size_t begin, std::size_t end) {
  return height_of(flow, Cut{begin, end, false});
}

Length height_of(const Flow& flow, const Cut& cut) { return place_strips(flow, trimmed(flow, cut), {}).foot; }

Length paint(Flow& flow, const Cut& wanted, Point at, Fragment& target) {
  const Cut cut = trimmed(flow, wanted);
  const Placement placed = place_strips(flow, cut, at);
  make_room(flow, cut, target);
  // Boxes go behind the header too.
  paint_boxes(flow, cut, at.x, placed, Slicing::by_pages, target);
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    if (flow.strips[i].columns == kNone) {
      paint_ground(flow.strips[i], {at.x, placed.tops[i - cut.begin]}, target);
    }
  }
  if (cut.begin < cut.end && flow.strips[cut.begin].columns == kNone) {
    paint_repeated_head(flow, cut, {at.x, at.y + edges_above(flow, cut.begin, Slicing::by_pages)}, target);
  }
  std::size_t set = 0;
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    Strip& strip = flow.strips[i];
    if (strip.columns == kNone) {
      paint_strip(strip, {at.x, placed.tops[i - cut.begin]}, cut.sheet, target);
    } else if (set < placed.columns.size() && placed.columns[set].first == i) {
      paint_columns(flow, placed.columns[set++], target);
    }
  }
  return placed.foot;
}

}  // namespace reliure::layout
