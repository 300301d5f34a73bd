#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <string>

#include "layout/paragraph/break.h"
#include "paragraph_stage.h"

namespace reliure::layout {
namespace {

Item box(std::int64_t width) {
  Item item;
  item.width = base::points(width);
  return item;
}

Item space() {
  Item item;
  item.type = ItemType::glue;
  item.penalty = 0;
  item.width = base::points(3);
  item.stretch = base::points(3) / 2;
  item.shrink = base::points(1);
  return item;
}

Item end() {
  Item item;
  item.type = ItemType::penalty;
  item.penalty = kForced;
  return item;
}

std::vector<Item> words(const std::vector<std::int64_t>& widths) {
  std::vector<Item> items;
  for (const std::int64_t width : widths) {
    if (!items.empty()) items.push_back(space());
    items.push_back(box(width));
  }
  items.push_back(end());
  std::uint32_t at = 0;
  for (Item& item : items) {
    item.begin = at;
    at += item.type == ItemType::box ? 10 : 1;
    item.end = at;
  }
  return items;
}

/// Fills each line with as much as fits.
std::vector<std::uint32_t> greedy(std::span<const Item> items, Length width, const Filling& filling) {
  std::vector<std::uint32_t> at;
  std::uint32_t last = 0xFFFFFFFF;
  Length line, shrink;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (items[i].type == ItemType::box) {
      line += items[i].width;
      if (line - (filling.justified ? shrink : Length{}) > width && last != 0xFFFFFFFF) {
        at.push_back(last);
        i = line_start(items, last) - 1;
        last = 0xFFFFFFFF;
        line = shrink = {};
      }
      continue;
    }
    if (items[i].penalty < kForbidden) last = i;
    line += items[i].width;
    shrink += items[i].shrink;
  }
  at.push_back(static_cast<std::uint32_t>(items.size() - 1));
  return at;
}

TEST(Break, OneLineThatFitsEndsAtItsEnd) {
  const auto items = words({20, 20});
  const Length width = base::points(100);
  const auto breaks = best_breaks(items, {&width, 1}, {});
  ASSERT_TRUE(breaks.has_value());
  EXPECT_EQ(breaks->at, (std::vector<std::uint32_t>{3}));
}

TEST(Break, NothingIsFoundBelowTheTolerance) {
  const auto items = words({20, 80});
  const Length width = base::points(90);
  EXPECT_FALSE(best_breaks(items, {&width, 1}, {}).has_value());
}

TEST(Break, AWordTooWideIsSetAloneAndReported) {
  const auto items = words({20, 200, 20});
  const Length width = base::points(90);
  Filling filling;
  filling.tolerance = kInfinitelyBad;
  filling.may_overflow = true;
  const auto breaks = best_breaks(items, {&width, 1}, filling);
  ASSERT_TRUE(breaks.has_value());
  EXPECT_EQ(breaks->at, (std::vector<std::uint32_t>{1, 3, 5}));
  EXPECT_EQ(breaks->overfull, 1u);
}

TEST(Break, EachLineHasItsOwnMeasure) {
  const auto items = words({30, 30, 30, 30});
  const std::array widths = {base::points(30), base::points(96)};
  Filling filling;
  filling.tolerance = kInfinitelyBad;
  const auto breaks = best_breaks(items, widths, filling);
  ASSERT_TRUE(breaks.has_value());
  EXPECT_EQ(breaks->at, (std::vector<std::uint32_t>{1, 7}));
}

TEST(Break, HyphensInARowAreLimited) {
  // Each line can end only in a hyphen, or by a box that is far too narrow.
  std::vector<Item> items;
  for (int i = 0; i < 8; ++i) {
    items.push_back(box(45));
    Item hyphen = end();
    hyphen.hyphen = hyphen.flagged = true;
    hyphen.penalty = 50;
    hyphen.width = base::points(5);
    items.push_back(hyphen);
    items.push_back(box(40));
    items.push_back(space());
  }
  items.back() = end();
  const Length width = base::points(50);
  Filling filling;
  filling.justified = false;
  filling.tolerance = kInfinitelyBad;
  filling.extra_stretch = {1, 1};
  filling.hyphen_limit = 1;
  filling.whole_end = WholeEnd::nothing;
  const auto breaks = best_breaks(items, {&width, 1}, filling);
  ASSERT_TRUE(breaks.has_value());
  int row = 0;
  for (const std::uint32_t at : breaks->at) {
    row = items[at].hyphen ? row + 1 : 0;
    EXPECT_LE(row, 1);
  }
}

TEST(Break, NeverCostsMoreThanFillingLinesGreedily) {
  // The same texts on every machine; another seed by hand: RELIURE_SEED=7.
  const char* wanted = std::getenv("RELIURE_SEED");
  const unsigned seed = wanted != nullptr ? static_cast<unsigned>(std::stoul(wanted)) : 1;
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  int compared = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<std::int64_t> widths(5 + random() % 60);
    for (std::int64_t& width : widths) width = 5 + static_cast<std::int64_t>(random() % 40);
    const auto items = words(widths);
    const Length width = base::points(60 + static_cast<std::int64_t>(random() % 200));
    Filling filling;
    filling.justified = random() % 2 == 0;
    filling.tolerance = kInfinitelyBad;
    if (!filling.justified) filling.extra_stretch = kRaggedStretch;
    const auto breaks = best_breaks(items, {&width, 1}, filling);
    ASSERT_TRUE(breaks.has_value());
    EXPECT_EQ(demerits_of(items, breaks->at, {&width, 1}, filling), breaks->demerits);
    const auto other = demerits_of(items, greedy(items, width, filling), {&width, 1}, filling);
    if (other) {
      ++compared;
      EXPECT_LE(breaks->demerits, *other);
    }
  }
  EXPECT_GT(compared, 100);
}

TEST(Break, TenThousandWordsTakeLinearTime) {
  std::mt19937 random(1);
  std::vector<std::int64_t> widths(10000);
  for (std::int64_t& width : widths) width = 5 + static_cast<std::int64_t>(random() % 40);
  const auto items = words(widths);
  const Length width = base::points(300);
  Filling filling;
  filling.tolerance = kInfinitelyBad;
  const auto breaks = best_breaks(items, {&width, 1}, filling);
  ASSERT_TRUE(breaks.has_value());
  EXPECT_GT(breaks->at.size(), 700u);
}

}  // namespace
}  // namespace reliure::layout
