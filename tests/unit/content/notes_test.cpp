#include <gtest/gtest.h>

#include "support.h"

namespace reliure::content {
namespace {

TEST(Notes, ANoteStandsWhereItIsCalled) {
  EXPECT_EQ(body("a[^1] b\n\n[^1]: *c*\n"),
            "p\n  \"a\"\n  note#page--note-1 [number=\"1\"]\n    p\n      em\n        \"c\"\n  \" b\"\n");
}
TEST(Notes, ASecondCallIsALinkToTheFirst) {
  Book book;
  book.page("page.md", "a[^x] b[^x]\n\n[^x]: c\n");
  EXPECT_EQ(body(book),
            "p\n  \"a\"\n  note#page--note-1 [number=\"1\"]\n    p\n      \"c\"\n  \" b\"\n  a.noteref\n    "
            "\"1\"\n");
  const auto manuscript = book.parse();
  ASSERT_EQ(manuscript.links.size(), 1u);
  EXPECT_EQ(manuscript[manuscript.links[0].node].kind, book::Kind::note);
}
TEST(Notes, ANoteGoesOnOverIndentedParagraphsAndLazyLines) {
  EXPECT_EQ(
      body("a[^1]\n\n[^1]: b\nc\n\n    d\n\n    - e\n\nf"),
      "p\n  \"a\"\n  note#page--note-1 [number=\"1\"]\n    p\n      \"b\\nc\"\n    p\n      \"d\"\n    ul\n"
      "      li\n        \"e\"\np\n  \"f\"\n");
}
TEST(Notes, NotesAreCountedInTheOrderOfTheirCalls) {
  EXPECT_EQ(body("a[^b][^a]\n\n[^a]: A\n[^b]: B\n"),
            "p\n  \"a\"\n  note#page--note-1 [number=\"1\"]\n    p\n      \"B\"\n"
            "  note#page--note-2 [number=\"2\"]\n    p\n      \"A\"\n");
}
TEST(Notes, ANoteMayBeDefinedInAQuote) {
  EXPECT_EQ(
      body("> a[^1]\n>\n> [^1]: b\n>     c\n>\n>     d\n\ne"),
      "blockquote\n  p\n    \"a\"\n    note#page--note-1 [number=\"1\"]\n      p\n        \"b\\nc\"\n      "
      "p\n        \"d\"\np\n  \"e\"\n");
  EXPECT_EQ(body("> ```\n> [^1]: b\n> ```\n"), "blockquote\n  pre\n    code\n      \"[^1]: b\\n\"\n");
}
TEST(Notes, ANoteThatCallsItselfEnds) {
  EXPECT_EQ(
      body("a[^1]\n\n[^1]: b[^1]\n"),
      "p\n  \"a\"\n  note#page--note-1 [number=\"1\"]\n    p\n      \"b\"\n      a.noteref\n        \"1\"\n");
}
TEST(Notes, AChainOfNotesEnds) {
  std::string page = "a[^0]\n\n";
  for (int i = 0; i < 20000; ++i)
    page += "[^" + std::to_string(i) + "]: b[^" + std::to_string(i + 1) + "]\n\n";
  EXPECT_EQ(reported(page).at(0),
            "content/nested-too-deep 17:8 the footnote `8` is called from a note in too many notes");
}
TEST(Notes, ACallInCodeIsNone) { EXPECT_EQ(body("`[^1]`\n"), "p\n  code\n    \"[^1]\"\n"); }
TEST(Notes, ADefinitionInAFenceIsNone) {
  EXPECT_EQ(body("```\n[^1]: x\n```\n"), "pre\n  code\n    \"[^1]: x\\n\"\n");
}
TEST(Notes, AnUnknownNoteIsAnError) {
  Book book;
  book.page("page.md", "a[^notte]\n\n[^note]: x\n\nb[^note]");
  book.parse();
  EXPECT_EQ(book.reported(), Lines{"content/unknown-note 1:2 no footnote has the id `notte`"});
  EXPECT_EQ(book.diagnostics.all()[0].hints[0], "did you mean `[^note]`?");
}
TEST(Notes, AnUnknownCallStaysInTheText) { EXPECT_EQ(body("a[^x]"), "p\n  \"a[^x]\"\n"); }
TEST(Notes, AnUnusedNoteIsReported) {
  EXPECT_EQ(reported("a\n\n[^x]: b\n"), Lines{"content/unused-note 3:1 the footnote `x` is never called"});
}
TEST(Notes, ADoubleDefinitionIsReported) {
  EXPECT_EQ(reported("a[^x]\n\n[^x]: b\n\n[^x]: c\n"),
            Lines{"content/duplicate-note 5:1 the footnote `x` is defined again"});
}
TEST(Notes, TheTextOfANoteKnowsItsPlace) {
  Book book;
  book.page("page.md", "a[^1]\n\n[^1]: b\n\n    *cc*\n");
  EXPECT_EQ(under_text(book, book.parse(), "cc"), "cc");
}
TEST(Notes, ANoteInAHeadingIsNotInTheOutline) {
  Book book;
  book.page("page.md", "## A[^1]\n\n[^1]: b\n");
  EXPECT_EQ(book.parse().outline[1].title, "A");
}

}  // namespace
}  // namespace reliure::content
