#include "style/called_notes.h"

#include <gtest/gtest.h>

#include "unit/style/builder.h"

namespace reliure::style {
namespace {

using namespace testing;

/// A hidden block that calls a note, whose second paragraph is hidden itself, and a link in a block of
/// `link`.
Book hidden_call(const char* link) {
  Element hidden = classed(Kind::p, "gone", {text("a")});
  Element note = element(Kind::note, {element(Kind::p, {text("b")}), classed(Kind::p, "gone", {text("c")})});
  hidden.children.push_back(note);
  Book book({hidden, classed(Kind::p, link, {element(Kind::a, {text("1")})})});
  book.manuscript.links.push_back({book.first(Kind::a), book.first(Kind::note), {}});
  book.sheet(".gone { display: none }");
  book.resolve();
  return book;
}

TEST(CalledNotes, ANoteIsShownWhereAnotherCallIs) {
  const Book book = hidden_call("shown");
  EXPECT_TRUE(book.styles.hidden(book.first(Kind::p)));
  EXPECT_FALSE(book.styles.hidden(book.first(Kind::note)));
  EXPECT_FALSE(book.styles.hidden(book.first(Kind::p, 1)));
  EXPECT_TRUE(book.styles.hidden(book.first(Kind::p, 2))) << "hidden in the note itself";
}

TEST(CalledNotes, ANoteWithoutAShownCallIsHidden) {
  const Book book = hidden_call("gone");
  EXPECT_TRUE(book.styles.hidden(book.first(Kind::note)));
}

}  // namespace
}  // namespace reliure::style
