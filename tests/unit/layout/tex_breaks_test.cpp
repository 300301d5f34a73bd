// The breaker against TeX itself. What TeX chose was recorded from its logs (\tracingparagraphs, \showbox)
// with plain TeX's penalties and demerits, \pretolerance=-1 and \tolerance=1000; only the numbers are kept
// here.
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "layout/paragraph/break.h"

namespace reliure::layout {
namespace {

constexpr std::int32_t kTexHyphenPenalty = 50;

/// What TeX made of a paragraph: the boxes on each line, and its total demerits; no lines where it found no
/// way within the tolerance.
struct Recorded {
  std::uint32_t name = 0;
  std::int64_t demerits = 0;
  std::vector<std::uint32_t> boxes;
};

Item box(std::int64_t width) {
  Item item;
  item.width = {width};
  return item;
}

Item glue(std::int64_t width, std::int64_t stretch, std::int64_t shrink) {
  Item item;
  item.type = ItemType::glue;
  item.penalty = 0;
  item.width = {width};
  item.stretch = {stretch};
  item.shrink = {shrink};
  return item;
}

Item hyphen(std::int64_t width) {
  Item item;
  item.type = ItemType::penalty;
  item.penalty = kTexHyphenPenalty;
  item.hyphen = item.flagged = true;
  item.width = {width};
  return item;
}

Item end() {
  Item item;
  item.type = ItemType::penalty;
  item.penalty = kForced;
  return item;
}

Filling as_tex() {
  Filling filling;
  filling.tolerance = 1000;
  filling.runt_demerits = 0;
  filling.whole_end = WholeEnd::nothing;
  return filling;
}

std::vector<std::uint32_t> boxes_per_line(std::span<const Item> items, std::span<const std::uint32_t> at) {
  std::vector<std::uint32_t> counts;
  std::uint32_t start = 0;
  for (const std::uint32_t end : at) {
    std::uint32_t count = 0;
    for (; start < end; ++start) {
      count += items[start].type == ItemType::box ? 1 : 0;
    }
    counts.push_back(count);
  }
  return counts;
}

void expect_as_recorded(std::span<const Item> items, Length width, const Recorded& recorded) {
  SCOPED_TRACE("paragraph " + std::to_string(recorded.name));
  const auto breaks = best_breaks(items, {&width, 1}, as_tex());
  ASSERT_EQ(breaks.has_value(), !recorded.boxes.empty());
  if (!breaks) return;
  EXPECT_EQ(boxes_per_line(items, breaks->at), recorded.boxes);
  EXPECT_EQ(breaks->demerits, recorded.demerits);
}

/// The same numbers in the program that wrote the paragraphs for TeX.
class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}
  std::int64_t below(std::uint32_t bound) {
    state_ = state_ * 1664525u + 1013904223u;
    return (state_ >> 8) % bound;
  }

 private:
  std::uint32_t state_;
};

/// Words of random widths, some of which can be cut.
struct RandomParagraph {
  std::vector<Item> items;
  Length width;
};

RandomParagraph random_paragraph(std::uint32_t seed) {
  constexpr std::int64_t kPoint = base::kUnitsPerPoint;
  Random random(seed);
  RandomParagraph out;
  const std::int64_t words = 20 + random.below(80);
  for (std::int64_t i = 0; i < words; ++i) {
    std::int64_t width = (5 + random.below(40)) * kPoint;
    width += random.below(65536);
    if (i > 0) out.items.push_back(glue(3 * kPoint, 3 * kPoint / 2, kPoint));
    if (random.below(10) < 4 && width > 20 * kPoint) {
      const std::int64_t cut = 5 * kPoint + random.below(static_cast<std::uint32_t>(width - 10 * kPoint));
      out.items.push_back(box(cut));
      out.items.push_back(hyphen(216269));
      width -= cut;
    }
    out.items.push_back(box(width));
  }
  out.items.push_back(end());
  out.width = {(100 + random.below(200)) * kPoint};
  return out;
}

const Recorded kRandom[] = {
    {2, 0, {}},
    {4, 4165, {10, 10, 12, 6}},
    {5, 0, {}},
    {6, 0, {}},
    {7, 0, {}},
    {8, 0, {}},
    {9, 227897, {9, 13, 12, 9, 14, 13, 11, 1}},
    {10, 2294, {17, 9, 13, 14, 10, 15, 13, 12, 2}},
    {11, 0, {}},
    {12, 1497877, {11, 9, 11, 9, 12, 6}},
    {13, 0, {}},
    {15, 0, {}},
    {16, 42496, {10, 12, 14, 12, 17}},
    {17, 411866, {9, 10, 12, 10, 10, 11, 12, 9, 10, 2}},
    {18, 0, {}},
    {19, 0, {}},
    {20, 231174, {11, 12, 12, 12, 10, 9, 8, 2}},
    {21, 0, {}},
    {22, 1025, {11, 11, 7}},
    {23, 74443, {11, 9, 10, 10, 7, 12, 1}},
    {24, 112768, {9, 10, 12, 9, 12, 8, 8, 8, 11, 1}},
    {25, 0, {}},
    {26, 0, {}},
    {27, 0, {}},
    {28, 1336371, {13, 11, 11, 10, 12, 9, 12, 12, 7}},
    {29, 0, {}},
};

TEST(TexBreaks, RandomParagraphsBreakAsInTex) {
  for (const Recorded& recorded : kRandom) {
    const RandomParagraph paragraph = random_paragraph(recorded.name);
    expect_as_recorded(paragraph.items, paragraph.width, recorded);
  }
}

/// What follows a word in plain TeX: more and more elastic space.
enum class After : std::uint8_t { word, comma, semicolon, stop };
using enum After;

