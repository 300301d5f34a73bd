#include "layout/pages/break_pages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

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

Strip space(std::int64_t height, std::int32_t cost = 0) {
  Strip strip = line(cost, height);
  strip.kind = Strip::Kind::space;
  return strip;
}

Flow flow_of(std::vector<Strip> strips) {
  Flow flow;
  flow.strips = std::move(strips);
  return flow;
}

/// The first strip of each page but the first.
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

std::vector<Strip> lines(std::size_t count) { return std::vector<Strip>(count, line()); }

/// One note of these strips in a frame of 5 points, called by the first of `count` lines of text.
Notes notes_after_first_line(std::size_t count, std::vector<Strip> strips) {
  Notes notes;
  notes.frame = points(5);
  const std::size_t end = strips.size();
  append_note(book::NodeId{7}, flow_of(std::move(strips)), points(1000), notes);
  notes.called_before.assign(count + 1, end);
  notes.called_before[0] = 0;
  return notes;
}

TEST(BreakPages, FillsEachPage) {
  EXPECT_EQ(breaks(flow_of({line(), line(), line(), line(), line()}), 20), (Breaks{2, 4}));
}

TEST(BreakPages, NothingIsNoPage) { EXPECT_TRUE(break_pages({}, points(20), {}).empty()); }

TEST(BreakPages, AHeadingGoesWithWhatFollows) {
  // The third strip is the heading: a break after it would strand it at the foot.
  EXPECT_EQ(breaks(flow_of({line(), line(), line(), line(kKeepWithNext), line()}), 30), (Breaks{2}));
}

TEST(BreakPages, AWidowCostsMoreThanAShortPage) {
  EXPECT_EQ(breaks(flow_of({line(), line(), line(), line(kWidowOrOrphan)}), 30), (Breaks{2}));
}

TEST(BreakPages, SpaceAtTheHeadOfAPageIsDropped) {
  // With the space counted, the second page could not hold both lines.
  EXPECT_EQ(breaks(flow_of({line(), line(), space(10), line(kNever), line()}), 20), (Breaks{2}));
}

TEST(BreakPages, SpaceAtTheFootOfAPageIsDropped) {
  EXPECT_EQ(breaks(flow_of({line(), line(), space(10, kNever), line(), line()}), 20), (Breaks{3}));
}

TEST(BreakPages, AForcedBreakIsTakenAndItsDemandReported) {
  Flow flow = flow_of({line(), line(), line()});
  flow.strips[1].break_before.forced = BreakRule::right;
  const std::vector<PageCut> pages = break_pages(flow, points(100), {});
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[1].cut.begin, 1u);
  EXPECT_EQ(pages[1].demand, BreakRule::right);
  EXPECT_TRUE(pages[1].cut.keep_leading_space);
}

TEST(BreakPages, AStripTallerThanThePageStandsAlone) {
  EXPECT_EQ(breaks(flow_of({line(), line(0, 50), line()}), 20), (Breaks{1, 2}));
}

TEST(BreakPages, ARepeatedHeaderTakesItsRoom) {
  Flow flow = flow_of({line(), line(), line(), line(), line()});
  flow.tables.push_back({{}, points(10), {}});
  for (std::size_t i = 1; i < 5; ++i) {
    flow.strips[i].table = 0;
  }
  // Two strips fit the first page; below the header there is room for one.
  EXPECT_EQ(breaks(flow, 20), (Breaks{2, 3, 4}));
}

TEST(BreakPages, ANoteTakesItsRoomOnThePageThatCallsIt) {
  Flow flow = flow_of({line(), line(), line(), line()});
  EXPECT_EQ(breaks(flow, 40, notes_after_first_line(4, {line(0, 15)})), (Breaks{2}));
}

TEST(BreakPages, ANoteThatDoesNotFitGoesOnOnTheNextPage) {
  const Flow flow = flow_of({line(), line(), line()});
  const std::vector<PageCut> pages = break_pages(flow, points(65), notes_after_first_line(3, lines(7)));
  ASSERT_EQ(pages.size(), 2u);
  // A line of text, the frame and five lines of the note; then the other two lines above the foot.
  EXPECT_EQ(pages[0].cut.end, 1u);
  EXPECT_EQ(pages[0].notes.end, 5u);
  EXPECT_EQ(pages[1].notes.begin, 5u);
  EXPECT_EQ(pages[1].notes.end, 7u);
}

TEST(BreakPages, ASplitNoteHasTwoLinesOnEachSide) {
  const Flow flow = flow_of({line(), line(), line()});
  // Six of seven lines would fit beside the first line of text.
  const std::vector<PageCut> pages = break_pages(flow, points(75), notes_after_first_line(3, lines(7)));
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].notes.end, 5u);
}

