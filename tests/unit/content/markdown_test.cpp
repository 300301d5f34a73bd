#include <gtest/gtest.h>

#include <algorithm>

#include "support.h"

namespace reliure::content {
namespace {

TEST(Markdown, AParagraphIsText) {
  EXPECT_EQ(body("One *two* `three`"), "p\n  \"One \"\n  em\n    \"two\"\n  \" \"\n  code\n    \"three\"\n");
}
TEST(Markdown, ListsNest) {
  EXPECT_EQ(body("- a\n  1. b\n"), "ul\n  li\n    \"a\"\n    ol\n      li\n        \"b\"\n");
}
TEST(Markdown, AListKeepsItsStart) { EXPECT_EQ(body("3. c\n"), "ol [start=\"3\"]\n  li\n    \"c\"\n"); }
TEST(Markdown, ATableHasHeadersWithScope) {
  EXPECT_EQ(
      body("|a|b|\n|:---:|---|\n|c|d|\n"),
      "table\n  thead\n    tr\n      th [scope=\"col\"] [style=\"text-align: center\"]\n        \"a\"\n"
      "      th [scope=\"col\"]\n        \"b\"\n  tbody\n    tr\n      td [style=\"text-align: center\"]\n"
      "        \"c\"\n      td\n        \"d\"\n");
}
/// How many tables the page has.
std::size_t tables(std::string markdown) {
  const std::string all = body(std::move(markdown));
  std::size_t count = 0;
  for (std::size_t at = all.find("thead\n"); at != std::string::npos; at = all.find("thead\n", at + 1))
    ++count;
  return count;
}

TEST(Markdown, OneHyphenACellMakesATable) {
  for (const char* row : {"|-|-|", "| - | :-: |", "|:-|-:|", "-|-", ":- | --", "|--|---|", "| -- | - |  "}) {
    EXPECT_EQ(tables("| a | b |\n" + std::string(row) + "\n| c | d |"), 1U) << row;
  }
  EXPECT_EQ(tables("|a|\n|-|\n|b|\n\n> |a|b|\n> |-|-|\n\n- |a|b|\n  |-|-|\n"), 3U);
}
TEST(Markdown, ShortDelimitersAlignTheirColumns) {
  EXPECT_NE(body("|a|b|\n|-:|:-:|\n|c|d|").find("td [style=\"text-align: right\"]\n        \"c\""),
            std::string::npos);
}
TEST(Markdown, WhatIsNoDelimiterRowMakesNoTable) {
  for (const char* row : {"- | -", "|-|x|", "| |-|", "-", "|:|-|", "|-:-|-|"}) {
    EXPECT_EQ(tables("| a | b |\n" + std::string(row) + "\n| c | d |"), 0U) << row;
  }
}
TEST(Markdown, ATableMayRunOnFromAParagraph) {
  EXPECT_EQ(
      body("a\nb\n|c|\n|---|\n|d|"),
      "p\n  \"a\\nb\"\ntable\n  thead\n    tr\n      th [scope=\"col\"]\n        \"c\"\n  tbody\n    tr\n"
      "      td\n        \"d\"\n");
  EXPECT_EQ(
      body("- a\n  |c|\n  |---|\n"),
      "ul\n  li\n    \"a\"\n    table\n      thead\n        tr\n          th [scope=\"col\"]\n            "
      "\"c\"\n");
  EXPECT_EQ(tables("> a\n> |b|c|\n> |-|-|\n\n1. x\n   y\n   |b|\n   |-|\n\n   z\n   |b|\n   |-|\n"), 3U);
  // No part of the item, and so a line of its paragraph.
  EXPECT_EQ(tables("- a\n|b|\n|-|\n"), 0U);
}
TEST(Markdown, WhereNoTableRunsOnNothingIsAdded) {
  EXPECT_EQ(body("```\na\n  |b|\n  |-|\n```"), "pre\n  code\n    \"a\\n  |b|\\n  |-|\\n\"\n");
  EXPECT_EQ(body("    a\n      |b|\n      |-|\n"), "pre\n  code\n    \"a\\n  |b|\\n  |-|\\n\"\n");
  EXPECT_EQ(body("<pre>\na\n\nc\n|b|\n|-|\n</pre>"), "pre\n  \"a\\n\\nc\\n|b|\\n|-|\\n\"\n");
  EXPECT_EQ(tables("|a|\n|-|\n|b|\n|-|\n|c|"), 1U);
}
TEST(Markdown, ADelimiterRowHasAsManyCellsAsTheHeader) {
  EXPECT_EQ(body("|a|b|\n|---|\n"), "p\n  \"|a|b|\\n|---|\"\n");
  EXPECT_EQ(body("a\n|---|---|\n"), "p\n  \"a\\n|---|---|\"\n");
  EXPECT_EQ(tables("|a\\|b|\n|---|\n\n| `a \\| b` | c\n|-|-|\n"), 2U);
}
TEST(Markdown, AnEscapedPipeInACellsCodeIsAPipe) {
  EXPECT_NE(body("|a|\n|-|\n|`b \\|\\| c`|").find("code\n          \"b || c\""), std::string::npos);
  EXPECT_EQ(body("`b \\| c`"), "p\n  code\n    \"b \\\\| c\"\n");
}
TEST(Markdown, AShortRowOutsideATableKeepsItsText) {
  EXPECT_EQ(body("```\n|a|\n|-|--|\n```"), "pre\n  code\n    \"|a|\\n|-|--|\\n\"\n");
  EXPECT_EQ(body("    |-|\n"), "pre\n  code\n    \"|-|\\n\"\n");
  EXPECT_EQ(body("a\n\n|-|-| \n"), "p\n  \"a\"\np\n  \"|-|-|\"\n");
  EXPECT_EQ(body("<pre>\n|-|-|\n</pre>"), "pre\n  \"|-|-|\\n\"\n");
}
TEST(Markdown, TextBehindAShortRowKnowsItsPlace) {
  Book book;
  book.page("page.md", "|a|b|\n|-|-|\n|c|d <i>e</i>|\n\nend");
  const auto manuscript = book.parse();
  EXPECT_EQ(under_text(book, manuscript, "d "), "d ");
  EXPECT_EQ(under_text(book, manuscript, "e"), "e");
  EXPECT_EQ(under_text(book, manuscript, "end"), "end");
}

TEST(Markdown, AWideTableDoesNotGrowWithoutBound) {
  std::string page;
  for (const char* cell : {"|a", "|---"}) {
    for (int i = 0; i < 1000; ++i) page += cell;
    page += "|\n";
  }
  for (int i = 0; i < 1000; ++i) page += "|a|\n";
  Book book;
  book.page("page.md", page);
  EXPECT_LT(book.parse().nodes.size(), 20'000u);
}
TEST(Markdown, StruckTextIsDel) { EXPECT_EQ(body("~~a~~"), "p\n  del\n    \"a\"\n"); }
TEST(Markdown, ASingleTildeIsText) {
  EXPECT_EQ(body("H~2~O and **~a~** ~~b~~"),
            "p\n  \"H~2~O and \"\n  strong\n    \"~a~\"\n  \" \"\n  del\n    \"b\"\n");
}
TEST(Markdown, WhatFollowsALineBreakStandsOnItsLine) {
  Book book;
  book.page("page.md", "a  \nb");
  const auto manuscript = book.parse();
  EXPECT_EQ(manuscript.nodes.back().span.begin, 4U);
}
TEST(Markdown, TasksHaveGlyphs) {
  EXPECT_EQ(body("- [ ] a\n- [x] b\n"), "ul\n  li.task\n    \"☐ a\"\n  li.task\n    \"☑ b\"\n");
}
TEST(Markdown, CodeKeepsItsCharacters) {
  EXPECT_EQ(body("```cpp\na < b && \"c\";\n```\n"),
            "pre\n  code.language-cpp\n    \"a < b && \\\"c\\\";\\n\"\n");
}
TEST(Markdown, AnIndentedBlockIsCode) {
  EXPECT_EQ(body("    a\n      b\n"), "pre\n  code\n    \"a\\n  b\\n\"\n");
}
TEST(Markdown, EntitiesAreDecoded) {
  EXPECT_EQ(body("a &eacute; &amp; &#8239;b"), "p\n  \"a é & \\nnbsp;b\"\n");
}
TEST(Markdown, ANewlineIsASpaceUnlessTheBookSaysBreak) {
  EXPECT_EQ(body("a\nb"), "p\n  \"a\\nb\"\n");
  Book book;
  book.tree.manifest.markdown.breaks = true;
  book.page("page.md", "a\nb");
  EXPECT_EQ(body(book), "p\n  \"a\"\n  br\n  \"\\nb\"\n");
}
TEST(Markdown, BareAddressesAreLinksWhereTheBookSaysSo) {
  EXPECT_EQ(body("see https://a.org"), "p\n  \"see https://a.org\"\n");
  Book book;
  book.tree.manifest.markdown.linkify = true;
  book.page("page.md", "www.a.org me@a.org");
  EXPECT_EQ(body(book),
            "p\n  a [href=\"http://www.a.org\"]\n    \"www.a.org\"\n  \" \"\n  a [href=\"mailto:me@a.org\"]\n"
            "    \"me@a.org\"\n");
}
TEST(Markdown, ABareAddressEndsBeforeTheSentencesSigns) {
  const auto linkified = [](std::string text) {
    Book book;
    book.tree.manifest.markdown.linkify = true;
    book.page("page.md", std::move(text));
    return body(book);
  };
  EXPECT_EQ(linkified("a https://a.org/*b* c"),
            "p\n  \"a \"\n  a [href=\"https://a.org/*b\"]\n    \"https://a.org/*b\"\n  \"* c\"\n");
  EXPECT_EQ(linkified("*https://a.org/b;* www.a.org; c"),
            "p\n  em\n    a [href=\"https://a.org/b\"]\n      \"https://a.org/b\"\n    \";\"\n  \" \"\n"
            "  a [href=\"http://www.a.org\"]\n    \"www.a.org\"\n  \"; c\"\n");
  EXPECT_EQ(linkified("[x](https://a.org/b;)"), "p\n  a [href=\"https://a.org/b;\"]\n    \"x\"\n");
}
TEST(Markdown, MarkdownInsideHtmlNestsAsInABrowser) {
  EXPECT_EQ(body("<div class=\"x\">\n\n*a*\n\n</div>\n\nb"), "div.x\n  p\n    em\n      \"a\"\np\n  \"b\"\n");
}
TEST(Markdown, AParagraphThatEndsItsDivIsMended) {
  EXPECT_EQ(body("<div>\n\na</div>\n\nb"), "div\n  p\n    \"a\"\np\n  \"b\"\n");
  EXPECT_EQ(reported("<div>\n\na</div>\n\nb"), Lines{});
}
TEST(Markdown, AHeadingTakesItsAttributes) {
  EXPECT_EQ(body("## *A* b {#c .d e=f data-g=h}"),
            "h2#page--c.d [data-g=\"h\"]\n  em\n    \"A\"\n  \" b\"\n");
}
TEST(Markdown, BracesThatAreNoAttributesStay) {
  EXPECT_EQ(body("## A {b c}"), "h2#page--a-b-c\n  \"A {b c}\"\n");
}
TEST(Markdown, APageInHtmlIsReadAsItIs) {
  Book book;
  book.page("page.html", "<body><p>*a*<p>b</body>");
  EXPECT_EQ(body(book), "p\n  \"*a*\"\np\n  \"b\"\n");
}

// Spans: every node knows its place.

std::string span_of_kind(std::string markdown, book::Kind kind) {
  Book book;
  book.page("page.md", std::move(markdown));
  const auto manuscript = book.parse();
  return under(book, manuscript, kind);
}

TEST(Spans, InlinesHaveTheirMarks) {
  EXPECT_EQ(span_of_kind("a **b c** d", book::Kind::strong), "**b c**");
  EXPECT_EQ(span_of_kind("a *b* d", book::Kind::em), "*b*");
  EXPECT_EQ(span_of_kind("a ``b`` d", book::Kind::code), "``b``");
  EXPECT_EQ(span_of_kind("a ***b*** d", book::Kind::strong), "**b**");
}
TEST(Spans, LinksAndPicturesAreWhole) {
  EXPECT_EQ(span_of_kind("a [b](https://c.org \"t\") d", book::Kind::a), "[b](https://c.org \"t\")");
  EXPECT_EQ(span_of_kind("a ![b](c.png) d", book::Kind::img), "![b](c.png)");
  EXPECT_EQ(span_of_kind("a <https://c.org> d", book::Kind::a), "<https://c.org>");
}
TEST(Spans, AHeadingBeginsWithItsMark) {
  EXPECT_EQ(span_of_kind("a\n\n## b *c*\n\nd", book::Kind::h2), "## b *c*");
}
TEST(Spans, AnItemBeginsWithItsMark) { EXPECT_EQ(span_of_kind("a\n\n- b\n- c\n", book::Kind::li), "- b"); }
TEST(Spans, AParagraphIsItsText) { EXPECT_EQ(span_of_kind("# t\n\nb\nc\n\nd", book::Kind::p), "b\nc"); }
TEST(Spans, ARuleIsAtItsLine) {
  Book book;
  book.page("page.md", "a\n\n***\n\nb");
  const auto manuscript = book.parse();
  const auto rule = std::ranges::find(manuscript.nodes, book::Kind::hr, &book::Node::kind);
  EXPECT_EQ(rule->span.begin, 3u);
}
TEST(Spans, HtmlElementsAreWhole) {
  EXPECT_EQ(span_of_kind("x <kbd>y</kbd> z", book::Kind::kbd), "<kbd>y</kbd>");
}
TEST(Spans, TextIsExactBehindEntitiesAndEscapes) {
  Book book;
  book.page("page.md", "a & b < c\n\n\\*é *zz*");
  const auto manuscript = book.parse();
  EXPECT_EQ(under_text(book, manuscript, "zz"), "zz");
  EXPECT_EQ(under_text(book, manuscript, "a & b < c"), "a & b < c");
}

}  // namespace
}  // namespace reliure::content
