#include "text/itemize.h"

#include <gtest/gtest.h>

#include "fonts.h"
#include "text/shape.h"

namespace reliure::text {
namespace {

std::string tag_name(std::uint32_t tag) {
  std::string name;
  for (int shift = 24; shift >= 0; shift -= 8) {
    name += static_cast<char>(tag >> shift & 0xFF);
  }
  return name;
}

/// Runs as text: `Latn 0 [abc]`, with `!` when missing and the family when it is not the serif.
std::vector<std::string> runs(std::string_view text, std::vector<std::uint8_t> levels = {}) {
  const FaceId face = match("serif");
  std::vector<std::string> result;
  for (const TextRun& run : itemize(text, face, shipped_library(), levels)) {
    std::string line = tag_name(run.script) + " " + std::to_string(run.level) + " [" +
                       std::string(text.substr(run.begin, run.end - run.begin)) + "]";
    if (run.face != face) {
      line += " " + shipped_library().font(run.face).family;
    }
    result.push_back(line + (run.missing ? " !" : ""));
  }
  return result;
}

using Lines = std::vector<std::string>;

TEST(Itemize, makes_one_run_of_a_french_sentence) {
  EXPECT_EQ(runs("L’achat « responsable » : 50 % d’œuvres…"),
            Lines{"Latn 0 [L’achat « responsable » : 50 % d’œuvres…]"});
}

TEST(Itemize, gives_figures_and_punctuation_alone_to_latin) {
  EXPECT_EQ(runs("1 234,5"), Lines{"Latn 0 [1 234,5]"});
}

TEST(Itemize, separates_scripts) {
  EXPECT_EQ(runs("le mot λόγος"), (Lines{"Latn 0 [le mot ]", "Grek 0 [λόγος]"}));
}

TEST(Itemize, gives_punctuation_the_script_before_it_and_a_bracket_that_of_its_partner) {
  EXPECT_EQ(runs("a (λόγος) b"), (Lines{"Latn 0 [a (]", "Grek 0 [λόγος]", "Latn 0 [) b]"}));
}

TEST(Itemize, gives_leading_punctuation_the_script_after_it) { EXPECT_EQ(runs("«λ"), Lines{"Grek 0 [«λ]"}); }

TEST(Itemize, separates_levels) {
  EXPECT_EQ(runs("ab12", {0, 0, 2, 2}), (Lines{"Latn 0 [ab]", "Latn 2 [12]"}));
}

TEST(Itemize, takes_characters_that_the_face_lacks_from_another) {
  EXPECT_EQ(runs("a┼b"), (Lines{"Latn 0 [a]", "Latn 0 [┼] Source Code Pro", "Latn 0 [b]"}));
}

TEST(Itemize, flags_characters_that_no_face_has) {
  EXPECT_EQ(runs("a漢b"), (Lines{"Latn 0 [a]", "Hani 0 [漢] Source Sans 3 !", "Latn 0 [b]"}));
}

TEST(Itemize, keeps_marks_with_their_base) {
  EXPECT_EQ(runs("a┼\u0302b"), (Lines{"Latn 0 [a]", "Latn 0 [┼\u0302] Source Code Pro", "Latn 0 [b]"}));
}

TEST(Itemize, takes_both_from_a_face_that_has_both_or_flags_them) {
  // U+20E3, the keycap, is in no face.
  EXPECT_EQ(runs("1\u20E3"), Lines{"Latn 0 [1\u20E3] !"});
}

TEST(Itemize, keeps_what_joiners_join) {
  EXPECT_EQ(runs("a\u200D\u2764b"), (Lines{"Latn 0 [a\u200D\u2764] Source Sans 3", "Latn 0 [b]"}));
}

TEST(Itemize, gives_no_runs_for_no_text) { EXPECT_TRUE(runs("").empty()); }

TEST(Itemize, covers_all_bytes_in_order) {
  const std::string_view text = "x\xFFλ漢\xE2\x82 é(ب)";
  std::uint32_t at = 0;
  for (const TextRun& run : itemize(text, match("serif"), shipped_library(), {})) {
    EXPECT_EQ(run.begin, at);
    EXPECT_LT(run.begin, run.end);
    at = run.end;
  }
  EXPECT_EQ(at, text.size());
}

using Levels = std::vector<std::uint8_t>;

TEST(BidiLevels, are_zero_in_plain_latin) { EXPECT_EQ(bidi_levels("aé’1", 0), Levels(7, 0)); }

TEST(BidiLevels, are_odd_in_arabic_and_even_in_its_figures) {
  // Letters AL at level 1, European digits at level 2, Latin at 0.
  EXPECT_EQ(bidi_levels("a بج 12", 0), (Levels{0, 0, 1, 1, 1, 1, 1, 2, 2}));
}

TEST(BidiLevels, lift_latin_in_a_paragraph_from_right_to_left) {
  EXPECT_EQ(bidi_levels("ab", 1), (Levels{2, 2}));
}

TEST(BidiLevels, pair_brackets) {
  // Rule N0: the brackets go with the text around, not with the Hebrew inside.
  EXPECT_EQ(bidi_levels("a(ב)", 0), (Levels{0, 0, 1, 1, 0}));
}

TEST(BidiLevels, heed_controls_that_are_not_in_the_text) {
  // The number after a Hebrew word runs with it, unless the word is an isolate.
  EXPECT_EQ(bidi_levels("a ב 1", 0), (Levels{0, 0, 1, 1, 1, 2}));
  const BidiControl isolate[] = {{2, U'\u2067'}, {4, U'\u2069'}};
  EXPECT_EQ(bidi_levels("a ב 1", 0, isolate), (Levels{0, 0, 1, 1, 0, 0}));
  const BidiControl right_to_left[] = {{0, U'\u202E'}, {2, U'\u202C'}};
  EXPECT_EQ(bidi_levels("abc", 0, right_to_left), (Levels{1, 1, 0}));
}

TEST(BidiLevels, begin_anew_at_each_forced_break_inside_what_is_open) {
  EXPECT_EQ(bidi_levels("ב\n1", 0), (Levels{1, 1, 0, 0}));
  const BidiControl right_to_left[] = {{1, U'\u202E'}, {4, U'\u202C'}};
  EXPECT_EQ(bidi_levels("ab\ncd", 0, right_to_left), (Levels{0, 1, 0, 1, 0}));
}

TEST(BidiLevels, are_of_the_first_letter_where_the_text_decides) {
  EXPECT_EQ(level_by_first_letter("1. (ב a"), std::uint8_t{1});
  EXPECT_EQ(level_by_first_letter("1. a ב"), std::uint8_t{0});
  EXPECT_EQ(level_by_first_letter("12 %"), std::nullopt);
}

TEST(BidiLevels, give_nothing_for_nothing) { EXPECT_TRUE(bidi_levels("", 1).empty()); }

using Order = std::vector<std::uint32_t>;

TEST(VisualOrder, turns_round_odd_levels_and_keeps_even_ones_inside) {
  EXPECT_EQ(visual_order(Levels{0, 1, 2, 1, 0}), (Order{0, 3, 2, 1, 4}));
  EXPECT_EQ(visual_order(Levels{1, 2, 2, 1}), (Order{3, 1, 2, 0}));
  EXPECT_EQ(visual_order(Levels{0, 0}), (Order{0, 1}));
  EXPECT_TRUE(visual_order(Levels{}).empty());
}

}  // namespace
}  // namespace reliure::text
