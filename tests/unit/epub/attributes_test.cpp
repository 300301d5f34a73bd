#include <gtest/gtest.h>

#include "epub/inline_style.h"
#include "unit/epub/sample.h"

namespace reliure::epub::test {
namespace {

TEST(Attributes, WhatXhtmlDoesNotKnowIsLeftOut) {
  EXPECT_EQ(body("<p onclick=\"f()\" tabindex=\"0\" data-x=\"1\" title=\"a\">b</p>"), "<p title=\"a\">b</p>");
}

TEST(Attributes, ValuesThatAreNoneAreLeftOut) {
  EXPECT_EQ(body("<ol start=\"three\" type=\"a\"><li value=\"-2\">a</li></ol>"),
            "<ol type=\"a\"><li value=\"-2\">a</li></ol>");
  EXPECT_EQ(body("<p dir=\"up\">a</p><p lang=\"x\">b</p>"), "<p>a</p><p>b</p>");
}

TEST(Attributes, LanguageIsGivenTwice) {
  EXPECT_EQ(body("<p lang=\"en-GB\">a</p>"), "<p lang=\"en-GB\" xml:lang=\"en-GB\">a</p>");
}

TEST(Attributes, OldPresentationBecomesStyle) {
  EXPECT_EQ(body("<p align=\"center\">a</p>"), "<p style=\"text-align: center;\">a</p>");
  EXPECT_EQ(body("<table width=\"100%\" border=\"1\"><tr><td valign=\"top\">a</td></tr></table>"),
            "<table style=\"width: 100%;\"><tbody><tr><td style=\"vertical-align: "
            "top;\">a</td></tr></tbody></table>");
}

TEST(Attributes, ScopeOfHeaderCellsIsFoundFromTheirPlace) {
  EXPECT_EQ(body("<table><tr><th colspan=\"2\">a</th></tr><tr><th>b</th><td>c</td></tr></table>"),
            "<table><tbody><tr><th colspan=\"2\" scope=\"rowgroup\">a</th></tr>"
            "<tr><th scope=\"row\">b</th><td>c</td></tr></tbody></table>");
}

TEST(Attributes, ScopeThatIsNoneIsReplaced) {
  // A row of headers that is first names the columns, with a head around it or not.
  EXPECT_EQ(body("<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></tbody></table>"),
            "<table><tbody><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>"
            "<tr><td>c</td><td>d</td></tr></tbody></table>");
  EXPECT_EQ(body("<table><thead><tr><th scope=\"column\">a</th></tr></thead></table>"),
            "<table><thead><tr><th scope=\"col\">a</th></tr></thead></table>");
}

TEST(Attributes, HeadersLeadToHeaderCellsOfTheSameTable) {
  EXPECT_EQ(
      body("<table><tr><th id=\"c--a\">a</th><td headers=\"c--a c--p\">b</td></tr></table><p "
           "id=\"c--p\">c</p>"),
      "<table><tbody><tr><th id=\"c--a\" scope=\"row\">a</th><td headers=\"c--a\">b</td></tr></tbody></table>"
      "<p id=\"c--p\">c</p>");
}

/// Small screens have no room for all columns side by side: there each cell says what heads it.
TEST(Attributes, CellsOfManyColumnsHaveTheirHead) {
  EXPECT_EQ(body("<table><thead><tr><th>a</th><th>b <b>c</b><note>d</note></th><td/><th>e</th></tr></thead>"
                 "<tbody><tr><th>f</th><td>g</td><td>h</td><td>i</td><td>j</td></tr></tbody></table>")
                .substr(0, 28),
            "<table class=\"many-columns\">");
  const std::string cells = body(
      "<table><thead><tr><th>a</th><th> b\n<b>c</b></th><td/><th>e</th></tr></thead>"
      "<tbody><tr><th>f</th><td>g</td><td>h</td><td>i</td></tr></tbody></table>");
  EXPECT_EQ(cells.substr(cells.find("<tbody>")),
            "<tbody><tr><th scope=\"row\">f</th><td data-head=\"b c\">g</td><td>h</td><td "
            "data-head=\"e\">i</td></tr></tbody></table>");
}

TEST(Attributes, CellsThatSpanTheirRowLeaveTheHeadsOfOthers) {
  const std::string cells = body(
      "<table><thead><tr><th>a</th><th>b</th><th>c</th><th>d</th></tr></thead>"
      "<tbody><tr><td colspan=\"4\">e</td></tr><tr><td>f</td><td/><td/><td>g</td></tr></tbody></table>");
  EXPECT_EQ(
      cells.substr(cells.find("<tbody>")),
      "<tbody><tr><td colspan=\"4\">e</td></tr><tr><td data-head=\"a\">f</td><td data-head=\"b\"></td><td "
      "data-head=\"c\"></td><td data-head=\"d\">g</td></tr></tbody></table>");
}

TEST(Attributes, FewColumnsAndCellsThatSpanHaveNone) {
  EXPECT_EQ(
      body("<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"),
      "<table><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>");
  const std::string spanned = body(
      "<table><thead><tr><th>a</th><th>b</th><th>c</th><th>d</th></tr></thead>"
      "<tbody><tr><td colspan=\"2\">e</td><td>f</td><td>g</td></tr></tbody></table>");
  EXPECT_EQ(spanned.find("data-head"), std::string::npos);
}

TEST(Attributes, NamedElementWithoutContentIsPicture) {
  EXPECT_EQ(body("<p><span aria-label=\"Yes\"/></p>"),
            "<p><span role=\"img\" aria-label=\"Yes\"></span></p>");
  EXPECT_EQ(body("<p><span aria-label=\"Yes\">a</span></p>"), "<p><span>a</span></p>");
}

TEST(Attributes, GeneratedTextWithMeaningIsPicture) {
  EXPECT_EQ(body("<p before=\"✓|Yes\">a</p>"),
            "<p><span class=\"generated-before\" role=\"img\" aria-label=\"Yes\">✓</span>a</p>");
  EXPECT_EQ(body("<p before=\"1. \">a</p>"), "<p><span class=\"generated-before\">1. </span>a</p>");
  EXPECT_EQ(body("<p before=\"→|\">a</p>"),
            "<p><span class=\"generated-before\" aria-hidden=\"true\">→</span>a</p>");
}

TEST(Attributes, IdsThatXmlCannotHoldAreReplaced) {
  EXPECT_EQ(body("<p id=\"9 lives\">a <a href=\"#9 lives\">b</a></p>"),
            "<p id=\"n2\">a <a href=\"#n2\">b</a></p>");
  EXPECT_EQ(body("<p id=\"n7\">a</p>"), "<p>a</p>");
}

TEST(InlineStyle, WhatEpubForbidsIsLeftOut) {
  EXPECT_EQ(safe_declarations("position: fixed; margin: 0; direction: rtl"), "margin: 0; ");
}

TEST(InlineStyle, ColoursAreTheReadersButWithTheirGround) {
  EXPECT_EQ(safe_declarations("color: red"), "");
  EXPECT_EQ(safe_declarations("background: #fff"), "");
  EXPECT_EQ(safe_declarations("color: red; background: transparent; margin: 0"), "margin: 0; ");
  EXPECT_EQ(safe_declarations("color: white; background-color: NAVY !important"),
            "color: white; background-color: NAVY !important; ");
}

TEST(InlineStyle, SizesFollowTheReadersText) {
  EXPECT_EQ(safe_declarations("font-size: 9pt; font-size: small; font: 12px/1.2 serif"), "");
  EXPECT_EQ(safe_declarations("font-size: 1.2rem; line-height: 14pt; column-count: 3"), "");
  EXPECT_EQ(safe_declarations("font-size: 0.9em; font-size: 90%; font-size: LARGER"),
            "font-size: 0.9em; font-size: 90%; font-size: LARGER; ");
  EXPECT_EQ(safe_declarations("line-height: 1.2; width: 50%"), "line-height: 1.2; width: 50%; ");
  EXPECT_EQ(safe_declarations("width: 600px"), "width: 600px; max-width: 100%; ");
}

TEST(InlineStyle, WhatLeadsOutOrDoesNotCloseIsLeftOut) {
  EXPECT_EQ(safe_declarations("background: url(http://a/b); margin: 0"), "margin: 0; ");
  EXPECT_EQ(safe_declarations("width: calc(1px; color: red"), "");
  EXPECT_EQ(safe_declarations("content: '; color: red"), "");
  EXPECT_EQ(safe_declarations("color: red}body{"), "");
  EXPECT_EQ(safe_declarations("color red; MARGIN: 1px !important"), "margin: 1px !important; ");
}

}  // namespace
}  // namespace reliure::epub::test
