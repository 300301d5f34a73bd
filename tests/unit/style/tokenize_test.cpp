#include <gtest/gtest.h>

#include "style/token.h"

namespace reliure::style {
namespace {

struct Tokenized {
  base::StringArena strings;
  std::vector<Token> tokens;
  explicit Tokenized(std::string_view text) : tokens(tokenize(text, strings)) {}
  const Token& operator[](std::size_t i) const { return tokens.at(i); }
};

Micro number(std::string_view text) { return Tokenized(text)[0].number; }

TEST(Tokenize, numbers_are_exact_to_six_decimals) {
  EXPECT_EQ(number("10.5"), 10'500'000);
  EXPECT_EQ(number("-.25"), -250'000);
  EXPECT_EQ(number("+3"), 3'000'000);
  EXPECT_EQ(number("0.0000015"), 2);
}

TEST(Tokenize, an_exponent_moves_the_point) {
  EXPECT_EQ(number("1.5e2"), 150'000'000);
  EXPECT_EQ(number("25e-2"), 250'000);
  EXPECT_EQ(number("1e-99999999999999999999"), 0);
}

TEST(Tokenize, huge_numbers_are_clamped) {
  EXPECT_EQ(number("99999999999999999999999999"), kLargestNumber);
  EXPECT_EQ(number("-1e999"), -kLargestNumber);
}

TEST(Tokenize, a_number_with_a_name_is_a_dimension) {
  const Tokenized tokens("12pt 50% 3e");
  EXPECT_EQ(tokens[0].kind, TokenKind::dimension);
  EXPECT_EQ(tokens[0].text, "pt");
  EXPECT_EQ(tokens[2].kind, TokenKind::percentage);
  EXPECT_EQ(tokens[4].kind, TokenKind::dimension);
  EXPECT_EQ(tokens[4].text, "e");
}

TEST(Tokenize, escapes_are_resolved_in_names_and_strings) {
  const Tokenized tokens(R"(sm\:red "\201C x\A y" \31 0)");
  EXPECT_EQ(tokens[0].text, "sm:red");
  EXPECT_EQ(tokens[2].text, "\u201Cx\ny");
  EXPECT_EQ(tokens[4].text, "10");
}

TEST(Tokenize, a_backslash_at_a_line_end_continues_the_string) {
  EXPECT_EQ(Tokenized("\"a\\\nb\"")[0].text, "ab");
}

TEST(Tokenize, a_line_end_breaks_a_string) {
  const Tokenized tokens("\"a\nb");
  EXPECT_EQ(tokens[0].kind, TokenKind::bad_string);
  EXPECT_EQ(tokens[2].text, "b");
}

TEST(Tokenize, what_the_input_ends_in_is_marked_unclosed) {
  EXPECT_TRUE(Tokenized("\"abc")[0].unclosed);
  EXPECT_TRUE(Tokenized("url(abc")[0].unclosed);
  EXPECT_TRUE(Tokenized("/* abc")[0].unclosed);
}

TEST(Tokenize, addresses_need_no_quotes) {
  EXPECT_EQ(Tokenized("url( a/b.css )")[0].text, "a/b.css");
  EXPECT_EQ(Tokenized("url( 'a' )")[0].kind, TokenKind::function);
  EXPECT_EQ(Tokenized("url(a b)")[0].kind, TokenKind::bad_url);
}

TEST(Tokenize, comments_are_nothing) {
  const Tokenized tokens("a/* x */b");
  EXPECT_EQ(tokens[0].text, "a");
  EXPECT_EQ(tokens[1].text, "b");
  EXPECT_EQ(tokens[1].begin, 8U);
}

TEST(Tokenize, a_hash_that_begins_with_a_digit_is_no_id) {
  EXPECT_FALSE(Tokenized("#12")[0].id);
  EXPECT_TRUE(Tokenized("#a1")[0].id);
}

TEST(Tokenize, a_byte_order_mark_is_passed_over) { EXPECT_EQ(Tokenized("\xEF\xBB\xBFp")[0].text, "p"); }

}  // namespace
}  // namespace reliure::style
