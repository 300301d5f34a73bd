#include <gtest/gtest.h>

#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

constexpr const char* kRoot = ":root { font-size: 10pt; line-height: 14pt }";

/// The e-book's rules for a sheet, below a root of 10pt with lines of 14pt.
std::string css_for(const std::string& css) {
  Book book({element(Kind::p)});
  book.sheet(kRoot, true).sheet(css).resolve(Media::epub);
  const std::string all = book.ebook_css();
  const std::size_t root_end = all.find("}\n") + 2;
  EXPECT_EQ(all.substr(0, root_end), "body {\n  line-height: 1.4;\n}\n");
  return all.substr(root_end);
}

struct Case {
  const char* css;
  const char* expected;
};
void PrintTo(const Case& each, std::ostream* out) { *out << each.css; }
class EbookCss : public ::testing::TestWithParam<Case> {};
TEST_P(EbookCss, is_this) { EXPECT_EQ(css_for(GetParam().css), GetParam().expected); }
INSTANTIATE_TEST_SUITE_P(
    Rules, EbookCss,
    ::testing::Values(
        Case{"p { margin: 5pt 0; text-indent: 1em }", "p {\n  margin: 0.5rem 0;\n  text-indent: 1em;\n}\n"},
        Case{"p { border: 0.5pt solid #AB1234 }", "p {\n  border: 0.5pt solid #AB1234;\n}\n"},
        Case{"h1 { font-size: 24pt; line-height: 30pt }",
             "h1 {\n  font-size: 2.4rem;\n  line-height: 1.25;\n}\n"},
        Case{"h1 { font: calc(25rem / 10)/1.2 serif; margin: calc(1rem + 5pt) 0 }",
             "h1 {\n  font: 2.5rem/1.2 serif;\n  margin: 1.5rem 0;\n}\n"},
        Case{"h1 { margin: calc(1em + 5pt) calc(50% - 1rem) }",
             "h1 {\n  margin: calc(1em + 0.5rem) calc(50% - 1rem);\n}\n"},
        Case{"p { margin-top: 0.5lh }", "p {\n  margin-top: 0.7rem;\n}\n"},
        Case{"body { color: #000; font-size: 11pt; font-family: \"Source Serif 4\", serif }",
             "body {\n  font-family: \"Source Serif 4\", serif;\n}\n"},
        Case{"body { font: italic 10pt/15pt Georgia, serif }",
             "body {\n  font-family: Georgia, serif;\n  line-height: 1.5;\n}\n"},
        Case{"section.chapter > h1:first-child, note { margin: 0 }",
             "section.chapter > h1:first-child,\naside.footnote {\n  margin: 0;\n}\n"},
        Case{"@page { margin: 1in } h1 { string-set: a content(); bookmark-level: 1; page: x }", ""},
        Case{"@media print { h1 { margin: 1pt } } @media epub { h1 { margin: 0 } }",
             "h1 {\n  margin: 0;\n}\n"},
        Case{"note { float: footnote } img { float: left }", "img {\n  float: left;\n}\n"},
        Case{"a::after { content: leader(dotted) target-counter(attr(href), page); margin: 0 }",
             "a::after {\n  content: none;\n  margin: 0;\n}\n"},
        Case{"li::before { content: counter(x) '.' }", "li::before {\n  content: none;\n}\n"},
        Case{"li { counter-increment: x; counter-set: list-item 3 }",
             "li {\n  counter-set: list-item 3;\n}\n"},
        Case{"q::before { content: open-quote }", "q::before {\n  content: open-quote;\n}\n"},
        Case{".check::before { content: '✓' / attr(aria-label); margin: 0 }",
             ".check::before {\n  content: none;\n  margin: 0;\n}\n"},
        Case{"h1 { break-before: recto } h2 { break-after: avoid; page-break-before: left }",
             "h1 {\n  page-break-before: always;\n  break-before: page;\n}\n"
             "h2 {\n  page-break-after: avoid;\n  break-after: avoid;\n  page-break-before: left;\n  "
             "break-before: "
             "page;\n}\n"},
        Case{":root { --c: #123456 } a { border-color: var(--c); margin: var(--none) }",
             "a {\n  border-color: #123456;\n}\n"},
        Case{"p { hyphens: auto !important; direction: rtl }",
             "p {\n  -webkit-hyphens: auto !important;\n  hyphens: auto !important;\n}\n"},
        Case{"[title=\"a\\\"b\" i], .sm\\:x { margin: 0 }",
             ".sm\\:x {\n  margin: 0;\n}\n[title=\"a\\\"b\" i] {\n  margin: 0;\n}\n"},
        Case{
            "li:nth-child(2n+1), :is(a, b), p:not(.x, .y), p:lang(fr) { margin: 0 }",
            "li:nth-child(2n+1),\na,\nb,\np:lang(fr) {\n  margin: 0;\n}\np:not(.x, .y) {\n  margin: 0;\n}\n"},
        Case{"p:not(:where(.x *)), p:is(div:lang(fr), :lang(de)) { margin: 0 }",
             "p:lang(de) {\n  margin: 0;\n}\np:not(:where(.x *)),\np:is(div:lang(fr), :lang(de)) {\n  "
             "margin: 0;\n}\n"},
        Case{"b:is(p:lang(fr)), :is(:lang(de) b) { margin: 0 }", ":lang(de) b {\n  margin: 0;\n}\n"},
        Case{":where(p), .x:is(p, .y) :where(a), p:lang(fr, de) { margin: 0 }",
             "p:lang(fr),\np:lang(de) {\n  margin: 0;\n}\n:where(p),\n.x:is(p, .y) :where(a) {\n  margin: "
             "0;\n}\n"},
        Case{"html > body > p, html p { margin: 0 }", "html > body > p,\nbody p {\n  margin: 0;\n}\n"},
        Case{"p, *, li.x { color: #111; background: white; margin: 0 }",
             "p,\n* {\n  margin: 0;\n}\nli.x {\n  color: #111;\n  background: white;\n  margin: 0;\n}\n"},
        Case{"body { columns: 2; background: url(a.png); position: relative }", ""},
        Case{"b { background: #fff3b0 } i { background-color: #eee; color: #000 } u { background: #123 }",
             "b {\n  background: #fff3b0;\n  background: rgba(255, 216, 0, 0.31);\n}\n"
             "i {\n  background-color: #eee;\n  color: #000;\n}\n"
             "u {\n  background: #123;\n  color: #ffffff;\n}\n"},
        Case{"h1 { border-color: hwb(120 0% 50%); background: rgb(255 0 0 / 50%) }",
             "h1 {\n  border-color: #008000;\n  background: rgba(255, 0, 0, 0.502);\n}\n"},
        Case{"b { background: linear-gradient(to right, cmyk(0, 1, 1, 0) 10%, blue) }",
             "b {\n  background: linear-gradient(to right, #ff0000 10%, blue);\n}\n"},
        Case{"div.x { columns: 2 100pt; column-gap: 10pt; column-rule: 1pt solid; margin-inline: 5pt }",
             "div.x {\n  columns: 2 10rem;\n  column-gap: 1rem;\n  column-rule: 1pt solid;\n  margin-inline: "
             "0.5rem;\n}\n"},
        Case{"aside { float: left; clear: both; break-before: column; box-decoration-break: clone }",
             "aside {\n  float: left;\n  clear: both;\n  break-before: column;\n  "
             "-webkit-box-decoration-break: clone;\n"
             "  box-decoration-break: clone;\n}\n"},
        Case{"p::first-letter { initial-letter: 3; font-weight: 700 }",
             "p::first-letter {\n  float: left;\n  font-size: 5.242em;\n  line-height: 0.75;\n  "
             "padding-right: "
             "0.08em;\n  font-weight: 700;\n}\n"
             "@supports (initial-letter: 2) or (-webkit-initial-letter: 2) {\np::first-letter {\n  float: "
             "none;\n"
             "  font-size: inherit;\n  line-height: inherit;\n  -webkit-initial-letter: 3 3;\n  "
             "initial-letter: 3 "
             "3;\n}\n}\n"},
        Case{"p { initial-letter: 3 } h1 { bookmark-label: 'x'; bookmark-state: closed }", ""},
        Case{"a:hover, button { margin: 0 }", ""}, Case{"note::footnote-call { margin: 0 }", ""}));

