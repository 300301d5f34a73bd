#include "text/subset.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "fonts.h"
#include "text/sfnt.h"
#include "text/shape.h"

namespace reliure::text {
namespace {

const std::string kText = "Voix ambiguë d’un cœur qui, au zéphyr, préfère les jattes de kiwis. 0123456789";

FontSubset subset_of(std::string_view text, bool keep_layout = false) {
  const FaceId face = match("serif");
  return subset(shipped_library().font(face), glyphs_of(shipped_library(), face, text), keep_layout);
}

TEST(Subset, is_a_font_of_few_glyphs) {
  const FontSubset cut = subset_of(kText);
  EXPECT_LT(cut.file.size(), 30000u);
  EXPECT_EQ(cut.file.substr(0, 4), std::string("\0\1\0\0", 4));
  EXPECT_TRUE(cut.cff_table.empty());
  for (const char* tag : {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}) {
    EXPECT_FALSE(sfnt_table(cut.file, tag).empty()) << tag;
  }
}

TEST(Subset, drops_layout_names_and_hints) {
  const FontSubset cut = subset_of(kText);
  for (const char* tag : {"GSUB", "GPOS", "GDEF", "name", "cmap", "fpgm", "prep", "cvt "}) {
    EXPECT_TRUE(sfnt_table(cut.file, tag).empty()) << tag;
  }
}

TEST(Subset, tells_the_new_id_of_each_glyph) {
  const FaceId face = match("serif");
  const std::vector<std::uint16_t> glyphs = glyphs_of(shipped_library(), face, kText);
  const FontSubset cut = subset(shipped_library().font(face), glyphs);
  ASSERT_EQ(cut.new_ids.size(), glyphs.size());
  EXPECT_TRUE(std::ranges::is_sorted(cut.new_ids));
  EXPECT_GT(cut.new_ids.front(), 0);
  EXPECT_EQ(cut.advances.size(), read_u16(sfnt_table(cut.file, "maxp"), 4));
  EXPECT_LT(cut.new_ids.back(), cut.advances.size());
}

TEST(Subset, keeps_the_advances) {
  const FaceId face = match("serif");
  Shaper shaper(shipped_library());
  const ShapedGlyph m = shaper.shape({face, {}, "fr", 0, false}, "m").glyphs[0];
  const std::vector<std::uint16_t> glyphs = {m.id};
  const FontSubset cut = subset(shipped_library().font(face), glyphs);
  EXPECT_EQ(cut.advances[cut.new_ids[0]], m.advance);
}

TEST(Subset, keeps_the_parts_of_composed_glyphs) {
  // é is made of e and an accent in `glyf`, so that one glyph asked for gives more than two.
  const FontSubset cut = subset_of("é");
  EXPECT_EQ(cut.new_ids.size(), 1u);
  EXPECT_GE(cut.advances.size(), 2u);
}

TEST(Subset, is_the_same_each_time) { EXPECT_EQ(subset_of(kText).file, subset_of(kText).file); }

TEST(Subset, for_readers_can_be_shaped_again) {
  const FontSubset cut = subset_of(kText, true);
  base::Diagnostics diagnostics;
  const FontLibrary library({make_font("Cut", 400, false, cut.file)}, diagnostics);
  ASSERT_EQ(library.fonts().size(), 1u);
  Shaper shaper(library), whole(shipped_library());
  EXPECT_EQ(shaper.shape({FaceId{0}, {}, "fr", 0, false}, "préfère Voix 01").advance,
            whole.shape({match("serif"), {}, "fr", 0, false}, "préfère Voix 01").advance);
  EXPECT_FALSE(library.covers(FaceId{0}, U'ж'));
}

/// A font of the system with a `CFF ` table; the tests that need it say when it is not there.
std::optional<FontLibrary> cff_library() {
  const std::string path = "/usr/share/fonts/opentype/ebgaramond/EBGaramond12-Regular.otf";
  if (!std::filesystem::exists(path)) return std::nullopt;
  base::Diagnostics diagnostics;
  return FontLibrary({make_font("EB Garamond", 400, false, read_file(path))}, diagnostics);
}

/// The characters of a text in ASCII.
std::vector<char32_t> characters_of(std::string_view text) { return {text.begin(), text.end()}; }

TEST(Subset, for_readers_shows_the_characters_and_no_others) {
  const book::Font& font = shipped_library().font(match("serif"));
  const base::Bytes cut = subset_for_readers(font, characters_of("Book"));
  EXPECT_LT(cut.size(), font.file->size() / 4);
  base::Diagnostics diagnostics;
  const FontLibrary library({make_font("Cut", 400, false, cut)}, diagnostics);
  ASSERT_EQ(library.fonts().size(), 1u);
  const FaceId face{0};
  EXPECT_TRUE(library.covers(face, U'B') && library.covers(face, U'k'));
  EXPECT_FALSE(library.covers(face, U'z'));
  EXPECT_EQ(cut, subset_for_readers(font, characters_of("Book")));
}

TEST(Subset, for_readers_leaves_a_damaged_font_whole) {
  EXPECT_EQ(subset_for_readers(make_font("Bad", 400, false, "OTTO font"), characters_of("a")), "OTTO font");
}

TEST(Subset, of_a_cff_font_has_the_bare_table) {
  const std::optional<FontLibrary> library = cff_library();
  if (!library) GTEST_SKIP() << "no EBGaramond12-Regular.otf (Debian: fonts-ebgaramond)";
  ASSERT_TRUE(library->fonts()[0].cff);
  const std::vector<std::uint16_t> glyphs = glyphs_of(*library, FaceId{0}, kText);
  const FontSubset cut = subset(library->fonts()[0], glyphs);
  EXPECT_EQ(cut.file.substr(0, 4), "OTTO");
  EXPECT_EQ(cut.cff_table.substr(0, 2), std::string_view("\1\0", 2));  // version 1.0
  EXPECT_EQ(cut.cff_table, sfnt_table(cut.file, "CFF "));
  EXPECT_LT(cut.cff_table.size(), 20000u);
  EXPECT_EQ(cut.advances.size(), glyphs.size() + 1);
}

TEST(Subset, of_a_cff_font_keeps_the_advances) {
  const std::optional<FontLibrary> library = cff_library();
  if (!library) GTEST_SKIP() << "no EBGaramond12-Regular.otf (Debian: fonts-ebgaramond)";
  Shaper shaper(*library);
  const ShapedGlyph m = shaper.shape({FaceId{0}, {}, "fr", 0, false}, "m").glyphs[0];
  const std::vector<std::uint16_t> glyphs = {m.id};
  const FontSubset cut = subset(library->fonts()[0], glyphs);
  EXPECT_EQ(cut.advances[cut.new_ids[0]], m.advance);
}

TEST(Subset, of_no_glyphs_has_the_missing_glyph) {
  const FontSubset cut = subset(shipped_library().font(match("serif")), {});
  EXPECT_EQ(cut.advances.size(), 1u);
  EXPECT_TRUE(cut.new_ids.empty());
}

TEST(Subset, gives_unknown_glyphs_the_missing_glyph) {
  const std::vector<std::uint16_t> glyphs = {65000};
  EXPECT_EQ(subset(shipped_library().font(match("serif")), glyphs).new_ids, std::vector<std::uint16_t>{0});
}

}  // namespace
}  // namespace reliure::text
