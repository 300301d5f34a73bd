// Rules, conditions, imports, and what is said about mistakes.
#include <gtest/gtest.h>

#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

using Reports = std::vector<std::string>;

bool is_red(const Book& book) { return book.style(Kind::p).color == base::Color{255, 0, 0, 255}; }
bool is_red_under(const std::string& css, Media media = Media::print) {
  return is_red(Book({element(Kind::p)}).sheet(css).resolve(media));
}

// ---- Mistakes

TEST(Mistakes, an_unknown_property_is_named_with_its_nearest) {
  Book book;
  book.sheet("p {\n  colr: red;\n}").resolve();
  EXPECT_EQ(book.reports(), Reports{"style/unknown-property @ 2:3: no property is named `colr`"});
  EXPECT_EQ(book.diagnostics.all()[0].hints, Reports{"did you mean `color`?"});
}
TEST(Mistakes, a_property_that_is_not_laid_out_is_told_once_a_sheet) {
  EXPECT_EQ(reports_of("p { opacity: 0.5 } a { opacity: 1; order: 2 }"),
            (Reports{"style/unsupported-property @ 1:5: `opacity` has no effect in a book",
                     "style/unsupported-property @ 1:36: `order` has no effect in a book"}));
}
TEST(Mistakes, what_moves_and_what_is_touched_is_passed_over) {
  EXPECT_EQ(
      reports_of(
          "p { cursor: pointer; transition: color 1s; animation: x; will-change: top } @keyframes x { from "
          "{ color: red } } p:disabled { color: red } p::-webkit-scrollbar { color: red }"),
      Reports{});
}
TEST(Mistakes, values_for_one_browser_are_passed_over) {
  EXPECT_EQ(reports_of("p { display: -webkit-box; background: -moz-linear-gradient(red, blue) }"), Reports{});
}
TEST(Mistakes, names_that_are_near_are_suggested) {
  const auto hint = [](const std::string& css) {
    Book book({element(Kind::p)});
    book.sheet(css).resolve();
    return book.diagnostics.all().empty() ? "" : book.diagnostics.all()[0].hints.front();
  };
  EXPECT_EQ(hint("p { border: 1pt solid redd }"), "did you mean `red`?");
  EXPECT_EQ(hint("p { margin: 3pxx }"), "a book has no unit `pxx`");
  EXPECT_EQ(hint("@page { size: A9 }"), "did you mean `A3`?");
  EXPECT_EQ(hint("p:frist-child { color: red }"), "did you mean `:first-child`?");
  EXPECT_EQ(hint("@page { @top-lef { content: 'x' } }"), "did you mean `@top-left`?");
  EXPECT_EQ(hint("@meda print { p { color: red } }"), "did you mean `@media`?");
  EXPECT_EQ(hint("// note\np { color: red }"), "comments of CSS are `/* ... */`");
  EXPECT_EQ(hint("p { a { color: red } }"),
            "rules in rules are not read: write each with its whole selector");
  EXPECT_EQ(hint(":root { --accent: red } p { color: var(--acent) }"), "did you mean `--accent`?");
}
TEST(Mistakes, a_variable_without_a_value_is_told_once) {
  Book book({element(Kind::p), element(Kind::h1)});
  book.sheet(
          "p, h1 { color: var(--x) } p { --a: var(--b); --b: var(--a); margin: var(--a) } h1 { --w: red; "
          "width: var(--w); padding: var(--x, 1pt) } h2 { color: var(--y) }")
      .resolve();
  EXPECT_EQ(book.reports(), (Reports{"style/bad-value @ 1:9: `color` cannot be `--x`, which has no value",
                                     "style/bad-value @ 1:61: `margin` cannot be `--a`, which has no value",
                                     "style/bad-value @ 1:95: `width` cannot be what its `var()` comes to"}));
}
TEST(Mistakes, browsers_own_properties_are_passed_over) {
  EXPECT_EQ(reports_of("p { -webkit-hyphens: auto; -moz-x: 1 } @-moz-document x { p {} }"), Reports{});
}
TEST(Mistakes, a_bad_value_is_shown_with_what_the_property_takes) {
  Book book;
  book.sheet("p { text-wrap: nice  one }").resolve();
  EXPECT_EQ(book.reports(), Reports{"style/bad-value @ 1:16: `text-wrap` cannot be `nice one`"});
  EXPECT_EQ(book.diagnostics.all()[0].hints, Reports{"it takes `wrap | nowrap | balance | pretty`"});
}
TEST(Mistakes, a_bad_selector_drops_its_rule_only) {
  EXPECT_EQ(reports_of("p:has(a) { color: blue } p { color: red }"),
            Reports{"style/bad-selector @ 1:7: the pseudo-class `:has()` is not supported"});
  EXPECT_TRUE(is_red_under("p { color: red } p::selection, p { color: blue }"));
}
TEST(Mistakes, a_bad_selector_in_a_forgiving_list_drops_itself_only) {
  EXPECT_EQ(reports_of(":is(p, :bogus) { color: red }"),
            Reports{"style/bad-selector @ 1:9: the pseudo-class `:bogus` is not supported"});
  EXPECT_TRUE(is_red_under(":is(p, :bogus) { color: red }"));
  EXPECT_TRUE(is_red_under(":where(:bogus(a, b), p) { color: red }"));
}
TEST(Mistakes, what_unsupported_properties_have_anyway_asks_for_nothing) {
  EXPECT_EQ(reports_of("p { mask: none; filter: none; text-shadow: none; overflow: visible; flex: initial }"),
            Reports{});
}
TEST(Mistakes, a_string_without_end_is_said_once) {
  EXPECT_EQ(reports_of("p::before { content: 'x\n}"),
            Reports{"style/bad-syntax @ 1:22: this string ends with its line"});
  EXPECT_EQ(reports_of("p::before { content: 'x }"),
            Reports{"style/unclosed @ 1:22: this string is never closed"});
}
TEST(Mistakes, an_edition_that_the_book_does_not_have_is_named) {
  Book book;
  book.sheet("@media (edition: prnt) { p { color: red } } @media (edition: print) { }").resolve();
  EXPECT_EQ(book.reports(), Reports{"style/unsupported-media @ 1:18: no edition is named `prnt`"});
  EXPECT_EQ(book.diagnostics.all()[0].hints, Reports{"did you mean `print`?"});
}
TEST(Mistakes, a_declaration_without_colon_drops_itself_only) {
  EXPECT_EQ(reports_of("p { margin 1pt; color: red }"),
            Reports{"style/bad-syntax @ 1:5: no `:` behind `margin`"});
  EXPECT_TRUE(is_red_under("p { margin 1pt; color: red }"));
}
TEST(Mistakes, nested_rules_and_stray_characters_are_reported) {
  EXPECT_EQ(reports_of("p { & a { color: red } }"),
            Reports{"style/bad-syntax @ 1:5: no declaration of the form `name: value`"});
  EXPECT_EQ(reports_of("} p { color: red }"), Reports{"style/bad-syntax @ 1:1: a `}` that closes nothing"});
  EXPECT_EQ(reports_of("p"), Reports{"style/bad-syntax @ 1:1: a rule without a block"});
  EXPECT_EQ(reports_of("{ color: red }"), Reports{"style/bad-selector @ 1:1: a block without a selector"});
}
TEST(Mistakes, what_is_never_closed_still_counts) {
  EXPECT_EQ(reports_of("p { color: red"), Reports{"style/unclosed @ 1:3: this block is never closed"});
  EXPECT_TRUE(is_red_under("p { color: red"));
  EXPECT_EQ(reports_of("/* x"), Reports{"style/unclosed @ 1:1: this comment is never closed"});
  EXPECT_EQ(reports_of("p::after { content: \"x"),
            Reports{"style/unclosed @ 1:21: this string is never closed"});
}
TEST(Mistakes, a_string_over_two_lines_is_bad) {
  EXPECT_EQ(reports_of("p::after { content: 'x\n; }")[0],
            "style/bad-syntax @ 1:21: this string ends with its line");
}
TEST(Mistakes, in_a_keyword_come_with_the_nearest_one) {
  Book book;
  book.sheet("p { display: blok; color: rad }").resolve();
  ASSERT_EQ(book.diagnostics.all().size(), 2U);
  EXPECT_EQ(book.diagnostics.all()[0].hints.at(0), "did you mean `block`?");
  EXPECT_EQ(book.diagnostics.all()[1].hints.at(0), "did you mean `red`?");
}
TEST(Mistakes, unsupported_at_rules_are_named) {
  EXPECT_EQ(reports_of("@counter-style x { symbols: a } @layer a;"),
            (Reports{"style/unsupported-at-rule @ 1:1: `@counter-style` is not supported here",
                     "style/unsupported-at-rule @ 1:33: `@layer` is not supported here"}));
}
TEST(Mistakes, in_a_style_attribute_are_reported_once_at_the_element) {
  const Element p = with(element(Kind::p), "style", "colr: red");
  Book book({p, p});
  book.manuscript.nodes[1].span = {{1}, 4, 9};
  book.sheet("0123456789").resolve();
  EXPECT_EQ(book.reports().back(), "style/unknown-property @ 1:5: no property is named `colr`");
}
TEST(Mistakes, hostile_nesting_does_not_overflow) {
  std::string css;
  for (int i = 0; i < 20000; ++i) css += "@media all{";
  EXPECT_FALSE(reports_of(css).empty());
  EXPECT_FALSE(reports_of("p { margin: " + std::string(50000, '(') + " }").empty());
  EXPECT_FALSE(reports_of(std::string(50000, '[')).empty());
}