/// What is of the text of most of the book, however its selector says so.
class EbookText : public ::testing::TestWithParam<const char*> {};
TEST_P(EbookText, keeps_the_readers_colours_and_size) {
  EXPECT_EQ(css_for(std::string(GetParam()) + " { color: #101010; font-size: 9pt }"), "");
  EXPECT_EQ(
      css_for(std::string(GetParam()) + " { color: #101010 !important; background: #fff; }").find("101010"),
      std::string::npos);
  EXPECT_EQ(css_for(std::string(GetParam()) + " { font-size: 0.9rem }"), "");
}
INSTANTIATE_TEST_SUITE_P(Selectors, EbookText,
                         ::testing::Values("p", "*", "section p", "section.chapter p", ":where(p)",
                                           "p:not(.y)", "p:first-child", "body > section", "html body", "li",
                                           ":root > *", "dd", "tbody td", "section:nth-child(1)",
                                           "p:lang(en)", ":not(.x)", "div > ul", ":root:not(.x)"));

/// Readers that know no `:is()` drop every rule that names it.
INSTANTIATE_TEST_SUITE_P(
    OldReaders, EbookCss,
    ::testing::Values(Case{":is(.a, .b) > :is(h2, h3):first-child { margin: 0 }",
                           ".a > h2:first-child,\n.b > h2:first-child,\n.a > h3:first-child,\n.b > "
                           "h3:first-child {\n  margin: "
                           "0;\n}\n"},
                      Case{"section:is(.a, .b > .c) p { margin: 0 }",
                           "section.a p,\n.b > section.c p {\n  margin: 0;\n}\nsection:is(.a, .b > .c) p {\n "
                           " margin: 0;\n}\n"},
                      Case{"div :is(.a .b, .c) { margin: 0 }", "div :is(.a .b, .c) {\n  margin: 0;\n}\n"},
                      Case{":is(p, .lead) > b { margin: 0 }",
                           "p > b,\n.lead > b {\n  margin: 0;\n}\n:is(p, .lead) > b {\n  margin: 0;\n}\n"},
                      Case{":is(p, .lead) { font-size: 9pt }", ".lead {\n  font-size: 0.9rem;\n}\n"},
                      Case{"li::marker, td { margin: 0 }",
                           "td {\n  margin: 0;\n}\nli::marker {\n  margin: 0;\n}\n"}));

