#include "content/french.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace reliure::content {
namespace {

using source::Typography;
using source::TypographyRule;

std::string replaced(std::string in, const std::string& from, const std::string& to) {
  for (std::size_t at = in.find(from); at != std::string::npos; at = in.find(from, at + to.size())) {
    in.replace(at, from.size(), to);
  }
  return in;
}

/// The pieces after their changes; raised letters stand between `^` and `^` where `shown`.
std::vector<std::string> applied(const std::vector<Piece>& pieces, const std::vector<Change>& changes,
                                 bool shown) {
  std::vector<std::string> set;
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    std::string& text = set.emplace_back();
    std::size_t done = 0;
    for (const Change& change : changes) {
      if (change.piece != i || change.act == Act::remark) continue;
      EXPECT_LE(done, change.begin);
      EXPECT_LE(change.end, pieces[i].text.size());
      EXPECT_TRUE(pieces[i].settable);
      text.append(pieces[i].text.substr(done, change.begin - done));
      done = change.end;
      if (change.act == Act::set) base::encode(change.character, text);
      if (change.act != Act::raise) continue;
      const std::string letters(pieces[i].text.substr(change.begin, change.end - change.begin));
      text.append(shown ? "^" + letters + "^" : letters);
    }
    text.append(pieces[i].text.substr(done));
  }
  return set;
}

