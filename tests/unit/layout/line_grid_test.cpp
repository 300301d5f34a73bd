// The line grid, and pages whose space grows until they are full.
#include <gtest/gtest.h>

#include <random>

#include "layout/flow/place.h"
#include "layout/pages/break_pages.h"
#include "layout/pages/page_cost.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::points;

/// A grid with lines of 10 points, their baselines 8 points below their tops.
Flow on_grid(std::vector<Strip> strips) {
  Flow flow;
  flow.strips = std::move(strips);
  flow.grid = {points(8), points(10)};
  flow.has_snapping_lines = true;
  return flow;
}

Strip content(std::int64_t height) {
  Strip strip;
  strip.height = points(height);
  strip.break_before.cost = 0;
  return strip;
}

Strip line(std::int64_t height = 10, std::int64_t baseline = 8) {
  Strip strip = content(height);
  strip.baseline = points(baseline);
  strip.snaps = true;
  return strip;
}

Strip space(std::int64_t height) {
  Strip strip = content(height);
  strip.kind = Strip::Kind::space;
  strip.break_before.cost = kNever;
  return strip;
}

std::vector<std::int64_t> tops(const Flow& flow) {
  const Placement placed = place_strips(flow, {0, flow.strips.size()}, {{}, points(100)});
  std::vector<std::int64_t> found;
  for (const Length top : placed.tops) {
    found.push_back(top.raw / base::kUnitsPerPoint - 100);
  }
  return found;
}

using Tops = std::vector<std::int64_t>;

TEST(LineGrid, LinesOfItsOwnHeightStayWhereTheyAre) {
  EXPECT_EQ(tops(on_grid({line(), line(), line()})), (Tops{0, 10, 20, 30}));
}

TEST(LineGrid, ALineGoesDownToTheNextBaseline) {
  EXPECT_EQ(tops(on_grid({line(), content(3), line(), line()})), (Tops{0, 10, 20, 30, 40}));
}

TEST(LineGrid, LinesCloserThanTheGridAreSetOnIt) {
  // A baseline 6 points below the top of a line of 7 points is at 8, 18 and 28.
  EXPECT_EQ(tops(on_grid({line(7, 6), line(7, 6), line(7, 6)})), (Tops{2, 12, 22, 29}));
}

TEST(LineGrid, WhatARaisedFigureAddsIsNoReasonForAnEmptyLine) {
  EXPECT_EQ(tops(on_grid({line(), line(11, 9), line()})), (Tops{0, 9, 20, 30}));
}

TEST(LineGrid, ATallLineIsGivenItsRoom) {
  EXPECT_EQ(tops(on_grid({line(), line(14, 12), line()})), (Tops{0, 16, 30, 40}));
}

TEST(LineGrid, TheRoomGoesAboveAHeadingNotBelowIt) {
  const Flow flow = on_grid({line(), space(9), content(12), space(4), line()});
  // Without the grid the last line would stand at 35; the heading goes down with it.
  EXPECT_EQ(tops(flow), (Tops{0, 10, 24, 36, 40, 50}));
}

TEST(LineGrid, AtTheHeadOfAPageTheRoomGoesBelowTheHeading) {
  EXPECT_EQ(tops(on_grid({content(12), space(4), line()})), (Tops{0, 12, 20, 30}));
}

TEST(LineGrid, APageHoldsNoMoreThanTheGridLeavesRoomFor) {
  const Flow flow = on_grid({line(), content(3), line(), line(), line()});
  // 43 points of strips; on the grid they take 50.
  EXPECT_EQ(break_pages(flow, points(49), {}).size(), 2u);
  EXPECT_EQ(break_pages(flow, points(50), {}).size(), 1u);
}

TEST(LineGrid, ColumnsBeginOnIt) {
  Flow flow = on_grid({line(), content(3), line(), line()});
  flow.column_sets.push_back({});
  flow.column_sets[0].count = 2;
  flow.column_sets[0].balanced = true;
  flow.strips[2].columns = flow.strips[3].columns = 0;
  const Placement placed = place_strips(flow, {0, 4}, {});
  ASSERT_EQ(placed.columns.size(), 1u);
  EXPECT_EQ(placed.columns[0].at.y, points(20));
  EXPECT_EQ(placed.columns[0].set.columns.size(), 2u);
  EXPECT_EQ(placed.foot, points(30));
}

