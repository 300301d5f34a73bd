// The pages of a site: the e-book's markup, and the ways through them.
#include "epub/site.h"

#include <gtest/gtest.h>

#include "unit/epub/sample.h"

namespace reliure::epub::test {
namespace {

Archive site_of(Sample sample) {
  base::Diagnostics diagnostics;
  const book::EbookStyle style = sample.style;
  Archive files;
  for (File& file : write_site(book_of(std::move(sample)), style, {}, diagnostics)) {
    files[file.name] = std::move(file.bytes);
  }
  EXPECT_TRUE(diagnostics.all().empty());
  return files;
}

constexpr std::string_view kFront =
    "<section class=\"title-page\" slug=\"title-page\"><p>T</p></section>"
    "<nav class=\"contents\" slug=\"contents\"><h1>C</h1><ol><li><a href=\"#a\">A</a></li>";

TEST(Site, HasTitlePageAndContentsInItsFirstFile) {
  Archive files = site_of(sample(std::string(kFront) + "</ol></nav><section><h1 id=\"a\">A</h1></section>"));
  EXPECT_EQ(files.size(), 4u);
  const std::string& index = files["index.html"];
  EXPECT_NE(index.find("<section class=\"title-page\">"), std::string::npos) << index;
  EXPECT_NE(index.find("<a href=\"c3.html#a\">A</a>"), std::string::npos) << index;
  EXPECT_EQ(index.find("<h1 class=\"site-title\">"), std::string::npos);
}

TEST(Site, HasContentsOfItsOwnWhereTheBooksAreShort) {
  Archive files = site_of(sample(
      std::string(kFront) + "</ol></nav><section><h1 id=\"a\">A</h1></section><section><p>b</p></section>"));
  const std::string nav = between(files["index.html"], "<nav class=\"contents\"", "</nav>");
  EXPECT_NE(nav.find("<li><a href=\"c3.html#a\">A</a></li>\n<li><a href=\"c4.html\">c4.html</a></li>"),
            std::string::npos)
      << nav;
}

TEST(Site, IsWrittenForParsersOfHtml) {
  Archive files = site_of(sample(
      "<section lang=\"fr\"><p>\fa<note><p>b</p></note><br/>c</p><pre>\n\nd</pre><table><tr><td>e</td></tr>"
      "</table></section>"));
  const std::string& page = files["c1.html"];
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang="));
  EXPECT_EQ(page.find("epub:"), std::string::npos);
  EXPECT_EQ(page.find("xml:lang"), std::string::npos);
  EXPECT_NE(page.find("<span role=\"doc-pagebreak\" id=\"page-1\" aria-label=\"1\"></span>"),
            std::string::npos);
  EXPECT_NE(page.find("<a class=\"noteref\" role=\"doc-noteref\" id=\"call-1\" href=\"#note-1\">"),
            std::string::npos);
  EXPECT_NE(page.find("<aside role=\"doc-footnote\" id=\"note-1\""), std::string::npos);
  EXPECT_NE(page.find("<br/>"), std::string::npos);
  EXPECT_NE(page.find("<table tabindex=\"0\">"), std::string::npos);
  EXPECT_NE(page.find("<pre>\n\n\nd</pre>"), std::string::npos) << page;
}

TEST(Site, LeadsFromPageToPageInTheBooksLanguage) {
  Sample book =
      sample("<section><h1>A</h1></section><section><h1>B</h1></section><section><h1>C</h1></section>");
  book.manuscript.metadata.language = "fr";
  Archive files = site_of(std::move(book));
  const std::string nav = between(files["c2.html"], "<nav class=\"site-nav\"", "</nav>");
  EXPECT_NE(nav.find(" rel=\"prev\" href=\"c1.html\"><span class=\"site-step\">Précédent</span> <span"),
            std::string::npos)
      << nav;
  EXPECT_NE(nav.find("href=\"index.html\">Sommaire</a>"), std::string::npos);
  EXPECT_NE(nav.find(" rel=\"next\" href=\"c3.html\">"), std::string::npos);
}

TEST(Site, WordsOfAnotherLanguageThanThePageSaySo) {
  Sample book = sample("<section><h1>A</h1></section>");
  book.manuscript.metadata.language = "ja";
  Archive files = site_of(std::move(book));
  EXPECT_NE(files["index.html"].find("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ja\">"),
            std::string::npos);
  EXPECT_NE(files["index.html"].find("href=\"#main\" lang=\"en\">Skip to the text</a>"), std::string::npos);
}

TEST(Site, KeepsTheIdOfItsTextFreeOfAuthors) {
  Archive files = site_of(sample("<section><h1 id=\"main\">A</h1></section>"));
  EXPECT_EQ(files["c1.html"].find("id=\"main\"", files["c1.html"].find("id=\"main\"") + 1),
            std::string::npos);
}

}  // namespace
}  // namespace reliure::epub::test
