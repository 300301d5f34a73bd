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

TEST(Columns, TooNarrowATableIsSqueezedInProportion) {
  const std::vector<ColumnSize> columns{{points(100), points(100), 0}, {points(300), points(300), 0}};
  const std::vector<Length> widths = distribute(columns, points(200));
  EXPECT_EQ(sum(widths), points(200));
  EXPECT_NEAR(static_cast<double>(widths[0].raw), static_cast<double>(points(50).raw), 65536.0);
}

}  // namespace
}  // namespace reliure::layout
