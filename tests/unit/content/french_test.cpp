#include "content/french.h"

#include <gtest/gtest.h>

#include <string>

namespace reliure::content {
namespace {

/// The text as set, with `_` for U+00A0 and `~` for U+202F.
std::string set(std::string text, Neighbours neighbours = {}) {
  const auto replace_all = [](std::string in, const std::string& from, const std::string& to) {
    for (std::size_t at = in.find(from); at != std::string::npos; at = in.find(from, at + to.size())) {
      in.replace(at, from.size(), to);
    }
    return in;
  };
  text = replace_all(replace_all(text, "_", "\u00A0"), "~", "\u202F");
  const std::string result = french(text, neighbours).value_or(text);
  EXPECT_FALSE(french(result, neighbours)) << "setting twice changes: " << result;
  return replace_all(replace_all(result, "\u00A0", "_"), "\u202F", "~");
}

TEST(French, ATypedSpaceBeforeHighPunctuationIsNarrow) {
  EXPECT_EQ(set("Pourquoi ? Parce que ; voilà !"), "Pourquoi~? Parce que~; voilà~!");
}
TEST(French, ATypedSpaceBeforeAColonIsANoBreakSpace) { EXPECT_EQ(set("Objet : essai"), "Objet_: essai"); }
TEST(French, AMissingSpaceIsAddedAfterAWord) {
  EXPECT_EQ(set("Pourquoi? Parce; voilà! Objet: essai"), "Pourquoi~? Parce~; voilà~! Objet_: essai");
}
TEST(French, SeveralSpacesBecomeOne) { EXPECT_EQ(set("Objet  \n : essai"), "Objet_: essai"); }
TEST(French, ARunOfMarksIsSpacedOnce) { EXPECT_EQ(set("Quoi ?! Vraiment?!"), "Quoi~?! Vraiment~?!"); }
TEST(French, WhatIsSetWellStays) { EXPECT_FALSE(french("Objet\u00A0: «\u00A0x\u00A0»\u202F!", {})); }
TEST(French, TheWrongNoBreakSpaceIsReplaced) { EXPECT_EQ(set("Quoi_? Objet~: x"), "Quoi~? Objet_: x"); }
TEST(French, GuillemetsAreSpacedInside) {
  EXPECT_EQ(set("le « mot » et «mot»"), "le «_mot_» et «_mot_»");
  EXPECT_EQ(set("« mot »; «mot» !"), "«_mot_»~; «_mot_»~!");
}
TEST(French, AStraightApostropheBetweenLettersIsCurly) {
  EXPECT_EQ(set("l'eau d'«ici» aujourd'hui"), "l’eau d’«_ici_» aujourd’hui");
}
TEST(French, QuotesAndPrimesAreNoApostrophes) { EXPECT_EQ(set("'mot' 5'10"), "'mot' 5'10"); }
TEST(French, ThreeDotsAreAnEllipsis) {
  EXPECT_EQ(set("etc... et puis .... et ../x"), "etc… et puis .... et ../x");
}
TEST(French, ThousandsAreGroupedByNarrowSpaces) {
  EXPECT_EQ(set("1 250 000 habitants, 12 000 pages"), "1~250~000 habitants, 12~000 pages");
}
TEST(French, NoThousandsInTelephoneNumbersAndYears) {
  EXPECT_EQ(set("01 23 45 67 89"), "01 23 45 67 89");
  EXPECT_EQ(set("0800 123 456"), "0800 123 456");
  EXPECT_EQ(set("en 2019 100 pages"), "en 2019 100 pages");
  EXPECT_EQ(set("30231100-8 et 3,100 200"), "30231100-8 et 3,100 200");
}
TEST(French, PercentAndEuroStandApart) {
  EXPECT_EQ(set("10% de 24€, 5 % et 3 €"), "10_% de 24_€, 5_% et 3_€");
}
TEST(French, UnitsStayWithTheirNumber) {
  EXPECT_EQ(set("12 km, 5 kWh, 3 millions"), "12_km, 5_kWh, 3_millions");
}
TEST(French, AWordAfterANumberIsNoUnit) { EXPECT_EQ(set("5 grands, 3 mois"), "5 grands, 3 mois"); }
TEST(French, AbbreviationsStayWithWhatFollows) {
  EXPECT_EQ(set("n° 5, N°7, art. 3, M. Dupont, Mme Durand, p. 12, L. 211"),
            "n°_5, N°_7, art._3, M._Dupont, Mme_Durand, p._12, L._211");
}
TEST(French, AnEndOfSentenceIsNoAbbreviation) {
  EXPECT_EQ(set("le plan M. il part, un quart. Puis"), "le plan M. il part, un quart. Puis");
}
TEST(French, ADayStaysWithItsMonth) {
  EXPECT_EQ(set("le 4 mai 2021, le 1er juin"), "le 4_mai 2021, le 1er_juin");
}
TEST(French, TimesAndRatiosStay) { EXPECT_EQ(set("à 10:55, 16:9"), "à 10:55, 16:9"); }
TEST(French, AddressesStay) {
  EXPECT_EQ(set("voir https://exemple.fr/a?b=c;d!e et www.exemple.fr/l'eau, qui@exemple.fr"),
            "voir https://exemple.fr/a?b=c;d!e et www.exemple.fr/l'eau, qui@exemple.fr");
  EXPECT_EQ(set("https://exemple.fr/100%"), "https://exemple.fr/100%");
}
TEST(French, SchemesDrivesAndScopesStay) {
  EXPECT_EQ(set("http: et C: et std::vector et a ::b"), "http: et C: et std::vector et a ::b");
}
TEST(French, SmileysStay) { EXPECT_EQ(set("merci :) et ;-)"), "merci :) et ;-)"); }
TEST(French, NothingIsAddedInsideAWord) { EXPECT_EQ(set("a;b x?y key:value"), "a;b x?y key:value"); }
TEST(French, ASpaceAtTheEndSeesWhatFollows) { EXPECT_EQ(set("Objet ", {0, ':'}), "Objet_"); }
TEST(French, ASignAtTheStartSeesWhatPrecedes) {
  EXPECT_EQ(set(" : suite", {'x', 0}), "_: suite");
  EXPECT_EQ(set(": suite", {'x', 0}), "_: suite");
}
TEST(French, AnOpeningQuoteAtTheEndIsSpacedOnce) {
  EXPECT_EQ(set("le «", {0, 'm'}), "le «_");
  EXPECT_EQ(set("mot", {U'«', 0}), "mot");
}
TEST(French, NothingStandsBeforeTheFirstSign) { EXPECT_EQ(set("? et ! et : x"), "? et~! et_: x"); }

}  // namespace
}  // namespace reliure::content
