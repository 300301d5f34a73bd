// What no page holds may be parted.
#include "layout/flow/parting.h"

#include <gtest/gtest.h>

#include "layout/pages/page_cost.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::points;

Length height_of_all(const std::vector<Strip>& strips) {
  Length sum;
  for (const Strip& strip : strips) {
    sum += strip.height;
  }
  return sum;
}

Flow lines_without_breaks(std::size_t count) {
  Flow flow;
  flow.strips.resize(count);
  for (Strip& strip : flow.strips) {
    strip.height = points(10);
  }
  return flow;
}

TEST(Parting, SpaceThatIsLowEnoughIsOneKern) {
  EXPECT_EQ(kerns(points(50), points(50), points(100)).size(), 1u);
  EXPECT_TRUE(kerns({}, points(50), points(100)).empty());
}

TEST(Parting, TallSpaceMayBePartedAndIsAsTall) {
  const std::vector<Strip> strips = kerns(points(500), points(50), points(100));
  EXPECT_EQ(height_of_all(strips), points(500));
  for (std::size_t i = 1; i < strips.size(); ++i) {
    EXPECT_EQ(strips[i].break_before.cost, kBreakInSpace);
  }
}

TEST(Parting, NoBoxAsksForMoreThanAHundredPages) {
  EXPECT_EQ(height_of_all(kerns(points(1'000'000'000), {}, points(100))), points(10'000));
}

TEST(Parting, WhatFitsAPageStaysTogether) {
  Flow flow = lines_without_breaks(10);
  loosen(points(100), flow);
  EXPECT_EQ(flow.strips[5].break_before.cost, kNever);
}

TEST(Parting, WhatIsTallerMayBreakButNotBesideAFloat) {
  Flow flow = lines_without_breaks(11);
  flow.strips[5].is_beside_float = true;
  loosen(points(100), flow);
  EXPECT_EQ(flow.strips[4].break_before.cost, kKeepWithNext);
  EXPECT_EQ(flow.strips[5].break_before.cost, kNever);
}

}  // namespace
}  // namespace reliure::layout
