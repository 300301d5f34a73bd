// What is read stays what it was: text, links, notes, pages.
#include <gtest/gtest.h>

#include "epub/links.h"
#include "unit/epub/sample.h"

namespace reliure::epub::test {
namespace {

TEST(Text, MarkupCharactersAreReferences) {
  Sample book = sample("<section><p>a</p></section>");
  book.manuscript.nodes[3].text = "1 < 2 > 0 & \"q\"";
  EXPECT_EQ(between(written(std::move(book))["EPUB/c1.xhtml"], "<p>", "</p>"), "1 &lt; 2 &gt; 0 &amp; \"q\"");
}

TEST(Text, CharactersThatXmlForbidsAreLeftOut) {
  Sample book = sample("<section><p>a</p></section>");
  book.manuscript.nodes[3].text = std::string_view("a\0b\x0c\xEF\xBF\xBF\xFF", 8);
  EXPECT_EQ(between(written(std::move(book))["EPUB/c1.xhtml"], "<p>", "</p>"), "ab\xEF\xBF\xBD");
}

TEST(Text, HiddenNodesAreLeftOut) {
  EXPECT_EQ(body("<p>a<span hidden=\"hidden\">b<em>c</em></span>d</p>"), "<p>ad</p>");
}

TEST(Text, ANoteIsWrittenThoughItsCallIsHidden) {
  EXPECT_EQ(body("<p hidden=\"hidden\">a<note id=\"c--n\"><p>b</p></note></p><p><a href=\"#c--n\">1</a></p>"),
            "<p><a href=\"#note-1\" epub:type=\"noteref\" role=\"doc-noteref\">1</a></p>"
            "<section class=\"notes\" epub:type=\"footnotes\" aria-label=\"Notes\">"
            "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"note-1\" class=\"footnote\">"
            "<p>b</p></aside></section>");
}

TEST(Styles, SelectElementsByTheIdsThatTheyHave) {
  Sample book =
      sample("<section><p id=\"c--box\">a</p><p id=\"c--index-box\">b</p><p id=\"c--é\">c</p></section>");
  book.style.css =
      "[id=\"node:2\"] { margin: 0 } :is([id=\"node:4\"], [id=\"node:6\"], [id=\"node:99\"]) { margin: 0 }";
  Archive files = written(std::move(book));
  EXPECT_NE(files["EPUB/style.css"].find("#c--box { margin: 0 } :is(#c--index-box, #n6, [id=\"node:99\"]) {"),
            std::string::npos)
      << files["EPUB/style.css"];
  EXPECT_NE(files["EPUB/c1.xhtml"].find("<p id=\"n6\">c</p>"), std::string::npos);
}

TEST(Styles, OfTheBookDoNotReachTheNavigation) {
  Sample book = sample("<section><p>a</p></section>");
  book.style.css = "nav:not([class]) { display: none }";
  Archive files = written(std::move(book));
  EXPECT_EQ(files["EPUB/nav.xhtml"].find("style.css"), std::string::npos);
  EXPECT_NE(files["EPUB/c1.xhtml"].find("style.css"), std::string::npos);
}

TEST(Links, LeadToTheFileOfTheirTarget) {
  Archive files =
      written(sample("<section slug=\"a\"><p id=\"a--p\">x <a href=\"#b--q\">q</a></p></section>"
                     "<section slug=\"b\"><p id=\"b--q\"><a href=\"#a--p\">p</a></p></section>"));
  EXPECT_NE(files["EPUB/a.xhtml"].find("<a href=\"b.xhtml#b--q\">q</a>"), std::string::npos);
  EXPECT_NE(files["EPUB/b.xhtml"].find("<a href=\"a.xhtml#a--p\">p</a>"), std::string::npos);
}

TEST(Links, ToWhatIsHiddenLeadToWhatIsAroundIt) {
  EXPECT_EQ(
      body("<div id=\"c--d\"><p id=\"c--p\" hidden=\"hidden\">a</p></div><p><a href=\"#c--p\">b</a></p>"),
      "<div id=\"c--d\"></div><p><a href=\"#c--d\">b</a></p>");
}

TEST(Links, ToHiddenChaptersAreText) {
  Archive files =
      written(sample("<section><p><a href=\"#gone\">a</a></p></section>"
                     "<section id=\"gone\" hidden=\"hidden\"><p>b</p></section>"));
  EXPECT_NE(files["EPUB/c1.xhtml"].find("<p><span>a</span></p>"), std::string::npos);
  EXPECT_EQ(files.count("EPUB/c2.xhtml"), 0U);
}

TEST(Links, WithoutWordsAreReadByTheirTitle) {
  EXPECT_EQ(body("<p><a href=\"https://a.org/\" title=\"A\"><img src=\"a.png\" alt=\"\"/></a></p>",
                 {resource("a.png", png())}),
            "<p><a href=\"https://a.org/\" aria-label=\"A\" title=\"A\"><img src=\"images/a.png\" "
            "alt=\"\"/></a></p>");
}

TEST(Links, ThatNoReaderCanFollowAreReported) {
  Archive files = written(sample("<section><p><a href=\"javascript:f()\">a</a></p></section>"),
                          {base::Code::epub_bad_address});
  EXPECT_NE(files["EPUB/c1.xhtml"].find("<p><span>a</span></p>"), std::string::npos);
}

TEST(Links, AddressesAreEncoded) {
  EXPECT_EQ(outside_address("https://a.org/é b|c?d=[1]#e#f"), "https://a.org/%C3%A9%20b%7Cc?d=%5B1%5D#e%23f");
  EXPECT_EQ(outside_address("HTTP://a.org/%41%zz"), "http://a.org/%41%25zz");
  EXPECT_EQ(outside_address("https://[::1]:80/"), "https://[::1]:80/");
  EXPECT_EQ(outside_address("mailto:a@b.org"), "mailto:a@b.org");
  for (const char* bad : {"https://", "https:///a", "https://a b/", "https://a:99999/", "http:a", "file:///a",
                          "data:text/html,a", "//a.org", "mailto:", ""}) {
    EXPECT_EQ(outside_address(bad), std::nullopt) << bad;
  }
}

TEST(Notes, StandAtTheEndWithLinksBothWays) {
  EXPECT_EQ(body("<p>a<note><p>b</p></note>c</p>"),
            "<p>a<a class=\"noteref\" epub:type=\"noteref\" role=\"doc-noteref\" id=\"call-1\" "
            "href=\"#note-1\">1</a>c</p>"
            "<section class=\"notes\" epub:type=\"footnotes\" aria-label=\"Notes\">"
            "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"note-1\" class=\"footnote\">"
            "<p><a class=\"note-number\" role=\"doc-backlink\" href=\"#call-1\" "
            "aria-label=\"Back to the call of note 1\">1</a> b</p></aside></section>");
}

TEST(Notes, ANoteOfWordsIsOneParagraph) {
  EXPECT_EQ(between(body("<p>a<note class=\"aside\">b <em>c</em>, d</note></p>"), "<aside", "</aside>"),
            " epub:type=\"footnote\" role=\"doc-footnote\" id=\"note-1\" class=\"footnote aside\">"
            "<p><a class=\"note-number\" role=\"doc-backlink\" href=\"#call-1\" "
            "aria-label=\"Back to the call of note 1\">1</a> b <em>c</em>, d</p>");
}
TEST(Notes, KeepTheNumberThatTheManuscriptGives) {
  const std::string written_body = body("<p>a<note number=\"7\"><p>b</p></note></p>");
  EXPECT_NE(written_body.find("href=\"#note-1\">7</a>"), std::string::npos);
}

TEST(Notes, SecondCallsLeadToTheSameNote) {
  const std::string written_body =
      body("<p>a<note id=\"c--n\"><p>b</p></note> <a class=\"noteref\" href=\"#c--n\">1</a></p>");
  EXPECT_NE(written_body.find(
                "<a href=\"#note-1\" epub:type=\"noteref\" role=\"doc-noteref\" class=\"noteref\">1</a>"),
            std::string::npos);
}

TEST(Notes, CalledInLinksAreCalledBehindThem) {
  const std::string written_body = body("<p><a href=\"https://a.org/\">a<note><p>b</p></note>c</a>d</p>");
  EXPECT_NE(written_body.find(">ac</a><a class=\"noteref\""), std::string::npos);
}

TEST(Notes, InNotesFollowThem) {
  const std::string written_body = body("<p>a<note><p>b<note><p>c</p></note></p></note></p>");
  EXPECT_NE(
      written_body.find("b<a class=\"noteref\" epub:type=\"noteref\" role=\"doc-noteref\" id=\"call-2\""),
      std::string::npos);
  EXPECT_LT(written_body.find("id=\"note-1\""), written_body.find("id=\"note-2\""));
}

constexpr const char* kMark2 =
    "<span role=\"doc-pagebreak\" epub:type=\"pagebreak\" id=\"page-2\" aria-label=\"2\"></span>";

TEST(Pages, BeginInTheTextWhereTheyBeginInPrint) {
  EXPECT_NE(body("<p>\fa</p><p>b \fc</p>").find("<p>b " + std::string(kMark2) + "c</p>"), std::string::npos);
}

TEST(Pages, ThatBeginWithHeadingsBeginBeforeThem) {
  EXPECT_NE(body("<p>\fa</p><h2><em>\fb</em></h2>").find("</p>" + std::string(kMark2) + "<h2>"),
            std::string::npos);
}

TEST(Pages, NeverBreakACharacter) {
  Sample book = sample("<section><p>\fé</p></section>");
  book.page_starts[0]->offset = 1;
  EXPECT_NE(written(std::move(book))["EPUB/c1.xhtml"].find("aria-label=\"1\"></span>é</p>"),
            std::string::npos);
}

TEST(Pages, OfHiddenTextBeginWhereTextGoesOn) {
  EXPECT_NE(body("<p>\fa</p><ul><li hidden=\"hidden\">\fb</li><li>c</li></ul>")
                .find("<ul><li>" + std::string(kMark2) + "c</li></ul>"),
            std::string::npos);
}

TEST(Pages, AreListedWithTheirLabels) {
  Sample book = sample("<section><p>\fa</p></section><section><p>b \fc</p></section>");
  book.pages[0].label = "iv";
  Archive files = written(std::move(book));
  EXPECT_NE(files["EPUB/nav.xhtml"].find("<li><a href=\"c1.xhtml#page-1\">iv</a></li>\n"
                                         "<li><a href=\"c2.xhtml#page-2\">2</a></li>"),
            std::string::npos);
  EXPECT_NE(files["EPUB/package.opf"].find("<meta property=\"pageBreakSource\">urn:uuid:"),
            std::string::npos);
  EXPECT_NE(files["EPUB/package.opf"].find(">pageBreakMarkers<"), std::string::npos);
}

TEST(Pages, WithoutPagesNothingIsSaidOfThem) {
  Archive files = written(sample("<section><p>a</p></section>"));
  EXPECT_EQ(files["EPUB/nav.xhtml"].find("page-list"), std::string::npos);
  EXPECT_EQ(files["EPUB/package.opf"].find("page"), std::string::npos);
}

}  // namespace
}  // namespace reliure::epub::test