// ---- Conditions

struct Condition {
  const char* text;
  bool print;
  bool epub;
};
void PrintTo(const Condition& each, std::ostream* out) { *out << each.text; }
class MediaQuery : public ::testing::TestWithParam<Condition> {};
TEST_P(MediaQuery, holds_for) {
  const std::string css = "@media " + std::string(GetParam().text) + " { p { color: red } }";
  EXPECT_EQ(is_red_under(css, Media::print), GetParam().print);
  EXPECT_EQ(is_red_under(css, Media::epub), GetParam().epub);
}
INSTANTIATE_TEST_SUITE_P(
    Media, MediaQuery,
    ::testing::Values(Condition{"print", true, false}, Condition{"epub", false, true},
                      Condition{"all", true, true}, Condition{"screen", false, false},
                      Condition{"not print", false, true}, Condition{"only print", true, false},
                      Condition{"screen, PRINT", true, false}, Condition{"(edition: print)", true, true},
                      Condition{"(edition: other)", false, false},
                      Condition{"print and (edition: print)", true, false},
                      Condition{"not all and (edition: print)", false, false},
                      Condition{"(edition: x) or (edition: print)", true, true},
                      Condition{"(edition: x) or (edition: print) and (edition: print)", false, false},
                      Condition{"print or (edition: print)", false, false},
                      Condition{"(min-width: 20em)", false, false}, Condition{"print or", false, false},
                      Condition{"", true, true}));

