// Whatever stands where, the file is XHTML: each case is markup as a tree builder may leave it, and what is
// written.
#include <gtest/gtest.h>

#include "unit/epub/sample.h"

namespace reliure::epub::test {
namespace {

TEST(ContentModel, WhatIsValidStaysAsItIs) {
  const std::string valid =
      "<h2>One</h2><p>A <em>b</em> <code>c</code></p><ul><li>d</li></ul><blockquote><p>e</p></blockquote>";
  EXPECT_EQ(body(valid), valid);
}

TEST(ContentModel, ParagraphAroundBlockIsDivision) {
  EXPECT_EQ(body("<p>a<ul><li>b</li></ul></p>"), "<div class=\"as-p\">a<ul><li>b</li></ul></div>");
}

TEST(ContentModel, InlineAroundBlockIsDivision) {
  EXPECT_EQ(body("<strong><p>a</p></strong>"), "<div class=\"as-strong\"><p>a</p></div>");
}

TEST(ContentModel, LinkAroundBlockStaysLink) {
  EXPECT_EQ(body("<a href=\"https://example.org/\"><p>a</p></a>"),
            "<a href=\"https://example.org/\"><p>a</p></a>");
}

TEST(ContentModel, BlockInHeadingIsInlineShownAsBlock) {
  EXPECT_EQ(body("<h2><div>a</div></h2>"), "<h2><span class=\"as-block as-div\">a</span></h2>");
}

TEST(ContentModel, ItemsOutsideOfListsShareOneList) {
  EXPECT_EQ(body("<li>a</li><li>b</li><p>c</p>"), "<ul><li>a</li><li>b</li></ul><p>c</p>");
}

TEST(ContentModel, WhatIsNoItemInListsIsWrapped) {
  EXPECT_EQ(body("<ul>a <b>b</b><li>c</li><ul><li>d</li></ul></ul>"),
            "<ul><li>a <b>b</b></li><li>c</li><li><ul><li>d</li></ul></li></ul>");
}

TEST(ContentModel, RowsWithoutBodyGetOne) {
  EXPECT_EQ(body("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>"),
            "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>");
}

TEST(ContentModel, TextInTablesGetsCell) {
  EXPECT_EQ(body("<table>a<tr>b<td>c</td></tr></table>"),
            "<table><tbody><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>");
}

TEST(ContentModel, CaptionBehindRowsIsCell) {
  EXPECT_EQ(
      body("<table><tr><td>a</td></tr><caption>b</caption></table>"),
      "<table><tbody><tr><td>a</td></tr><tr><td><div class=\"as-caption\">b</div></td></tr></tbody></table>");
}

TEST(ContentModel, SecondHeadAndEarlyFootOfTableAreBodies) {
  EXPECT_EQ(body("<table><thead><tr><td>a</td></tr></thead><thead><tr><td>b</td></tr></thead>"
                 "<tfoot><tr><td>c</td></tr></tfoot><tbody><tr><td>d</td></tr></tbody></table>"),
            "<table><thead><tr><td>a</td></tr></thead><tbody><tr><td>b</td></tr></tbody>"
            "<tbody><tr><td>c</td></tr></tbody><tbody><tr><td>d</td></tr></tbody></table>");
}

TEST(ContentModel, CellsOutsideOfTablesAreDivisions) {
  EXPECT_EQ(body("<td>a</td>"), "<div class=\"as-td\">a</div>");
}

TEST(ContentModel, DescriptionsWithoutTermMakeNoList) {
  EXPECT_EQ(body("<dl><dd>a</dd></dl>"), "<div class=\"as-dl\"><div class=\"as-dd\">a</div></div>");
}

TEST(ContentModel, TermsAndDescriptionsInGroupsStay) {
  const std::string groups =
      "<dl><div><dt>a</dt><dd>b</dd></div><div><dt>c</dt><dt>d</dt><dd>e</dd></div></dl>";
  EXPECT_EQ(body(groups), groups);
}

TEST(ContentModel, FigureHasItsCaptionAtAnEnd) {
  EXPECT_EQ(body("<figure><p>a</p><figcaption>b</figcaption><p>c</p></figure>"),
            "<figure><p>a</p><div class=\"as-figcaption\">b</div><p>c</p></figure>");
  EXPECT_EQ(body("<figure><figcaption>b</figcaption><p>c</p></figure>"),
            "<figure><figcaption>b</figcaption><p>c</p></figure>");
}

TEST(ContentModel, LinkInLinkIsNoLink) {
  EXPECT_EQ(body("<a href=\"https://a.org/\">a<table><tr><td><a "
                 "href=\"https://b.org/\">b</a></td></tr></table></a>"),
            "<a href=\"https://a.org/\">a<table><tbody><tr><td><span>b</span></td></tr></tbody></table></a>");
}

TEST(ContentModel, RubyWithoutBaseIsNone) {
  EXPECT_EQ(body("<p><ruby><rt>a</rt></ruby></p>"),
            "<p><span class=\"as-ruby\"><span class=\"as-rt\">a</span></span></p>");
  const std::string ruby = "<p><ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby></p>";
  EXPECT_EQ(body(ruby), "<p><ruby>a<rt>b</rt></ruby></p>");
}

TEST(ContentModel, EmptyHeadingIsNone) { EXPECT_EQ(body("<h3> </h3>"), "<div class=\"as-h3\"> </div>"); }

TEST(ContentModel, HeaderCellWithoutWordsIsCell) {
  EXPECT_EQ(body("<table><thead><tr><th/><th>a</th></tr></thead></table>"),
            "<table><thead><tr><td></td><th scope=\"col\">a</th></tr></thead></table>");
}

TEST(ContentModel, DetailsAreUnfolded) {
  EXPECT_EQ(body("<details><summary>a</summary><p>b</p></details>"),
            "<div class=\"as-details\"><div class=\"as-summary\">a</div><p>b</p></div>");
}

TEST(ContentModel, VeryDeepElementsLoseTheirTagsAndNoText) {
  std::string deep;
  constexpr int kDepth = 2000;
  for (int i = 0; i < kDepth; ++i) deep += "<ul><li>";
  deep += "bottom";
  for (int i = 0; i < kDepth; ++i) deep += "</li></ul>";
  const std::string shallow = body(deep);
  EXPECT_NE(shallow.find(">bottom<"), std::string::npos);
  EXPECT_LT(shallow.size(), 4000U);
}

}  // namespace
}  // namespace reliure::epub::test
