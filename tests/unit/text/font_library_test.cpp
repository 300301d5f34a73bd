#include "text/font_library.h"

#include <gtest/gtest.h>

#include <random>

#include "fonts.h"

namespace reliure::text {
namespace {

std::string matched(std::vector<std::string> families, std::uint16_t weight = 400, bool italic = false) {
  return shipped_library().font(shipped_library().match({families, weight, italic})).postscript_name;
}

TEST(FontLibrary, takes_names_and_measures_from_the_file) {
  const book::Font& serif = shipped_library().font(match("Source Serif 4"));
  EXPECT_EQ(serif.postscript_name, "SourceSerif4-Regular");
  EXPECT_EQ(serif.units_per_em, 1000);
  EXPECT_EQ(serif.ascent, 1036);
  EXPECT_EQ(serif.descent, -335);
  EXPECT_EQ(serif.cap_height, 670);
  EXPECT_EQ(serif.x_height, 475);
}

TEST(FontLibrary, knows_serifs_fixed_widths_and_the_kind_of_outlines) {
  const auto flags = [](const char* family) {
    const book::Font& font = shipped_library().font(match(family));
    return std::array{font.serif, font.monospaced, font.cff};
  };
  EXPECT_EQ(flags("Source Serif 4"), (std::array{true, false, false}));
  EXPECT_EQ(flags("Source Sans 3"), (std::array{false, false, false}));
  EXPECT_EQ(flags("Source Code Pro"), (std::array{false, true, false}));
}

TEST(FontLibrary, reads_family_weight_and_style_from_a_file_that_nothing_is_known_about) {
  base::Diagnostics diagnostics;
  const FontLibrary library(
      {make_font("", 400, false, read_file(font_path("source-serif-4-semibold-italic")))}, diagnostics);
  const book::Font& font = library.font(FaceId{0});
  EXPECT_EQ(font.family, "Source Serif 4");
  EXPECT_EQ(font.weight, 600);
  EXPECT_TRUE(font.italic);
}

TEST(FontLibrary, matches_the_first_family_that_it_has) {
  EXPECT_EQ(matched({"Garamond", "Source Sans 3", "Source Serif 4"}), "SourceSans3-Regular");
}

TEST(FontLibrary, matches_families_in_any_case) {
  EXPECT_EQ(matched({"source sans 3"}), "SourceSans3-Regular");
}

TEST(FontLibrary, matches_generic_families_by_the_kind_of_their_faces) {
  EXPECT_EQ(matched({"serif"}), "SourceSerif4-Regular");
  EXPECT_EQ(matched({"sans-serif"}), "SourceSans3-Regular");
  EXPECT_EQ(matched({"system-ui"}), "SourceSans3-Regular");
  EXPECT_EQ(matched({"Monospace"}), "SourceCodePro-Regular");
}

TEST(FontLibrary, falls_back_to_its_first_family) {
  EXPECT_EQ(matched({"Garamond", "cursive"}), "SourceSerif4-Regular");
  EXPECT_EQ(matched({}), "SourceSerif4-Regular");
}

TEST(FontLibrary, matches_weights_as_css_fonts_4_says) {
  EXPECT_EQ(matched({"serif"}, 100), "SourceSerif4-Regular");
  EXPECT_EQ(matched({"serif"}, 500), "SourceSerif4-Regular");   // down to 400 before up to 600
  EXPECT_EQ(matched({"serif"}, 550), "SourceSerif4-SemiBold");  // above 500: up first
  EXPECT_EQ(matched({"serif"}, 650), "SourceSerif4-Bold");      // up to 700 before down to 600
  EXPECT_EQ(matched({"serif"}, 900), "SourceSerif4-Bold");
}

TEST(FontLibrary, matches_style_before_weight) {
  EXPECT_EQ(matched({"Source Code Pro"}, 700, true), "SourceCodePro-Italic");
  EXPECT_EQ(matched({"Source Serif 4"}, 700, true), "SourceSerif4-BoldItalic");
}

TEST(FontLibrary, covers_the_characters_of_french_in_every_face) {
  for (std::size_t i = 0; i < shipped_library().fonts().size(); ++i) {
    const FaceId face{static_cast<std::uint16_t>(i)};
    for (const char32_t character : U"éèêëàâçùûüîïôœŒæÇÉ«»’–—…€№°\u00A0\u202F\u2011\u00AD") {
      if (character == 0) continue;
      EXPECT_TRUE(shipped_library().covers(face, character))
          << shipped_library().font(face).postscript_name << " lacks "
          << static_cast<std::uint32_t>(character);
    }
  }
}

TEST(FontLibrary, covers_check_marks_boxes_and_arrows_in_every_face) {
  for (std::size_t i = 0; i < shipped_library().fonts().size(); ++i) {
    for (const char32_t character : {U'✓', U'☐', U'☑', U'→', U'←', U'•'}) {
      EXPECT_TRUE(shipped_library().covers(FaceId{static_cast<std::uint16_t>(i)}, character))
          << shipped_library().fonts()[i].postscript_name << " lacks "
          << static_cast<std::uint32_t>(character);
    }
  }
}

TEST(FontLibrary, covers_what_harfbuzz_takes_apart) {
  // U+212B ANGSTROM SIGN is another Å.
  EXPECT_TRUE(shipped_library().covers(match("serif"), 0x212B));
}

TEST(FontLibrary, does_not_cover_other_scripts) {
  EXPECT_FALSE(shipped_library().covers(match("serif"), U'漢'));
  EXPECT_FALSE(shipped_library().covers(match("serif"), 0x110000));
}

TEST(FontLibrary, falls_back_to_the_weight_and_style_of_the_face_that_lacks_a_character) {
  // Box drawing is in Source Code Pro alone.
  const auto fallback = [](FaceId like) {
    const std::optional<FaceId> face = shipped_library().fallback(U'┼', like);
    return face ? shipped_library().font(*face).postscript_name : "none";
  };
  EXPECT_EQ(fallback(match("serif", 700)), "SourceCodePro-Bold");
  EXPECT_EQ(fallback(match("serif", 400, true)), "SourceCodePro-Italic");
  EXPECT_EQ(fallback(match("serif", 400)), "SourceCodePro-Regular");
}

TEST(FontLibrary, has_no_fallback_for_a_character_that_no_face_has) {
  EXPECT_FALSE(shipped_library().fallback(U'漢', match("serif")).has_value());
}

/// What is reported for one font file.
std::string complaint(base::Bytes file) {
  base::Diagnostics diagnostics;
  std::vector<book::Font> fonts = {make_font("Source Serif 4", 400, false, std::move(file)),
                                   make_font("Fine", 400, false, read_file(font_path("source-sans-3-bold")))};
  const FontLibrary library(std::move(fonts), diagnostics);
  EXPECT_EQ(library.fonts().size(), 1u) << "the other font must stay";
  if (diagnostics.all().size() != 1) return "not one diagnostic";
  EXPECT_EQ(diagnostics.all()[0].code, base::Code::text_bad_font);
  EXPECT_EQ(diagnostics.all()[0].hints.size(), 1u);
  return diagnostics.all()[0].message;
}

TEST(FontLibrary, reports_a_file_that_is_no_font) {
  EXPECT_EQ(complaint("<html>404</html>"), "font `Source Serif 4` 400 is no OpenType font");
  EXPECT_EQ(complaint(""), "font `Source Serif 4` 400 has no file");
  EXPECT_EQ(complaint("wOF2 and so on"), "font `Source Serif 4` 400 is a web font (WOFF)");
}

TEST(FontLibrary, reports_where_the_font_is_named) {
  base::Diagnostics diagnostics;
  std::vector<book::Font> fonts = {make_font("Bad", 400, false, "no font")};
  fonts[0].span = {base::FileId{3}, 4, 5};
  const FontLibrary library(std::move(fonts), diagnostics);
  EXPECT_EQ(diagnostics.all()[0].span, (base::Span{base::FileId{3}, 4, 5}));
}

TEST(FontLibrary, reports_a_file_that_is_cut_short) {
  const base::Bytes whole = read_file(font_path("source-serif-4-regular"));
  EXPECT_EQ(complaint(whole.substr(0, 20)), "font `Source Serif 4` 400 ends inside its table directory");
  EXPECT_EQ(complaint(whole.substr(0, 100)), "font `Source Serif 4` 400 ends inside its table `BASE`");
  EXPECT_EQ(complaint(whole.substr(0, whole.size() / 2)).substr(0, 48),
            "font `Source Serif 4` 400 ends inside its table ");
}

TEST(FontLibrary, reports_a_font_without_a_table_that_it_needs) {
  base::Bytes file = read_file(font_path("source-serif-4-regular"));
  file.replace(file.find("cmap"), 4, "xxxx");
  EXPECT_EQ(complaint(std::move(file)), "font `Source Serif 4` 400 has no table `cmap`");
}

TEST(FontLibrary, reports_that_it_has_no_font_at_all) {
  base::Diagnostics diagnostics;
  const FontLibrary library({}, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].code, base::Code::text_no_font);
}

TEST(FontLibrary, survives_files_of_random_bytes) {
  std::mt19937 random(1);
  for (int round = 0; round < 30; ++round) {
    base::Bytes file(random() % 4096, '\0');
    for (char& byte : file) {
      byte = static_cast<char>(random());
    }
    if (round % 2 == 0) {
      file.insert(0, std::string_view("\0\1\0\0\0\4", 6));
    }
    EXPECT_NE(complaint(std::move(file)), "");
  }
}

}  // namespace
}  // namespace reliure::text