TEST(MediaQuery, features_of_screens_are_reported) {
  EXPECT_EQ(
      reports_of("@media (min-width: 20em) { p { color: red } }"),
      Reports{"style/unsupported-media @ 1:9: the media feature `min-width: 20em` is never true in a book"});
}
TEST(MediaQuery, a_medium_that_nobody_knows_is_a_mistake_told_once) {
  EXPECT_EQ(reports_of("@media prnit { p { color: red } } @media prnit { } @media screen, TV { }"),
            Reports{"style/unsupported-media @ 1:8: no medium is named `prnit`"});
}
TEST(Declarations, a_value_that_is_none_is_told_once_a_sheet) {
  EXPECT_EQ(reports_of("p { display: ruby } a { display: ruby } b { display: run-in }"),
            (Reports{"style/bad-value @ 1:14: `display` cannot be `ruby`",
                     "style/bad-value @ 1:54: `display` cannot be `run-in`"}));
}
TEST(Declarations, a_page_has_no_box_of_its_own) {
  EXPECT_EQ(reports_of("@page { border: 1pt solid; padding-left: 2pt; @top-left { border: 1pt solid } }"),
            (Reports{"style/unsupported-property @ 1:9: `border` has no effect on a page",
                     "style/unsupported-property @ 1:28: `padding-left` has no effect on a page"}));
}
TEST(MediaQuery, nonsense_is_reported) {
  EXPECT_EQ(reports_of("@media print print { }"),
            Reports{"style/bad-syntax @ 1:8: `print print` is no media query"});
}

