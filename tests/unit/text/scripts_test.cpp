// Shaping and breaking of other scripts than Latin.
#include <gtest/gtest.h>

#include "fonts.h"
#include "text/cff.h"
#include "text/subset.h"
#include "text/words.h"

namespace reliure::text {
namespace {

constexpr std::uint32_t tag(std::string_view name) { return feature_tag(name); }

const FontLibrary& script_library() {
  static const FontLibrary library = [] {
    std::vector<book::Font> fonts;
    for (const std::string name : {"naskh-arabic.ttf", "serif-hebrew.ttf", "serif-devanagari.ttf",
                                   "serif-thai.ttf", "serif-cjk.otf"}) {
      fonts.push_back(
          make_font(name, 400, false, read_file(RELIURE_SOURCE_DIR "/tests/books/scripts/fonts/" + name)));
    }
    base::Diagnostics diagnostics;
    FontLibrary opened(std::move(fonts), diagnostics);
    EXPECT_TRUE(diagnostics.all().empty());
    return opened;
  }();
  return library;
}

enum Script : std::uint16_t { arabic, hebrew, devanagari, thai, cjk };

struct Shaping {
  Shaper shaper{script_library()};
  ShapeRequest request(Script script) const {
    constexpr std::uint32_t kTags[] = {tag("Arab"), tag("Hebr"), tag("Deva"), tag("Thai"), tag("Hani")};
    return {FaceId{script}, {}, {}, kTags[script], script == arabic || script == hebrew};
  }
  const ShapedText& operator()(Script script, std::string_view text) {
    return shaper.shape(request(script), text);
  }
};

std::vector<std::uint16_t> ids(const ShapedText& shaped) {
  std::vector<std::uint16_t> result;
  for (const ShapedGlyph& glyph : shaped.glyphs) result.push_back(glyph.id);
  return result;
}

std::vector<std::uint32_t> clusters(const ShapedText& shaped) {
  std::vector<std::uint32_t> result;
  for (const ShapedGlyph& glyph : shaped.glyphs) result.push_back(glyph.cluster);
  return result;
}

using Offsets = std::vector<std::uint32_t>;

TEST(Arabic, letters_take_their_forms_from_their_place) {
  Shaping shape;
  const std::uint16_t alone = ids(shape(arabic, "ب"))[0];
  const std::vector<std::uint16_t> three = ids(shape(arabic, "ببب"));
  ASSERT_GE(three.size(), 3u);
  EXPECT_NE(three.front(), three.back());
  EXPECT_NE(three.back(), alone);
}

TEST(Arabic, glyphs_come_from_left_to_right_and_lead_to_the_letters_logically) {
  Shaping shape;
  const Offsets found = clusters(shape(arabic, "سلم"));
  EXPECT_TRUE(std::ranges::is_sorted(found, std::greater()));
  EXPECT_EQ(found.back(), 0u);
}

TEST(Arabic, marks_stand_with_their_letters_and_know_their_own_character) {
  Shaping shape;
  const ShapedText& shaped = shape(arabic, "مِ");
  ASSERT_EQ(shaped.glyphs.size(), 2u);
  EXPECT_TRUE(shaped.has_marks);
  EXPECT_EQ(clusters(shaped), (Offsets{0, 0}));
  EXPECT_EQ(shaped.glyphs[0].within, 2u);
  EXPECT_EQ(shaped.glyphs[0].advance, 0);
  EXPECT_EQ(shaped.glyphs[1].within, 0u);
}

TEST(Arabic, marks_of_a_ligature_belong_to_all_of_it) {
  Shaping shape;
  EXPECT_EQ(clusters(shape(arabic, "للَّهِ")), Offsets(shape(arabic, "للَّهِ").glyphs.size(), 0));
}

TEST(Arabic, letters_join_with_what_stands_around) {
  Shaping shape;
  const std::string_view word = "كتاب";
  const std::vector<std::uint16_t> whole = ids(shape(arabic, word));
  const std::vector<std::uint16_t> first = ids(shape.shaper.shape_within(shape.request(arabic), word, 0, 4));
  const ShapedText& second = shape.shaper.shape_within(shape.request(arabic), word, 4, 4);
  std::vector<std::uint16_t> joined = ids(second);
  joined.insert(joined.end(), first.begin(), first.end());
  EXPECT_EQ(joined, whole);
  EXPECT_EQ(clusters(second).back(), 0u);
  EXPECT_NE(ids(shape(arabic, "كت")), first);
}

TEST(Hebrew, points_stand_with_their_letters) {
  Shaping shape;
  const ShapedText& shaped = shape(hebrew, "בְּרֵ");
  EXPECT_TRUE(shaped.has_marks);
  for (const ShapedGlyph& glyph : shaped.glyphs) {
    EXPECT_TRUE(glyph.cluster == 0 || glyph.cluster == 6) << glyph.cluster;
  }
}

TEST(Devanagari, a_short_i_stands_before_its_consonant) {
  Shaping shape;
  const std::uint16_t ka = ids(shape(devanagari, "क"))[0];
  const ShapedText& ki = shape(devanagari, "कि");
  ASSERT_EQ(ki.glyphs.size(), 2u);
  EXPECT_EQ(ki.glyphs[1].id, ka);
  EXPECT_EQ(clusters(ki), (Offsets{0, 0}));
}

TEST(Devanagari, consonants_join) {
  Shaping shape;
  EXPECT_EQ(shape(devanagari, "क्ष").glyphs.size(), 1u);
  EXPECT_EQ(shape(devanagari, "ज्ञ").glyphs.size(), 1u);
}

std::string marked(std::string_view text, std::string_view language, const WordList* words = nullptr) {
  const std::vector<Break> breaks = break_opportunities(text, language, words);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (breaks[i] == Break::allowed) result += "|";
  }
  return result;
}

TEST(EastAsianBreaks, come_between_ideographs_and_keep_marks_and_brackets) {
  EXPECT_EQ(marked("人人生，而「自由」。他", "zh"), "人|人|生，|而|「自|由」。|他");
  EXPECT_EQ(marked("権利（義務）と…", "ja"), "権|利|（義|務）|と…");
}

TEST(EastAsianBreaks, never_leave_a_small_kana_at_the_start_of_a_line) {
  EXPECT_EQ(marked("ファッション・ショー", "ja"), "ファッ|ショ|ン・|ショー");
}

base::Bytes thai_words() { return read_file("/usr/share/libthai/thbrk.tri"); }

TEST(ThaiBreaks, come_between_words) {
  if (thai_words().empty()) GTEST_SKIP() << "libthai-data is not installed";
  const WordList words(thai_words());
  EXPECT_EQ(marked("มนุษย์ทั้งหลายเกิดมามีอิสระ", "th", &words), "มนุษย์|ทั้งหลาย|เกิด|มา|มี|อิสระ");
  EXPECT_EQ(marked("ภาษาไทย ภาษา", "th", &words), "ภาษา|ไทย |ภาษา");
}

TEST(ThaiBreaks, leave_what_is_no_word_whole) {
  if (thai_words().empty()) GTEST_SKIP() << "libthai-data is not installed";
  const WordList words(thai_words());
  EXPECT_EQ(marked("ฆฌฑฒฐ", "th", &words), "ฆฌฑฒฐ");
}

TEST(ThaiBreaks, are_at_spaces_without_words) {
  const WordList none;
  EXPECT_EQ(marked("ภาษาไทย ภาษา\u200Bไทย", "th", &none), "ภาษาไทย |ภาษา\u200B|ไทย");
  EXPECT_EQ(marked("ภาษาไทย ภาษา", "th"), "ภาษาไทย |ภาษา");
}

TEST(ThaiBreaks, survive_a_damaged_list) {
  const base::Bytes whole = thai_words();
  for (std::size_t size = 0; size < whole.size(); size += whole.size() / 40 + 1) {
    base::Bytes damaged = whole.substr(0, size);
    if (size > 100) damaged[size / 2] = '\xFF';
    const WordList words(std::move(damaged));
    EXPECT_EQ(marked("a ภาษาไทย", "th", &words).substr(0, 3), "a |");
  }
}

TEST(EastAsianFonts, are_cut_to_glyphs_that_a_pdf_finds_by_their_numbers) {
  const FontSubset cut = subset(script_library().font(FaceId{cjk}),
                                glyphs_of(script_library(), FaceId{cjk}, "世界人権宣言自由"));
  // All but glyph 0 in one range from CID 1 on (Technical Note 5176 §13, format 1).
  const base::Bytes charset = base::Bytes("\1\0\1", 3) + static_cast<char>(cut.advances.size() - 2);
  EXPECT_NE(cut.cff_table.find(charset), base::Bytes::npos);
  base::Bytes again = cut.cff_table;
  number_cids_by_glyph(again);
  EXPECT_EQ(again, cut.cff_table);
}

TEST(EastAsianFonts, may_be_damaged) {
  const FontSubset cut =
      subset(script_library().font(FaceId{cjk}), glyphs_of(script_library(), FaceId{cjk}, "世界人権"));
  for (std::size_t size = 0; size < cut.cff_table.size(); ++size) {
    base::Bytes damaged = cut.cff_table.substr(0, size);
    number_cids_by_glyph(damaged);
    EXPECT_EQ(damaged.size(), size);
  }
}

}  // namespace
}  // namespace reliure::text
