#include <gtest/gtest.h>

#include "style/dump.h"
#include "style/property.h"
#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

/// What `dump` says about a `p` with these declarations, below a document of 10pt with lines of 14pt.
std::string printed(const std::string& declarations) {
  Book book({element(Kind::p)});
  book.sheet(":root { font-size: 10pt; line-height: 14pt; color: #111 } p { " + declarations + " }")
      .resolve();
  EXPECT_EQ(book.reports(), std::vector<std::string>{}) << declarations;
  const std::string dumped = dump(book.manuscript, book.styles);
  const std::size_t begin = dumped.find("  p") + 3;
  const std::string line = dumped.substr(begin, dumped.find('\n', begin) - begin);
  return line.empty() ? line : line.substr(1);
}

struct Case {
  const char* declarations;
  const char* expected;
};
void PrintTo(const Case& each, std::ostream* out) { *out << each.declarations; }

class Computes : public ::testing::TestWithParam<Case> {};
TEST_P(Computes, to_this) { EXPECT_EQ(printed(GetParam().declarations), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Lengths, Computes,
    ::testing::Values(
        Case{"margin-left: 1in", "margin-left: 72pt"}, Case{"margin-left: 25.4mm", "margin-left: 72pt"},
        Case{"margin-left: 2.54cm", "margin-left: 72pt"}, Case{"margin-left: 96px", "margin-left: 72pt"},
        Case{"margin-left: 101.6Q", "margin-left: 72pt"}, Case{"margin-left: 6pc", "margin-left: 72pt"},
        Case{"margin-left: 2em", "margin-left: 20pt"},
        Case{"font-size: 20pt; margin-left: 2em", "font-size: 20pt; margin-left: 40pt"},
        Case{"font-size: 20pt; margin-left: 2rem", "font-size: 20pt; margin-left: 20pt"},
        Case{"margin-left: 2lh", "margin-left: 28pt"}, Case{"margin-left: 0.5rlh", "margin-left: 7pt"},
        Case{"margin-left: 2ex", "margin-left: 9.5pt"}, Case{"margin-left: 1ch", "margin-left: 5.2pt"},
        Case{"margin-left: 12.5%", "margin-left: 12.5%"}, Case{"margin-left: -3PT", "margin-left: -3pt"},
        Case{"margin-left: calc(50% - 2 * (3pt + 1em))", "margin-left: calc(-26pt + 50%)"},
        Case{"margin-left: calc(10pt / 4)", "margin-left: 2.5pt"},
        Case{"margin-left: calc(3 * 2pt - -1pt)", "margin-left: 7pt"},
        Case{"width: calc(50% - 10pt)", "width: calc(-10pt + 50%)"},
        Case{"font-size: calc(150% - 1pt)", "font-size: 14pt"},
        Case{"margin-left: min(3pt, 2pt, 1em)", "margin-left: 2pt"},
        Case{"margin-left: calc(2 * max(1pt, 0.3em) - 1pt)", "margin-left: 5pt"},
        Case{"margin-left: clamp(1pt, 9pt, 4pt)", "margin-left: 4pt"},
        Case{"margin-left: clamp(3pt, 1pt, 2pt)", "margin-left: 3pt"},
        Case{"line-height: max(1, 2)", "line-height: 2"},
        Case{"margin-left: 99999999in", "margin-left: 262144pt"}));
INSTANTIATE_TEST_SUITE_P(
    Colors, Computes,
    ::testing::Values(
        Case{"color: RebeccaPurple", "color: #663399"}, Case{"color: #f80", "color: #ff8800"},
        Case{"color: #f808", "color: #ff880088"}, Case{"color: #12345678", "color: #12345678"},
        Case{"color: rgb(255, 128, 0)", "color: #ff8000"},
        Case{"color: rgb(100% 50% 0% / 50%)", "color: #ff800080"},
        Case{"color: rgba(1, 2, 3, 0.5)", "color: #01020380"},
        Case{"color: hsl(120, 100%, 25%)", "color: #008000"},
        Case{"color: hsl(-120deg 100% 50%)", "color: #0000ff"},
        Case{"color: hsl(0.5turn 100 50)", "color: #00ffff"}, Case{"color: hwb(0 40% 80%)", "color: #555555"},
        Case{"color: hwb(90 20% none / 0.5)", "color: #99ff3380"},
        Case{"color: rgb(none 50% 255)", "color: #0080ff"}, Case{"color: cmyk(0, 1, 1, 0)", "color: #ff0000"},
        Case{"color: device-cmyk(0 0.5 100% 20%)", "color: #cc6600"},
        Case{"color: transparent", "color: transparent"},
        Case{"color: red; background: currentColor", "background-color: #ff0000; color: #ff0000"}));
INSTANTIATE_TEST_SUITE_P(
    Fonts, Computes,
    ::testing::Values(
        Case{"font-family: Source Serif, 'A B', serif", "font-family: \"Source Serif\", \"A B\", serif"},
        Case{"font-family: \"Source Serif 4\", Georgia, serif",
             "font-family: \"Source Serif 4\", Georgia, serif"},
        Case{"font-size: 150%", "font-size: 15pt"}, Case{"font-size: larger", "font-size: 12pt"},
        Case{"font-size: x-large", "font-size: 15pt"}, Case{"font-size: 0", "font-size: 0.0156pt"},
        Case{"font-weight: bolder", "font-weight: 700"}, Case{"font-weight: lighter", "font-weight: 100"},
        Case{"font-weight: 600", "font-weight: 600"}, Case{"font-style: oblique", "font-style: italic"},
        Case{"font: italic small-caps 600 12pt/1.5 'A B', serif",
             "font-family: \"A B\", serif; font-feature-settings: \"smcp\"; font-size: 12pt; font-style: "
             "italic; "
             "font-weight: 600; line-height: 1.5"},
        Case{"font: 12pt/2em serif", "font-size: 12pt; line-height: 24pt"},
        Case{"font: bold italic 10pt serif", "font-style: italic; font-weight: 700; line-height: 1.2"},
        Case{"line-height: 150%", "line-height: 15pt"}, Case{"line-height: 1.4", "line-height: 1.4"},
        Case{"line-height: 2lh", "line-height: 28pt"},
        Case{"font-variant-caps: all-small-caps", "font-feature-settings: \"c2sc\", \"smcp\""},
        Case{"font-variant-numeric: oldstyle-nums tabular-nums", "font-feature-settings: \"onum\", \"tnum\""},
        Case{"font-variant-ligatures: no-common-ligatures", "font-feature-settings: \"clig\" 0, \"liga\" 0"},
        Case{"font-variant-position: super", "font-feature-settings: \"sups\""},
        Case{"font-variant: small-caps lining-nums", "font-feature-settings: \"lnum\", \"smcp\""},
        Case{"font-kerning: none", "font-feature-settings: \"kern\" 0"},
        Case{"font-feature-settings: 'ss01', 'salt' 2, 'zero' off",
             "font-feature-settings: \"salt\" 2, \"ss01\", \"zero\" 0"},
        Case{"font-feature-settings: 'ss01'; font-variant-caps: small-caps; font-variant-caps: normal",
             "font-feature-settings: \"ss01\""}));
INSTANTIATE_TEST_SUITE_P(
    Text, Computes,
    ::testing::Values(
        Case{"text-align: justify; text-align-last: center", "text-align: justify; text-align-last: center"},
        Case{"text-indent: 1em", "text-indent: 10pt"},
        Case{"text-transform: uppercase", "text-transform: uppercase"},
        Case{"letter-spacing: 0.05em; word-spacing: 1pt", "letter-spacing: 0.5pt; word-spacing: 1pt"},
        Case{"letter-spacing: 3pt; letter-spacing: normal", ""},
        Case{"white-space: pre-line", "white-space: pre-line"}, Case{"hyphens: auto", "hyphens: auto"},
        Case{"hyphenate-limit-chars: 8", "hyphenate-limit-chars: 8 2 3"},
        Case{"hyphenate-limit-chars: auto 4", "hyphenate-limit-chars: 5 4 4"},
        Case{"hyphenate-limit-chars: 6 3 4", "hyphenate-limit-chars: 6 3 4"},
        Case{"hyphenate-limit-last: always", "hyphenate-limit-last: always"},
        Case{"hyphenate-limit-lines: 2", "hyphenate-limit-lines: 2"},
        Case{"hyphenate-limit-zone: 12.5%", "hyphenate-limit-zone: 12.5%"},
        Case{"-reliure-expansion: 1.5%", "-reliure-expansion: 1.5%"},
        Case{"-reliure-letter-fit: 2%", "-reliure-letter-fit: 2%"},
        Case{"-reliure-protrusion: auto", "-reliure-protrusion: auto"},
        Case{"overflow-wrap: break-word", "overflow-wrap: anywhere"},
        Case{"word-break: break-all", "overflow-wrap: anywhere"},
        Case{"text-wrap: balance", "text-wrap: balance"},
        Case{"orphans: 3; widows: 4", "orphans: 3; widows: 4"},
        Case{"text-decoration: underline line-through", "text-decoration-line: underline line-through"},
        Case{"text-decoration: underline; text-decoration: none", ""},
        Case{"direction: rtl", "direction: rtl"}));
INSTANTIATE_TEST_SUITE_P(
    Boxes, Computes,
    ::testing::Values(
        Case{"margin: 1pt 2pt 3pt",
             "margin-bottom: 3pt; margin-left: 2pt; margin-right: 2pt; margin-top: 1pt"},
        Case{"margin: 0 auto", "margin-left: auto; margin-right: auto"},
        Case{"padding: 1pt 2pt",
             "padding-bottom: 1pt; padding-left: 2pt; padding-right: 2pt; padding-top: 1pt"},
        Case{"border-left: thick dashed red", "border-left: 3.75pt dashed #ff0000"},
        Case{"border-bottom: solid", "border-bottom: 2.25pt solid #111111"},
        Case{"border: 1pt solid; border-width: 0 0 2pt; border-color: red green blue",
             "border-bottom: 2pt solid #0000ff; border-left: 0 solid #008000; border-right: 0 solid #008000; "
             "border-top: 0 solid #ff0000"},
        Case{"border: 2pt solid; border: none", ""},
        Case{"border-top-style: double; border-top-width: 3pt", "border-top: 3pt double #111111"},
        Case{"border-radius: 2pt", "border-radius: 2pt"},
        Case{"width: 50%; max-width: none; min-width: 10pt; height: auto; max-height: 3in",
             "max-height: 216pt; min-width: 10pt; width: 50%"}));
INSTANTIATE_TEST_SUITE_P(
    Flow, Computes,
    ::testing::Values(
        Case{"display: list-item", "display: list-item"}, Case{"float: left", "display: block; float: left"},
        Case{"float: footnote", "float: footnote"}, Case{"float: top", "display: block; float: top"},
        Case{"float: block-end; float-reference: page",
             "display: block; float: bottom; float-reference: page"},
        Case{"float: block-start", ""},
        Case{"break-before: recto; break-inside: avoid", "break-before: recto; break-inside: avoid"},
        Case{"page-break-after: always; page-break-inside: avoid", "break-after: page; break-inside: avoid"},
        Case{"page: wide", "page: wide"}, Case{"bookmark-level: 2", "bookmark-level: 2"},
        Case{"bookmark-level: none", "bookmark-level: none"},
        Case{"list-style: inside upper-roman", "list-style-position: inside; list-style-type: upper-roman"},
        Case{"list-style: '– '", "list-style-type: \"– \""},
        Case{"list-style-type: lower-latin", "list-style-type: lower-alpha"},
        Case{"border-collapse: collapse; border-spacing: 1pt 2pt",
             "border-collapse: collapse; border-spacing: 1pt 2pt"},
        Case{"table-layout: fixed; caption-side: bottom", "caption-side: bottom; table-layout: fixed"},
        Case{"vertical-align: middle", "vertical-align: middle"},
        Case{"vertical-align: 50%", "vertical-align: 7pt"},
        Case{"vertical-align: -2pt", "vertical-align: -2pt"}));
INSTANTIATE_TEST_SUITE_P(Positions, Computes,
                         ::testing::Values(Case{"position: running(a); position: relative; left: 1pt",
                                                "left: 1pt; position: relative"},
                                           Case{"position: relative; position: static", ""},
                                           Case{"float: inline-end", "display: block; float: right"},
                                           Case{"columns: auto 3", "column-count: 3"},
                                           Case{"columns: 3; columns: auto", ""},
                                           Case{"column-rule: 2pt solid; column-rule: none", ""},
                                           Case{"gap: 3pt; gap: normal", ""},
                                           Case{"initial-letter: 3", "initial-letter: 3 3"},
                                           Case{"initial-letter: 2.75 raise", "initial-letter: 2.75 1"},
                                           Case{"initial-letter: 4 drop", "initial-letter: 4 4"},
                                           Case{"initial-letter: 3; initial-letter: normal", ""}));
INSTANTIATE_TEST_SUITE_P(
    Backgrounds, Computes,
    ::testing::Values(
        Case{"background-size: cover; background-image: linear-gradient(red, blue)",
             "background-image: linear-gradient(180deg, #ff0000, #0000ff); background-size: cover"},
        Case{"background-size: cover; background: linear-gradient(red, blue)",
             "background-image: linear-gradient(180deg, #ff0000, #0000ff)"},
        Case{"background-image: linear-gradient(red, blue), none, linear-gradient(0deg, red, blue);"
             "background-repeat: repeat-x, no-repeat, repeat-y",
             "background-image: linear-gradient(180deg, #ff0000, #0000ff), linear-gradient(0deg, #ff0000, "
             "#0000ff); background-repeat: repeat-x, repeat-y"},
        Case{"background: linear-gradient(-90deg, red, blue 10pt 2em) left top / 3pt, #fff",
             "background-color: #ffffff; background-image: linear-gradient(270deg, #ff0000, #0000ff 10pt, "
             "#0000ff 20pt); background-size: 3pt auto"},
        Case{"background: linear-gradient(red, blue); background: none", ""},
        Case{"background: linear-gradient(red, blue) no-repeat; background: initial;"
             "background-image: linear-gradient(to bottom left, red, blue)",
             "background-image: linear-gradient(to bottom left, #ff0000, #0000ff)"},
        Case{"background: linear-gradient(red, blue) bottom; background-repeat: no-repeat repeat",
             "background-image: linear-gradient(180deg, #ff0000, #0000ff); background-position: 50% 100%; "
             "background-repeat: repeat-y"}));
INSTANTIATE_TEST_SUITE_P(
    Content, Computes,
    ::testing::Values(Case{"content: 'a' attr(title) / 'b'", "content: \"a\" attr(title) / \"b\""},
                      Case{"content: counter(page) counter(x, lower-roman) counters(y, '.')",
                           "content: counter(page) counter(x, lower-roman) counters(y, \".\")"},
                      Case{"content: leader(dotted) target-counter(attr(href url), page, upper-roman)",
                           "content: leader(\". \") target-counter(attr(href), page, upper-roman)"},
                      Case{"content: target-text(attr(href)) string(chapter) string(head, last)",
                           "content: target-text(attr(href)) string(chapter) string(head, last)"},
                      Case{"content: open-quote close-quote", "content: open-quote close-quote"},
                      Case{"content: 'x'; content: none", ""},
                      Case{"counter-reset: a b 3; counter-increment: a; counter-set: b -1",
                           "counter-increment: a 1; counter-reset: a 0 b 3; counter-set: b -1"},
                      Case{"string-set: a content() ', ' attr(x), b 'c'",
                           "string-set: a content() \", \" attr(x), b \"c\""},
                      Case{"quotes: '«' '»' '“' '”'", "quotes: \"«\" \"»\" \"“\" \"”\""},
                      Case{"quotes: none", "quotes: \"\" \"\""}));

class RefusesValue : public ::testing::TestWithParam<const char*> {};
TEST_P(RefusesValue, and_says_so_once) {
  Book book({element(Kind::p)});
  book.sheet("p { " + std::string(GetParam()) + " }").resolve();
  ASSERT_EQ(book.diagnostics.all().size(), 1U) << GetParam();
  EXPECT_EQ(book.diagnostics.all()[0].code, base::Code::style_bad_value);
}
INSTANTIATE_TEST_SUITE_P(
    Values, RefusesValue,
    ::testing::Values(
        "color: bluu", "color: #12345", "color: rgb(1, 2)", "margin: 1", "margin: 1pt 2pt 3pt 4pt 5pt",
        "margin-left: 3zz", "padding: -1pt", "padding: auto", "width: 1pt 2pt", "font-size: -1pt",
        "font-weight: 0", "font: bold", "font-family: ", "font-family: a,", "line-height: -1",
        "border: 1pt solid solid", "margin: calc(1pt + 2)", "margin: calc(1pt / 0)",
        "margin: calc(1pt * 1pt)", "margin: min(1pt, 50%)", "margin: clamp(1pt, 2pt)", "margin: max(1, 2pt)",
        "color: hwb(0, 0%, 0%)", "color: cmyk(0 0 0)", "color: color-mix(in srgb, red, blue)",
        "position: absolute", "position: running()", "columns: 2 3", "column-count: 0", "column-width: 10%",
        "initial-letter: 0.5", "initial-letter: 3 0", "border-radius: 1pt / 2pt",
        "list-style-image: url(a.png)", "all: 3", "bookmark-label: 3", "float: middle",
        "background: red blue", "background: red, linear-gradient(red, blue)", "background: ,",
        "background-image: radial-gradient(red, blue)", "background-image: linear-gradient(red)",
        "background-image: linear-gradient(to up, red, blue)", "background-repeat: round",
        "background-position: left right", "background-position: 1pt left", "background-size: -1pt",
        "background-image: linear-gradient(red, 20%, blue)", "content: url(a.png)", "content: 'a' /",
        "counter-reset: 3", "string-set: a", "quotes: 'a'", "display: flex", "orphans: 0",
        "hyphenate-limit-chars: x", "text-decoration: none underline", "font-feature-settings: 'toolong'",
        "bookmark-level: 0", "content: leader('')", "text-align: inherit initial",
        "margin: calc(((((((((((((((((((1pt)))))))))))))))))))"));

TEST(Inheritance, a_line_height_number_is_inherited_as_a_number) {
  Book book({element(Kind::h1, {element(Kind::em)}), element(Kind::p, {element(Kind::em)})});
  book.sheet(
          "h1 { font-size: 10pt; line-height: 1.5 } p { font-size: 10pt; line-height: 15pt } em { font-size: "
          "20pt }")
      .resolve();
  EXPECT_EQ(book.style(Kind::em, 0).line_height, points(300));
  EXPECT_EQ(book.style(Kind::em, 1).line_height, points(150));
}

TEST(Inheritance, text_has_its_parents_inherited_properties_only) {
  Book book({element(Kind::p, {text("x")})});
  book.sheet("p { color: red; margin: 3pt; display: block }").resolve();
  const ComputedStyle& style = book.style(Kind::text);
  EXPECT_EQ(style.color, (base::Color{255, 0, 0, 255}));
  EXPECT_EQ(style.margin[0], Dimension::of({}));
  EXPECT_EQ(style.display, Display::inline_);
}

TEST(Inheritance, keywords_for_all_properties) {
  Book book({element(Kind::div, {element(Kind::p)})});
  book.sheet(
          "div { color: red; margin-top: 3pt; text-indent: 1em; font-variant: small-caps }"
          "p { color: initial; margin-top: inherit; text-indent: 9pt; text-indent: unset; padding-top: 2pt;"
          "    padding-top: unset; font-variant-caps: initial }")
      .resolve();
  const ComputedStyle& style = book.style(Kind::p);
  EXPECT_EQ(style.color, base::Color{});
  EXPECT_EQ(style.margin[0], Dimension::of(points(30)));
  EXPECT_EQ(style.text_indent, book.style(Kind::div).text_indent);
  EXPECT_EQ(style.padding[0], Dimension::of({}));
  EXPECT_TRUE(style.font_features.empty());
}

TEST(Inheritance, of_the_font_shorthand_leaves_later_sizes) {
  Book book({element(Kind::div, {element(Kind::p)})});
  book.sheet("div { font: 20pt/2 serif } p { font: inherit; font-size: 10pt }").resolve();
  EXPECT_EQ(book.style(Kind::p).font_size, points(100));
  EXPECT_EQ(book.style(Kind::p).line_height, points(200));
}

TEST(Inheritance, of_all_is_undone_by_later_declarations) {
  Book book({element(Kind::div, {element(Kind::p)})});
  book.sheet(
          "div { color: red; margin: 3pt; font-size: 20pt; direction: rtl; orphans: 5 }"
          "p { padding: 1pt; font-size: 8pt; all: unset; border-style: solid; margin-top: 1em }")
      .resolve();
  const ComputedStyle& style = book.style(Kind::p);
  EXPECT_EQ(style.font_size, points(200));
  EXPECT_EQ(style.color, (base::Color{255, 0, 0, 255}));
  EXPECT_EQ(style.padding[0], Dimension::of({}));
  EXPECT_EQ(style.margin[0], Dimension::of(points(200)));
  EXPECT_EQ(style.border[0], (Border{{65536 * 9 / 4}, BorderStyle::solid, {255, 0, 0, 255}}));
  EXPECT_EQ(style.orphans, 5);
  EXPECT_EQ(style.direction, Direction::rtl);
}

TEST(Properties, are_sorted_and_each_can_be_copied) {
  std::string_view before;
  for (const Property* property : all_properties()) {
    EXPECT_LT(before, property->name);
    EXPECT_NE(property->copy, nullptr) << property->name;
    EXPECT_FALSE(property->values.empty()) << property->name;
    EXPECT_FALSE(is_unsupported_property(property->name)) << property->name;
    before = property->name;
  }
}

}  // namespace
}  // namespace reliure::style::testing
