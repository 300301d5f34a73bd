// Micro-typography: letters fitted to the line, marks that hang out of its edges, and the limits of spaces.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "layout/paragraph/spacing.h"
#include "paragraph_stage.h"

namespace reliure::layout {
namespace {

using book::Kind;
using style::TextAlign;

/// The advances of the spaces of a line, U+00A0 among them, without the one that hangs at its end.
std::vector<base::Length> spaces_of(const Line& line) {
  std::vector<base::Length> spaces;
  for (const auto& run : marks<book::GlyphRun>(line)) {
    const std::string text = line.content.text.substr(run.text.begin, run.text.size());
    for (std::uint32_t i = run.glyphs.begin; i < run.glyphs.end; ++i) {
      const std::string_view rest = std::string_view(text).substr(line.content.glyphs[i].cluster);
      const bool space = rest.starts_with("\u00A0") || (rest.starts_with(" ") && rest.size() > 1);
      if (space) spaces.push_back(line.content.glyphs[i].advance);
    }
  }
  return spaces;
}

/// By how many thousandths the widest and the narrowest space of justified lines differ from the mean.
std::int64_t unevenness(const std::vector<Line>& lines) {
  base::Length least = base::points(100), most, sum;
  std::int64_t count = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    for (const base::Length space : spaces_of(lines[i])) {
      least = base::min(least, space);
      most = base::max(most, space);
      sum += space;
      ++count;
    }
  }
  return (most - least).raw * 1000 * count / sum.raw;
}

class Fitting : public testing::Test {
 protected:
  Fitting() {
    stage.block_style.text_align = TextAlign::justify;
    stage.block_style.hyphens = style::Hyphens::automatic;
  }

  std::vector<Line> set(std::string_view text, base::Length width) {
    const auto block = stage.open(Kind::p, stage.block_style);
    stage.text(text);
    auto lines = stage.lines(block, width);
    stage.close();
    return lines;
  }

  Stage stage;
};

TEST_F(Fitting, LettersTakeWhatSpacesWouldHaveTo) {
  std::int64_t rigid = 0, fitted = 0;
  for (int width = 200; width < 400; width += 10) {
    stage.block_style.expansion = stage.block_style.letter_fit = 0;
    rigid += unevenness(set(kFrench, base::points(width)));
    stage.block_style.expansion = 20;
    stage.block_style.letter_fit = 10;
    fitted += unevenness(set(kFrench, base::points(width)));
  }
  EXPECT_LT(fitted * 2, rigid);
}

TEST_F(Fitting, LettersKeepToTheirLimits) {
  stage.block_style.expansion = 20;
  stage.block_style.letter_fit = 10;
  bool wider = false, narrower = false;
  for (int width = 200; width < 400; width += 10) {
    for (const Line& line : set(kFrench, base::points(width))) {
      for (const auto& run : marks<book::GlyphRun>(line)) {
        EXPECT_GE(run.stretch, 980);
        EXPECT_LE(run.stretch, 1020);
        EXPECT_LE(run.letter_spacing, stage.block_style.font_size / 100);
        EXPECT_GE(run.letter_spacing, -(stage.block_style.font_size / 100));
        wider = wider || run.stretch > 1000;
        narrower = narrower || run.stretch < 1000;
      }
    }
  }
  EXPECT_TRUE(wider && narrower);
}

TEST_F(Fitting, FittedLinesEndAtTheEdge) {
  stage.block_style.expansion = 20;
  stage.block_style.letter_fit = 10;
  const base::Length width = base::points(250);
  const auto lines = set(kFrench, width);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    // Advances are rounded one by one, to 1/65536 pt each.
    EXPECT_NEAR(static_cast<double>(right_edge(lines[i]).raw), static_cast<double>(width.raw), 100);
  }
}

TEST_F(Fitting, RaggedTextAndLastLinesStayAsTheyAre) {
  stage.block_style.expansion = 20;
  stage.block_style.letter_fit = 10;
  for (const auto& run : marks<book::GlyphRun>(set(kFrench, base::points(250)).back())) {
    EXPECT_EQ(run.stretch, 1000);
    EXPECT_EQ(run.letter_spacing, base::Length{});
  }
  stage.block_style.text_align = TextAlign::left;
  for (const Line& line : set(kFrench, base::points(250))) {
    EXPECT_EQ(marks<book::GlyphRun>(line).front().stretch, 1000);
  }
}

TEST_F(Fitting, NoBreakSpacesAreAsWideAsOthers) {
  const auto lines =
      set("« Un » mot : des mots qui vont plus loin que la fin de la ligne et de celle d’après",
          base::points(180));
  ASSERT_GT(lines.size(), 1u);
  const auto spaces = spaces_of(lines[0]);
  ASSERT_GT(spaces.size(), 4u);
  EXPECT_EQ(spaces[0], spaces[2]);
  EXPECT_TRUE(std::ranges::all_of(
      spaces, [&](base::Length s) { return base::max(s - spaces[0], spaces[0] - s).raw <= 1; }));
}