INSTANTIATE_TEST_SUITE_P(
    SmallScreens, EbookCss,
    ::testing::Values(
        Case{".x { columns: 2; column-gap: 10pt } .y { column-count: 3 }", ".x {\n  column-gap: 1rem;\n}\n"},
        Case{".x { columns: 1 } .y { columns: 3 20em }",
             ".x {\n  columns: 1;\n}\n.y {\n  columns: 3 20em;\n}\n"},
        Case{"body { text-align: justify } p { text-align: justify }", "p {\n  text-align: justify;\n}\n"},
        Case{".wide { margin-left: calc(-1 * 15%); margin-right: -15%; margin-top: -1em }",
             ".wide {\n  margin-top: -1em;\n}\n"},
        Case{"body { text-align: start }", "body {\n  text-align: start;\n}\n"},
        Case{"ul ul { list-style-type: '–' } ol { list-style-type: '* ' }",
             "ul ul {\n  list-style-type: \"– \";\n}\nol {\n  list-style-type: \"* \";\n}\n"}));

INSTANTIATE_TEST_SUITE_P(
    Colours, EbookCss,
    ::testing::Values(
        Case{"h1, a, .lead { color: #123c5a }", ""},
        Case{"h1 a { color: inherit } .x { color: unset }",
             "h1 a {\n  color: inherit;\n}\n.x {\n  color: unset;\n}\n"},
        Case{".x { background: #123; } p.y, .x { color: #fff }",
             ".x {\n  background: #123;\n}\n.x {\n  color: #fff;\n}\n"},
        Case{".x { background: #eee } .y, .x { color: #333 }",
             ".x {\n  background: #eee;\n}\n.x {\n  color: #333;\n}\n"},
        Case{".x { background: rgb(0 0 0 / 10%); color: #333 } .y { background: none; color: red }",
             ".x {\n  background: rgba(0, 0, 0, 0.102);\n}\n.y {\n  background: none;\n}\n"},
        Case{"tr:first-child td { background: #f4f4f4 } tr:last-child td { background: #123 }",
             "tr:first-child td {\n  background: #f4f4f4;\n  background: rgba(0, 0, 0, 0.043);\n}\n"}));

