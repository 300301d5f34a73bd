#include <gtest/gtest.h>

#include "support.h"

namespace reliure::content {
namespace {

/// The outline, indented by level, each with its heading's kind.
std::string outline(Book& book) {
  const auto manuscript = book.parse();
  std::string result;
  for (const book::OutlineEntry& entry : manuscript.outline) {
    result += std::string(static_cast<std::size_t>(entry.level - 1), ' ') +
              std::string(name(manuscript[entry.heading].kind)) + " " + entry.title + "\n";
  }
  return result;
}

TEST(Headings, ThePagesTitleIsTheFirstAndTheOthersMoveBelow) {
  Book book;
  book.page("a.md", "## B\n\n### C\n\n## D", "A", 1);
  book.page("e.md", "# F", "E", 2);
  EXPECT_EQ(outline(book), "h1 A\n h2 B\n  h3 C\n h2 D\n h2 E\n  h3 F\n");
}
TEST(Headings, WithoutFrontMatterTheFirstH1IsTheTitle) {
  Book book;
  book.page("a.md", "# B\n\n## C", "");
  EXPECT_EQ(outline(book), "h1 B\n h2 C\n");
}
TEST(Headings, AnH1ThatRepeatsTheTitleIsTheTitle) {
  Book book;
  book.page("a.md", "# A *b*\n\n## C", "A b");
  EXPECT_EQ(outline(book), "h1 A b\n h2 C\n");
}
TEST(Headings, AnOwnH1WinsOverTheTitleInTheList) {
  Book book;
  book.page("a.md", "# B", "").title = "A";
  EXPECT_EQ(outline(book), "h1 B\n");
}
TEST(Headings, TheTitleInTheListIsBetterThanNone) {
  Book book;
  book.page("a.md", "b", "").title = "A";
  EXPECT_EQ(outline(book), "h1 A\n");
}
TEST(Headings, APageWithoutAnyTitleHasItsFilesName) {
  Book book;
  book.page("dir/a-b.md", "c", "");
  EXPECT_EQ(outline(book), "h1 a-b\n");
}
TEST(Headings, TheTitleStandsFirstWhereverItsH1Was) {
  EXPECT_EQ(
      [] {
        Book book;
        book.page("page.md", "x\n\n# B", "");
        return body(book);
      }(),
      "p\n  \"x\"\n");
}
TEST(Headings, ASkippedLevelIsReportedAndClosed) {
  Book book;
  book.page("a.md", "## B\n\n#### C\n\n### D", "A");
  EXPECT_EQ(outline(book), "h1 A\n h2 B\n  h3 C\n  h3 D\n");
  EXPECT_EQ(book.reported(),
            Lines{"content/skipped-heading 3:1 this heading is 2 levels below the one before it"});
}
TEST(Headings, KindsEndAtH6AndLevelsGoOn) {
  Book book;
  book.page("a.md", "# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6", "A");
  EXPECT_EQ(outline(book), "h1 A\n h2 1\n  h3 2\n   h4 3\n    h5 4\n     h6 5\n      h6 6\n");
}
TEST(Headings, AnEmptyHeadingIsLeftOut) {
  Book book;
  book.page("a.md", "## \n\n## B", "A");
  EXPECT_EQ(outline(book), "h1 A\n h2 B\n");
  EXPECT_EQ(book.reported().at(0).substr(0, 21), "content/empty-heading");
}
TEST(Headings, AnEmptyHeadingIsReportedAtItsMarks) {
  EXPECT_EQ(reported("a\n\n## \n\nb"), Lines{"content/empty-heading 3:1 a heading has no text"});
  EXPECT_EQ(reported("> a\n> ###\n\nb"), Lines{"content/empty-heading 2:3 a heading has no text"});
}
TEST(Headings, APictureAloneIsListedByItsAlternativeText) {
  Book book;
  book.files.add("book/a.svg", "<svg/>");
  book.page("a.md", "## ![The  river](a.svg)\n\n## Step <img src=\"a.svg\" alt=\"one\">, again", "A");
  EXPECT_EQ(outline(book), "h1 A\n h2 The river\n h2 Step one, again\n");
  EXPECT_EQ(book.reported(), Lines{});
}
TEST(Headings, APictureThatDecoratesAloneIsNoHeading) {
  Book book;
  book.files.add("book/a.svg", "<svg/>");
  book.page("a.md", "## <img src=\"a.svg\" alt=\"\">\n\n## B", "A");
  EXPECT_EQ(outline(book), "h1 A\n h2 B\n");
  EXPECT_EQ(book.reported(), Lines{"content/empty-heading 1:1 a heading has no text"});
  EXPECT_EQ(hints(book), Lines{"write its text, or describe its picture"});
  EXPECT_EQ(body(book).substr(0, 9), "p\n  img [");
}
TEST(Headings, APictureThatDecoratesIsNoTitle) {
  Book book;
  book.files.add("book/a.svg", "<svg/>");
  book.page("a.md", "# <img src=\"a.svg\" alt=\"\">\n\n# B\n\n## C", "");
  EXPECT_EQ(outline(book), "h1 B\n h2 C\n");
}
TEST(Headings, AHeadingNamedByALabelAloneIsNotListed) {
  Book book;
  book.page("a.md", "## <span aria-label=\"x\"><svg></svg></span>\n\n## B", "A");
  EXPECT_EQ(outline(book), "h1 A\n h2 B\n");
}
TEST(Headings, AHeadingInNavIsNotListed) {
  Book book;
  book.page("a.md", "<nav><h2>B</h2></nav>", "A");
  EXPECT_EQ(outline(book), "h1 A\n");
}
TEST(Headings, EachHasAnIdOfItsOwn) {
  EXPECT_EQ(body("## Été, l'eau\n\n## Été l’eau\n\n## C {#ete-l-eau-2}"),
            "h2#page--ete-l-eau\n  \"Été, l'eau\"\nh2#page--ete-l-eau-1\n  \"Été "
            "l’eau\"\nh2#page--ete-l-eau-2\n  \"C\"\n");
}
TEST(Headings, ADoubleIdIsReportedAndDropped) {
  Book book;
  book.page("page.md", "<p id=a>b</p>\n<p id=a>c</p>");
  EXPECT_EQ(body(book), "p#page--a\n  \"b\"\np\n  \"c\"\n");
  EXPECT_EQ(book.reported(), Lines{"content/duplicate-id 2:7 the id `a` is used again on this page"});
  EXPECT_EQ(book.diagnostics.all()[0].labels[0].message, "first used here");
}
TEST(Headings, ReferencesToIdsFollow) {
  EXPECT_EQ(body("<p id=\"a b\">x</p><table><tr><td headers=\"h no\">y</td><th id=h>z</th></tr></table>"),
            "p#page--a_b\n  \"x\"\ntable\n  tbody\n    tr\n      td [headers=\"page--h\"]\n        \"y\"\n"
            "      th#page--h\n        \"z\"\n");
  EXPECT_EQ(body("<p aria-labelledby=no>x</p>"), "p\n  \"x\"\n");
}

// What is made rather than written.

TEST(Front, TheTitlePageSaysWhatTheMetadataSays) {
  Book book;
  book.tree.manifest.title_page = true;
  auto& metadata = book.tree.manifest.metadata;
  metadata.subtitle = "Sub";
  metadata.language = "fr";
  metadata.authors = {{"A", "aut"}, {"B", "edt"}};
  metadata.publisher = "P";
  metadata.date = "2021-05-01";
  metadata.rights = "R";
  const std::string all = dump(book.parse());
  const std::size_t at = all.find("  section#title-page");
  EXPECT_EQ(all.substr(at, all.find("  section#colophon") - at),
            "  section#title-page.title-page\n    p.title\n      \"Book\"\n    p.subtitle\n      "
            "\"Sub\"\n"
            "    p.author\n      \"A\"\n    p.author\n      \"B\"\n    p.publisher\n      \"P\"\n    p.date\n"
            "      \"1\"\n      sup.ordinal\n        \"er\"\n      \"\\nbsp;mai 2021\"\n    p.rights\n      "
            "\"R\"\n");
}
TEST(Front, TheColophonNamesWhatTheMetadataHas) {
  Book book;
  book.tree.manifest.title_page = true;
  auto& metadata = book.tree.manifest.metadata;
  metadata.language = "fr";
  metadata.authors = {{"A", "aut"}, {"B", "edt"}};
  metadata.date = "2021-05";
  metadata.identifier = "urn:isbn:9782123456803";
  const std::string all = dump(book.parse());
  const std::size_t at = all.find("  section#colophon");
  EXPECT_EQ(
      all.substr(at, all.find("  section#last-page") - at),
      "  section#colophon.colophon\n    p.title\n      \"Book\"\n    dl\n      dt\n        \"Auteurs\"\n"
      "      dd\n        \"A\"\n      dd\n        \"B\"\n      dt\n        \"Parution\"\n      dd\n"
      "        \"mai 2021\"\n    p.identifier\n      \"ISBN 9782123456803\"\n");
}
TEST(Front, TheCoverHasThePictureThatTheManifestNames) {
  Book book;
  book.tree.manifest.title_page = true;
  EXPECT_NE(dump(book.parse()).find("  section#cover.cover\n    p.title\n"), std::string::npos);
  book.files.add("book/c.png", "\x89PNG\r\n\x1a\n");
  book.tree.manifest.cover = "book/c.png";
  const auto manuscript = book.parse();
  EXPECT_NE(dump(manuscript).find("  section#cover.cover.pictured\n    img [alt=\"\"]"), std::string::npos);
  ASSERT_EQ(manuscript.pictures.size(), 1u);
  EXPECT_EQ(manuscript[manuscript.pictures[0].node].kind, book::Kind::img);
  EXPECT_EQ(manuscript.pictures[0].resource, manuscript.cover);
}
TEST(Front, AClassInTheFrontMatterIsTheSectionS) {
  Book book;
  book.page("a.md", "x", "A").front_matter.classes = {"preface"};
  EXPECT_NE(dump(book.parse()).find("  section#a.chapter.depth-1.preface\n"), std::string::npos);
}
TEST(Front, TheTitleIsSetAsTheText) {
  Book book;
  book.page("a.md", "b", "C'est : quoi ?");
  book.tree.manifest.title_page = true;
  book.tree.manifest.metadata.title = "L'eau ?";
  book.tree.manifest.metadata.language = "fr";
  const auto manuscript = book.parse();
  EXPECT_NE(dump(manuscript).find("\"L’eau\\nnbsp;?\""), std::string::npos);
  EXPECT_EQ(manuscript.outline[0].title, "C’est\u00A0: quoi\u202F?");
}
TEST(Front, ContentsListTheOutlineDownToTheDepth) {
  Book book;
  book.tree.manifest.contents_depth = 2;
  book.page("a.md", "## B\n\n### C", "A");
  book.page("d.md", "e", "D");
  const auto manuscript = book.parse();
  EXPECT_EQ(
      dump(manuscript).substr(0, dump(manuscript).find("  section")),
      "document\n  nav#contents.contents\n    h1#contents--title\n      \"Contents\"\n    ol\n      li\n"
      "        a [href=\"#a--a\"]\n          \"A\"\n        ol\n          li\n            a "
      "[href=\"#a--b\"]\n"
      "              \"B\"\n      li\n        a [href=\"#d--d\"]\n          \"D\"\n");
  ASSERT_EQ(manuscript.links.size(), 3u);
  EXPECT_EQ(manuscript[manuscript.links[2].node].id, "d--d");
}
TEST(Front, ChaptersAreInReadingOrder) {
  Book book;
  book.tree.manifest.contents_depth = 1;
  book.page("index.md", "a", "A");
  book.page("x/index.md", "b", "B").front_matter.language = "de";
  book.page("x/2.md", "c", "C", 2);
  const std::string all = dump(book.parse());
  const std::size_t at = all.find("\nchapters\n") + 10;
  EXPECT_EQ(all.substr(at, all.find("\noutline") - at),
            "  contents front 1 en \"Contents\"\n  index body 1 en \"A\"\n  x body 1 de \"B\"\n  x-2 body 2 "
            "en \"C\"\n");
}
TEST(Front, NodesAreNumberedInDocumentOrder) {
  Book book;
  book.tree.manifest.title_page = true;
  book.tree.manifest.contents_depth = 3;
  book.page("a.md", "## B\n\n- c\n  - d[^1]\n\n[^1]: e\n", "A");
  book.page("f.md", "<table><tr><td>g</td></tr></table>", "F");
  const auto manuscript = book.parse();
  for (std::uint32_t i = 1; i < manuscript.nodes.size(); ++i) {
    const book::Node& node = manuscript.nodes[i];
    const book::Node& parent = manuscript[node.parent];
    EXPECT_LT(node.parent.value, i);
    EXPECT_LE(node.last_descendant, parent.last_descendant);
    if (node.next_sibling != book::kNoNode) {
      EXPECT_EQ(node.next_sibling.value, node.last_descendant.value + 1);
      EXPECT_EQ(manuscript[node.next_sibling].previous_sibling.value, i);
    } else {
      EXPECT_EQ(node.last_descendant, parent.last_descendant);
    }
    EXPECT_EQ(node.previous_sibling == book::kNoNode, parent.first_child.value == i);
  }
}

}  // namespace
}  // namespace reliure::content
