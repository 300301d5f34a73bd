#include "style/footnotes.h"

#include <gtest/gtest.h>

#include "unit/style/builder.h"

namespace reliure::style {
namespace {

using namespace testing;

/// Styles a book and gives the manuscript that its editions have.
std::shared_ptr<const book::Manuscript> edition_of(Book& book, Media media = Media::print) {
  book.resolve(media);
  return with_footnotes(std::make_shared<const book::Manuscript>(std::move(book.manuscript)), book.styles);
}

/// The numbers of the notes in order.
std::string numbers(const book::Manuscript& manuscript) {
  std::string all;
  for (NodeId id{0}; id.value < manuscript.nodes.size(); ++id.value) {
    if (manuscript[id].kind == Kind::note) all += std::string(*manuscript.attribute(id, "number")) + " ";
  }
  return all;
}

Element note(std::string number) {
  return with(element(Kind::note, {text("n")}), "number", std::move(number));
}
Element second_call(std::string number) { return classed(Kind::a, "noteref", {text(std::move(number))}); }
Element floating(Kind kind = Kind::span) { return classed(kind, "note", {text("f")}); }

TEST(Footnotes, AreNumberedWithTheOtherNotesOfTheirChapter) {
  Book book({element(Kind::section, {element(Kind::p, {note("1"), floating(), note("2"), second_call("2")})}),
             element(Kind::section, {element(Kind::p, {note("1"), second_call("1")})})});
  const NodeId again = book.first(Kind::a);
  book.sheet(".note { float: footnote }");
  const auto manuscript = edition_of(book);
  EXPECT_EQ(numbers(*manuscript), "1 2 3 1 ");
  EXPECT_EQ((*manuscript)[(*manuscript)[again].first_child].text, "3");
}

TEST(Footnotes, AreNothingNewWhereNoElementIsOne) {
  Book book({element(Kind::p, {note("1"), floating()})});
  book.sheet("note { float: footnote }").resolve();
  const auto manuscript = std::make_shared<const book::Manuscript>(std::move(book.manuscript));
  EXPECT_EQ(with_footnotes(manuscript, book.styles), manuscript);
}

TEST(Footnotes, FollowTheMedium) {
  Book book({element(Kind::p, {floating()})});
  book.sheet("@media print { .note { float: footnote } }");
  EXPECT_EQ(numbers(*edition_of(book, Media::epub)), "");
}

TEST(Footnotes, AreNotMadeOfHeadingsLinksListItemsAndWhatIsHidden) {
  Book book({element(Kind::h1, {floating()}), element(Kind::ul, {floating(Kind::li)}),
             element(Kind::p, {floating(Kind::a)}), classed(Kind::p, "gone", {floating()}),
             element(Kind::ul, {floating(Kind::div)})});
  book.sheet(".note { float: footnote } .gone { display: none }");
  EXPECT_EQ(numbers(*edition_of(book)), "");
}

TEST(Footnotes, AloneHaveCallsAndMarkers) {
  Book book({element(Kind::p, {floating()}), element(Kind::div)});
  book.sheet("::footnote-call { color: red } .note { float: footnote }").resolve();
  EXPECT_NE(book.styles.pseudo(book.first(Kind::span), PseudoElement::footnote_call), nullptr);
  EXPECT_EQ(book.styles.pseudo(book.first(Kind::div), PseudoElement::footnote_call), nullptr);
}

}  // namespace
}  // namespace reliure::style
