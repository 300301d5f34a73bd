#include "text/breaks.h"

#include <gtest/gtest.h>

#include <string>

namespace reliure::text {
namespace {

/// `text` with `|` where a line may end and `¶` where it must.
std::string marked(std::string_view text, std::string_view language = "fr") {
  const std::vector<Break> breaks = break_opportunities(text, language);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (breaks[i] == Break::allowed) {
      result += "|";
    } else if (breaks[i] == Break::mandatory) {
      result += "¶";
    }
  }
  return result;
}

TEST(Breaks, come_after_spaces_and_hyphens) {
  EXPECT_EQ(marked("un porte-clé noir"), "un |porte-|clé |noir");
}

TEST(Breaks, do_not_mark_the_end) {
  EXPECT_EQ(marked("fin "), "fin ");
  EXPECT_EQ(marked("fin\n"), "fin\n");
}

TEST(Breaks, are_mandatory_after_line_ends) { EXPECT_EQ(marked("a\nb"), "a\n¶b"); }

TEST(Breaks, stand_at_the_last_byte_of_a_character) { EXPECT_EQ(marked("漢字"), "漢|字"); }

TEST(Breaks, never_come_at_no_break_spaces) { EXPECT_EQ(marked("10\u00A0000\u202F€"), "10\u00A0000\u202F€"); }

TEST(Breaks, come_after_a_soft_hyphen) { EXPECT_EQ(marked("ab\u00ADcd"), "ab\u00AD|cd"); }

TEST(Breaks, do_not_part_an_apostrophe) { EXPECT_EQ(marked("l’eau d'ici"), "l’eau |d'ici"); }

TEST(Breaks, in_french_never_come_before_high_punctuation_even_over_spaces) {
  EXPECT_EQ(marked("Quoi ? Oui ! Non ; si : la"), "Quoi ? |Oui ! |Non ; |si : |la");
  EXPECT_EQ(marked("Quoi  ?"), "Quoi  ?");
}

TEST(Breaks, in_french_never_come_inside_guillemets) {
  EXPECT_EQ(marked("dit « le mot » ici"), "dit |« le |mot » |ici");
}

TEST(Breaks, in_german_come_before_an_opening_guillemet_of_the_other_kind) {
  EXPECT_EQ(marked("sagte »Nein« und", "de"), "sagte |»Nein« |und");
}

TEST(Breaks, in_french_keep_the_euphonic_t_with_its_pronoun) { EXPECT_EQ(marked("y a-t-il"), "y |a-|t-il"); }

TEST(Breaks, do_not_leave_a_leading_hyphen_alone) {
  EXPECT_EQ(marked("option -v et -5 ou (-x)"), "option |-v |et |-5 |ou |(-x)");
}

TEST(Breaks, do_not_part_ranges_and_dates) {
  EXPECT_EQ(marked("2019-2021 et 12/05/2021"), "2019-2021 |et |12/05/2021");
}

TEST(Breaks, come_after_the_punctuation_of_an_address) {
  EXPECT_EQ(marked("voir https://www.ecologie.gouv.fr/un-guide_a?b=c&d#e."),
            "voir |https://|www.|ecologie.|gouv.|fr/|un-|guide_|a?|b=|c&|d#e.");
}

TEST(Breaks, do_not_part_the_closing_punctuation_of_an_address) {
  EXPECT_EQ(marked("(https://a.org/bc/), là"), "(https://|a.|org/|bc/), |là");
}

TEST(Breaks, come_after_the_parts_of_a_mail_address) {
  EXPECT_EQ(marked("à jean-luc.dupont@beta.gouv.fr"), "à |jean-|luc.|dupont@beta.|gouv.fr");
}

TEST(Breaks, come_inside_an_address_without_scheme) {
  EXPECT_EQ(marked("gouv.fr/publications/x"), "gouv.|fr/|publications/x");
}

TEST(Breaks, leave_ordinary_words_with_full_stops_alone) {
  EXPECT_EQ(marked("c.-à-d. et/ou M.Dupont"), "c.-|à-|d. |et/|ou |M.Dupont");
}

TEST(Breaks, do_not_come_behind_a_drive) {
  EXPECT_EQ(marked(R"(dans C:\Users\Public\livre.yaml.)"), R"(dans |C:\|Users\|Public\|livre.|yaml.)");
  EXPECT_EQ(marked("D:/data/book"), "D:/|data/|book");
}

TEST(Breaks, come_after_the_separators_of_a_path_of_files) {
  EXPECT_EQ(marked("src/layout/total_fit_breaker.cpp,"), "src/|layout/|total_|fit_|breaker.|cpp,");
  EXPECT_EQ(marked("et/ou, 3/4, a/b. Puis"), "et/|ou, |3/4, |a/|b. |Puis");
}

TEST(Breaks, come_inside_the_names_of_programs) {
  EXPECT_EQ(marked("layout::Breaker::break_lines(x) et ::1, a ::b"),
            "layout::|Breaker::|break_lines(x) |et ::1, |a ::b");
}

TEST(Breaks, do_not_part_the_units_of_a_number) {
  EXPECT_EQ(marked("10 Mbit/s et 3\u00A0kgCO2e/kg, 90km/h"), "10 |Mbit/s |et |3\u00A0kgCO2e/kg, |90km/h");
  EXPECT_EQ(marked("12 €/an, 5 k€/mois, 3 W/m²."), "12 |€/an, |5 |k€/mois, |3 |W/m².");
  EXPECT_EQ(marked("5 hommes/femmes, oui/non, 2 ou/et"), "5 |hommes/|femmes, |oui/|non, |2 |ou/et");
}

TEST(Breaks, survive_bytes_that_are_not_utf8) {
  EXPECT_EQ(break_opportunities("\xFF\xC3 \xEF\xBF\xBF a", "fr").size(), 8u);
  EXPECT_TRUE(break_opportunities("", "fr").empty());
}

TEST(Breaks, AFlagIsNotTornAndTwoFlagsMayPart) {
  const std::string flags = "🇫🇷🇪🇺";
  const std::vector<Break> breaks = break_opportunities(flags, "fr");
  EXPECT_EQ(breaks[3], Break::prohibited);
  EXPECT_EQ(breaks[7], Break::allowed);
  EXPECT_EQ(breaks[11], Break::prohibited);
}

}  // namespace
}  // namespace reliure::text
