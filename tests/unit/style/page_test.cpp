#include <gtest/gtest.h>

#include "style/page_rules.h"
#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

const PageStyle& page_of(Book& book, const std::string& css, const PageSelector& selector = {}) {
  book.sheet(css).resolve();
  EXPECT_EQ(book.reports(), std::vector<std::string>{});
  return book.styles.page(selector);
}

/// Width and height in tenths of a point.
std::pair<std::int64_t, std::int64_t> size_of(const std::string& value) {
  Book book;
  const base::Size size = page_of(book, "@page { size: " + value + " }").size;
  return {size.width.raw * 10 / 65536, size.height.raw * 10 / 65536};
}

TEST(PageSize, names_turns_and_lengths) {
  EXPECT_EQ(size_of("A4"), std::pair(5952L, 8418L));
  EXPECT_EQ(size_of("auto"), std::pair(5952L, 8418L));
  EXPECT_EQ(size_of("a5 landscape"), std::pair(5952L, 4195L));
  EXPECT_EQ(size_of("landscape letter"), std::pair(7920L, 6120L));
  EXPECT_EQ(size_of("B5 portrait"), std::pair(4988L, 7086L));
  EXPECT_EQ(size_of("170mm 240mm"), std::pair(4818L, 6803L));
  EXPECT_EQ(size_of("6in"), std::pair(4320L, 4320L));
}

TEST(PageSize, of_the_edition_wins) {
  Book book;
  book.tree.manifest.editions[0].page = "A5";
  EXPECT_EQ(page_of(book, "@page { size: A4 !important }").size.width.raw * 10 / 65536, 4195);
}

TEST(PageSize, that_is_none_is_reported) {
  Book book;
  book.tree.manifest.editions[0].page = "huge";
  book.resolve();
  EXPECT_EQ(book.reports(), std::vector<std::string>{"source/bad-value: no page is as large as `huge`"});
}

TEST(PageMargins, may_be_percentages_and_ems_of_the_root) {
  Book book;
  const PageStyle& page =
      page_of(book, ":root { font-size: 12pt } @page { size: 100pt 200pt; margin: 12.5% 25% 1em }");
  EXPECT_EQ(page.margin, (base::Edges{points(250), points(250), points(120), points(250)}));
}

TEST(PageMargins, always_leave_room_for_a_line) {
  Book book;
  const PageStyle& page = page_of(book, "@page { size: 100pt 100pt; margin: 300pt }");
  EXPECT_GE(page.size.width - page.margin.left - page.margin.right, base::points(18));
  EXPECT_GE(page.margin.left, base::Length{});
}

TEST(PageRule, later_and_more_specific_selectors_win) {
  const std::string css =
      "@page { margin: 1pt } @page :first { margin: 2pt } @page :left { margin: 3pt } @page wide { margin: "
      "4pt }"
      "@page wide:blank { margin: 5pt }";
  const auto margin = [&css](const PageSelector& selector) {
    Book book;
    return page_of(book, css, selector).margin.top.raw / 65536;
  };
  EXPECT_EQ(margin({"", false, false, false}), 1);
  EXPECT_EQ(margin({"", true, false, false}), 3);
  EXPECT_EQ(margin({"", false, true, false, true}), 2);
  EXPECT_EQ(margin({"wide", true, true, false}), 4);
  EXPECT_EQ(margin({"wide", false, false, true}), 5);
  EXPECT_EQ(margin({"unknown", true, false, false}), 3);
}

TEST(PageRule, first_is_the_book_s_first_page_and_with_a_name_the_first_of_each_run) {
  const std::string css =
      "@page { margin: 1pt } @page :first { margin: 2pt } @page part:first { margin: 3pt }";
  const auto margin = [&css](const PageSelector& selector) {
    Book book;
    return page_of(book, css, selector).margin.top.raw / 65536;
  };
  EXPECT_EQ(margin({"part", false, true, false}), 3);
  EXPECT_EQ(margin({"part", true, false, false}), 1);
  EXPECT_EQ(margin({"other", false, true, false}), 1);
  EXPECT_EQ(margin({"other", false, true, false, true}), 2);
  EXPECT_EQ(margin({"part", false, true, false, true}), 3);
}

TEST(PageRule, may_list_selectors) {
  Book book;
  EXPECT_EQ(page_of(book, "@page a, b:left { margin: 7pt }", {"b", true, false, false}).margin.top,
            points(70));
}

TEST(PageRule, that_selects_no_page_is_reported) {
  EXPECT_EQ(reports_of("@page :nth(2) { margin: 1pt }"),
            std::vector<std::string>{"style/bad-selector @ 1:7: `:nth(2)` selects no page"});
}

