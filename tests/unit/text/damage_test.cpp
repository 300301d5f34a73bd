// Fonts, patterns and texts that are damaged: nothing crashes, nothing hangs.
#include <gtest/gtest.h>

#include <random>

#include "fonts.h"
#include "text/breaks.h"
#include "text/hyphenate.h"
#include "text/itemize.h"
#include "text/shape.h"
#include "text/subset.h"

namespace reliure::text {
namespace {

constexpr unsigned kSeed = 20210504;

void flip_bytes(base::Bytes& bytes, std::size_t from, int count, std::mt19937& random) {
  for (int i = 0; i < count; ++i) {
    bytes[from + random() % (bytes.size() - from)] = static_cast<char>(random());
  }
}

/// Opens, shapes and cuts a font; true when it was still good enough to be opened.
bool use(base::Bytes file) {
  base::Diagnostics diagnostics;
  const FontLibrary library({make_font("Damaged", 400, false, std::move(file))}, diagnostics);
  if (library.fonts().empty()) return false;
  const std::vector<std::uint16_t> glyphs = glyphs_of(library, FaceId{0}, "préfère fi 12");
  for (const bool keep_layout : {false, true}) {
    EXPECT_EQ(subset(library.fonts()[0], glyphs, keep_layout).new_ids.size(), glyphs.size());
  }
  return true;
}

TEST(Damage, of_a_fonts_tables_is_survived) {
  std::mt19937 random(kSeed);
  const base::Bytes whole = read_file(font_path("source-code-pro-regular-italic"));
  constexpr std::size_t kBehindDirectory = 512;
  int opened = 0;
  for (int round = 0; round < 8; ++round) {
    base::Bytes file = whole;
    flip_bytes(file, kBehindDirectory, 1 << round, random);
    opened += use(std::move(file)) ? 1 : 0;
  }
  EXPECT_GT(opened, 3) << "too few damaged fonts came through to test anything, seed " << kSeed;
}

TEST(Damage, of_a_fonts_directory_is_survived) {
  std::mt19937 random(kSeed);
  const base::Bytes whole = read_file(font_path("source-code-pro-regular-italic"));
  int refused = 0;
  for (int round = 0; round < 40; ++round) {
    base::Bytes file = whole;
    for (int i = 0; i < 4; ++i) {
      file[random() % 300] = static_cast<char>(random());
    }
    refused += use(std::move(file)) ? 0 : 1;
  }
  EXPECT_GT(refused, 10) << "seed " << kSeed;
}

TEST(Damage, of_patterns_is_survived) {
  std::mt19937 random(kSeed);
  const std::string_view alphabet = "abc123./=,'-\n\xC3\xA9 LEFTHYPHENMIN\nNEXTLEVEL\n";
  for (int round = 0; round < 200; ++round) {
    base::Bytes patterns = "UTF-8\n1ba\n";
    for (std::size_t i = random() % 2000; i > 0; --i) {
      patterns += alphabet[random() % alphabet.size()];
    }
    Hyphenator hyphenator;
    hyphenator.add("fr", std::move(patterns));
    std::string word;
    for (std::size_t i = random() % 60; i > 0; --i) {
      word += "abc"[random() % 3];
    }
    for (const std::uint32_t place : hyphenator.hyphenate(word, "fr", {})) {
      EXPECT_LT(place, word.size()) << "round " << round << ", seed " << kSeed;
    }
  }
}

TEST(Damage, of_text_is_survived) {
  std::mt19937 random(kSeed);
  Shaper shaper(shipped_library());
  for (int round = 0; round < 200; ++round) {
    std::string text(random() % 200, '\0');
    for (char& byte : text) {
      byte = static_cast<char>(random());
    }
    const std::vector<std::uint8_t> levels = bidi_levels(text, round % 2 == 0 ? 0 : 1);
    ASSERT_EQ(levels.size(), text.size());
    ASSERT_EQ(break_opportunities(text, "fr").size(), text.size());
    std::uint32_t end = 0;
    for (const TextRun& run : itemize(text, match("serif"), shipped_library(), levels)) {
      ASSERT_EQ(run.begin, end) << "round " << round << ", seed " << kSeed;
      end = run.end;
      const std::string_view part = std::string_view(text).substr(run.begin, run.end - run.begin);
      const ShapeRequest request{run.face, {}, "fr", run.script, run.level % 2 != 0};
      for (const ShapedGlyph& glyph : shaper.shape(request, part).glyphs) {
        ASSERT_LT(glyph.cluster, part.size());
      }
    }
    ASSERT_EQ(end, text.size());
  }
}

/// Text made to be slow: many levels, many brackets, many of everything that is looked back at.
TEST(Damage, long_hostile_text_takes_no_more_than_linear_time) {
  constexpr std::size_t kCount = 20000;
  for (const std::string_view piece :
       {"(", "\u202B", "\u2067", "ב(", " ", "a?", "-t-", "://", "\u200D", "漢"}) {
    std::string text;
    for (std::size_t i = 0; i < kCount; ++i) {
      text += piece;
    }
    const std::vector<std::uint8_t> levels = bidi_levels(text, 1);
    EXPECT_EQ(break_opportunities(text, "fr").size(), text.size());
    EXPECT_FALSE(itemize(text, match("serif"), shipped_library(), levels).empty());
  }
}

}  // namespace
}  // namespace reliure::text
