#include "text/hyphenate.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <thread>

#include "fonts.h"

namespace reliure::text {
namespace {

/// A few patterns in the manner of French, so that the rules are tested without the real ones.
constexpr const char* kPatterns =
    "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 2\n1ba\n1bé\n1bi\n1bo\n1da\n1st\n1λο\nk1k/k=k,1,2\n";

Hyphenator make_hyphenator() {
  Hyphenator hyphenator;
  hyphenator.add("fr", kPatterns);
  hyphenator.add("en-us", "UTF-8\n1tion\n");
  return hyphenator;
}

std::string with_hyphens(const Hyphenator& hyphenator, std::string_view word, std::string_view language,
                         HyphenationLimits limits = {}) {
  std::string result;
  std::uint32_t from = 0;
  for (const std::uint32_t place : hyphenator.hyphenate(word, language, limits)) {
    result += std::string(word.substr(from, place - from)) + "-";
    from = place;
  }
  return result + std::string(word.substr(from));
}

std::string hyphenated(std::string_view word, HyphenationLimits limits = {},
                       std::string_view language = "fr") {
  return with_hyphens(make_hyphenator(), word, language, limits);
}

TEST(Hyphenate, divides_by_the_patterns) { EXPECT_EQ(hyphenated("babibobaba"), "ba-bi-bo-baba"); }

TEST(Hyphenate, keeps_the_limits) {
  EXPECT_EQ(hyphenated("babibaba", {5, 2, 2}), "ba-bi-ba-ba");
  EXPECT_EQ(hyphenated("babibaba", {5, 3, 2}), "babi-ba-ba");
  EXPECT_EQ(hyphenated("babibaba", {5, 2, 5}), "ba-bibaba");
  EXPECT_EQ(hyphenated("babibaba", {9, 2, 2}), "babibaba");
}

TEST(Hyphenate, counts_the_limits_in_characters) {
  EXPECT_EQ(hyphenated("bébéb", {5, 2, 3}), "bé-béb");
  EXPECT_EQ(hyphenated("bébé", {5, 2, 2}), "bébé");
}

TEST(Hyphenate, remembers_a_word_under_its_limits) {
  const Hyphenator hyphenator = make_hyphenator();
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(with_hyphens(hyphenator, "babibaba", "fr", {5, 2, 2}), "ba-bi-ba-ba");
    EXPECT_EQ(with_hyphens(hyphenator, "babibaba", "fr", {5, 2, 5}), "ba-bibaba");
    EXPECT_EQ(with_hyphens(hyphenator, "Babibaba", "fr", {5, 2, 2}), "Ba-bi-ba-ba");
  }
}

TEST(Hyphenate, divides_a_word_with_a_capital_at_its_start) { EXPECT_EQ(hyphenated("Bababa"), "Ba-baba"); }

TEST(Hyphenate, lowers_greek_capitals) { EXPECT_EQ(hyphenated("Λολολολο"), "Λο-λο-λολο"); }

TEST(Hyphenate, leaves_words_in_capitals_and_with_capitals_inside) {
  EXPECT_EQ(hyphenated("BABABA"), "BABABA");
  EXPECT_EQ(hyphenated("baBababa"), "baBababa");
}

TEST(Hyphenate, leaves_words_with_figures_or_signs) {
  EXPECT_EQ(hyphenated("bababa2"), "bababa2");
  EXPECT_EQ(hyphenated("baba_baba"), "baba_baba");
  EXPECT_EQ(hyphenated("baba\u00ADbaba"), "baba\u00ADbaba");
}

TEST(Hyphenate, divides_what_follows_an_apostrophe) {
  EXPECT_EQ(hyphenated("l’bababa"), "l’ba-baba");
  EXPECT_EQ(hyphenated("l'bababa"), "l'ba-baba");
}

TEST(Hyphenate, divides_the_long_parts_of_a_compound) {
  EXPECT_EQ(hyphenated("bababa-baba-bababa"), "ba-baba-baba-ba-baba");
}

TEST(Hyphenate, composes_letters_and_their_accents) {
  EXPECT_EQ(hyphenated("babe\u0301bobaba"), "ba-be\u0301-bo-baba");
}

TEST(Hyphenate, skips_divisions_that_change_letters) {
  EXPECT_EQ(hyphenated("akkakkba", {5, 2, 2}), "akkakk-ba");
}

TEST(Hyphenate, falls_back_to_the_language_without_its_region) {
  EXPECT_EQ(hyphenated("bababa", {}, "fr-CA"), "ba-baba");
  EXPECT_EQ(hyphenated("station", {}, "en"), "sta-tion");
  EXPECT_EQ(hyphenated("station", {}, "en-gb"), "sta-tion");
}

TEST(Hyphenate, leaves_languages_without_patterns) {
  EXPECT_EQ(hyphenated("bababa", {}, "de"), "bababa");
  EXPECT_EQ(hyphenated("bababa", {}, ""), "bababa");
}

TEST(Hyphenate, reads_patterns_in_latin_1) {
  Hyphenator hyphenator;
  hyphenator.add("fr", "ISO8859-1\n1b\351\n");
  EXPECT_EQ(with_hyphens(hyphenator, "babébaba", "fr"), "ba-bébaba");
}

TEST(Hyphenate, leaves_out_lines_that_are_no_patterns) {
  Hyphenator hyphenator;
  hyphenator.add("fr",
                 "UTF-8\nNOHYPHEN ,,,\n/\na/=,99999,9\n12\n" + std::string(500, 'x') + "\n\xFF\xFE\n1ba");
  EXPECT_EQ(with_hyphens(hyphenator, "bababa", "fr"), "ba-baba");
  Hyphenator none;
  none.add("fr", "EBCDIC\n1ba\n");
  none.add("en", "");
  EXPECT_EQ(with_hyphens(none, "bababa", "fr"), "bababa");
  EXPECT_EQ(with_hyphens(none, "bababa", "en"), "bababa");
}

TEST(Hyphenate, keeps_to_the_limits_that_patterns_were_made_for) {
  Hyphenator hyphenator;
  hyphenator.add("en-us", "UTF-8\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 3\n1ba\n");
  EXPECT_EQ(with_hyphens(hyphenator, "bababababa", "en", {5, 1, 1}), "baba-ba-baba");
  EXPECT_EQ(with_hyphens(hyphenator, "bababababa", "en", {5, 5, 1}), "bababa-baba");
}

TEST(Hyphenate, takes_the_greatest_value_of_all_patterns) {
  Hyphenator hyphenator;
  hyphenator.add("fr", "UTF-8\n1ba\n2bab\n3babo\n.ba2\nbo1.\n");
  EXPECT_EQ(with_hyphens(hyphenator, "fababobaba", "fr", {5, 1, 1}), "fa-baboba-ba");
}

TEST(Hyphenate, divides_compounds_between_their_words_and_each_word_by_itself) {
  Hyphenator hyphenator;
  hyphenator.add("fr", "UTF-8\n1bo\nNEXTLEVEL\n1ba\n.bo1\n");
  EXPECT_EQ(with_hyphens(hyphenator, "babobaba", "fr", {5, 2, 2}), "ba-bo-ba-ba");
  Hyphenator wide;
  wide.add("fr", "UTF-8\nCOMPOUNDLEFTHYPHENMIN 3\n1bo\nNEXTLEVEL\n1ba\n.bo1\n");
  EXPECT_EQ(with_hyphens(wide, "babobaba", "fr", {5, 2, 2}), "ba-boba-ba");
}

TEST(Hyphenate, knows_which_languages_it_serves) {
  const Hyphenator hyphenator = make_hyphenator();
  EXPECT_TRUE(hyphenator.serves("fr-CA") && hyphenator.serves("en-AU"));
  EXPECT_FALSE(hyphenator.serves("cy") || hyphenator.serves(""));
}

TEST(Hyphenate, knows_the_scripts_that_are_hyphenated) {
  EXPECT_TRUE(is_hyphenated_script("« Wörter »") && is_hyphenated_script("слова"));
  EXPECT_FALSE(is_hyphenated_script("漢字") || is_hyphenated_script("كلمات") || is_hyphenated_script("คำ"));
}

TEST(Hyphenate, reads_older_encodings) {
  Hyphenator hyphenator;
  hyphenator.add("pl", "ISO8859-2\n1\xB3\x61\n");  // ł
  hyphenator.add("ru", "KOI8-R\n1\xD2\xC1\n");     // ра
  EXPECT_EQ(with_hyphens(hyphenator, "chwałami", "pl"), "chwa-łami");
  EXPECT_EQ(with_hyphens(hyphenator, "пораната", "ru"), "по-раната");
}

TEST(Hyphenate, survives_long_and_broken_words) {
  EXPECT_TRUE(make_hyphenator().hyphenate(std::string(100000, 'a'), "fr", {}).empty());
  EXPECT_TRUE(make_hyphenator().hyphenate("baba\377baba", "fr", {}).empty());
  EXPECT_TRUE(make_hyphenator().hyphenate("", "fr", {}).empty());
  EXPECT_TRUE(make_hyphenator().hyphenate("-’-", "fr", {-1, -1, -1}).empty());
}

TEST(Hyphenate, serves_several_threads) {
  const Hyphenator hyphenator = make_hyphenator();
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      for (int i = 0; i < 1000; ++i) {
        result = with_hyphens(hyphenator, "babibobaba", "fr");
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(results, std::vector<std::string>(4, "ba-bi-bo-baba"));
}

/// Patterns of the system; the tests that need them say when they are not there.
std::optional<Hyphenator> system_hyphenator() {
  const std::string folder = "/usr/share/hyphen/";
  if (!std::filesystem::exists(folder + "hyph_fr.dic") || !std::filesystem::exists(folder + "hyph_en_US.dic"))
    return std::nullopt;
  Hyphenator hyphenator;
  hyphenator.add("fr", read_file(folder + "hyph_fr.dic"));
  hyphenator.add("en-us", read_file(folder + "hyph_en_US.dic"));
  return hyphenator;
}

TEST(Hyphenate, divides_french_and_english_by_the_real_patterns) {
  const std::optional<Hyphenator> hyphenator = system_hyphenator();
  if (!hyphenator) GTEST_SKIP() << "no hyph_fr.dic or hyph_en_US.dic in /usr/share/hyphen";
  const auto french = [&](std::string_view word) { return with_hyphens(*hyphenator, word, "fr"); };
  EXPECT_EQ(french("administration"), "ad-mi-nis-tra-tion");
  EXPECT_EQ(french("l’administration"), "l’ad-mi-nis-tra-tion");
  EXPECT_EQ(french("Développement"), "Dé-ve-lop-pe-ment");
  EXPECT_EQ(french("aujourd’hui"), "au-jourd’hui");
  EXPECT_EQ(french("œuvre"), "œuvre");
  EXPECT_EQ(with_hyphens(*hyphenator, "administration", "en"), "ad-min-is-tra-tion");
}

TEST(Hyphenate, divides_other_languages_by_the_real_patterns) {
  struct Case {
    std::string file, language, word, divided;
  };
  const Case cases[] = {
      {"hyph_de.dic", "de", "Verwaltungsvorschrift", "Ver-wal-tungs-vor-schrift"},
      {"hyph_de.dic", "de", "Straßenbahn", "Stra-ßen-bahn"},
      {"hyph_es_ES.dic", "es", "administración", "ad-mi-nis-tra-ción"},
      {"hyph_it.dic", "it", "amministrazione", "am-mi-ni-stra-zio-ne"},
      {"hyph_pl_PL.dic", "pl", "województwo", "wo-je-wódz-two"},
      {"hyph_nl.dic", "nl", "verantwoordelijkheid", "ver-ant-woor-de-lijk-heid"},
      {"hyph_ru_RU.dic", "ru", "государство", "го-су-дар-ство"},
      {"hyph_el.dic", "el", "κυβέρνηση", "κυ-βέρ-νη-ση"},
  };
  std::string missing;
  for (const Case& each : cases) {
    const std::string path = "/usr/share/hyphen/" + each.file;
    if (!std::filesystem::exists(path)) {
      missing += " " + path;
      continue;
    }
    Hyphenator hyphenator;
    hyphenator.add(each.language, read_file(path));
    EXPECT_EQ(with_hyphens(hyphenator, each.word, each.language, {5, 2, 2}), each.divided);
  }
  // Debian's packages may be left out of a machine: what is there was tested all the same.
  if (!missing.empty()) GTEST_SKIP() << "not installed:" << missing;
}

}  // namespace
}  // namespace reliure::text
