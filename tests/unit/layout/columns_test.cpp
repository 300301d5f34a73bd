#include "layout/table/columns.h"

#include <gtest/gtest.h>

#include <numeric>

namespace reliure::layout {
namespace {

using base::Length;
using base::points;

Length sum(const std::vector<Length>& widths) {
  return std::accumulate(widths.begin(), widths.end(), Length{}, [](Length a, Length b) { return a + b; });
}

TEST(Columns, LongTextGetsTheRoomThatShortTextLeaves) {
  const std::vector<ColumnSize> columns{{points(20), points(20), 0}, {points(40), points(400), 0}};
  const std::vector<Length> widths = distribute(columns, points(200));
  EXPECT_EQ(widths[0], points(20));
  EXPECT_EQ(widths[1], points(180));
}

TEST(Columns, WidthsAlwaysAddUpExactly) {
  const std::vector<ColumnSize> columns{
      {points(7), points(90), 0}, {points(11), points(70), 0}, {points(3), points(31), 0}};
  for (std::int64_t width = 21; width < 400; ++width) {
    EXPECT_EQ(sum(distribute(columns, points(width))), points(width)) << width;
  }
}

TEST(Columns, NoColumnIsNarrowerThanItsLongestWordWhileAllFit) {
  const std::vector<ColumnSize> columns{{points(50), points(500), 0}, {points(60), points(61), 0}};
  const std::vector<Length> widths = distribute(columns, points(115));
  EXPECT_GE(widths[0], points(50));
  EXPECT_GE(widths[1], points(60));
}

TEST(Columns, APercentageIsOfTheWholeTable) {
  const std::vector<ColumnSize> columns{{points(10), points(100), 65536 / 4}, {points(10), points(100), 0}};
  const std::vector<Length> widths = distribute(columns, points(200));
  EXPECT_EQ(widths[0], points(50));
  EXPECT_EQ(widths[1], points(150));
}

TEST(Columns, OnlyColumnsWhoseWordsCannotFitGiveWay) {
  const std::vector<ColumnSize> columns{
      {points(30), points(60), 0}, {points(900), points(900), 0}, {points(50), points(300), 0}};
  const std::vector<Length> widths = distribute(columns, points(200));
  EXPECT_EQ(widths, (std::vector<Length>{points(30), points(120), points(50)}));
}

TEST(Columns, LongWordsThatDoNotFitGetAsMuchAsEachOther) {
  const std::vector<ColumnSize> columns{
      {points(300), points(300), 0}, {points(40), points(40), 0}, {points(900), points(900), 0}};
  const std::vector<Length> widths = distribute(columns, points(200));
  EXPECT_EQ(widths, (std::vector<Length>{points(80), points(40), points(80)}));
}

constexpr ColumnSize given(std::int64_t width) { return {points(5), points(width), 0, true}; }

TEST(Columns, AGivenWidthIsKeptWhileOthersTakeTheRest) {
  const std::vector<ColumnSize> columns{given(50), {points(5), points(5), 0}, {points(10), points(10), 0}};
  const std::vector<Length> widths = distribute(columns, points(200));
  EXPECT_EQ(widths[0], points(50));
  EXPECT_EQ(sum(widths), points(200));
  EXPECT_NEAR(static_cast<double>(widths[2].raw), static_cast<double>(2 * widths[1].raw), 4);
}

TEST(Columns, WithoutOthersThoseOfGivenWidthTakeTheRest) {
  const std::vector<Length> widths = distribute(std::vector{given(50), given(50)}, points(200));
  EXPECT_EQ(widths, (std::vector{points(100), points(100)}));
}

TEST(Columns, EmptyColumnsTakeWhatGivenWidthsLeave) {
  const std::vector<ColumnSize> columns{given(50), {}, {}};
  EXPECT_EQ(distribute(columns, points(200)), (std::vector{points(50), points(75), points(75)}));
}

}  // namespace
}  // namespace reliure::layout
