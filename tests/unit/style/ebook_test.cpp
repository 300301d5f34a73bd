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
        Case{"p { margin-top: 0.5lh }", "p {\n  margin-top: 0.7rem;\n}\n"},
        Case{"body { color: #000; font-size: 11pt; font-family: \"Source Serif 4\", serif }",
             "body {\n  font-family: \"Source Serif 4\", serif;\n}\n"},
        Case{"body { font: italic 10pt/15pt Georgia, serif }",
             "body {\n  font-family: Georgia, serif;\n  line-height: 1.5;\n}\n"},
        Case{"section.chapter > h1:first-child, note { color: red }",
             "section.chapter > h1:first-child,\naside.footnote {\n  color: red;\n}\n"},
        Case{"@page { margin: 1in } h1 { string-set: a content(); bookmark-level: 1; page: x }", ""},
        Case{"@media print { p { color: red } } @media epub { p { color: blue } }",
             "p {\n  color: blue;\n}\n"},
        Case{"note { float: footnote } img { float: left }", "img {\n  float: left;\n}\n"},
        Case{"a::after { content: leader(dotted) target-counter(attr(href), page); color: red }", ""},
        Case{"li::before { content: counter(x) '.' }", ""},
        Case{"q::before { content: open-quote }", "q::before {\n  content: open-quote;\n}\n"},
        Case{".check::before { content: '✓' / attr(aria-label); color: red }", ""},
        Case{"h1 { break-before: recto } h2 { break-after: avoid; page-break-before: left }",
             "h1 {\n  page-break-before: always;\n  break-before: page;\n}\n"
             "h2 {\n  page-break-after: avoid;\n  break-after: avoid;\n  page-break-before: left;\n  "
             "break-before: "
             "page;\n}\n"},
        Case{":root { --c: #123456 } a { color: var(--c); margin: var(--none) }",
             "a {\n  color: #123456;\n}\n"},
        Case{"p { hyphens: auto !important; direction: rtl }",
             "p {\n  -webkit-hyphens: auto !important;\n  hyphens: auto !important;\n}\n"},
        Case{"#x, [title=\"a\\\"b\" i], .sm\\:x { color: red }",
             "[id$=\"x\"],\n[title=\"a\\\"b\" i],\n.sm\\:x {\n  color: red;\n}\n"},
        Case{"li:nth-child(2n+1), :is(a, b), p:not(.x, .y), p:lang(fr) { color: red }",
             "li:nth-child(2n+1),\n:is(a, b),\np:not(.x, .y),\np:lang(fr) {\n  color: red;\n}\n"},
        Case{"a:hover, button { color: red }", ""}, Case{"note::footnote-call { color: red }", ""}));

TEST(Ebook, hidden_nodes_are_listed) {
  Book book({element(Kind::nav, {text("x")}), element(Kind::p)});
  book.sheet("nav { display: none }").resolve(Media::epub);
  const book::EbookStyle style = ebook_style(book.manuscript, book.tree, book.medium, book.styles);
  EXPECT_EQ(style.hidden, (std::vector<bool>{false, true, true, false}));
}

TEST(Ebook, generated_text_with_a_meaning_comes_with_it) {
  Book book({with(classed(Kind::span, "check"), "aria-label", "Oui"), element(Kind::p)});
  book.sheet(".check::before { content: '✓' / attr(aria-label) } p::after { content: '!' }")
      .resolve(Media::epub);
  const book::EbookStyle style = ebook_style(book.manuscript, book.tree, book.medium, book.styles);
  ASSERT_EQ(style.generated.size(), 1U);
  EXPECT_EQ(style.generated[0].node, book.first(Kind::span));
  EXPECT_EQ(style.generated[0].text, "✓");
  EXPECT_EQ(style.generated[0].alternative, "Oui");
  EXPECT_FALSE(style.generated[0].after);
}

TEST(Ebook, has_a_sheet_even_without_nodes) {
  Book book;
  book.manuscript.nodes.clear();
  book.sheet("p { color: red }").resolve(Media::epub);
  EXPECT_EQ(book.ebook_css(), "p {\n  color: red;\n}\n");
}

}  // namespace
}  // namespace reliure::style::testing
