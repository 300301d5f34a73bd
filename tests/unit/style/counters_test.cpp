#include "style/counters.h"

#include <gtest/gtest.h>

#include "style/generated.h"

namespace reliure::style {
namespace {

using book::NodeId;

TEST(Counters, NestedInstancesCountOnTheirOwn) {
  Counters counters;
  counters.reset("item", 0, NodeId{0});
  counters.increment("item", 1, NodeId{0});
  counters.reset("item", 0, NodeId{1});
  counters.increment("item", 1, NodeId{1});
  counters.increment("item", 1, NodeId{1});
  EXPECT_EQ(counters.values("item"), (std::vector<std::int64_t>{1, 2}));
  counters.leave(NodeId{1});
  EXPECT_EQ(counters.value("item"), 1);
}

TEST(Counters, ASiblingsResetRenewsTheSameInstance) {
  Counters counters;
  counters.reset("section", 5, NodeId{0});
  counters.reset("section", 0, NodeId{0});
  EXPECT_EQ(counters.values("section"), (std::vector<std::int64_t>{0}));
}

TEST(Counters, AnUnknownCounterIsZeroUntilItIsIncremented) {
  Counters counters;
  EXPECT_EQ(counters.value("figure"), 0);
  counters.increment("figure", 1, NodeId{0});
  EXPECT_EQ(counters.value("figure"), 1);
}

TEST(CounterText, RomanLettersAndMarks) {
  EXPECT_EQ(counter_text(1994, CounterStyle::lower_roman), "mcmxciv");
  EXPECT_EQ(counter_text(4, CounterStyle::upper_roman), "IV");
  EXPECT_EQ(counter_text(26, CounterStyle::lower_alpha), "z");
  EXPECT_EQ(counter_text(27, CounterStyle::lower_alpha), "aa");
  EXPECT_EQ(counter_text(703, CounterStyle::upper_alpha), "AAA");
  EXPECT_EQ(counter_text(12, CounterStyle::decimal), "12");
  EXPECT_EQ(counter_text(12, CounterStyle::disc), "•");
}

TEST(CounterText, WhatAStyleCannotWriteIsDecimal) {
  EXPECT_EQ(counter_text(0, CounterStyle::lower_roman), "0");
  EXPECT_EQ(counter_text(-3, CounterStyle::lower_alpha), "-3");
  EXPECT_EQ(counter_text(5000, CounterStyle::upper_roman), "5000");
}

}  // namespace
}  // namespace reliure::style
