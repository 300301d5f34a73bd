// What is written of fonts: widths, meanings of codes, texts of glyphs.
#include <gtest/gtest.h>

#include "pdf/glyph_texts.h"
#include "pdf/to_unicode.h"
#include "pdf/trees.h"
#include "pdf/widths.h"
#include "unit/pdf/specimen.h"

namespace reliure::pdf::test {
namespace {

TEST(Widths, CommonestIsTheDefault) { EXPECT_EQ(width_entries({60000, 60000, 60000}), "/DW 600\n/W []"); }

TEST(Widths, RunsAreRangesAndOthersLists) {
  EXPECT_EQ(
      width_entries({50000, 50000, 50000, 50000, 50000, 25050, 30000, 50000, 70000, 70000, 70000, 70000}),
      "/DW 500\n/W [5[250.5 300]\n8 11 700\n]");
}

TEST(ToUnicode, NeighboursShareARange) {
  const std::string cmap = to_unicode({{1, "a"}, {2, "b"}, {3, "c"}, {7, "ffi"}, {8, "😀"}});
  EXPECT_NE(cmap.find("1 beginbfrange\n<0001><0003><0061>\nendbfrange"), std::string::npos) << cmap;
  EXPECT_NE(cmap.find("2 beginbfchar\n<0007><006600660069>\n<0008><D83DDE00>\nendbfchar"), std::string::npos)
      << cmap;
}

TEST(ToUnicode, RangesStopWhereTheLastByteOverflows) {
  const std::string cmap = to_unicode({{0xFF, "a"}, {0x100, "b"}, {0x200, "\u01FF"}, {0x201, "\u0200"}});
  EXPECT_EQ(cmap.find("beginbfrange"), std::string::npos) << cmap;
}

TEST(ToUnicode, BlocksHoldAHundredLines) {
  std::vector<CodeMeaning> meanings;
  for (std::uint16_t i = 0; i < 150; ++i) {
    meanings.push_back({static_cast<std::uint16_t>(i * 2), "ab"});
  }
  const std::string cmap = to_unicode(meanings);
  EXPECT_NE(cmap.find("100 beginbfchar"), std::string::npos);
  EXPECT_NE(cmap.find("50 beginbfchar"), std::string::npos);
}

TEST(ToUnicode, NothingMeansNothingOrAByteOrderMark) {
  const std::string cmap = to_unicode({{1, ""}, {3, "\uFEFF"}});
  EXPECT_NE(cmap.find("<0001><200B>"), std::string::npos) << cmap;
  EXPECT_NE(cmap.find("<0003><200B>"), std::string::npos) << cmap;
}

TEST(GlyphTexts, MostFrequentTextIsTheMainOne) {
  GlyphTexts texts;
  texts.show(7, "shown");
  texts.count(7, "\u00AD");
  texts.count(7, "-");
  GlyphTexts more;
  more.count(7, "-");
  texts.append(more);
  texts.choose();
  EXPECT_EQ(texts.main()[7].text, "-");
  EXPECT_EQ(texts.others(), (std::map<GlyphText, std::uint32_t>{{{7, "\u00AD"}, 1}}));
}

TEST(GlyphTexts, EqualCountsAreDecidedByBytes) {
  GlyphTexts texts;
  texts.count(7, "b");
  texts.count(7, "a");
  texts.choose();
  EXPECT_EQ(texts.main()[7].text, "a");
}

TEST(Trees, ManyEntriesMakeLevelsWithLimits) {
  Objects objects;
  std::vector<TreeEntry> entries;
  for (int i = 0; i < 5000; ++i) {
    entries.push_back({std::to_string(i), "null"});
  }
  objects.set(objects.catalog(),
              Entries().raw("PageLabels", "<<" + add_tree(objects, "Nums", entries) + ">>").take());
  const base::Bytes file = objects.write_readable();
  EXPECT_NE(file.find("/Limits [0 63]"), std::string::npos);
  EXPECT_NE(file.find("/Limits [0 4095]"), std::string::npos);
  EXPECT_NE(file.find("/Limits [4096 4999]"), std::string::npos);
}

}  // namespace
}  // namespace reliure::pdf::test
