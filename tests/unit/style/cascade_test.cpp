#include <gtest/gtest.h>

#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

/// The margin above the first `p`, in tenths of a point.
std::int64_t margin(const Book& book) { return book.style(Kind::p).margin[0].length.raw * 10 / 65536; }

Book book_with_p() { return Book({classed(Kind::p, "a")}); }

TEST(Cascade, the_later_of_equal_rules_wins) {
  EXPECT_EQ(margin(book_with_p().sheet("p { margin: 1pt } p { margin: 2pt }").resolve()), 20);
}
TEST(Cascade, the_more_specific_rule_wins) {
  EXPECT_EQ(margin(book_with_p().sheet(".a { margin: 1pt } p { margin: 2pt }").resolve()), 10);
}
TEST(Cascade, the_author_wins_over_the_program) {
  EXPECT_EQ(margin(book_with_p().sheet("p { margin: 1pt }").sheet("p.a { margin: 2pt }", true).resolve()),
            10);
}
TEST(Cascade, important_wins_and_the_programs_most_of_all) {
  EXPECT_EQ(margin(book_with_p().sheet("p { margin: 1pt !important } .a { margin: 2pt }").resolve()), 10);
  EXPECT_EQ(margin(book_with_p()
                       .sheet("p { margin: 1pt ! important }", true)
                       .sheet(".a { margin: 2pt !important }")
                       .resolve()),
            10);
}
TEST(Cascade, the_style_attribute_wins_over_rules_but_not_over_important) {
  const Element p = with(element(Kind::p), "style", "margin: 3pt");
  EXPECT_EQ(margin(Book({p}).sheet("p { margin: 1pt }").resolve()), 30);
  EXPECT_EQ(margin(Book({p}).sheet("p { margin: 1pt !important }").resolve()), 10);
}
TEST(Cascade, a_shorthand_resets_what_stood_before_it) {
  EXPECT_EQ(margin(book_with_p().sheet("p { margin-top: 9pt; margin: 1pt }").resolve()), 10);
  EXPECT_EQ(margin(book_with_p().sheet("p { margin: 1pt; margin-top: 9pt }").resolve()), 90);
}

TEST(Cascade, attributes_of_html_stand_below_every_rule_of_the_author) {
  Element img = with(with(element(Kind::img), "width", "200"), "height", "50%");
  Book book({img, with(element(Kind::img), "width", "12pt; color: red")});
  book.sheet("img { width: auto }", true).resolve();
  EXPECT_EQ(book.style(Kind::img).width, Dimension::of(points(1500)));
  EXPECT_EQ(book.style(Kind::img).height.percent, 32768);
  EXPECT_TRUE(book.style(Kind::img, 1).width.automatic);
  Book styled({img});
  styled.sheet("img { width: auto }").resolve();
  EXPECT_TRUE(styled.style(Kind::img).width.automatic);
}

TEST(Cascade, a_list_counts_from_its_start_and_items_from_their_value) {
  Book book({with(element(Kind::ol, {with(element(Kind::li), "value", "9")}), "start", "5")});
  book.resolve();
  EXPECT_EQ(book.style(Kind::ol).counter_reset, (std::vector<CounterChange>{{"list-item", 4}}));
  EXPECT_EQ(book.style(Kind::li).counter_set, (std::vector<CounterChange>{{"list-item", 9}}));
}

TEST(Cascade, cells_are_aligned_by_attributes) {
  Book book({with(with(element(Kind::td), "align", "CENTER"), "valign", "middle")});
  book.resolve();
  EXPECT_EQ(book.style(Kind::td).text_align, TextAlign::center);
  EXPECT_EQ(book.style(Kind::td).vertical_align, VerticalAlign::middle);
}

TEST(Cascade, pseudo_elements_inherit_from_their_element) {
  Book book({element(Kind::p)});
  book.sheet("p { color: red } p::before { content: 'x'; font-size: 2em } p::after { color: blue }")
      .resolve();
  const ComputedStyle* before = book.styles.pseudo(book.first(Kind::p), PseudoElement::before);
  ASSERT_NE(before, nullptr);
  EXPECT_EQ(before->color, (base::Color{255, 0, 0, 255}));
  EXPECT_EQ(before->font_size, points(200));
  // Without content there is nothing after it.
  EXPECT_EQ(book.styles.pseudo(book.first(Kind::p), PseudoElement::after), nullptr);
}

TEST(Cascade, one_rule_can_style_several_pseudo_elements_of_one_node) {
  Book book({element(Kind::note)});
  book.sheet("note::footnote-call, note::footnote-marker, note::marker { color: red }").resolve();
  for (const auto element :
       {PseudoElement::footnote_call, PseudoElement::footnote_marker, PseudoElement::marker})
    EXPECT_NE(book.styles.pseudo(book.first(Kind::note), element), nullptr);
}

TEST(Cascade, equal_siblings_share_one_style) {
  std::vector<Element> items(1000, element(Kind::li, {text("x")}));
  Book book({element(Kind::ul, items)});
  book.sheet("li { margin: 1pt }").resolve();
  EXPECT_EQ(&book.style(Kind::li, 0), &book.style(Kind::li, 999));
  EXPECT_LT(book.styles.pool_.size(), 8U);
}

TEST(Cascade, what_is_inside_something_hidden_is_hidden) {
  Book book({element(Kind::nav, {element(Kind::p, {text("x")})}), element(Kind::p)});
  book.sheet("nav { display: none } p { display: block }").resolve();
  EXPECT_TRUE(book.styles.hidden(book.first(Kind::text)));
  EXPECT_FALSE(book.styles.hidden(book.first(Kind::p, 1)));
}

TEST(Cascade, a_named_page_holds_for_all_that_is_inside) {
  Book book({element(Kind::nav, {element(Kind::p)})});
  book.sheet("nav { page: front }").resolve();
  EXPECT_EQ(book.style(Kind::p).page, "front");
}

TEST(Cascade, a_manuscript_without_nodes_has_page_styles_all_the_same) {
  Book book;
  book.manuscript.nodes.clear();
  book.resolve();
  EXPECT_GT(book.styles.page({}).size.width, base::points(100));
}

}  // namespace
}  // namespace reliure::style::testing
