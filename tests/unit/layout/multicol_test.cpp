// Strips in columns: where columns end, and what pages make of them.
#include <gtest/gtest.h>

#include <random>

#include "layout/flow/column_filling.h"
#include "layout/flow/columns.h"
#include "layout/pages/break_pages.h"
#include "layout/pages/page_cost.h"

namespace reliure::layout {
namespace {

using base::points;
using style::BreakRule;

Strip line(std::int32_t cost = 0, std::int64_t height = 10) {
  Strip strip;
  strip.height = points(height);
  strip.break_before.cost = cost;
  return strip;
}

Strip in_columns(Strip strip = line()) {
  strip.columns = 0;
  return strip;
}

/// A flow with one set of `count` columns, 100 pt wide with gaps of 10 pt.
Flow flow_of(std::uint32_t count, std::vector<Strip> strips) {
  Flow flow;
  flow.strips = std::move(strips);
  ColumnSet set;
  set.count = count;
  set.width = points(100);
  set.step = points(110);
  flow.column_sets.push_back(set);
  return flow;
}

std::vector<Strip> lines_in_columns(std::size_t count) { return std::vector<Strip>(count, in_columns()); }

/// How many strips each column has.
using Sizes = std::vector<std::size_t>;
Sizes sizes(const Columns& columns) {
  Sizes found;
  for (const Cut& column : columns.columns) {
    found.push_back(column.end - column.begin);
  }
  return found;
}

Columns set_all(const Flow& flow, std::int64_t room = 0) {
  return set_columns(flow, {0, flow.strips.size(), true}, points(room));
}

TEST(Columns, AreAsLowAsTheyCanBe) {
  const Columns set = set_all(flow_of(3, lines_in_columns(8)));
  EXPECT_EQ(sizes(set), (Sizes{3, 3, 2}));
  EXPECT_EQ(set.height, points(30));
}

TEST(Columns, FilledOneAfterTheOtherTheyTakeTheRoom) {
  Flow flow = flow_of(3, lines_in_columns(8));
  flow.column_sets[0].balanced = false;
  EXPECT_EQ(sizes(set_all(flow, 60)), (Sizes{6, 2}));
}

TEST(Columns, WidowsAndOrphansAreNotLeftAlone) {
  Flow flow = flow_of(2, lines_in_columns(6));
  flow.strips[3].break_before.cost = kWidowOrOrphan;
  EXPECT_EQ(sizes(set_all(flow)), (Sizes{4, 2}));
}

TEST(Columns, AHeadingGoesWithWhatFollows) {
  Flow flow = flow_of(2, lines_in_columns(6));
  flow.strips[3].break_before.cost = kKeepWithNext;  // the third line is the heading
  const Sizes found = sizes(set_all(flow));
  EXPECT_TRUE(found == (Sizes{2, 4}) || found == (Sizes{4, 2}));
}

TEST(Columns, SpaceAtTheHeadOfAColumnIsDropped) {
  Flow flow = flow_of(2, lines_in_columns(4));
  Strip space = in_columns();
  space.kind = Strip::Kind::space;
  flow.strips.insert(flow.strips.begin() + 2, space);
  flow.strips[3].break_before.cost = kNever;
  EXPECT_EQ(set_all(flow).height, points(20));
}

TEST(Columns, AForcedBreakEndsAColumn) {
  Flow flow = flow_of(3, lines_in_columns(6));
  flow.strips[1].break_before.forced = BreakRule::column;
  EXPECT_EQ(sizes(set_all(flow)), (Sizes{1, 3, 2}));
}

TEST(Columns, MoreForcedBreaksThanColumnsMakeRows) {
  Flow flow = flow_of(2, lines_in_columns(3));
  flow.strips[1].break_before.forced = flow.strips[2].break_before.forced = BreakRule::column;
  const Columns set = set_all(flow);
  EXPECT_FALSE(is_one_row(flow, set));
  EXPECT_EQ(height_of(flow, 0, 3), points(20));
}

std::vector<std::size_t> breaks(const Flow& flow, std::int64_t height, const Notes& notes = {}) {
  std::vector<std::size_t> found;
  for (const PageCut& page : break_pages(flow, points(height), notes)) {
    if (page.cut.begin > 0) {
      found.push_back(page.cut.begin);
    }
  }
  return found;
}
using Breaks = std::vector<std::size_t>;

TEST(Columns, GoOnOverPages) { EXPECT_EQ(breaks(flow_of(2, lines_in_columns(10)), 20), (Breaks{4, 8})); }

TEST(Columns, FillWhatIsLeftOfAPage) {
  std::vector<Strip> strips = lines_in_columns(8);
  strips.insert(strips.begin(), 2, line());
  // Two lines, then two columns of two; the rest on the next page.
  EXPECT_EQ(breaks(flow_of(2, strips), 40), (Breaks{6}));
}

TEST(Columns, WhatFollowsStandsBelowThem) {
  std::vector<Strip> strips = lines_in_columns(4);
  strips.insert(strips.end(), 3, line());
  EXPECT_EQ(breaks(flow_of(2, strips), 40), (Breaks{6}));
}

TEST(Columns, NotesTakeTheirRoomFromAllColumns) {
  const Flow flow = flow_of(2, lines_in_columns(8));
  Notes notes;
  Flow note;
  note.strips.push_back(line());
  note.strips[0].height = points(20);
  append_note(book::NodeId{7}, std::move(note), points(40), notes);
  notes.called_before.assign(9, 1);
  notes.called_before[0] = 0;
  EXPECT_EQ(breaks(flow, 40, notes), (Breaks{4}));
}

TEST(Columns, AForcedBreakTooManyEndsThePage) {
  Flow flow = flow_of(2, lines_in_columns(3));
  flow.strips[1].break_before.forced = flow.strips[2].break_before.forced = BreakRule::column;
  EXPECT_EQ(breaks(flow, 20), (Breaks{2}));
}

TEST(Columns, APageBreakEndsThePage) {
  Flow flow = flow_of(2, lines_in_columns(3));
  flow.strips[1].break_before.forced = BreakRule::page;
  EXPECT_EQ(breaks(flow, 100), (Breaks{1}));
}

TEST(Columns, ABoxThatIsClonedTakesItsEdgesOnEachPage) {
  Flow flow;
  flow.strips.assign(6, line());
  for (Strip& strip : flow.strips) {
    strip.box = 0;
  }
  flow.strips.front().kind = flow.strips.back().kind = Strip::Kind::kern;
  flow.strips[1].break_before.cost = flow.strips[5].break_before.cost = kNever;
  flow.boxes.push_back({kNone, 0, 6, {}, points(100), {}, nullptr});
  EXPECT_EQ(breaks(flow, 40), (Breaks{4}));
  flow.boxes[0].clone_top = flow.boxes[0].clone_bottom = points(10);
  // Padding, two lines, padding; and the same again.
  EXPECT_EQ(breaks(flow, 40), (Breaks{3}));
}

/// Random strips with sets of columns among them.
Flow random_flow(std::minstd_rand& random) {
  Flow flow = flow_of(2, {});
  flow.column_sets.push_back(flow.column_sets[0]);
  flow.column_sets[1].count = 3;
  flow.column_sets[1].balanced = false;
  std::uint32_t set = kNone;
  for (int i = 0; i < 90; ++i) {
    if (random() % 12 == 0) {
      const std::uint32_t sets[] = {kNone, 0, 1};
      set = sets[random() % 3];
    }
    const std::int32_t costs[] = {0, 0, kNever, kKeepWithNext, kBreakInside};
    Strip strip = line(costs[random() % 5], 1 + static_cast<std::int64_t>(random() % 30));
    strip.kind = random() % 6 == 0 ? Strip::Kind::space : Strip::Kind::content;
    strip.columns = set;
    strip.break_before.forced = random() % 20 == 0 && set != kNone ? BreakRule::column : BreakRule::automatic;
    flow.strips.push_back(std::move(strip));
  }
  return flow;
}

/// Where the shortest page that begins like `cut` ends.
std::size_t first_break(const Flow& flow, const Cut& cut) {
  bool is_empty = true;
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    if (!is_empty && flow.strips[i].break_before.cost != kNever) {
      return i;
    }
    is_empty = is_empty && flow.strips[i].kind == Strip::Kind::space;
  }
  return cut.end;
}

TEST(Columns, EveryStripIsOnOnePageInOneColumnAndPagesAreNotTooFull) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::minstd_rand random(seed);
    const Flow flow = random_flow(random);
    std::size_t next = 0;
    for (const PageCut& page : break_pages(flow, points(150), {})) {
      EXPECT_EQ(page.cut.begin, next);
      next = page.cut.end;
      if (height_of(flow, page.cut) > points(150)) {
        EXPECT_EQ(first_break(flow, page.cut), page.cut.end) << page.cut.begin;
      }
    }
    EXPECT_EQ(next, flow.strips.size());
  }
}

