// Pages on the sheets of a booklet.
#include "layout/impose.h"

#include <gtest/gtest.h>

namespace reliure::layout {
namespace {

using base::points;

/// A book of `count` pages of 100 by 150, labelled from 1, each with one run of its label.
book::Book book_of(std::uint32_t count) {
  book::Book book;
  for (std::uint32_t i = 0; i < count; ++i) {
    book::Page& page = book.pages.emplace_back();
    page.trim = {points(100), points(150)};
    page.bleed = {points(9), points(9), points(9), points(9)};
    page.marks.resize(8);
    page.label = page.text = std::to_string(i + 1);
    book::GlyphRun run;
    run.glyphs = {0, 1};
    run.text = {0, static_cast<std::uint32_t>(page.text.size())};
    page.glyphs.resize(1);
    page.items.push_back({book::NodeId{i}, {}, book::Role::content, run});
    book.page_of.push_back(i);
    book.page_starts.push_back(book::PageStart{book::NodeId{i}, 0});
  }
  return book;
}

std::vector<std::string> labels(const book::Book& book) {
  std::vector<std::string> found;
  for (const book::Page& page : book.pages) {
    found.push_back(page.label);
  }
  return found;
}

const book::Group& half(const book::Page& side, std::size_t index) {
  return std::get<book::Group>(side.items.at(index).mark);
}

TEST(Booklet, OuterSidesHoldTheLastPagesAtTheLeft) {
  EXPECT_EQ(labels(impose_booklet(book_of(8))), (std::vector<std::string>{"8, 1", "2, 7", "6, 3", "4, 5"}));
}

TEST(Booklet, BlanksAtTheEndMakeSheetsWhole) {
  const book::Book sheets = impose_booklet(book_of(5));
  EXPECT_EQ(labels(sheets), (std::vector<std::string>{"1", "2", "3", "4, 5"}));
  // The first page is on the right half even when there is nothing at its left.
  EXPECT_EQ(half(sheets.pages[0], 0).transform.e, points(100));
}

TEST(Booklet, ABookWithoutPagesHasNoSheets) { EXPECT_TRUE(impose_booklet({}).pages.empty()); }

TEST(Booklet, SidesAreTwoPagesWideWithoutBleedAndMarks) {
  const book::Page side = impose_booklet(book_of(4)).pages.front();
  EXPECT_EQ(side.trim, (base::Size{points(200), points(150)}));
  EXPECT_EQ(side.bleed, base::Edges{});
  EXPECT_TRUE(side.marks.empty());
  EXPECT_EQ(half(side, 0).clip.points[2], (base::Point{points(100), points(150)}));
}

TEST(Booklet, PagesOnTheirSideAreTurned) {
  book::Book book = book_of(4);
  book.pages[3].trim = {points(150), points(100)};
  const book::Page side = impose_booklet(std::move(book)).pages.front();
  EXPECT_EQ(side.trim, (base::Size{points(200), points(150)}));
  // The upper left corner is at the lower left of the left half, and the head runs up from there.
  EXPECT_EQ(half(side, 0).transform, (base::Transform{0, -65536, 65536, 0, {}, points(150)}));
  EXPECT_EQ(half(side, 0).clip.points[2], (base::Point{points(150), points(100)}));
}

TEST(Booklet, SmallerPagesTouchTheFold) {
  book::Book book = book_of(4);
  book.pages[3].trim = {points(60), points(50)};
  const book::Page side = impose_booklet(std::move(book)).pages.front();
  EXPECT_EQ(half(side, 0).transform.e, points(40));
  EXPECT_EQ(half(side, 0).transform.f, points(50));
}

TEST(Booklet, PagesKeepTheirTextAndTheirPlaceInReading) {
  const book::Page side = impose_booklet(book_of(8)).pages.front();
  EXPECT_EQ(side.text, "81");
  EXPECT_EQ(half(side, 0).page, 7u);
  EXPECT_EQ(half(side, 1).page, 0u);
  const auto& run = std::get<book::GlyphRun>(half(side, 1).items.at(0).mark);
  EXPECT_EQ(run.text.begin, 1u);
  EXPECT_EQ(run.glyphs.begin, 1u);
}

TEST(Booklet, NodesAreFoundOnTheirSides) {
  const book::Book sheets = impose_booklet(book_of(8));
  EXPECT_EQ(sheets.page_of, (std::vector<std::uint32_t>{0, 1, 2, 3, 3, 2, 1, 0}));
  EXPECT_EQ(sheets.page_starts[1]->node.value, 1u);
}

}  // namespace
}  // namespace reliure::layout