TEST(BreakPages, ANoteLongerThanPagesHasPagesOfItsOwn) {
  const Flow flow = flow_of({line(), line()});
  const std::vector<PageCut> pages = break_pages(flow, points(45), notes_after_first_line(2, lines(12)));
  ASSERT_EQ(pages.size(), 4u);
  EXPECT_EQ(pages[1].cut.begin, pages[1].cut.end);
  EXPECT_EQ(pages[3].cut.end, 2u);
  EXPECT_EQ(pages[3].notes.end, 12u);
}

TEST(BreakPages, TextWithACallWaitsForThePageOfItsNote) {
  const Flow flow = flow_of(lines(10));
  Notes notes;
  notes.frame = points(5);
  append_note(book::NodeId{7}, flow_of(lines(1)), points(1000), notes);
  append_note(book::NodeId{8}, flow_of(lines(2)), points(1000), notes);
  // The first line calls the first note; the fifth calls the second one, which may not be split.
  notes.called_before = {0, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3};
  const std::vector<PageCut> pages = break_pages(flow, points(65), notes);
  ASSERT_GE(pages.size(), 2u);
  // A fifth line would fit, and its note would stand overleaf.
  EXPECT_EQ(pages[0].cut.end, 4u);
  EXPECT_EQ(pages[0].notes.end, 1u);
  EXPECT_EQ(pages[1].notes.end, 3u);
}

TEST(BreakPages, TheFirstPageMayBeOfAnotherHeight) {
  const Flow flow = flow_of(lines(9));
  const std::vector<PageCut> pages = break_pages(flow, {points(25), points(40)}, {});
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_EQ(pages[0].cut.end, 2u);
  EXPECT_EQ(pages[1].cut.end, 6u);
}

TEST(BreakPages, NotesEndBeforeAForcedBreak) {
  Flow flow = flow_of({line(), line()});
  flow.strips[1].break_before.forced = BreakRule::right;
  const std::vector<PageCut> pages = break_pages(flow, points(45), notes_after_first_line(2, lines(6)));
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_EQ(pages[1].cut.begin, pages[1].cut.end);
  EXPECT_EQ(pages[1].demand, BreakRule::automatic);
  EXPECT_EQ(pages[2].demand, BreakRule::right);
  EXPECT_EQ(pages[2].notes.begin, pages[2].notes.end);
}

/// Cost of the greedy way: each page as full as it can be.
std::int64_t greedy_cost(const Flow& flow, std::int64_t height) {
  std::int64_t cost = 0, used = 0;
  for (const Strip& strip : flow.strips) {
    const std::int64_t next = strip.height.raw / base::kUnitsPerPoint;
    if (used + next > height) {
      const std::int64_t slack = 100 - used * 100 / height;
      cost += slack_cost(slack) + strip.break_before.cost;
      used = 0;
    }
    used += next;
  }
  return cost;
}

std::int64_t cost_of(const Flow& flow, std::int64_t height, const std::vector<PageCut>& pages) {
  std::int64_t cost = 0;
  for (std::size_t i = 0; i + 1 < pages.size(); ++i) {
    const std::int64_t used =
        height_of(flow, pages[i].cut.begin, pages[i].cut.end).raw / base::kUnitsPerPoint;
    const std::int64_t slack = 100 - used * 100 / height;
    cost += slack_cost(slack) + flow.strips[pages[i].cut.end].break_before.cost;
  }
  return cost;
}

TEST(BreakPages, IsNeverWorseThanGreedy) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::minstd_rand random(seed);
    std::vector<Strip> strips;
    for (int i = 0; i < 60; ++i) {
      strips.push_back(line(random() % 4 == 0 ? kWidowOrOrphan : 0, 5 + random() % 20));
    }
    const Flow flow = flow_of(std::move(strips));
    // The short last page is left out of both sums: greedy knows nothing of it.
    EXPECT_LE(cost_of(flow, 100, break_pages(flow, points(100), {})),
              greedy_cost(flow, 100) + kShortLastPageCost);
  }
}

TEST(BreakPages, EveryStripIsOnExactlyOnePage) {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::minstd_rand random(seed);
    std::vector<Strip> strips;
    for (int i = 0; i < 80; ++i) {
      const std::int32_t costs[] = {0, kNever, kKeepWithNext, kBreakInside};
      strips.push_back(line(costs[random() % 4], 1 + random() % 40));
    }
    std::size_t next = 0;
    for (const PageCut& page : break_pages(flow_of(strips), points(60), {})) {
      EXPECT_EQ(page.cut.begin, next);
      EXPECT_LT(page.cut.begin, page.cut.end);
      next = page.cut.end;
    }
    EXPECT_EQ(next, strips.size());
  }
}