struct TexWord {
  /// Between its hyphenation points, in scaled points of Computer Modern Roman 10.
  std::vector<std::int64_t> parts;
  After after = word;
  /// It has its hyphen already.
  bool compound = false;
};

/// The first paragraph of the Grimms' Frog King, on which Knuth and Plass show their algorithm ("Breaking
/// Paragraphs into Lines", 1981), hyphenated by plain TeX.
const TexWord kFrogKing[] = {
    {{600748}, word},
    {{1529177}, word},
    {{1532817}, word},
    {{1492767}, word},
    {{1277954, 873816}, word},
    {{1059501}, word},
    {{1875062}, word},
    {{1165087}, comma},
    {{1458178}, word},
    {{1347132}, word},
    {{327681}, word},
    {{1219702}, word},
    {{1714861}, word},
    {{1747632, 1061320}, word},
    {{1294336}, word},
    {{691771}, word},
    {{1365337, 436908, 928430}, semicolon},
    {{1055861}, word},
    {{910224}, word},
    {{2515860}, word},
    {{1041295}, word},
    {{586184}, word},
    {{1365337, 436908, 746385}, word},
    {{1201497}, word},
    {{910224}, word},
    {{986683}, word},
    {{436908, 1114114}, comma},
    {{1656607}, word},
    {{950274}, word},
    {{1205135}, word},
    {{586184}, word},
    {{1711221}, comma},
    {{1041295}, word},
    {{586184, 946634, 1459999}, word},
    {{1492767, 1166906}, word},
    {{436908}, word},
    {{1605635}, word},
    {{546135}, word},
    {{912044}, word},
    {{1292518}, stop},
    {{1532816}, word},
    {{691771}, word},
    {{910224}, word},
    {{1660250}, word},
    {{877455, 728179}, word},
    {{837407}, word},
    {{327681}, word},
    {{1458179}, word},
    {{1294340}, word},
    {{784614, 986682}, comma},
    {{1055861}, word},
    {{728180, 912044}, word},
    {{691771}, word},
    {{873816}, word},
    {{1419949, 1094088}, word, true},
    {{546135}, word},
    {{910224}, word},
    {{784614, 804637}, word},
    {{1041295}, word},
    {{327681}, word},
    {{1292517}, comma},
    {{1055861}, word},
    {{1492767}, word},
    {{910224}, word},
    {{1019452}, word},
    {{1041295}, word},
    {{1221521}, word},
    {{1767655}, comma},
    {{910224}, word},
    {{1660250}, word},
    {{1365336}, word},
    {{1347130}, word},
    {{946634}, word},
    {{1110474}, word},
    {{910224}, word},
    {{784614, 804637}, word},
    {{1055861}, word},
    {{841047}, word},
    {{1510972}, word},
    {{691771}, word},
    {{910224}, word},
    {{1095909}, word},
    {{527931}, word},
    {{910224}, word},
    {{1146883}, word},
    {{1256111, 1310724}, semicolon},
    {{1055861}, word},
    {{1492767}, word},
    {{913864}, word},
    {{1041295}, word},
    {{1622020}, word},
    {{913864}, word},
    {{1274316}, word},
    {{327681}, word},
    {{1856858}, word},
    {{1237906}, comma},
    {{1055861}, word},
    {{1640223}, word},
    {{436908}, word},
    {{728180}, word},
    {{691771}, word},
    {{1237906}, word},
    {{1055861}, word},
    {{1911471}, word},
    {{618953}, semicolon},
    {{1055861}, word},
    {{1059501}, word},
    {{1055861}, word},
    {{1041295}, word},
    {{912044}, word},
    {{527931, 1640224}, word},
    {{1201497, 1674814}, stop},
};

Item glue_after(After after) {
  constexpr std::int64_t kWidth = 218453, kStretch = 109226, kShrink = 72818;
  switch (after) {
    case comma:
      return glue(kWidth, kStretch * 5 / 4, kShrink * 4 / 5);
    case semicolon:
      return glue(kWidth, kStretch * 3 / 2, kShrink * 2 / 3);
    case stop:
      return glue(kWidth + 72818, kStretch * 3, kShrink / 3);
    case word:
      break;
  }
  return glue(kWidth, kStretch, kShrink);
}

std::vector<Item> frog_king() {
  std::vector<Item> items;
  for (const TexWord& set : kFrogKing) {
    for (std::size_t i = 0; i < set.parts.size(); ++i) {
      if (i > 0) items.push_back(hyphen(set.compound ? 0 : 218453));
      items.push_back(box(set.parts[i]));
    }
    items.push_back(glue_after(set.after));
  }
  items.back() = end();
  return items;
}

/// By the measure in the paper's unit, an eighteenth of an em.
const Recorded kFrogKingBreaks[] = {
    {300, 0, {}},
    {390, 44694, {10, 11, 12, 11, 12, 13, 12, 10, 12, 10, 11, 7}},
    {450, 37314, {12, 12, 14, 13, 15, 14, 11, 13, 12, 13, 2}},
    {500, 9741, {13, 13, 16, 14, 17, 13, 15, 13, 15, 2}},
    {600, 3867, {15, 19, 17, 20, 17, 18, 17, 8}},
};

TEST(TexBreaks, TheFrogKingBreaksAsInTex) {
  const std::vector<Item> items = frog_king();
  for (const Recorded& recorded : kFrogKingBreaks) {
    const Length width{std::int64_t{recorded.name} * 10 * base::kUnitsPerPoint / 18};
    expect_as_recorded(items, width, recorded);
  }
}

}  // namespace
}  // namespace reliure::layout
