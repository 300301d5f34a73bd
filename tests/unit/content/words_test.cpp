#include "content/words.h"

#include <gtest/gtest.h>

#include "content/slug.h"

namespace reliure::content {
namespace {

TEST(Words, DatesAreWrittenAsTheLanguageWritesThem) {
  EXPECT_EQ(written_date("2021-05-04", "fr"), "4 mai 2021");
  EXPECT_EQ(written_date("2021-05-01", "fr-CA"), "1er mai 2021");
  EXPECT_EQ(written_date("2021-05-04", "en"), "4 May 2021");
  EXPECT_EQ(written_date("2021-05-04", "de"), "4. Mai 2021");
  EXPECT_EQ(written_date("2021-05-04", "es"), "4 de mayo de 2021");
  EXPECT_EQ(written_date("2021-05-04T10:00:00Z", "it"), "4 maggio 2021");
}
TEST(Words, APartOfADateIsWrittenSoFar) {
  EXPECT_EQ(written_date("2021-05", "fr"), "mai 2021");
  EXPECT_EQ(written_date("2021", "fr"), "2021");
  EXPECT_EQ(written_date("spring", "fr"), "spring");
  EXPECT_EQ(written_date("2021-13-04", "fr"), "2021-13-04");
}
TEST(Words, ContentsAreHeadedInTheLanguage) {
  EXPECT_EQ(contents_title("fr"), "Table des matières");
  EXPECT_EQ(contents_title("de-AT"), "Inhalt");
  EXPECT_EQ(contents_title("xx"), "Contents");
}
TEST(Words, ListsAreHeadedInTheLanguage) {
  EXPECT_EQ(list_title(source::CaptionList::figures, "fr-CA"), "Liste des figures");
  EXPECT_EQ(list_title(source::CaptionList::tables, "de"), "Tabellenverzeichnis");
  EXPECT_EQ(list_title(source::CaptionList::tables, "xx"), "List of tables");
}
TEST(Slug, IsAsciiLowerCaseWithSingleHyphens) {
  EXPECT_EQ(slug("  Qu'est-ce que l’Œuvre ? (ÉTÉ)"), "qu-est-ce-que-l-oeuvre-ete");
  EXPECT_EQ(slug("日本"), "");
  EXPECT_EQ(slug("e\u0301te\u0301"), "ete");
}
TEST(Slug, AnXmlNameKeepsWhatItMay) { EXPECT_EQ(xml_name("a.B_c-é d\"日"), "a.B_c-e_d__"); }
TEST(Slug, OfGithubKeepsLettersOfAllScripts) {
  EXPECT_EQ(github_slug("  Qu'est-ce, OÙ\u00A0? — Œuvre_1"), "quest-ce-où-œuvre_1");
  EXPECT_EQ(github_slug("ΣΑΣ Ёж 日本、語 🎉"), "σασ-ёж-日本語");
}
TEST(Slug, NamesAreGivenOnce) {
  UniqueNames names;
  EXPECT_EQ(names.take("a"), "a");
  EXPECT_EQ(names.take("a"), "a-2");
  EXPECT_EQ(names.take("a-2"), "a-2-2");
  EXPECT_EQ(names.take("a"), "a-3");
}

}  // namespace
}  // namespace reliure::content
