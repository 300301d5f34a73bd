#include <gtest/gtest.h>

#include "support.h"

namespace reliure::content {
namespace {

TEST(Html, ScriptsStylesAndCommentsVanish) {
  EXPECT_EQ(body("a <!-- b --> c\n\n<script>d</script>\n<style>e</style>\n"), "p\n  \"a \"\n  \" c\"\n");
  EXPECT_EQ(reported("<script>d</script>"), Lines{});
}
TEST(Html, AnUnclosedCommentSwallowsNothing) {
  EXPECT_EQ(reported("a\n\n<!-- b\n\nc"),
            Lines{"content/unclosed-tag 3:1 a comment is opened and never closed"});
  EXPECT_NE(body("a\n\n<!-- b\n\nc").find("c"), std::string::npos);
}
TEST(Html, HandlersAndScreenAttributesVanish) {
  EXPECT_EQ(body("<p onclick=\"x()\" tabindex=0 aria-expanded=true title=t data-x=y>a</p>"),
            "p [title=\"t\"] [data-x=\"y\"]\n  \"a\"\n");
}
TEST(Html, LanguageIdAndClassesHaveTheirPlaces) {
  EXPECT_EQ(body("<p id=a class=\"b  c\" lang=de>d</p>"), "p#page--a.b.c [lang=\"de\"]\n  \"d\"\n");
}
TEST(Html, WhiteSpaceBetweenBlocksIsDropped) {
  EXPECT_EQ(body("<ul>\n <li>a</li>\n <li> <b>b</b> <i>c</i> </li>\n</ul>"),
            "ul\n  li\n    \"a\"\n  li\n    b\n      \"b\"\n    \" \"\n    i\n      \"c\"\n");
}
TEST(Html, AnUnknownElementIsABlockOrAnInline) {
  EXPECT_EQ(body("<x-a>\n<p>a</p>\n</x-a>\n\n<p>b <x-b>c</x-b></p>"),
            "div\n  p\n    \"a\"\np\n  \"b \"\n  span\n    \"c\"\n");
}
TEST(Html, AnUnknownElementIsReportedOnce) {
  Book book;
  book.page("a.md", "<x-a>a</x-a> <x-a>b</x-a>");
  book.page("b.md", "<x-a>a</x-a>");
  book.parse();
  EXPECT_EQ(book.reported(), Lines{"content/unknown-element 1:1 `<x-a>` is not an element of HTML"});
}
TEST(Html, AFormIsReported) {
  EXPECT_EQ(reported("<form><input></form>"),
            Lines{"content/dropped-element 1:1 `<form>` cannot be in a book"});
}
TEST(Html, AFilmLeavesALink) {
  EXPECT_EQ(body("<iframe src=\"https://a.org/v\" title=\"Film\"></iframe>"),
            "p.medium\n  a [href=\"https://a.org/v\"]\n    \"Film\"\n");
  EXPECT_EQ(reported("<video><source src=\"https://a.org/v\"></video>"),
            Lines{"content/dropped-element 1:1 `<video>` cannot be in a book"});
}
TEST(Html, AButtonInAHeadingIsItsText) {
  EXPECT_EQ(body("<h3><button aria-expanded=false>a</button></h3>"), "h2#page--a\n  \"a\"\n");
}
TEST(Html, ACheckboxIsAGlyph) {
  EXPECT_EQ(body("<p><input type=checkbox checked> a</p>"), "p\n  \"☑\"\n  \" a\"\n");
}
TEST(Html, ABlockInAHeadingIsInline) {
  EXPECT_EQ(body("<h2><div>a</div></h2>"), "h2#page--a\n  span\n    \"a\"\n");
}
TEST(Html, WhatIsInAListIsAnItem) { EXPECT_EQ(body("<ul><p>a</p></ul>"), "ul\n  li\n    p\n      \"a\"\n"); }
TEST(Html, PartsWithoutTheirWholeAreBlocks) {
  EXPECT_EQ(body("<div><li>a</li><dt>b</dt></div>"), "div\n  div\n    \"a\"\n  dt\n    \"b\"\n");
}

// What a page shows only when it is asked.

TEST(Folded, AClosedDialogAndATemplateAreLeftOutWithoutAWord) {
  EXPECT_EQ(body("<dialog><p>a</p></dialog><template><p>b</p></template><p>c</p>"), "p\n  \"c\"\n");
  EXPECT_EQ(reported("<dialog id=\"x\">a</dialog><template>b</template>"), Lines{});
}
TEST(Folded, AnOpenDialogIsKept) {
  EXPECT_EQ(body("<dialog open><p>a</p></dialog>"), "div\n  p\n    \"a\"\n");
}
TEST(Folded, AHeadingWithOnlyAClosedDialogIsEmpty) {
  EXPECT_EQ(body("<h2><dialog>a</dialog></h2><p>b</p>"), "p\n  \"b\"\n");
}
TEST(Folded, ClosedDetailsAreKeptWithTheirContent) {
  EXPECT_EQ(body("<details><summary>a</summary><p>b</p></details>"),
            "details\n  summary\n    \"a\"\n  p\n    \"b\"\n");
}

// Containers.

TEST(Containers, ACalloutHasATitleAndMarkdown) {
  EXPECT_EQ(
      body("a\n:::callout The <b> title\n*b*\n:::\nc"),
      "p\n  \"a\"\ndiv.fr-callout\n  p.fr-callout__title\n    \"The <b> title\"\n  p\n    em\n      \"b\"\n"
      "p\n  \"c\"\n");
}
TEST(Containers, AccordionsHaveHeadingsBelowTheOneBefore) {
  EXPECT_EQ(body("## A\n\n???accordionsgroup\n??? B\nb\n???\n???\n"),
            "h2#page--a\n  \"A\"\ndiv.fr-accordions-group\n  section.fr-accordion\n"
            "    h3#page--b.fr-accordion__title\n      \"B\"\n    p\n      \"b\"\n");
}
TEST(Containers, OtherNamesAndFencesStay) {
  EXPECT_EQ(body(":::other\nx"), "p\n  \":::other\\nx\"\n");
  EXPECT_EQ(body("```\n:::info\n```"), "pre\n  code\n    \":::info\\n\"\n");
}
TEST(Containers, AnUnknownOneIsReported) {
  EXPECT_EQ(reported("a\n\n:::wraning\nb\n:::"),
            Lines{"content/unknown-element 3:4 no container is called `wraning`"});
}
TEST(Containers, ABoxWithoutTitleIsNamedByItsType) {
  EXPECT_EQ(body(":::tip\na\n:::\n"),
            "div.callout.callout-tip\n  p.callout__title\n    \"Tip\"\n  p\n    \"a\"\n");
  EXPECT_EQ(body(":::note[A <title>]\na\n:::\n"),
            "div.callout.callout-note\n  p.callout__title\n    \"A <title>\"\n  p\n    \"a\"\n");
}
TEST(Callouts, AnAlertIsABox) {
  EXPECT_EQ(body("> [!NOTE]\n> *a*\n>\n> > b\n\nc"),
            "div.callout.callout-note\n  p.callout__title\n    \"Note\"\n  p\n    em\n      \"a\"\n  "
            "blockquote\n    p\n"
            "      \"b\"\np\n  \"c\"\n");
  EXPECT_EQ(body("> a\n> [!NOTE]\n"), "blockquote\n  p\n    \"a\\n[!NOTE]\"\n");
}
TEST(Callouts, AnAdmonitionIsABoxOfItsIndentedLines) {
  EXPECT_EQ(body("!!! warning \"A\"\n    b\n\n    !!! tip\n        c\n\n    d\n\ne"),
            "div.callout.callout-warning\n  p.callout__title\n    \"A\"\n  p\n    \"b\"\n  "
            "div.callout.callout-tip\n"
            "    p.callout__title\n      \"Tip\"\n    p\n      \"c\"\n  p\n    \"d\"\np\n  \"e\"\n");
  EXPECT_EQ(body("??? note \"\"\n\n    b\n"), "div.callout.callout-note\n  p\n    \"b\"\n");
  EXPECT_EQ(body("!!! note\nb"), "p\n  \"!!! note\\nb\"\n");
}
TEST(Callouts, TheTitleIsInTheLanguageOfThePage) {
  Book book;
  book.page("page.md", "> [!TIP]\n> a").front_matter.language = "fr";
  EXPECT_EQ(body(book), "div.callout.callout-tip\n  p.callout__title\n    \"Astuce\"\n  p\n    \"a\"\n");
}
TEST(Callouts, TextInsideKnowsItsPlace) {
  Book book;
  book.page("page.md", "> [!TIP]\n> a <b>x y</b>\n");
  EXPECT_EQ(under_text(book, book.parse(), "x y"), "x y");
}
TEST(Containers, AnUnclosedOneIsReported) {
  EXPECT_EQ(reported("a\n\n:::info\nb"), Lines{"content/unclosed-tag 3:1 a container is never closed"});
}
TEST(Containers, TheTitleKnowsItsPlace) {
  Book book;
  book.page("page.md", ":::info A title\nb\n:::");
  EXPECT_EQ(under_text(book, book.parse(), "A title"), "A title");
}

// Tags that do not pair.

TEST(Repair, AStrayEndTagIsReportedAndLosesNoText) {
  EXPECT_EQ(body("## A ?</h2> b"), "h2#page--a-b\n  \"A ? b\"\n");
  EXPECT_EQ(reported("## A ?</h2> b"), Lines{"content/stray-end-tag 1:7 `</h2>` closes nothing"});
}
TEST(Repair, AnUnclosedInlineEndsWithItsParagraph) {
  EXPECT_EQ(body("a <b>c\n\nd"), "p\n  \"a \"\n  b\n    \"c\"\np\n  \"d\"\n");
  EXPECT_EQ(reported("a <b>c\n\nd"),
            Lines{"content/unclosed-tag 1:3 `<b>` is not closed where its parent ends"});
}
TEST(Repair, AnUnclosedBlockEndsWithThePage) {
  EXPECT_EQ(body("<div>\n\na"), "div\n  p\n    \"a\"\n");
  EXPECT_EQ(reported("<div>\n\na"),
            Lines{"content/unclosed-tag 1:1 `<div>` is not closed where its parent ends"});
}
TEST(Repair, EndTagsThatHtmlDoesNotAskForAreNotMissed) {
  EXPECT_EQ(reported("<ul><li>a<li>b</ul><table><tr><td>c<td>d<tr><th>e</table><p>f<p>g"), Lines{});
}
TEST(Repair, ManyOpenItemsAreSiblings) {
  std::string list = "<ul>";
  for (int i = 0; i < 500; ++i) list += "<li>a";
  EXPECT_EQ(reported(list + "</ul>"), Lines{});
}
TEST(Repair, ADivOpenedInAParagraphMayCloseLater) {
  EXPECT_EQ(body("a <div>b\n\nc\n\n</div>\n\nd"),
            "p\n  \"a \"\ndiv\n  \"b\\n\"\n  p\n    \"c\"\np\n  \"d\"\n");
  EXPECT_EQ(reported("a <div>b\n\nc\n\n</div>\n\nd"), Lines{});
}
TEST(Repair, TagsInScriptsAndCommentsAreNone) {
  EXPECT_EQ(reported("<script>if (a<b) '</div>'</script>\n<!-- <b> </i> -->\n"), Lines{});
}
TEST(Repair, WhatIsNestedTooDeepIsFlat) {
  std::string page;
  for (int i = 0; i < 5000; ++i) page += "<div>";
  page += "x";
  for (int i = 0; i < 5000; ++i) page += "</div>";
  EXPECT_EQ(reported(page), Lines{"content/nested-too-deep 1:1001 `<div>` is nested too deep"});
  EXPECT_NE(body(page).find("\"x\""), std::string::npos);
}
TEST(Repair, FormattingIsNotOpenedAgainAndAgain) {
  std::string page = "<div>";
  for (int i = 0; i < 100; ++i) page += "<font color=" + std::to_string(i) + ">";
  for (int i = 0; i < 100; ++i) page += "<p>x";
  Book book;
  book.page("page.md", page);
  EXPECT_LT(book.parse().nodes.size(), 5000u);
}

// What would stop a parser.

TEST(Hostile, NulBytesAreReplaced) {
  EXPECT_EQ(body(std::string("a\0b", 3)), "p\n  \"a\uFFFDb\"\n");
  EXPECT_NE(body(std::string("<p title=\"a\0b\">c\0d</p>", 22)).find("p [title="), std::string::npos);
}
TEST(Hostile, BrokenEndsAreRead) {
  for (const char* page :
       {"<", "<a", "<a href=\"", "<!--", "</", "&", "[^", "![", "[a](", "```", "<script>", "|a|\n|-", "{{",
        "# {", "<table><tr><td>", "<svg><title>", "[^1]:", "<![CDATA[", "<svg><![CDATA[a"}) {
    Book book;
    book.page("page.md", page);
    book.page("page.html", page);
    EXPECT_GE(book.parse().nodes.size(), 5u) << page;
  }
}
TEST(Hostile, DeepMarkdownEnds) {
  EXPECT_NE(body(std::string(3000, '>') + "x").find('x'), std::string::npos);
}
TEST(Hostile, ATemplateLeftoverIsReported) {
  EXPECT_EQ(reported("a {{ b.c }} d"),
            Lines{"content/template-leftover 1:3 a template expression stands in the text"});
  EXPECT_EQ(reported("`{{ b }}`"), Lines{});
  EXPECT_EQ(reported("<a href=\"{{ b }}\">c</a>"),
            Lines{"content/template-leftover 1:10 a template expression stands in an address"});
}

}  // namespace
}  // namespace reliure::content