/// Strips of all kinds.
Flow random_columns(std::minstd_rand& random) {
  std::vector<Strip> strips;
  for (int i = 0; i < 60; ++i) {
    const std::int32_t costs[] = {0, 0, kNever, kWidowOrOrphan};
    Strip strip = in_columns(line(costs[random() % 4], 1 + random() % 20));
    strip.kind = random() % 5 == 0 ? Strip::Kind::space : Strip::Kind::content;
    strip.break_before.forced = random() % 20 == 0 ? BreakRule::column : BreakRule::automatic;
    strips.push_back(std::move(strip));
  }
  return flow_of(static_cast<std::uint32_t>(1 + random() % 6), std::move(strips));
}

/// The last place before `end` where a column of 50 points that starts at `begin` can end; the first one
/// where none fits.
std::size_t last_end(const Flow& flow, std::size_t begin, std::size_t end) {
  std::size_t best = 0;
  for (std::size_t i = begin + 1; i <= end; ++i) {
    const bool fits = height_of(flow, begin, i) <= points(50);
    if (!fits && best > 0) {
      return best;
    }
    if (i == end || flow.strips[i].break_before.forced == BreakRule::column) {
      return i;
    }
    if (flow.strips[i].break_before.cost != kNever && height_of(flow, begin, i).raw > 0) {
      best = i;
    }
  }
  return end;
}

TEST(ColumnFilling, StripByStripFillsAsAllAtOnce) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::minstd_rand random(seed);
    const Flow flow = random_columns(random);
    Flow plain = flow;  // as one column, to be measured
    for (Strip& strip : plain.strips) {
      strip.columns = kNone;
    }
    ColumnFilling growing(flow, 0, points(50), Ending::last);
    for (std::size_t end = 1; end <= flow.strips.size(); ++end) {
      growing.add_until(end);
      if (flow.strips[end - 1].kind == Strip::Kind::space) {
        continue;  // trimmed by who asks
      }
      std::vector<std::size_t> ends;
      for (std::size_t begin = 0; begin < end; begin = ends.back()) {
        ends.push_back(last_end(plain, begin, end));
      }
      EXPECT_EQ(growing.count(), ends.size()) << end;
      EXPECT_EQ(growing.finish().columns.back().end, end);
    }
  }
}

}  // namespace
}  // namespace reliure::layout
