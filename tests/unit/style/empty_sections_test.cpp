#include "style/empty_sections.h"

#include <gtest/gtest.h>

#include "unit/style/builder.h"

namespace reliure::style {
namespace {

using namespace testing;

/// A chapter of one title and the given headings and blocks; every heading is in the outline.
Book chapter(std::vector<Element> blocks) {
  Element section = classed(Kind::section, "chapter", {element(Kind::h1, {text("Title")})});
  section.children.insert(section.children.end(), blocks.begin(), blocks.end());
  Book book({section});
  for (std::uint32_t i = 0; i < book.manuscript.nodes.size(); ++i) {
    if (const int level = book::heading_level(book.manuscript.nodes[i].kind); level > 0) {
      book.manuscript.outline.push_back({NodeId{i}, level, "heading"});
    }
  }
  book.manuscript.chapters.push_back(
      {book.first(Kind::section), book.first(Kind::h1), "Title", "title", "en"});
  book.sheet("nav { display: none }");
  return book;
}

Element heading(Kind kind) { return element(kind, {text("Consult")}); }
Element hidden_block() { return element(Kind::nav, {text("next page")}); }

TEST(EmptySections, AHeadingOverHiddenContentAloneIsHiddenAndReported) {
  Book book =
      chapter({heading(Kind::h2), hidden_block(), heading(Kind::h2), element(Kind::p, {text("kept")})});
  book.resolve();
  EXPECT_TRUE(book.styles.hidden(book.first(Kind::h2)));
  EXPECT_FALSE(book.styles.hidden(book.first(Kind::h2, 1)));
  ASSERT_EQ(book.diagnostics.all().size(), 1u);
  EXPECT_EQ(book.diagnostics.all()[0].code, base::Code::style_empty_section);
}

TEST(EmptySections, AHeadingOverNothingAtAllStays) {
  Book book = chapter({heading(Kind::h2), heading(Kind::h2), element(Kind::p, {text("kept")})});
  book.resolve();
  EXPECT_FALSE(book.styles.hidden(book.first(Kind::h2)));
}

TEST(EmptySections, AVisibleSubsectionKeepsItsSection) {
  Book book =
      chapter({heading(Kind::h2), hidden_block(), heading(Kind::h3), element(Kind::p, {text("kept")})});
  book.resolve();
  EXPECT_FALSE(book.styles.hidden(book.first(Kind::h2)));
}

TEST(EmptySections, AnEmptySubsectionGoesWithItsSection) {
  Book book = chapter({heading(Kind::h2), heading(Kind::h3), hidden_block()});
  book.resolve();
  EXPECT_TRUE(book.styles.hidden(book.first(Kind::h3)));
}

TEST(EmptySections, AHiddenPictureMakesNoSectionEmpty) {
  Book book = chapter({heading(Kind::h2), element(Kind::nav, {element(Kind::img)})});
  book.resolve();
  EXPECT_FALSE(book.styles.hidden(book.first(Kind::h2)));
}

TEST(EmptySections, AChapterKeepsItsHeading) {
  Book book = chapter({hidden_block()});
  book.resolve();
  EXPECT_FALSE(book.styles.hidden(book.first(Kind::h1)));
}

}  // namespace
}  // namespace reliure::style
