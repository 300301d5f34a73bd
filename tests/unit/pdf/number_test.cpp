#include <gtest/gtest.h>

#include "pdf/syntax.h"

namespace reliure::pdf {
namespace {

std::string decimal(std::int64_t value, int decimals) {
  std::string out;
  append_decimal(out, value, decimals);
  return out;
}

std::string fixed(std::int64_t value, int decimals) {
  std::string out;
  append_fixed(out, value, decimals);
  return out;
}

TEST(Number, PrintsNoZeroThatSaysNothing) {
  EXPECT_EQ(decimal(12500, 3), "12.5");
  EXPECT_EQ(decimal(750, 3), ".75");
  EXPECT_EQ(decimal(-5, 3), "-.005");
  EXPECT_EQ(decimal(-3000, 3), "-3");
  EXPECT_EQ(decimal(0, 3), "0");
  EXPECT_EQ(decimal(42, 0), "42");
}

TEST(Number, RoundsHalfAwayFromZero) {
  EXPECT_EQ(thousandths(base::points(1)), 1000);
  EXPECT_EQ(thousandths({33}), 1);  // .00050354
  EXPECT_EQ(thousandths({32}), 0);  // .00048828
  EXPECT_EQ(thousandths({-33}), -1);
}

TEST(Number, FixedPointKeepsSixDecimals) {
  EXPECT_EQ(fixed(65536, 6), "1");
  EXPECT_EQ(fixed(-32768, 6), "-.5");
  EXPECT_EQ(fixed(1, 6), ".000015");
  EXPECT_EQ(fixed(65536 * 3 + 21845, 6), "3.333328");
}

TEST(Number, HugeLengthsDoNotOverflow) {
  EXPECT_EQ(thousandths({INT64_MAX}), 268435456000);
  EXPECT_EQ(fixed(INT64_MIN, 6), "-268435456");
}

TEST(Syntax, NamesEscapeWhatIsNotRegular) {
  std::string out;
  append_name(out, "Serif #4/é");
  EXPECT_EQ(out, "/Serif#20#234#2F#C3#A9");
}

TEST(Syntax, NamesAreCutTo127Bytes) {
  std::string out;
  append_name(out, std::string(500, 'a'));
  EXPECT_EQ(out.size(), 128u);
}

TEST(Syntax, StringsEscapeBracketsAndCarriageReturns) {
  std::string out;
  append_string(out, "a(b)\\\r");
  EXPECT_EQ(out, "(a\\(b\\)\\\\\\r)");
}

TEST(Syntax, TextIsAsciiOrUtf16WithMark) {
  std::string ascii, other;
  append_text(ascii, "Title");
  append_text(other, "é😀");
  EXPECT_EQ(ascii, "(Title)");
  EXPECT_EQ(other, "<FEFF00E9D83DDE00>");
}

TEST(Syntax, LongTextIsCutBetweenCharacters) {
  std::string text, out;
  for (int i = 0; i < 40000; ++i) {
    text += "é";
  }
  append_text(out, text);
  EXPECT_EQ(out.size(), 6 + 8000 * 4u);
}

}  // namespace
}  // namespace reliure::pdf
