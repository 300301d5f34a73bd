// Which page of print is the cover, and the cover of those that have none.
#include "epub/cover.h"

#include <gtest/gtest.h>

#include "unit/epub/sample.h"
#include "unit/text/fonts.h"

namespace reliure::epub::test {
namespace {

constexpr std::string_view kFront =
    "<section class=\"title-page\"><p>Sample</p></section><section><p>x</p></section>";
constexpr std::string_view kPlainBook = "<section class=\"chapter\"><p>x</p></section>";

/// A book of one page of print, on which all of its nodes are.
book::Book printed(std::string_view markup) {
  book::Book book = book_of(sample(markup));
  book.pages.resize(1);
  book.pages[0].trim = {base::points(100), base::points(50)};
  book.page_of.assign(book.manuscript->nodes.size(), 0);
  book.pictures = std::make_shared<const std::vector<book::Picture>>();
  return book;
}

/// A plan with all that it points to.
struct Planned {
  book::Book book;
  book::EbookStyle style;
  Plan plan;

  explicit Planned(book::Book printed_book) : book(std::move(printed_book)) {
    style.hidden.assign(book.manuscript->nodes.size(), false);
    base::Diagnostics diagnostics;
    plan = make_plan(book, style, Target::ebook, diagnostics);
  }
};

/// The sides of a PNG, from its header.
std::pair<std::size_t, std::size_t> sides_of(const base::Bytes& png) {
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<std::uint8_t>(png[i]);
    return value;
  };
  return {number(16), number(20)};
}

TEST(Cover, IsTheFirstPageWhereThatIsTheTitlePage) {
  const Planned made(printed(kFront));
  EXPECT_EQ(front_page(made.plan), &made.book.pages[0]);
  EXPECT_EQ(sides_of(drawn_cover(made.plan, nullptr).bytes), std::pair(std::size_t{2400}, std::size_t{1200}));
}

TEST(Cover, IsSetWhereTheFirstPageIsOneOfText) {
  const Planned made(printed(kPlainBook));
  EXPECT_EQ(front_page(made.plan), nullptr);
  EXPECT_EQ(sides_of(drawn_cover(made.plan, nullptr).bytes), std::pair(std::size_t{1200}, std::size_t{1800}));
}

TEST(Cover, IsSetWhereTheTitlePageComesLater) {
  book::Book book = printed(kFront);
  book.page_of.assign(book.manuscript->nodes.size(), 1);
  EXPECT_EQ(front_page(Planned(std::move(book)).plan), nullptr);
}

TEST(TypographicCover, KeepsItsTextWithinItsMargins) {
  book::Metadata metadata;
  metadata.title = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk und vieles andere mehr";
  metadata.subtitle = "Ein Untertitel, der so lang ist, dass er mehr als eine Zeile hat";
  metadata.authors = {{"Ada"}, {"Bob"}};
  metadata.publisher = "Verlag";
  const book::Page page = typographic_cover(metadata, text::shipped_library());
  EXPECT_GE(page.items.size(), 7U);
  for (std::size_t i = 2; i < page.items.size(); ++i) {
    for (const base::Point p : std::get<book::Path>(page.items[i].mark).outline.points) {
      EXPECT_GE(p.x, base::points(150));
      EXPECT_LE(p.x, base::points(1450));
      EXPECT_LE(p.y, base::points(2400));
    }
  }
}

}  // namespace
}  // namespace reliure::epub::test