INSTANTIATE_TEST_SUITE_P(Sizes, EbookCss,
                         ::testing::Values(Case{"p { font-size: 0.9em } li { font-size: 95% }",
                                                "p {\n  font-size: 0.9em;\n}\nli {\n  font-size: 95%;\n}\n"},
                                           Case{"p { font-size: small } p { font-size: inherit }",
                                                "p {\n  font-size: inherit;\n}\n"},
                                           Case{"p, .x, caption { font-size: 9pt }",
                                                ".x,\ncaption {\n  font-size: 0.9rem;\n}\n"},
                                           Case{"p { font: italic 9pt/12pt serif }",
                                                "p {\n  font-style: italic;\n  font-weight: 400;\n  "
                                                "font-family: serif;\n  line-height: 1.333;\n}\n"}));

TEST(Ebook, ids_are_those_of_the_elements) {
  Element box = element(Kind::p), other = element(Kind::p), again = element(Kind::p);
  box.id = "a--box";
  other.id = "a--index-box";
  again.id = "b--twice";
  Book book({box, other, again, again});
  book.sheet("#box, p#twice:not(#none), #none { margin: 0 }").resolve(Media::epub);
  EXPECT_EQ(book.ebook_css(),
            "[id=\"node:1\"],\np:is([id=\"node:3\"], [id=\"node:4\"]):not(#none) {\n  margin: 0;\n}\n");
}

TEST(Ebook, pictures_are_no_ground_for_the_readers_colours) {
  EXPECT_EQ(
      css_for("section p { background-image: linear-gradient(#fff, #eee) } p { background-image: none }"),
      "");
}

TEST(Ebook, hidden_nodes_are_listed) {
  Book book({element(Kind::nav, {text("x")}), element(Kind::p)});
  book.sheet("nav { display: none }").resolve(Media::epub);
  const book::EbookStyle style = book.ebook();
  EXPECT_EQ(style.hidden, (std::vector<bool>{false, true, true, false}));
}

TEST(Ebook, what_runs_in_the_margins_of_pages_is_left_out) {
  Book book({classed(Kind::div, "head", {text("x")}), element(Kind::p)});
  book.sheet(".head { position: running(head) }").resolve(Media::epub);
  EXPECT_EQ(book.ebook().hidden, (std::vector<bool>{false, true, true, false}));
  EXPECT_EQ(book.ebook_css(), "");
}

TEST(Ebook, pictures_of_backgrounds_stand_for_their_files) {
  Book book({element(Kind::p)});
  book.manuscript.resources.push_back({"img/page.png", "", "png", {}});
  book.file("img/paper.png", "png")
      .sheet(
          "div.x { background: url(img/paper.png) no-repeat, url( 'img/page.png' ) } h1 { background-image: "
          "url(gone.png) }")
      .resolve(Media::epub);
  const book::EbookStyle style = book.ebook();
  EXPECT_EQ(style.css,
            "div.x {\n  background: url(\"picture:1\") no-repeat, url(\"picture:0\");\n}\n"
            "h1 {\n  background-image: none;\n}\n");
  EXPECT_EQ(style.pictures, (std::vector<std::uint32_t>{1, 0}));
}

TEST(Ebook, fonts_of_the_sheets_go_with_it) {
  Book book({element(Kind::p)});
  book.file("a.otf", "OTTO")
      .file("b.ttf", "true")
      .sheet(
          "@font-face { font-family: Mine; src: url(a.otf) } @font-face { font-family: 'My \"Other\"'; "
          "font-weight: 700 900; "
          "font-style: italic; src: url(b.ttf) }")
      .resolve(Media::epub);
  const book::EbookStyle style = book.ebook();
  ASSERT_EQ(style.fonts.size(), 2U);
  EXPECT_EQ(style.css,
            "@font-face {\n  font-family: \"Mine\";\n  font-weight: 400;\n  font-style: normal;\n  src: "
            "url(\"font:0\");\n}\n"
            "@font-face {\n  font-family: \"My \\\"Other\\\"\";\n  font-weight: 700;\n  font-style: "
            "italic;\n  src: "
            "url(\"font:1\");\n}\n");
}

