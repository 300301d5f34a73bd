#include <gtest/gtest.h>

#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

base::Length margin_of(const std::string& css, const std::vector<std::string>& reports = {}) {
  Book book({element(Kind::div, {element(Kind::p)})});
  book.sheet(css).resolve();
  EXPECT_EQ(book.reports(), reports);
  return book.style(Kind::p).margin[0].length;
}

TEST(Variables, are_inherited_and_replaced_where_they_are_used) {
  EXPECT_EQ(margin_of(":root { --gap: 3pt } p { margin: var(--gap) 0 }"), points(30));
  EXPECT_EQ(margin_of(":root { --gap: 3pt } div { --gap: 4pt } p { margin: var(--gap) }"), points(40));
}
TEST(Variables, fall_back_when_they_have_no_value) {
  EXPECT_EQ(margin_of("p { margin: var(--gap, 2pt) }"), points(20));
  EXPECT_EQ(margin_of("p { margin: var(--a, var(--b, 5pt)) }"), points(50));
}
TEST(Variables, may_refer_to_each_other_in_any_order) {
  EXPECT_EQ(margin_of(":root { --a: calc(var(--b) * 2); --b: 3pt } p { margin: var(--a) }"), points(60));
}
TEST(Variables, that_are_initial_have_no_value) {
  EXPECT_EQ(margin_of("div { --a: 9pt } p { --a: initial; margin: var(--a, 20pt) }"), points(200));
}
TEST(Variables, that_are_inherited_have_their_parents) {
  EXPECT_EQ(margin_of("div { --a: 9pt } p { --a: 1pt; --a: inherit; margin: var(--a, 20pt) }"), points(90));
  EXPECT_EQ(margin_of("div { --a: 9pt } p { --a: unset; margin: var(--a, 20pt) }"), points(90));
  EXPECT_EQ(margin_of("p { --a: inherit; margin: var(--a, 20pt) }"), points(200));
}
TEST(Variables, in_a_circle_have_no_value) {
  EXPECT_EQ(margin_of("p { --a: var(--b); --b: var(--a); margin: 1pt; margin: var(--a, 7pt) }"), points(70));
  EXPECT_EQ(margin_of("p { --a: var(--a, 1pt); margin: var(--a, 7pt) }"), points(70));
}
TEST(Variables, outside_a_circle_may_fall_back_from_it) {
  EXPECT_EQ(margin_of("p { --c: var(--a, 4pt); --a: var(--b); --b: var(--a); margin: var(--c) }"),
            points(40));
}
TEST(Variables, without_value_and_fallback_unset_the_property) {
  EXPECT_EQ(margin_of("p { margin: 3pt; margin: var(--none) }",
                      {"style/bad-value @ 1:18: `margin` cannot be `--none`, which has no value"}),
            points(0));
}
TEST(Variables, of_the_wrong_kind_unset_the_property) {
  EXPECT_EQ(margin_of("p { --a: red; margin: 3pt; margin: var(--a) }",
                      {"style/bad-value @ 1:28: `margin` cannot be what its `var()` comes to"}),
            points(0));
}
TEST(Variables, are_case_sensitive) {
  EXPECT_EQ(margin_of("p { --A: 1pt; margin: var(--a, 2pt) }"), points(20));
}

TEST(Variables, that_grow_without_end_have_no_value) {
  std::string css = "p { --v0: 1pt 1pt 1pt 1pt 1pt 1pt 1pt 1pt 1pt 1pt; ";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "var(--v" + std::to_string(i - 1) + ") ";
    css += "--v" + std::to_string(i) + ": ";
    for (int copies = 0; copies < 10; ++copies) css += before;
    css += "; ";
  }
  EXPECT_EQ(margin_of(css + "margin: var(--v29, 6pt) }"), points(60));
}

TEST(Variables, in_colours_and_fonts_are_applied_in_their_phase) {
  Book book({element(Kind::p)});
  book.sheet(
          ":root { --c: red; --s: 20pt } p { font-size: var(--s); margin: 1em; color: var(--c); border: 1pt "
          "solid }")
      .resolve();
  EXPECT_EQ(book.style(Kind::p).margin[0], Dimension::of(points(200)));
  EXPECT_EQ(book.style(Kind::p).border[0].color, (base::Color{255, 0, 0, 255}));
}

}  // namespace
}  // namespace reliure::style::testing