TEST_F(Fitting, NoSpaceGrowsToAHole) {
  stage.block_style.hyphens = style::Hyphens::none;
  const auto lines =
      set("un deux anticonstitutionnellement trois quatre incommensurablement", base::points(150));
  const auto natural = spaces_of(set("a b c", base::points(500))[0]);
  bool widest = false;
  for (const Line& line : lines) {
    for (const base::Length space : spaces_of(line)) {
      EXPECT_LE(space.raw, natural[0].raw * kWidestSpace.numerator / kWidestSpace.denominator + 1);
      widest = widest || space > natural[0] * 29 / 10;
    }
  }
  EXPECT_TRUE(widest) << "no line was loose";
}

TEST_F(Fitting, SpacesOfMonospacedTextAreRigid) {
  stage.block_style.font_families = {"Source Code Pro"};
  const auto lines =
      set("les espaces de ce texte ont la largeur des lettres, comme en colonnes", base::points(130));
  ASSERT_GT(lines.size(), 2u);
  for (const Line& line : lines) {
    for (const base::Length space : spaces_of(line)) EXPECT_EQ(space, base::points(6));
  }
}

TEST_F(Fitting, MarksHangOutOfTheEdges) {
  stage.block_style.protrusion = true;
  const base::Length width = base::points(170);
  const auto lines =
      set("« Les mots, les lignes, les pages » se suivent, les marques se tiennent dehors, les "
          "lettres dedans, et le bord du texte, à droite, paraît droit, ce qui plaît.",
          width);
  std::size_t outside = 0;
  for (const Line& line : lines) {
    const std::string text = text_of(line);
    const bool mark = text.ends_with(", ") || text.ends_with("\u00AD");
    if (mark && &line != &lines.back()) {
      EXPECT_GT(right_edge(line), width) << text;
      ++outside;
    }
  }
  EXPECT_GT(outside, 0u);
  EXPECT_LT(marks<book::GlyphRun>(lines[0]).front().origin.x, base::Length{});
}

TEST_F(Fitting, NothingHangsOutOfCentredText) {
  stage.block_style.protrusion = true;
  stage.block_style.text_align = TextAlign::center;
  const auto lines = set("« Un »", base::points(100));
  const auto run = marks<book::GlyphRun>(lines[0]).front();
  EXPECT_EQ(run.origin.x.raw / 2, (base::points(100) - right_edge(lines[0])).raw / 2);
}

/// By the text: which lines end in a hyphen that was added.
std::vector<bool> hyphenated(const std::vector<Line>& lines) {
  std::vector<bool> cut;
  for (const Line& line : lines) cut.push_back(text_of(line).ends_with("\u00AD"));
  return cut;
}

TEST_F(Fitting, TheLastFullLineCanBeKeptWhole) {
  std::size_t free = 0;
  for (int width = 120; width < 320; width += 4) {
    stage.block_style.hyphenate_limit_last = false;
    auto cut = hyphenated(set(kFrench, base::points(width)));
    free += cut[cut.size() - 2] ? 1 : 0;
    stage.block_style.hyphenate_limit_last = true;
    cut = hyphenated(set(kFrench, base::points(width)));
    EXPECT_FALSE(cut[cut.size() - 2]) << width;
  }
  EXPECT_GT(free, 0u) << "no width shows the difference";
}

TEST_F(Fitting, TheRestOfAWordNeverStandsAlone) {
  for (int width = 100; width < 320; width += 3) {
    const auto lines = set(kFrench, base::points(width));
    const std::string last = text_of(lines.back());
    const bool rest = text_of(lines[lines.size() - 2]).ends_with("\u00AD") && last.find(' ') == last.npos;
    EXPECT_FALSE(rest) << width << ": " << last;
  }
}

TEST_F(Fitting, RaggedTextIsHyphenatedBeyondItsZone) {
  stage.block_style.text_align = TextAlign::left;
  const auto count = [](const std::vector<bool>& cut) { return std::count(cut.begin(), cut.end(), true); };
  const base::Length width = base::points(120);
  EXPECT_EQ(count(hyphenated(set(kFrench, width))), 0);
  stage.block_style.hyphenate_limit_zone = style::Dimension::of(base::points(10));
  EXPECT_GT(count(hyphenated(set(kFrench, width))), 0);
  stage.block_style.hyphenate_limit_zone = style::Dimension::of(base::points(119));
  EXPECT_EQ(count(hyphenated(set(kFrench, width))), 0);
}

}  // namespace
}  // namespace reliure::layout