TEST(Ebook, generated_text_with_a_meaning_comes_with_it) {
  Book book({with(classed(Kind::span, "check"), "aria-label", "Oui"), element(Kind::p)});
  book.sheet(".check::before { content: '✓' / attr(aria-label) } p::after { content: '!' }")
      .resolve(Media::epub);
  const book::EbookStyle style = book.ebook();
  ASSERT_EQ(style.generated.size(), 1U);
  EXPECT_EQ(style.generated[0].node, book.first(Kind::span));
  EXPECT_EQ(style.generated[0].text, "✓");
  EXPECT_EQ(style.generated[0].alternative, "Oui");
  EXPECT_EQ(style.generated[0].place, book::GeneratedPlace::before);
  EXPECT_EQ(style.css, ".check::before {\n  content: none;\n}\np::after {\n  content: \"!\";\n}\n");
}

TEST(Ebook, counters_are_counted_over_the_book_and_become_text) {
  const Element chapter =
      classed(Kind::section, "chapter",
              {element(Kind::h1), element(Kind::ol, {element(Kind::li), element(Kind::li)})});
  Book book({chapter, chapter});
  book.sheet(
          ":root { counter-reset: chapter } li { display: list-item }"
          "h1 { counter-increment: chapter } h1::before { content: counter(chapter, upper-roman) '. '; "
          "margin: 0 }"
          "li::marker { content: counter(chapter) '.' counter(list-item) }"
          "section:first-child > h1::after { content: '!' }")
      .resolve(Media::epub);
  const book::EbookStyle style = book.ebook();
  std::vector<std::string> texts;
  for (const book::GeneratedText& text : style.generated) texts.push_back(text.text);
  EXPECT_EQ(texts, (std::vector<std::string>{"I. ", "1.1", "1.2", "II. ", "2.1", "2.2"}));
  EXPECT_EQ(style.css,
            "li {\n  display: list-item;\n}\nh1::before {\n  content: none;\n  margin: 0;\n}\nh1 > "
            ".generated-before {\n  margin: 0;\n}\n"
            "li::marker {\n  content: none;\n}\nsection:first-child > h1::after {\n  content: \"!\";\n}\n");
}

/// The texts of generated content of one sheet over a list of two items with classes.
std::vector<std::string> generated_under(const std::string& css) {
  Book book({element(Kind::ol, {classed(Kind::li, "a b"), element(Kind::li)})});
  book.sheet("li { display: list-item }").sheet(css).resolve(Media::epub);
  std::vector<std::string> texts;
  for (const book::GeneratedText& text : book.ebook().generated) texts.push_back(text.text);
  return texts;
}

TEST(Ebook, an_item_counts_as_its_own_increment_says) {
  EXPECT_EQ(
      generated_under("li { counter-increment: list-item 5 } li::marker { content: counter(list-item) }"),
      (std::vector<std::string>{"5", "10"}));
}
TEST(Ebook, counters_that_nothing_has_set_are_zero) {
  EXPECT_EQ(generated_under("li.a::before { content: counter(x) counters(x, '.') }"),
            std::vector<std::string>{"00"});
}
TEST(Ebook, attributes_are_text_too) {
  EXPECT_EQ(generated_under("li.a::before { content: attr(class) }"), std::vector<std::string>{"a b"});
}
TEST(Ebook, what_pages_alone_can_show_is_left_out) {
  EXPECT_EQ(generated_under("li.a::before { content: leader('.') counter(page) }"),
            std::vector<std::string>{});
}

TEST(Ebook, the_navigation_has_the_titles_of_the_bookmarks) {
  Book book({classed(Kind::section, "chapter", {element(Kind::h1, {text("One")})})});
  book.manuscript.outline.push_back({book.first(Kind::h1), 1, "One", false});
  book.sheet("h1 { counter-increment: c; bookmark-label: counter(c) ' ' content() }").resolve(Media::epub);
  ASSERT_EQ(book.ebook().outline.size(), 1U);
  EXPECT_EQ(book.ebook().outline[0].title, "1 One");
}

TEST(Ebook, has_a_sheet_even_without_nodes) {
  Book book;
  book.manuscript.nodes.clear();
  book.sheet("h1 { margin: 0 }").resolve(Media::epub);
  EXPECT_EQ(book.ebook_css(), "h1 {\n  margin: 0;\n}\n");
}

}  // namespace
}  // namespace reliure::style::testing