// ---- Floats of the page

PageFloats::Float float_of(std::int64_t height, bool at_foot = false) {
  PageFloats::Float made;
  made.height = points(height);
  made.at_foot = at_foot;
  return made;
}

/// Floats whose places are behind these strips of `count`.
PageFloats floats_behind(std::size_t count, const std::vector<std::size_t>& strips, std::int64_t height) {
  PageFloats floats;
  floats.called_before.push_back(0);
  for (std::size_t strip = 0; strip < count; ++strip) {
    const auto here = static_cast<std::size_t>(std::count(strips.begin(), strips.end(), strip));
    floats.floats.insert(floats.floats.end(), here, float_of(height));
    floats.called_before.push_back(floats.floats.size());
  }
  return floats;
}

TEST(PageFloats, StandOnThePageOfTheirPlaceWhereTheyFit) {
  PageFloats floats = floats_behind(12, {2}, 40);
  floats.floats[0].at_foot = true;
  const std::vector<PageCut> pages = break_pages(flow_of(lines(12)), points(100), {}, floats);
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].floats.end, 1U);
  EXPECT_EQ(pages[0].cut.end, 6U);
  EXPECT_EQ(pages[0].cut.room, points(60));
}

TEST(PageFloats, WaitForTheNextPageWhereTheyDoNotFit) {
  const std::vector<PageCut> pages =
      break_pages(flow_of(lines(16)), points(100), {}, floats_behind(16, {8}, 40));
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].cut.end, 10U);
  EXPECT_EQ(pages[0].floats.end, 0U);
  EXPECT_EQ(pages[1].floats.end, 1U);
}

TEST(PageFloats, AreNotMoreThanSevenTenthsOfAPageWithText) {
  const std::vector<PageCut> pages =
      break_pages(flow_of(lines(24)), points(100), {}, floats_behind(24, {12}, 80));
  for (const PageCut& page : pages) {
    EXPECT_TRUE(page.floats.begin == page.floats.end || page.cut.begin == page.cut.end);
  }
  EXPECT_EQ(pages.back().floats.end, 1U);
}

TEST(PageFloats, StandBeforeWhatAForcedBreakBegins) {
  Flow flow = flow_of(lines(20));
  flow.strips[10].break_before.forced = BreakRule::page;
  const std::vector<PageCut> pages = break_pages(flow, points(100), {}, floats_behind(20, {9}, 40));
  ASSERT_EQ(pages.size(), 3U);
  EXPECT_EQ(pages[1].cut.begin, pages[1].cut.end);
  EXPECT_EQ(pages[1].floats.end, 1U);
}

/// Each float once, in order, never before its place, and never more than the page holds.
void expect_lawful(const std::vector<PageCut>& pages, const PageFloats& floats, base::Length height) {
  std::size_t shown = 0;
  for (const PageCut& page : pages) {
    EXPECT_EQ(page.floats.begin, shown);
    shown = page.floats.end;
    EXPECT_LE(shown, floats.called(page.cut.end));
    const bool alone = page.cut.begin == page.cut.end;
    const base::Length own = alone ? floats.alone(page.floats).all() : floats.beside_text(page.floats).all();
    const base::Length text = points(10) * static_cast<std::int64_t>(page.cut.end - page.cut.begin);
    EXPECT_LE(own + text, height);
  }
  EXPECT_EQ(shown, floats.floats.size());
}

TEST(PageFloats, AreNeverLostOutOfOrderOrTooMany) {
  std::mt19937 random(7);
  const auto below = [&random](std::uint32_t limit) { return random() % limit; };
  for (int round = 0; round < 300; ++round) {
    const std::size_t count = 1 + below(80);
    Flow flow = flow_of(lines(count));
    std::vector<std::size_t> places;
    for (std::size_t strip = 0; strip < count; ++strip) {
      places.insert(places.end(), below(6) == 0 ? 1 + below(3) : 0, strip);
      if (strip > 0 && below(25) == 0) flow.strips[strip].break_before.forced = BreakRule::page;
    }
    PageFloats floats = floats_behind(count, places, 10);
    for (PageFloats::Float& each : floats.floats) {
      each = float_of(static_cast<std::int64_t>(5 + below(96)), below(2) == 0);
    }
    SCOPED_TRACE(round);
    expect_lawful(break_pages(flow, points(100), {}, floats), floats, points(100));
  }
}

}  // namespace
}  // namespace reliure::layout
