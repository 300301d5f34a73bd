#include "layout/flow/floats.h"

#include <gtest/gtest.h>

namespace reliure::layout {
namespace {

using base::Length;
using base::points;
using style::Clear;
using style::Float;

constexpr LineSlot kPlace{points(0), points(100)};

FloatArea area(Float side, int x, int y, int width, int height) {
  return {{points(x), points(y), points(width), points(height)}, side, points(y), 0};
}

FloatWish wish(Float side, int width, int height, Clear clear = Clear::none) {
  return {{points(width), points(height)}, side, clear, kPlace};
}

base::Rect rect(int x, int y, int width, int height) {
  return {points(x), points(y), points(width), points(height)};
}

TEST(Floats, AFloatStandsAtItsSideOfTheContainer) {
  EXPECT_EQ(find_area({}, wish(Float::left, 30, 20), points(5)), rect(0, 5, 30, 20));
  EXPECT_EQ(find_area({}, wish(Float::right, 30, 20), points(5)), rect(70, 5, 30, 20));
}

TEST(Floats, AFloatStandsBesideTheOneBeforeIfItFits) {
  const FloatArea first[] = {area(Float::left, 0, 0, 40, 50)};
  EXPECT_EQ(find_area(first, wish(Float::left, 60, 20), points(0)), rect(40, 0, 60, 20));
  EXPECT_EQ(find_area(first, wish(Float::left, 61, 20), points(0)), rect(0, 50, 61, 20));
}

TEST(Floats, AFloatIsNeverAboveOneBeforeIt) {
  const FloatArea before[] = {area(Float::left, 0, 0, 90, 30), area(Float::left, 0, 30, 90, 30)};
  EXPECT_EQ(find_area(before, wish(Float::right, 10, 10), points(0)), rect(90, 30, 10, 10));
}

TEST(Floats, AClearedFloatGoesBelowThoseOfThatSide) {
  const FloatArea before[] = {area(Float::left, 0, 0, 10, 30), area(Float::right, 90, 0, 10, 60)};
  EXPECT_EQ(find_area(before, wish(Float::right, 10, 10, Clear::left), points(0)), rect(80, 30, 10, 10));
  EXPECT_EQ(find_area(before, wish(Float::left, 10, 10, Clear::both), points(0)), rect(0, 60, 10, 10));
}

TEST(Floats, AFloatWiderThanItsContainerGoesBelowAllAndBeginsAtTheLeft) {
  const FloatArea before[] = {area(Float::left, 0, 0, 10, 30)};
  EXPECT_EQ(find_area(before, wish(Float::right, 150, 10), points(0)), rect(0, 30, 150, 10));
}

TEST(Floats, ASlotIsWhatFloatsOnBothSidesLeave) {
  const FloatArea areas[] = {area(Float::left, 0, 10, 20, 30), area(Float::right, 70, 10, 30, 10)};
  EXPECT_EQ(slot_at(areas, points(0), points(10), kPlace), kPlace);
  EXPECT_EQ(slot_at(areas, points(5), points(10), kPlace), (LineSlot{points(20), points(50)}));
  EXPECT_EQ(slot_at(areas, points(20), points(10), kPlace), (LineSlot{points(20), points(80)}));
  EXPECT_EQ(slot_at(areas, points(40), points(10), kPlace), kPlace);
}

TEST(Floats, ANestedBlockKeepsItsOwnEdgesWhereTheFloatDoesNotReach) {
  const FloatArea areas[] = {area(Float::left, 0, 0, 20, 30)};
  EXPECT_EQ(slot_at(areas, points(0), points(10), {points(30), points(50)}),
            (LineSlot{points(30), points(50)}));
}

TEST(Floats, APageEndsAboveOrBelowAFloatButNotBesideIt) {
  const FloatArea areas[] = {area(Float::left, 0, 10, 20, 30)};
  EXPECT_FALSE(parts_float(areas, points(10)));
  EXPECT_TRUE(parts_float(areas, points(11)));
  EXPECT_TRUE(parts_float(areas, points(39)));
  EXPECT_FALSE(parts_float(areas, points(40)));
}

}  // namespace
}  // namespace reliure::layout