TEST(PageRule, has_properties_that_elements_have_not) {
  EXPECT_EQ(reports_of("p { size: A4 }")[0], "style/unknown-property @ 1:5: no property is named `size`");
}

TEST(MarginBox, inherits_from_the_page_and_the_root) {
  Book book;
  const PageStyle& page = page_of(
      book,
      ":root { font-size: 9pt } @page { color: maroon; @top-right { content: string(a) counter(page) } }");
  const ComputedStyle& box = page.boxes[static_cast<std::size_t>(MarginBox::top_right)];
  EXPECT_EQ(box.font_size, points(90));
  EXPECT_EQ(box.color, (base::Color{128, 0, 0, 255}));
  EXPECT_EQ(box.text_align, TextAlign::right);
  EXPECT_EQ(box.vertical_align, VerticalAlign::middle);
  EXPECT_EQ(box.content.parts.size(), 2U);
  EXPECT_TRUE(page.boxes[static_cast<std::size_t>(MarginBox::top_left)].content.parts.empty());
}

TEST(MarginBox, of_a_more_specific_rule_may_be_nothing) {
  Book book;
  const std::string css =
      "@page { @bottom-center { content: 'x' } } @page :first { @bottom-center { content: none } }";
  const PageStyle& page = page_of(book, css, {"", false, true, false, true});
  EXPECT_TRUE(page.boxes[static_cast<std::size_t>(MarginBox::bottom_center)].content.parts.empty());
  const PageStyle& other = book.styles.page({"", false, true, false, false});
  EXPECT_FALSE(other.boxes[static_cast<std::size_t>(MarginBox::bottom_center)].content.parts.empty());
}

TEST(MarginBox, all_sixteen_have_their_names) {
  Book book;
  const PageStyle& page = page_of(
      book,
      "@page { @top-left-corner { content: 'x' } @top-left { content: 'x' } @top-center { content: 'x' }"
      "@top-right { content: 'x' } @top-right-corner { content: 'x' } @right-top { content: 'x' }"
      "@right-middle { content: 'x' } @right-bottom { content: 'x' } @bottom-right-corner { content: 'x' }"
      "@bottom-right { content: 'x' } @bottom-center { content: 'x' } @bottom-left { content: 'x' }"
      "@bottom-left-corner { content: 'x' } @left-bottom { content: 'x' } @left-middle { content: 'x' }"
      "@left-top { content: 'x' } }");
  for (const ComputedStyle& box : page.boxes) EXPECT_FALSE(box.content.parts.empty());
}

TEST(Page, has_marks_and_a_bleed_for_them) {
  Book book;
  const PageStyle& marked = page_of(book, "@page { marks: crop cross } @page x { marks: crop; bleed: 3mm }");
  EXPECT_TRUE(marked.crop_marks);
  EXPECT_TRUE(marked.registration_marks);
  EXPECT_EQ(marked.bleed.left, base::points(6));
  EXPECT_EQ(book.styles.page({"x", false, false, false}).bleed.top.raw * 10 / 65536, 85);
}

TEST(Page, has_a_note_area_a_background_and_counters) {
  Book book;
  const PageStyle& page = page_of(book,
                                  "@page { background: #eee; counter-reset: note 2; @footnote { border-top: "
                                  "1pt solid; margin-top: 6pt } }");
  EXPECT_EQ(page.footnote_area.border[0].width, points(10));
  EXPECT_EQ(page.footnote_area.margin[0], Dimension::of(points(60)));
  EXPECT_EQ(page.background, (base::Color{0xEE, 0xEE, 0xEE, 255}));
  EXPECT_EQ(page.counter_reset, (std::vector<CounterChange>{{"note", 2}}));
}

TEST(Page, has_layers_of_background_and_running_elements) {
  Book book;
  const PageStyle& page =
      page_of(book,
              "@page { background: linear-gradient(red, blue) center / cover; @top-left {"
              "content: element(head, start); background: linear-gradient(45deg, red, blue) } }");
  ASSERT_EQ(page.background_layers.size(), 1U);
  EXPECT_EQ(page.background_layers[0].size, BackgroundSize::cover);
  const ComputedStyle& box = page.boxes[static_cast<std::size_t>(MarginBox::top_left)];
  EXPECT_EQ(box.background_layers.at(0).gradient.angle, 45 * 65536);
  EXPECT_EQ(box.content.parts.at(0), (ContentPart{ContentPart::Kind::element, "head", "start"}));
}

TEST(Page, keeps_its_address_for_the_same_selector) {
  Book book;
  const PageStyle& page = page_of(book, "@page a { margin: 1pt }", {"a", true, false, false});
  EXPECT_EQ(&page, &book.styles.page({"a", true, false, false}));
}

}  // namespace
}  // namespace reliure::style::testing
