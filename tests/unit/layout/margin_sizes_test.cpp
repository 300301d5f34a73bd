#include "layout/pages/margin_sizes.h"

#include <gtest/gtest.h>

#include <string>

namespace reliure::layout {
namespace {

using base::Length;
using base::points;

/// A box of automatic size.
SideBox box(std::int64_t min_content, std::int64_t max_content) {
  return {true, points(min_content), points(max_content), {}, {}, {}};
}

SideBox sized(SideBox made, std::int64_t size) {
  made.size = points(size);
  return made;
}

const SideBox kNoBox{};

/// `at+size` of each box, in points, on a side of 100 pt.
std::string shared(const SideBox& start, const SideBox& middle, const SideBox& end) {
  std::string all;
  for (const SidePlace& place : share_side({start, middle, end}, points(100))) {
    all += std::to_string(place.at.raw / base::kUnitsPerPoint) + "+" +
           std::to_string(place.size.raw / base::kUnitsPerPoint) + " ";
  }
  return all;
}

TEST(MarginSizes, ABoxAloneHasTheWholeSide) {
  EXPECT_EQ(shared(box(5, 10), kNoBox, kNoBox), "0+100 50+0 100+0 ");
  EXPECT_EQ(shared(kNoBox, box(5, 10), kNoBox), "0+0 0+100 100+0 ");
  EXPECT_EQ(shared(kNoBox, kNoBox, box(5, 10)), "0+0 50+0 0+100 ");
}

TEST(MarginSizes, WhatIsLeftIsSharedByWhatEachAsksFor) {
  EXPECT_EQ(shared(box(5, 10), kNoBox, box(5, 30)), "0+25 50+0 25+75 ");
}

TEST(MarginSizes, BoxesThatDoNotFitShareWhatTheyCanGive) {
  // 60 points beyond the longest words, by 90 and 30 that lines would still take.
  EXPECT_EQ(shared(box(10, 100), kNoBox, box(30, 60)), "0+55 50+0 55+45 ");
  // Not even the words fit.
  EXPECT_EQ(shared(box(150, 200), kNoBox, box(50, 60)), "0+75 50+0 75+25 ");
}

TEST(MarginSizes, TheMiddleIsCentredAndNeverCovered) {
  EXPECT_EQ(shared(box(5, 10), box(5, 20), box(5, 5)), "0+25 25+50 75+25 ");
  EXPECT_EQ(shared(box(10, 200), box(20, 20), kNoBox), "0+40 40+20 100+0 ");
}

TEST(MarginSizes, OwnSizesCount) {
  EXPECT_EQ(shared(sized(box(5, 10), 30), kNoBox, box(5, 10)), "0+30 50+0 30+70 ");
  EXPECT_EQ(shared(box(5, 10), sized(box(5, 10), 60), box(5, 10)), "0+20 20+60 80+20 ");
  EXPECT_EQ(shared(sized(box(5, 10), 20), box(5, 10), sized(box(5, 10), 30)), "0+20 30+40 70+30 ");
}

TEST(MarginSizes, LeastAndMostSizesCount) {
  SideBox narrow = box(5, 50);
  narrow.most = points(20);
  EXPECT_EQ(shared(narrow, kNoBox, box(5, 50)), "0+20 50+0 20+80 ");
  SideBox wide = box(5, 10);
  wide.least = points(70);
  EXPECT_EQ(shared(wide, kNoBox, box(5, 10)), "0+70 50+0 70+30 ");
  wide.most = points(60);
  EXPECT_EQ(shared(wide, kNoBox, box(5, 10)), "0+70 50+0 70+30 ") << "the least size wins";
}

}  // namespace
}  // namespace reliure::layout
