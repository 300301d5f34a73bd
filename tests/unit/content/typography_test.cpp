// French typography in the manuscript: languages, markup, and the elements of ordinals.
#include <gtest/gtest.h>

#include "content/parse.h"
#include "content/source_place.h"
#include "source/load.h"
#include "unit/content/support.h"

namespace reliure::content {
namespace {

std::string french_body(std::string markdown) {
  Book book;
  book.tree.manifest.metadata.language = "fr";
  book.page("page.md", std::move(markdown));
  return body(book);
}

TEST(Typography, AnOrdinalIsAnElementAndItsTextStays) {
  EXPECT_EQ(
      french_body("Le 1er mai, puis la 2e fois."),
      "p\n  \"Le 1\"\n  sup.ordinal\n    \"er\"\n  \"\\nbsp;mai, puis la 2\"\n  sup.ordinal\n    \"e\"\n"
      "  \" fois.\"\n");
}
TEST(Typography, LettersThatTheAuthorRaisedGetTheClass) {
  EXPECT_EQ(french_body("Le 1<sup class=\"x\">er</sup> mai et x<sup>e</sup>"),
            "p\n  \"Le 1\"\n  sup.x.ordinal\n    \"er\"\n  \"\\nbsp;mai et x\"\n  sup\n    \"e\"\n");
}
TEST(Typography, ATreeWithOrdinalsIsWhole) {
  Book book;
  book.tree.manifest.metadata.language = "fr";
  book.page("page.md", "# Au XXe {#a}\n\n1er [le 2e](#a) mot[^n] ![x](x.png)\n\n[^n]: Le 3e.\n\n## Fin 4e\n",
            "");
  const book::Manuscript manuscript = book.parse();
  for (std::uint32_t i = 1; i < manuscript.nodes.size(); ++i) {
    const book::Node& node = manuscript.nodes[i];
    ASSERT_LT(node.parent.value, i);
    EXPECT_LE(node.last_descendant.value, manuscript[node.parent].last_descendant.value);
    if (node.previous_sibling == book::kNoNode) {
      EXPECT_EQ(manuscript[node.parent].first_child.value, i);
    } else {
      EXPECT_EQ(manuscript[node.previous_sibling].next_sibling.value, i);
      EXPECT_EQ(manuscript[node.previous_sibling].last_descendant.value, i - 1);
    }
  }
  ASSERT_EQ(manuscript.links.size(), 1u);
  EXPECT_EQ(manuscript[manuscript.links[0].source].kind, book::Kind::a);
  EXPECT_EQ(manuscript[manuscript.links[0].node].kind, book::Kind::h1);
  EXPECT_EQ(manuscript.chapters[0].title, "Au XXe");
  ASSERT_EQ(manuscript.outline.size(), 2u);
  EXPECT_EQ(manuscript[manuscript.outline[1].heading].kind, book::Kind::h2);
}
TEST(Typography, SpansOfRaisedLettersLieOnTheLetters) {
  Book book;
  book.tree.manifest.metadata.language = "fr";
  book.page("page.md", "Prix &amp; \\*dates\\* : le 21e jour\n");
  EXPECT_EQ(under_text(book, book.parse(), "e"), "e");
}
TEST(Typography, AFootnoteDoesNotPartTheLineThatCallsIt) {
  EXPECT_NE(french_body("Un mot[^n] ! Suite.\n\n[^n]: Quoi ?\n").find("\"\\nnbsp;! Suite.\""),
            std::string::npos);
}
TEST(Typography, LinesEndWithTheirBlocks) {
  EXPECT_EQ(french_body("- Objet\n  - : x\n").find("nbsp"), std::string::npos);
}
TEST(Typography, OtherLanguagesAndPagesThatSaySoStay) {
  EXPECT_EQ(french_body("<p lang=\"en\">Is it ? The 1er.</p>"), "p [lang=\"en\"]\n  \"Is it ? The 1er.\"\n");
  Book book;
  book.tree.manifest.metadata.language = "fr";
  book.page("page.md", "Quoi ? 1er").front_matter.typography = false;
  EXPECT_EQ(body(book), "p\n  \"Quoi ? 1er\"\n");
}

TEST(SourceOffset, GoesOverEscapesEntitiesAndMarks) {
  EXPECT_EQ(source_offset("a \\* b ?", "a * b ?", 6), 7u);
  EXPECT_EQ(source_offset("a &amp; b ?", "a & b ?", 6), 10u);
  EXPECT_EQ(source_offset("a\n> b ?", "a\nb ?", 4), 6u);
  EXPECT_EQ(source_offset("title: Quoi ?\n", "Quoi ?", 4), 11u);
  EXPECT_EQ(source_offset("", "Quoi ?", 4), 0u);
}

TEST(Typography, AlternativeTextsAndTitlesAreSet) {
  const std::string set = french_body(
      "![Vue : l'eau !](x.png \"Titre : 5 %\") <abbr title=\"n° 3 !\">N</abbr> <i lang=\"en\" "
      "title=\"Why : it's\">w</i>");
  EXPECT_NE(set.find("alt=\"Vue\\nbsp;: l’eau"), std::string::npos) << set;
  EXPECT_NE(set.find("title=\"Titre\\nbsp;: 5\\nbsp;%\""), std::string::npos) << set;
  EXPECT_NE(set.find("title=\"n°\\nbsp;3"), std::string::npos) << set;
  EXPECT_NE(set.find("title=\"Why : it's\""), std::string::npos) << set;
}
TEST(Typography, MetadataIsSetOnceAndToldAtItsPlace) {
  source::MemoryFiles files;
  files.add("book.yaml", "title: \"Livre : l'eau !\"\nlanguage: fr\nsubtitle: Un 1er tome\n");
  files.add("a.md", "# A\n\n![Vue : x](i.png)\n");
  base::Diagnostics diagnostics;
  const source::Tree tree = source::load(files, "book.yaml", diagnostics);
  std::vector<SetChange> changes;
  const book::Manuscript manuscript = parse(tree, base::Jobs{1}, diagnostics, &changes);
  EXPECT_EQ(manuscript.metadata.title, "Livre\u00A0: l’eau\u202F!");
  EXPECT_EQ(manuscript.metadata.subtitle, "Un 1er tome");
  std::vector<std::string> places;
  for (const SetChange& change : changes) {
    const std::size_t inside =
        source_offset(tree.sources.excerpt(change.span), change.text, change.change.begin);
    const base::Place at = tree.sources.place(change.span.file, change.span.begin + inside);
    places.push_back(std::string(tree.sources.name(change.span.file)) + ":" + std::to_string(at.line) + ":" +
                     std::to_string(at.column));
  }
  EXPECT_EQ(places,
            (std::vector<std::string>{"book.yaml:1:14", "book.yaml:1:18", "book.yaml:1:22", "a.md:3:6"}));
}

}  // namespace
}  // namespace reliure::content