struct Support {
  const char* text;
  bool holds;
};
void PrintTo(const Support& each, std::ostream* out) { *out << each.text; }
class Supports : public ::testing::TestWithParam<Support> {};
TEST_P(Supports, holds) {
  EXPECT_EQ(is_red_under("@supports " + std::string(GetParam().text) + " { p { color: red } }"),
            GetParam().holds);
}
INSTANTIATE_TEST_SUITE_P(
    Conditions, Supports,
    ::testing::Values(Support{"(hyphens: auto)", true}, Support{"(hyphens: always)", false},
                      Support{"(display: grid)", false}, Support{"not (display: grid)", true},
                      Support{"(hyphens: auto) and (color: red)", true},
                      Support{"(hyphens: auto) and (x: y)", false}, Support{"(x: y) or (color: red)", true},
                      Support{"((x: y) or (not (z: z)))", true}, Support{"selector(a > b)", true},
                      Support{"selector(a:has(b))", false}, Support{"(--x: 1)", true}));

// ---- Imports

TEST(Import, brings_the_rules_before_those_of_the_sheet) {
  Book book({element(Kind::p)});
  book.file("css/a.css", "p { color: red; margin: 1pt }");
  book.sheet("@import url(css/a.css); p { margin: 2pt }").resolve();
  EXPECT_TRUE(is_red(book));
  EXPECT_EQ(book.style(Kind::p).margin[0], Dimension::of(points(20)));
  EXPECT_EQ(book.reports(), Reports{});
}
TEST(Import, is_relative_to_its_own_sheet_and_may_have_a_medium) {
  Book book({element(Kind::p)});
  book.file("css/a.css", "@import 'b.css' print; @import \"b.css\" epub;")
      .file("css/b.css", "p { color: red }");
  EXPECT_TRUE(is_red(book.sheet("@import url('css/a.css');").resolve()));
}
TEST(Import, in_a_circle_ends_with_a_warning) {
  Book book;
  book.file("a.css", "@import 'b.css';").file("b.css", "@import 'a.css';");
  book.sheet("@import 'a.css';").resolve();
  EXPECT_EQ(book.reports(), Reports{"style/import-cycle @ 1:1: the imported sheet `a.css` imports itself"});
}
TEST(Import, of_nothing_or_from_outside_is_an_error) {
  Book book;
  book.file("../secret.css", "p { color: red }");
  book.sheet("@import 'none.css'; @import '../secret.css'; @import 'https://x.org/a.css';").resolve();
  EXPECT_EQ(
      book.reports(),
      (Reports{
          "style/bad-import @ 1:1: the imported sheet `none.css` is not there",
          "style/bad-import @ 1:21: the imported sheet `../secret.css` is not in the book's folder",
          "style/bad-import @ 1:46: the imported sheet `https://x.org/a.css` is not in the book's folder"}));
}
TEST(Import, reports_mistakes_inside_at_their_own_place) {
  Book book;
  book.file("css/a.css", "p {\n colr: red }\n@import 'none.css';");
  book.sheet("@import 'css/a.css';").resolve();
  EXPECT_EQ(book.reports(), (Reports{"style/unknown-property @ 2:2: no property is named `colr`",
                                     "style/bad-syntax @ 3:1: `@import` stands behind a rule"}));
  EXPECT_EQ(book.tree.sources.name(book.diagnostics.all()[0].span.file), "css/a.css");
}
TEST(Import, behind_a_rule_is_ignored) {
  EXPECT_EQ(reports_of("p { color: red } @import 'a.css';"),
            Reports{"style/bad-syntax @ 1:18: `@import` stands behind a rule"});
}
TEST(Import, again_and_again_is_bounded) {
  Book book;
  std::string both;
  for (int i = 0; i < 14; ++i) {
    const std::string next = "@import 's" + std::to_string(i + 1) + ".css';";
    book.file("s" + std::to_string(i) + ".css",
              next + next + next + next + "/*" + std::string(5000, ' ') + "*/");
  }
  book.file("s14.css", "p { color: red }").sheet("@import 's0.css';").resolve();
  EXPECT_FALSE(book.reports().empty());
}

}  // namespace
}  // namespace reliure::style::testing
