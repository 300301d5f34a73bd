#include "style/outline.h"

#include <gtest/gtest.h>

#include "unit/style/builder.h"

namespace reliure::style {
namespace {

using namespace testing;

Element line(std::vector<Element> below = {}) {
  Element item = element(Kind::li, {element(Kind::a, {text("line")})});
  if (!below.empty()) item.children.push_back(element(Kind::ol, std::move(below)));
  return item;
}

/// Contents, and chapters A (with B in it, with C in that) and D.
Book book_with_contents() {
  Book book({classed(Kind::nav, "contents", {element(Kind::ol, {line({line({line()})}), line()})}),
             element(Kind::section, {classed(Kind::h1, "a", {text("A")}), classed(Kind::h2, "b", {text("B")}),
                                     classed(Kind::h3, "c", {text("C")})}),
             element(Kind::section, {classed(Kind::h1, "d", {text("D")})})});
  book::Manuscript& manuscript = book.manuscript;
  const NodeId headings[] = {book.first(Kind::h1), book.first(Kind::h2), book.first(Kind::h3),
                             book.first(Kind::h1, 1)};
  for (std::size_t i = 0; i < 4; ++i) {
    const int level = book::heading_level(manuscript[headings[i]].kind);
    manuscript.outline.push_back({headings[i], level, std::string(1, static_cast<char>('A' + i))});
    manuscript.links.push_back({book.first(Kind::a, i), headings[i], {}});
  }
  manuscript.chapters.push_back({book.first(Kind::nav), book::kNoNode, "Contents", "contents", "en"});
  return book;
}

/// The outline under `css`, as `level title ...`.
std::string outline(std::string css) {
  Book book = book_with_contents();
  book.sheet(std::move(css)).resolve();
  std::string all;
  for (const book::OutlineEntry& entry : book.styles.outline()) {
    all += std::to_string(entry.level) + entry.title + " ";
  }
  return all;
}

/// Which of the four lines of the contents stand under `css`, and which of its lists.
std::string contents(std::string css) {
  Book book = book_with_contents();
  book.sheet(std::move(css)).resolve();
  std::string all;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!book.styles.hidden(book.first(Kind::a, i))) all += static_cast<char>('A' + i);
  }
  for (std::size_t i = 0; i < 3; ++i) all += book.styles.hidden(book.first(Kind::ol, i)) ? "" : " ol";
  return all;
}

TEST(Outline, BookmarksAreOpenUnlessTheStyleClosesThem) {
  Book book = book_with_contents();
  book.sheet("h2 { bookmark-state: closed }").resolve();
  const std::vector<book::OutlineEntry>& entries = book.styles.outline();
  EXPECT_FALSE(entries[0].closed);
  EXPECT_TRUE(entries[1].closed);
}

TEST(Outline, IsTheHeadings) {
  EXPECT_EQ(outline(""), "1A 2B 3C 1D ");
  EXPECT_EQ(contents(""), "ABCD ol ol ol");
}

TEST(Outline, LeavesOutWhatHasNoBookmark) {
  EXPECT_EQ(outline(".b { bookmark-level: none }"), "1A 2C 1D ");
  EXPECT_EQ(outline("h1 { bookmark-level: none }"), "1B 2C ");
  EXPECT_EQ(outline(".a, .b { display: none }"), "1C 1D ");
}

TEST(Outline, LeavesOutWhatRunsInTheMarginsUnlessAStyleGivesItALevel) {
  const std::string running = ".b { position: running(head) }";
  const std::string shown = "@page { @top-left { content: element(head) } }";
  EXPECT_EQ(outline(running + shown), "1A 2C 1D ");
  EXPECT_EQ(contents(running + shown), "ACD ol ol ol");
  EXPECT_EQ(outline(running), "1A 2B 3C 1D ") << "no margin box shows it";
  EXPECT_EQ(outline(running + shown + ".b { bookmark-level: 2 }"), "1A 2B 3C 1D ");
  EXPECT_EQ(contents(running + shown + ".b { bookmark-level: 2 }"), "ABCD ol ol ol");
}

TEST(Outline, OfAnEbookListsWhatOnlyPagesHaveInTheirMargins) {
  Book book = book_with_contents();
  book.sheet(".b { position: running(head) } @page { @top-left { content: element(head) } }")
      .resolve(Media::epub);
  EXPECT_EQ(book.styles.outline().size(), 4u);
  EXPECT_EQ(book.ebook().outline.size(), 4u) << "the heading stays in the text of the e-book";
}

TEST(Outline, TakesTheLevelThatStylesGive) {
  EXPECT_EQ(outline(".c { bookmark-level: 1 }"), "1A 2B 1C 1D ");
  EXPECT_EQ(outline(".d { bookmark-level: 4 }"), "1A 2B 3C 4D ");
  EXPECT_EQ(outline(".a { bookmark-level: 3 }"), "1A 2B 3C 1D ");
}

TEST(Outline, TheContentsListTheSameHeadings) {
  EXPECT_EQ(contents(".c { bookmark-level: none }"), "ABD ol ol");
  EXPECT_EQ(contents(".b { bookmark-level: none }"), "ACD ol ol ol");
  EXPECT_EQ(contents(".b, .c { bookmark-level: none }"), "AD ol");
  EXPECT_EQ(contents(".d { display: none }"), "ABC ol ol ol");
}

TEST(Outline, ContentsWithoutALineAreHidden) {
  Book book = book_with_contents();
  book.sheet("h1, h2, h3 { bookmark-level: none }").resolve();
  EXPECT_TRUE(book.styles.hidden(book.first(Kind::nav)));
  EXPECT_TRUE(book.styles.outline().empty());
}

TEST(Outline, TheEbookHasItsOwn) {
  Book book = book_with_contents();
  book.sheet("@media epub { .d { bookmark-level: none } }").resolve(Media::epub);
  const book::EbookStyle ebook = book.ebook();
  EXPECT_EQ(ebook.outline.size(), 3u);
}

}  // namespace
}  // namespace reliure::style