/// The texts of a line as set, with `_` for U+00A0, `~` for U+202F and `|` between two texts; a text in
/// backticks is code.
std::string set(std::string line, const Typography& typography = {}) {
  line = replaced(replaced(line, "_", "\u00A0"), "~", "\u202F");
  std::vector<std::string> texts(1);
  for (const char c : line) c == '|' ? void(texts.emplace_back()) : texts.back().push_back(c);
  const auto pieces_of = [](const std::vector<std::string>& from) {
    std::vector<Piece> pieces;
    for (const std::string& text : from) pieces.push_back({text, text.substr(0, 1) != "`"});
    return pieces;
  };
  const std::vector<Piece> pieces = pieces_of(texts);
  const std::vector<Change> changes = french(pieces, typography);
  const std::vector<std::string> result = applied(pieces, changes, false);
  const std::vector<Piece> again = pieces_of(result);
  EXPECT_EQ(applied(again, french(again, typography), false), result) << "setting twice changes " << line;
  std::string shown;
  for (const std::string& text : applied(pieces, changes, true)) {
    shown.append(text).append("|");
  }
  shown.pop_back();
  return replaced(replaced(shown, "\u00A0", "_"), "\u202F", "~");
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
TEST(French, WhatIsSetWellStays) {
  const Piece piece{"Objet\u00A0: «\u00A0x\u00A0»\u202F!"};
  EXPECT_TRUE(french({&piece, 1}, {}).empty());
}
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
TEST(French, GroupsThatAreNotAllOfThreeDigitsAreACode) {
  EXPECT_EQ(set("SIRET 123 456 789 00012, lot 12 345 67"), "SIRET 123 456 789 00012, lot 12 345 67");
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
TEST(French, MoreUnitsStayWithTheirNumber) {
  EXPECT_EQ(set("3 m3, 12 m2, 5 km2, 3 mn, 3 tCO₂e, 12 kgCO2, 2 CO₂e"),
            "3_m3, 12_m2, 5_km2, 3_mn, 3_tCO₂e, 12_kgCO2, 2_CO₂e");
  EXPECT_EQ(set("5 CHF, 3,5 M$, 3 Mds €, 4 Mds€, 10 k€HT, 12 €HT, 10 Euros, 5 $US"),
            "5_CHF, 3,5_M$, 3_Mds_€, 4_Mds€, 10_k€HT, 12_€HT, 10_Euros, 5_$US");
  EXPECT_EQ(set("10 M €, 3 millions €, un Mds €"), "10_M_€, 3_millions_€, un Mds €");
}
TEST(French, UnitsThatTouchTheirNumberStandApart) {
  EXPECT_EQ(set("25°C, -5°C, 3kg, 1,5km, 12M€, 10k€HT, 16Go, 90kWh/an, 3tCO₂e"),
            "25_°C, -5_°C, 3_kg, 1,5_km, 12_M€, 10_k€HT, 16_Go, 90_kWh/an, 3_tCO₂e");
  EXPECT_EQ(set("entre 15-20km et 5kg–10kg (3kg)"), "entre 15-20_km et 5_kg–10_kg (3_kg)");
  EXPECT_EQ(set("le poids (3|kg|) de 2| km"), "le poids (3|_kg|) de 2|_km");
}
TEST(French, CodesAreNoNumbersWithUnits) {
  const std::string codes = "4K, A4, 3D, B2B, H2O, CO2, 5G, 3M, 10h30, 24h/24, 1e6, mp3, 0x2e, 4g, 60W";
  EXPECT_EQ(set(codes), codes);
  const std::string more = "A4min, IPX-5kg, v2.0Go, #12km, 10GbE, i5km, x=3kg, a/3kg, 3kg@b.fr, 10€20";
  EXPECT_EQ(set(more), more);
}
TEST(French, AWordAfterANumberIsNoUnit) { EXPECT_EQ(set("5 grands, 3 mois"), "5 grands, 3 mois"); }
TEST(French, AbbreviationsStayWithWhatFollows) {
  EXPECT_EQ(set("n° 5, N°7, art. 3, M. Dupont, Mme Durand, p. 12, L. 211"),
            "n°_5, N°_7, art._3, M._Dupont, Mme_Durand, p._12, L._211");
}
TEST(French, AbbreviationsStayWithRomanNumerals) {
  EXPECT_EQ(set("p. XII, p. xii, t. IV, chap. III, § II, vol. CXX, art. V, fig. IX, annexe II"),
            "p._XII, p._xii, t._IV, chap._III, §_II, vol._CXX, art._V, fig._IX, annexe_II");
  EXPECT_EQ(set("p. il, t. Il vit, chap. Vous, vol. IIII, § IC, l'annexe des"),
            "p. il, t. Il vit, chap. Vous, vol. IIII, § IC, l’annexe des");
}
TEST(French, TitlesStayWithWhatTheyAreBefore) {
  EXPECT_EQ(
      set("M. le Président, Mme la ministre, MM. les députés, M. de Gaulle, M. d'Ormesson, S. M. le roi"),
      "M._le Président, Mme_la ministre, MM._les députés, M._de Gaulle, M._d’Ormesson, S. M._le roi");
  EXPECT_EQ(set("Mgr Dupont, Dr House, Me Dupont, Mᵉ Dupont, M|me| la Ministre"),
            "Mgr_Dupont, Dr_House, Me_Dupont, Mᵉ_Dupont, M|me|_la Ministre");
  EXPECT_EQ(set("Me voilà, Mme lassée, M. depuis, Mme legrand"),
            "Me voilà, Mme lassée, M. depuis, Mme legrand");
}
TEST(French, AnEndOfSentenceIsNoAbbreviation) {
  EXPECT_EQ(set("le plan M. il part, un quart. Puis"), "le plan M. il part, un quart. Puis");
}
TEST(French, ADayStaysWithItsMonth) {
  EXPECT_EQ(set("le 4 mai 2021, le 1er juin"), "le 4_mai 2021, le 1^er^_juin");
}
TEST(French, TimesAndRatiosStay) { EXPECT_EQ(set("à 10:55, 16:9"), "à 10:55, 16:9"); }
TEST(French, AddressesStay) {
  EXPECT_EQ(set("voir https://exemple.fr/a?b=c;d!e et www.exemple.fr/l'eau, qui@exemple.fr"),
            "voir https://exemple.fr/a?b=c;d!e et www.exemple.fr/l'eau, qui@exemple.fr");
  EXPECT_EQ(set("https://exemple.fr/100%"), "https://exemple.fr/100%");
}
TEST(French, SchemesDrivesAndScopesStay) {
  EXPECT_EQ(set("http: et C:\\a: et D:/b et std::vector et a ::b"),
            "http: et C:\\a: et D:/b et std::vector et a ::b");
}
TEST(French, AColonBehindASingleCapitalIsPunctuation) {
  EXPECT_EQ(set("Q: combien? R: dix. À: Paul"), "Q_: combien~? R_: dix. À_: Paul");
}
TEST(French, ShortcodesOfEmojiStay) {
  EXPECT_EQ(set("merci :smile: et :+1:, bravo :tada:"), "merci :smile: et :+1:, bravo :tada:");
  EXPECT_EQ(set("à 10:55: départ"), "à 10:55_: départ");
}
TEST(French, SmileysStay) { EXPECT_EQ(set("merci :) et ;-)"), "merci :) et ;-)"); }
TEST(French, NothingIsAddedInsideAWord) { EXPECT_EQ(set("a;b x?y key:value"), "a;b x?y key:value"); }
TEST(French, RulesSeeAcrossMarkup) {
  EXPECT_EQ(set("Objet |: suite"), "Objet_|: suite");
  EXPECT_EQ(set("Objet| : suite"), "Objet|_: suite");
  EXPECT_EQ(set("Objet |: suite"), "Objet_|: suite");
  EXPECT_EQ(set("Objet|: suite"), "Objet|_: suite");
  EXPECT_EQ(set("le «|mot|»"), "le «_|mot|_»");
  EXPECT_EQ(set("n°|5, M. |Durand, 12| km, l|'|eau"), "n°_|5, M._|Durand, 12|_km, l|’|eau");
  EXPECT_EQ(set("le 1|er| janvier"), "le 1|^er^|_janvier");
}
TEST(French, ARunOfSpacesOverTwoTextsIsOneSpace) { EXPECT_EQ(set("Objet | : x"), "Objet_|: x"); }
TEST(French, CodeIsSeenAndStays) {
  EXPECT_EQ(set("voir |`a ? b`|: «|`x`|»"), "voir |`a ? b`|: «_|`x`|_»");
  EXPECT_EQ(set("le |`x`| : y, |`l'eau...`| !"), "le |`x`|_: y, |`l'eau...`|~!");
}
TEST(French, NothingStandsBeforeTheFirstSign) { EXPECT_EQ(set("? et ! et : x"), "? et~! et_: x"); }

TEST(French, AForgottenSpaceBehindASignIsNoReasonToBreakBeforeIt) {
  EXPECT_EQ(set("Y a-t-il un label ?Par exemple"), "Y a-t-il un label~?Par exemple");
}
TEST(French, ASignThatBeginsAWordIsNoPunctuation) {
  EXPECT_EQ(set("la règle !important, :root, ?page=2 et a != b"),
            "la règle !important, :root, ?page=2 et a != b");
}
TEST(French, MoreSmileysStay) { EXPECT_EQ(set("bravo :D et :p et :'("), "bravo :D et :p et :'("); }
TEST(French, PathsOfWindowsStay) {
  EXPECT_EQ(set("dans C:\\Temp\\l'eau... puis D:\\a?"), "dans C:\\Temp\\l'eau... puis D:\\a?");
}
TEST(French, ReferencesStay) {
  EXPECT_EQ(set("ISO 11469:2016, ratio 16:9, CPV 30231100-8, 75013 Paris, version 2.10.3, π = 3,14"),
            "ISO 11469:2016, ratio 16:9, CPV 30231100-8, 75013 Paris, version 2.10.3, π = 3,14");
  EXPECT_EQ(set("Jean 3:16 à 10:55, tél. 01 40 20 30 50 ou 0 800 123 456"),
            "Jean 3:16 à 10:55, tél. 01 40 20 30 50 ou 0 800 123 456");
}
TEST(French, LawsAndArticlesStayWithTheirNumbers) {
  EXPECT_EQ(set("loi n° 2019-77, décret n°2018-12, article L. 2112-3, article L2112-3, art. R*123-4"),
            "loi n°_2019-77, décret n°_2018-12, article L._2112-3, article L2112-3, art._R*123-4");
  EXPECT_EQ(set("(cf. art. 12) et tout l'art. Puis"), "(cf._art._12) et tout l’art. Puis");
}
TEST(French, AnElisionIsNoUnit) {
  EXPECT_EQ(set("en 2020 l'État, en 2021 s’est, classe 5 A++"),
            "en 2020 l’État, en 2021 s’est, classe 5 A++");
}
TEST(French, HoursAndDegrees) {
  EXPECT_EQ(set("à 10 h 30, 21 °C, 3 t, 90 CO2"), "à 10_h_30, 21_°C, 3_t, 90_CO2");
}
TEST(French, AYearIsNoDay) {
  EXPECT_EQ(set("en 2021 mars fut froid, 12 sept. 2020"), "en 2021 mars fut froid, 12_sept. 2020");
}
TEST(French, AQuotationGoesOnAtAParagraph) { EXPECT_EQ(set("» la suite ; fin"), "»_la suite~; fin"); }
TEST(French, InnerQuotesKeepTheirSpaces) {
  EXPECT_EQ(set("« le “ vrai ” prix » et “brut”"), "«_le “_vrai_” prix_» et “brut”");
}
TEST(French, ThreePointsAndASignAreSetAtOnce) {
  EXPECT_EQ(set("Quoi...? Ah...! [...] et 1...5"), "Quoi…~? Ah…~! […] et 1...5");
}
TEST(French, DashesHoldWhatIsBetweenThem) {
  EXPECT_EQ(set("le prix – hors taxes – reste. Un reste – le dernier."),
            "le prix –_hors taxes_– reste. Un reste –_le dernier.");
  EXPECT_EQ(set("le prix – selon M. Durand –, reste"), "le prix –_selon M._Durand_–, reste");
  EXPECT_EQ(set("écrans, claviers, etc. – compris – sont dus"),
            "écrans, claviers, etc. –_compris_– sont dus");
}
TEST(French, DashesOfDialogueStayWithTheirWords) {
  EXPECT_EQ(set("— Oui, dit-il. — Non."), "—_Oui, dit-il. —_Non.");
  EXPECT_EQ(set("— Oui – enfin – non."), "—_Oui –_enfin_– non.");
}
TEST(French, RangesAndListsOfDashesStay) {
  EXPECT_EQ(set("de 10 – 20 pages, Lyon – Mâcon – Dijon – Paris"),
            "de 10 – 20 pages, Lyon – Mâcon – Dijon – Paris");
}
TEST(French, LettersOfOrdinalsAreRaised) {
  EXPECT_EQ(set("le 1er, la 1re, les 2es, la 2nde, le 21e, du XIXe-XXe, Ier et Ve"),
            "le 1^er^, la 1^re^, les 2^es^, la 2^nde^, le 21^e^, du XIX^e^-XX^e^, I^er^ et V^e^");
}
TEST(French, WhatLooksLikeAnOrdinalStays) {
  EXPECT_EQ(set("Le, De, Me, Les, 1e5, #00e, 2e-3, 3d, 0e, i7-4e, 20210504e, CEe, IIIIe, n°1, Mme, Dr"),
            "Le, De, Me, Les, 1e5, #00e, 2e-3, 3d, 0e, i7-4e, 20210504e, CEe, IIIIe, n°_1, Mme, Dr");
}
TEST(French, NothingGoesOnBehindEtc) {
  for (const std::string text : {"des câbles, etc... puis", "des câbles, etc.… puis", "des câbles, etc…"}) {
    const Piece piece{text};
    std::size_t remarks = 0;
    for (const Change& change : french({&piece, 1}, {})) remarks += change.act == Act::remark ? 1 : 0;
    EXPECT_EQ(remarks, 1u) << text;
  }
  const Piece piece{"des câbles, etc. Puis"};
  EXPECT_TRUE(french({&piece, 1}, {}).empty());
}

TEST(French, EachRuleCanBeTurnedOff) {
  const std::string text = "a ? b : « c » 1 000 m, 5 % de 3 €, M. D, 4 mai, x – y – z, l'eau... 1er";
  EXPECT_EQ(set(text), "a~? b_: «_c_» 1~000_m, 5_% de 3_€, M._D, 4_mai, x –_y_– z, l’eau… 1^er^");
  EXPECT_EQ(set(text, source::kNoTypography), text);
  for (std::size_t i = 0; i < source::kTypographyRules; ++i) {
    Typography alone = source::kNoTypography;
    const auto rule = static_cast<TypographyRule>(i);
    alone[rule] = Typography{}[rule];
    const Piece piece{text};
    const std::vector<Change> changes = french({&piece, 1}, alone);
    EXPECT_FALSE(changes.empty()) << name(rule);
    for (const Change& change : changes) EXPECT_EQ(change.rule, rule) << name(rule);
  }
}
TEST(French, SpacesAreThoseThatTheBookWants) {
  Typography house;
  house[TypographyRule::colon] = house[TypographyRule::guillemets] = source::kNarrowNoBreakSpace;
  house[TypographyRule::percent] = source::kNarrowNoBreakSpace;
  EXPECT_EQ(set("a_: « b » 5%", house), "a~: «~b~» 5~%");
}

/// Random lines made of what the rules look at, cut into texts anywhere: setting twice changes nothing, and
/// letters and digits stay. `set` checks the first.
TEST(French, RandomLinesAreSetOnce) {
  const std::vector<std::string> parts = {
      " ",   " ",   " ",   "_",   "~",  "|",    "|",    "?",    "!",  ";",     ":",   "«",
      "»",   "“",   "”",   "'",   "’",  "...",  "…",    ".",    ",",  "–",     "—",   "-",
      "(",   ")",   "%",   "€",   "n°", "M.",   "art.", "p.",   "L.", "etc",   "1",   "12",
      "345", "000", "er",  "e",   "XX", "mai",  "km",   "k",    "$",  "°C",    "Mds", "h",
      "l",   "A",   "mot", "Ému", "@",  "www.", "://",  "C:\\", "/",  "`x ?`", "°",   "\n"};
  std::mt19937 random(20210504);
  const auto kept = [](const std::string& text) {
    std::string letters;
    for (const char c : text) {
      if (std::string_view(" \n_~|^.").find(c) == std::string_view::npos) letters.push_back(c);
    }
    return replaced(replaced(letters, "…", ""), "’", "'");
  };
  for (int i = 0; i < 20000; ++i) {
    std::string line;
    for (std::size_t left = 1 + random() % 14; left > 0; --left) line += parts[random() % parts.size()];
    EXPECT_EQ(kept(set(line)), kept(line)) << line;
    if (HasFailure()) break;
  }
}

}  // namespace
}  // namespace reliure::content
