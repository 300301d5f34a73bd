#include "layout/pages/page_floats.h"

#include <algorithm>

#include "layout/flow/stack.h"

namespace reliure::layout {
namespace {

using base::Length;

/// Floats below each other, from one edge of the page; margins between two of them collapse.
struct Pile {
  Length height;
  /// Of the float that was added last.
  Length below;
  bool is_empty = true;

  /// Adds a float and returns where its border box begins.
  Length add(const PageFloats::Float& next) {
    const bool reaches = is_empty && !next.at_foot;
    const Length top = is_empty ? (reaches ? -next.reach : Length{}) : height + base::max(below, next.above);
    height = top + next.height;
    below = next.below;
    is_empty = false;
    return top;
  }
};

/// How the floats of a page stand: from the top down, and from the foot's uppermost margin down.
struct Piles {
  Pile top, foot;
  /// The first margin above those at the foot.
  Length above_foot;
  Length notes;
};

/// Calls `place(index, at_foot, y)` for each float.
template <class Place>
Piles pile_up(const PageFloats& floats, FloatsCut cut, bool alone, Place place) {
  Piles piles;
  Length frame;
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    const PageFloats::Float& next = floats.floats[i];
    const bool at_foot = next.at_foot && !alone;
    Pile& pile = at_foot ? piles.foot : piles.top;
    piles.above_foot = at_foot && pile.is_empty ? next.above : piles.above_foot;
    place(i, at_foot, pile.add(next));
    if (!next.notes.places.empty()) {
      piles.notes += next.notes.room_for({0, next.notes.places.size() - 1}) - next.notes.frame;
      frame = next.notes.frame;
    }
  }
  piles.notes += frame;
  return piles;
}

bool begins_with_bleed(const Flow& flow) {
  const auto first = std::find_if_not(flow.strips.begin(), flow.strips.end(), is_space);
  return first != flow.strips.end() && first->bleed == style::Bleed::sides;
}

FloatsRoom room_of(const PageFloats& floats, FloatsCut cut, bool alone) {
  const Piles piles = pile_up(floats, cut, alone, [](std::size_t, bool, Length) {});
  FloatsRoom room{piles.top.height, piles.foot.height + piles.above_foot, piles.notes};
  if (!alone && !piles.top.is_empty) {
    room.top = base::max(room.top + base::max(piles.top.below, {}), {});
  }
  if (!alone && floats.step.raw > 0) {
    const std::int64_t steps = (room.top.raw + floats.step.raw - 1) / floats.step.raw;
    room.top = floats.step * steps;
  }
  return room;
}

}  // namespace

FloatsRoom PageFloats::beside_text(FloatsCut cut) const { return room_of(*this, cut, false); }
FloatsRoom PageFloats::alone(FloatsCut cut) const { return room_of(*this, cut, true); }

PageFloats measure_floats(const Flow& flow, const style::PageStyle& page, Workshop& workshop,
                          NotesCalled& known) {
  PageFloats measured;
  if (flow.page_floats.empty()) {
    return measured;
  }
  measured.step = flow.has_snapping_lines ? flow.grid.step : Length{};
  for (const PageFloat& each : flow.page_floats) {
    const Length reach = begins_with_bleed(each.flow) ? page.margin.top + page.bleed.top : Length{};
    measured.floats.push_back({each.above, each.height, each.below, each.at_foot, each.opens_page, reach,
                               build_notes(each.flow, page, workshop, known)});
  }
  auto next = flow.page_floats.begin();
  std::size_t count = 0;
  for (std::size_t strip = 0; strip <= flow.strips.size(); ++strip) {
    measured.called_before.push_back(count);
    for (; next != flow.page_floats.end() && next->strip <= strip; ++next) ++count;
  }
  return measured;
}

void paint_floats(Flow& flow, const PageFloats& floats, FloatsCut cut, const FloatsPlace& place,
                  Fragment& target) {
  const base::Rect body = place.body;
  const Piles piles = pile_up(floats, cut, place.alone, [](std::size_t, bool, Length) {});
  const Length foot = body.bottom() - piles.foot.height;
  pile_up(floats, cut, place.alone, [&](std::size_t index, bool at_foot, Length y) {
    Flow& own = flow.page_floats[index].flow;
    Cut all{0, own.strips.size(), false};
    all.sheet = place.sheet;
    paint(own, all, {body.x, (at_foot ? foot : body.y) + y}, target);
  });
}

}  // namespace reliure::layout