TEST(LineGrid, PagesAreNeverTallerThanTheBreakerThought) {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::minstd_rand random(seed);
    std::vector<Strip> strips;
    for (int i = 0; i < 80; ++i) {
      const std::int64_t height = 3 + random() % 14;
      const Strip any[] = {line(), line(height, height - 2), content(height), space(height)};
      strips.push_back(any[random() % 4]);
    }
    const Flow flow = on_grid(std::move(strips));
    for (const PageCut& page : break_pages(flow, points(90), {})) {
      EXPECT_LE(height_of(flow, page.cut), points(90)) << page.cut.begin;
    }
  }
}

/// Two blocks of lines with 6 and 12 points between blocks, on a page with room for one line more.
Flow flush(std::int32_t percent) {
  Flow flow;
  flow.strips = {content(10), space(6), content(10), space(12), content(10), content(10)};
  flow.flush_bottom = percent;
  return flow;
}

Tops flushed(const Flow& flow, std::int64_t foot) {
  Cut cut{0, flow.strips.size()};
  cut.foot = points(foot);
  cut.room = points(100);
  const Placement placed = place_strips(flow, cut, {});
  Tops found;
  for (const Length top : placed.tops) {
    found.push_back(top.raw / base::kUnitsPerPoint);
  }
  return found;
}

TEST(FlushBottom, SpaceGrowsInProportion) {
  EXPECT_EQ(flushed(flush(50), 58), (Tops{0, 10, 16, 26, 38, 48, 58}));
  EXPECT_EQ(flushed(flush(50), 64), (Tops{0, 10, 18, 28, 44, 54, 64}));
}

TEST(FlushBottom, APageThatWouldNeedMoreIsLeftAsItIs) {
  EXPECT_EQ(flushed(flush(50), 67), (Tops{0, 10, 19, 29, 47, 57, 67}));
  EXPECT_EQ(flushed(flush(50), 68), (Tops{0, 10, 16, 26, 38, 48, 58}));
  EXPECT_EQ(flushed(flush(0), 59), (Tops{0, 10, 16, 26, 38, 48, 58}));
}

TEST(FlushBottom, TheBaselineOfTheLastLineCounts) {
  Flow flow = flush(50);
  flow.grid = {points(8), points(10)};
  // A small line, its baseline 5 points below its top: at 62, where that of body text would be.
  flow.strips.back() = line(6, 5);
  EXPECT_EQ(flushed(flow, 64).back(), 63);
}

TEST(FlushBottom, ARowWithTheBaselineOfItsFirstLineEndsAtTheFoot) {
  Flow flow = flush(50);
  flow.grid = {points(8), points(10)};
  flow.strips.back() = line(30, 8);
  EXPECT_EQ(flushed(flow, 84).back(), 84);
}

TEST(FlushBottom, NothingIsPushedOffThePage) {
  Flow flow = flush(50);
  flow.grid = {points(8), points(10)};
  flow.strips.back() = line(14, 6);
  Cut cut{0, flow.strips.size()};
  cut.foot = points(67);
  cut.room = points(69);
  EXPECT_EQ(place_strips(flow, cut, {}).foot, points(69));
}

TEST(FlushBottom, AChaptersLastPageEndsWhereItsTextDoes) {
  Flow flow = flush(50);
  flow.strips.push_back(content(10));
  const std::vector<PageCut> pages = break_pages(flow, points(62), {});
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].cut.foot, points(62));
  EXPECT_EQ(pages[1].cut.foot, Length{});
}

TEST(FlushBottom, PagesWithTextAloneSayWhereTheLastLineStands) {
  Flow flow = flush(50);
  flow.grid = {points(8), points(10)};
  flow.strips.push_back(content(10));
  EXPECT_EQ(break_pages(flow, points(67), {})[0].cut.foot, points(60));
}

TEST(FlushBottom, APageThatCanBeFullCostsLessThanOneThatCannot) {
  EXPECT_EQ(stretch_cost(0), 0);
  EXPECT_LE(stretch_cost(100), slack_cost(4) + 4);
  // Pages of 60: the first one ends after four strips or after five; 6 points of space may grow by 3.
  Flow flow;
  flow.strips = {content(20), space(6), content(15), content(16), content(20), content(40)};
  flow.flush_bottom = 50;
  const std::vector<PageCut> pages = break_pages(flow, points(60), {});
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].cut.end, 4u);
}

}  // namespace
}  // namespace reliure::layout
