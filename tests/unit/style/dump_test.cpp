#include "style/dump.h"

#include <gtest/gtest.h>

#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

TEST(Dump, shows_what_differs_from_the_parent_and_from_the_initial_values) {
  Element p = classed(Kind::p, "a b", {text("x"), element(Kind::em)});
  p.id = "page--p";
  Book book({p});
  book.sheet(
          ":root { font-size: 12pt; line-height: 1.5 } p { color: red; margin-top: 3pt }"
          "em { font-style: italic } p::before { content: '\"' }"
          "@page { size: 300pt 400pt; margin: 10pt } @page :first { @top-left { content: counter(page) } }")
      .resolve();
  const std::string expected =
      "document font-size: 12pt; line-height: 1.5\n"
      "  p#page--p.a.b color: #ff0000; margin-top: 3pt\n"
      "    ::before content: \"\\\"\"\n"
      "    em font-style: italic\n"
      "@page :right size: 300pt 400pt; margin: 10pt 10pt 10pt 10pt; bleed: 0 0 0 0; marks: none\n"
      "  @footnote display: block\n"
      "@page :left size: 300pt 400pt; margin: 10pt 10pt 10pt 10pt; bleed: 0 0 0 0; marks: none\n"
      "  @footnote display: block\n"
      "@page :right:first of the book size: 300pt 400pt; margin: 10pt 10pt 10pt 10pt; bleed: 0 0 0 0; marks: "
      "none\n"
      "  @top-left content: counter(page); text-align: left; vertical-align: middle\n"
      "  @footnote display: block\n";
  EXPECT_EQ(dump(book.manuscript, book.styles), expected);
}

}  // namespace
}  // namespace reliure::style::testing
