#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <string>

#include "paragraph_stage.h"

namespace reliure::layout {
namespace {

using book::Kind;
using style::TextAlign;

std::string joined(const std::vector<Line>& lines) {
  std::string all;
  for (const Line& line : lines) all += text_of(line);
  return all;
}

/// Without the hyphens that the breaker added.
std::string without_soft_hyphens(std::string text) {
  for (std::size_t at; (at = text.find("\u00AD")) != std::string::npos;) text.erase(at, 2);
  return text;
}

TEST(ParagraphLine, JustifiedLinesEndExactlyAtTheEdge) {
  Stage stage;
  stage.block_style.text_align = TextAlign::justify;
  stage.block_style.hyphens = style::Hyphens::automatic;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text(kFrench);
  const base::Length width = base::points(220);
  const auto lines = stage.lines(block, width);
  ASSERT_GT(lines.size(), 5u);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    EXPECT_EQ(right_edge(lines[i]).raw, width.raw) << text_of(lines[i]);
  }
  EXPECT_LE(right_edge(lines.back()), width);
}

/// The narrowest space within a line, the one at its end left out.
base::Length narrowest_space(const Line& line) {
  base::Length narrowest = base::points(100);
  const base::Length edge = right_edge(line);
  for (const auto& run : marks<book::GlyphRun>(line)) {
    const std::string text = line.content.text.substr(run.text.begin, run.text.size());
    base::Length x = run.origin.x;
    for (std::uint32_t i = run.glyphs.begin; i < run.glyphs.end && x < edge; ++i) {
      const book::Glyph& glyph = line.content.glyphs[i];
      x += glyph.advance;
      if (text.at(glyph.cluster) == ' ' && x < edge) narrowest = base::min(narrowest, glyph.advance);
    }
  }
  return narrowest;
}

/// Bold spaces are narrower to begin with: two thirds of one are 0.15 em.
TEST(ParagraphLine, NoSpaceOfATightLineShrinksBelowASixthOfTheFontSize) {
  Stage stage;
  stage.block_style.text_align = TextAlign::justify;
  stage.block_style.hyphens = style::Hyphens::automatic;
  stage.block_style.font_weight = 700;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text(kFrench);
  const base::Length sixth = stage.block_style.font_size / 6;
  base::Length narrowest = base::points(100);
  for (int width = 100; width < 300; ++width) {
    for (const Line& line : stage.lines(block, base::points(width))) {
      narrowest = base::min(narrowest, narrowest_space(line));
    }
  }
  EXPECT_GE(narrowest, sixth - base::Length{1});
  EXPECT_LT(narrowest, sixth * 21 / 20) << "no line was tight";
}

TEST(ParagraphLine, LinesEndInTheSpaceWhereTheyBroke) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text(kFrench);
  const auto lines = stage.lines(block, base::points(220));
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    EXPECT_EQ(text_of(lines[i]).back(), ' ');
  }
  EXPECT_EQ(joined(lines), kFrench);
}

TEST(ParagraphLine, AHyphenThatWasAddedIsASoftHyphenInTheText) {
  Stage stage;
  stage.block_style.hyphens = style::Hyphens::automatic;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("environnementale");
  const auto lines = stage.lines(block, base::points(60));
  ASSERT_GT(lines.size(), 1u);
  EXPECT_TRUE(text_of(lines[0]).ends_with("\u00AD"));
  EXPECT_EQ(without_soft_hyphens(joined(lines)), "environnementale");
  const auto run = marks<book::GlyphRun>(lines[0])[0];
  EXPECT_EQ(lines[0].content.glyphs[run.glyphs.end - 1].cluster, text_of(lines[0]).size() - 2);
}

TEST(ParagraphLine, SoftHyphensShowOnlyWhereALineEnds) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("aaaaaa\u00ADbbbbbb\u00ADcccccc");
  EXPECT_EQ(joined(stage.lines(block, base::points(300))), "aaaaaabbbbbbcccccc");
  EXPECT_EQ(texts_of(stage.lines(block, base::points(85))),
            (std::vector<std::string>{"aaaaaabbbbbb\u00AD", "cccccc"}));
}

TEST(ParagraphLine, AlignmentSetsTheLeftEdge) {
  const base::Length width = base::points(200);
  base::Length natural;
  for (const TextAlign align : {TextAlign::left, TextAlign::right, TextAlign::center}) {
    Stage stage;
    stage.block_style.text_align = align;
    const auto block = stage.open(Kind::p, stage.block_style);
    stage.text("mot");
    const auto lines = stage.lines(block, width);
    const base::Length x = marks<book::GlyphRun>(lines[0])[0].origin.x;
    if (align == TextAlign::left) {
      EXPECT_EQ(x.raw, 0);
      natural = right_edge(lines[0]);
    } else {
      EXPECT_EQ(x, align == TextAlign::right ? width - natural : (width - natural) / 2);
    }
  }
}

TEST(ParagraphLine, TextIndentMovesTheFirstLineOfTheBlock) {
  Stage stage;
  stage.block_style.text_align = TextAlign::justify;
  stage.block_style.text_indent = style::Dimension::of(base::points(20));
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text(kFrench);
  const auto lines = stage.lines(block, base::points(220));
  EXPECT_EQ(marks<book::GlyphRun>(lines[0])[0].origin.x, base::points(20));
  EXPECT_EQ(right_edge(lines[0]), base::points(220)) << text_of(lines[0]);
  EXPECT_EQ(marks<book::GlyphRun>(lines[1])[0].origin.x, base::Length{});
}

TEST(ParagraphLine, AWordThatFitsNowhereIsReportedAtItsPlace) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("un anticonstitutionnellement");
  const auto lines = stage.lines(block, base::points(60));
  EXPECT_EQ(lines.size(), 2u);
  ASSERT_EQ(stage.diagnostics().all().size(), 1u);
  EXPECT_EQ(stage.diagnostics().all()[0].code, base::Code::layout_overfull_line);
  EXPECT_EQ(stage.diagnostics().all()[0].span, (base::Span{{1}, 3, 28}));
}

TEST(ParagraphLine, OverflowWrapBreaksAnywhereRatherThanOverflow) {
  Stage stage;
  stage.block_style.overflow_wrap = style::OverflowWrap::anywhere;
  stage.block_style.hyphens = style::Hyphens::none;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("un anticonstitutionnellement");
  const auto lines = stage.lines(block, base::points(60));
  EXPECT_TRUE(stage.diagnostics().all().empty());
  EXPECT_EQ(joined(lines), "un anticonstitutionnellement");
  for (const Line& line : lines) EXPECT_LE(right_edge(line), base::points(60));
}

TEST(ParagraphLine, TheLastResortInsideAWordShowsAHyphen) {
  Stage stage;
  stage.block_style.overflow_wrap = style::OverflowWrap::anywhere;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("un anticonstitutionnellement");
  const auto lines = stage.lines(block, base::points(60));
  EXPECT_EQ(joined(lines), "un anticon\u00ADstitutionnel\u00ADlement");
  for (const Line& line : lines) EXPECT_LE(right_edge(line), base::points(60));
}

TEST(ParagraphLine, NamesInCodeBreakBehindPunctuation) {
  Stage stage;
  stage.block_style.overflow_wrap = style::OverflowWrap::anywhere;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("a_long_name.of_a_function/and_more()");
  std::vector<std::string> found;
  for (const Line& line : stage.lines(block, base::points(70))) {
    found.push_back(text_of(line));
    EXPECT_LE(right_edge(line), base::points(70));
  }
  EXPECT_EQ(found, (std::vector<std::string>{"a_long_name.", "of_a_function/", "and_more()"}));
}

TEST(ParagraphLine, ALineIsAsHighAsItsLineHeight) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("un ");
  stage.open(Kind::code, [&stage] {
    style::ComputedStyle code = stage.inherited();
    code.font_families = {"Source Code Pro"};
    code.font_size = base::points(9);
    return code;
  }());
  stage.text("deux");
  stage.close();
  const auto lines = stage.lines(block, base::points(200));
  EXPECT_EQ(lines[0].height, base::points(14));
}

TEST(ParagraphLine, RaisedTextThatFitsDoesNotSpreadLines) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("1");
  style::ComputedStyle sup = stage.inherited();
  sup.font_size = base::points(6);
  sup.vertical_align = style::VerticalAlign::super;
  stage.open(Kind::sup, sup);
  stage.text("er");
  const auto lines = stage.lines(block, base::points(200));
  EXPECT_EQ(lines[0].height, base::points(14));
  const auto runs = marks<book::GlyphRun>(lines[0]);
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[0].origin.y - runs[1].origin.y, base::points(10) / 3);
}

TEST(ParagraphLine, APictureStandsOnTheBaselineAndSizesTheLine) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("a");
  const auto img = stage.empty(Kind::img, stage.inherited());
  stage.add_picture(img, {base::points(50), base::points(40)});
  const auto lines = stage.lines(block, base::points(200));
  const auto images = marks<book::Image>(lines[0]);
  ASSERT_EQ(images.size(), 1u);
  EXPECT_EQ(images[0].area.bottom(), lines[0].baseline);
  EXPECT_EQ(images[0].area.width, base::points(50));
  EXPECT_GT(lines[0].height, base::points(40));
}

TEST(ParagraphLine, APictureGivesWayToItsMaximalWidth) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  style::ComputedStyle style = stage.inherited();
  style.max_width = {false, {}, 65536};
  const auto img = stage.empty(Kind::img, style);
  stage.add_picture(img, {base::points(400), base::points(200)});
  const auto lines = stage.lines(block, base::points(100));
  const auto images = marks<book::Image>(lines[0]);
  ASSERT_EQ(images.size(), 1u);
  EXPECT_EQ(images[0].area, (base::Rect{{}, {}, base::points(100), base::points(50)}));
  EXPECT_EQ(lines[0].height, base::points(50));
}

TEST(ParagraphLine, ALinkHasAnAreaOnEachLine) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("un ");
  const auto link = stage.open_inline(Kind::a);
  stage.add_link(link);
  stage.text("aaaaaa bbbbbb");
  const auto lines = stage.lines(block, base::points(60));
  ASSERT_EQ(lines.size(), 2u);
  for (const Line& line : lines) {
    const auto links = marks<book::Link>(line);
    ASSERT_EQ(links.size(), 1u);
    EXPECT_EQ(links[0].source, link);
    EXPECT_EQ(links[0].area.right(), right_edge(line));
  }
}

TEST(ParagraphLine, AnElementWithAnIdIsAnAnchor) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("un ");
  const auto span = stage.open_inline(Kind::span, "p--x");
  stage.text("deux");
  const auto lines = stage.lines(block, base::points(200));
  const auto anchors = marks<book::Anchor>(lines[0]);
  ASSERT_EQ(anchors.size(), 1u);
  EXPECT_EQ(anchors[0].target, span);
  EXPECT_GT(anchors[0].at.x, base::Length{});
}

TEST(ParagraphLine, ABackgroundCoversPaddingButNotMargin) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  style::ComputedStyle mark = stage.inherited();
  mark.background = {255, 255, 0, 255};
  mark.margin[3] = style::Dimension::of(base::points(5));
  mark.padding[3] = mark.padding[1] = style::Dimension::of(base::points(2));
  stage.open(Kind::mark, mark);
  stage.text("mot");
  const auto lines = stage.lines(block, base::points(200));
  const auto paths = marks<book::Path>(lines[0]);
  ASSERT_EQ(paths.size(), 1u);
  EXPECT_EQ(paths[0].outline.points[0].x, base::points(5));
  EXPECT_EQ(paths[0].outline.points[1].x, right_edge(lines[0]) + base::points(2));
  EXPECT_EQ(lines[0].content.items[0].role, book::Role::layout);
}

TEST(ParagraphLine, ALeaderFillsTheLineWithDotsInColumns) {
  std::vector<base::Length> columns;
  for (const std::string_view title : {"Un", "Un titre plus long"}) {
    Stage stage;
    const auto block = stage.open(Kind::p, stage.block_style);
    stage.text(title);
    stage.generate(block, style::PseudoElement::after,
                   {{GeneratedPart::Kind::leader, ".", {}}, {GeneratedPart::Kind::text, "12", {}}});
    const auto lines = stage.lines(block, base::points(200));
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(right_edge(lines[0]), base::points(200));
    EXPECT_EQ(text_of(lines[0]), std::string(title) + "12");
    for (const book::Item& item : lines[0].content.items) {
      if (item.role == book::Role::layout) {
        const auto& run = std::get<book::GlyphRun>(item.mark);
        columns.push_back((base::points(200) - run.origin.x));
        EXPECT_EQ(columns.back().raw % lines[0].content.glyphs[run.glyphs.begin].advance.raw, 0);
      }
    }
  }
  EXPECT_EQ(columns.size(), 2u);
}

TEST(ParagraphLine, BalancedLinesAreAboutEvenlyLong) {
  Stage stage;
  stage.block_style.text_wrap = style::TextWrap::balance;
  const auto block = stage.open(Kind::h1, stage.block_style);
  stage.text("Prolonger la durée d’usage des équipements numériques");
  const auto lines = stage.lines(block, base::points(220));
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_GT(right_edge(lines[1]) * 2, right_edge(lines[0]));
}

TEST(ParagraphLine, RightToLeftTextIsPlacedFromTheRight) {
  Stage stage;
  stage.block_style.direction = style::Direction::rtl;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("abc ");
  stage.open_inline(Kind::em);
  stage.text("\u05D0\u05D1");
  const auto lines = stage.lines(block, base::points(200));
  const auto runs = marks<book::GlyphRun>(lines[0]);
  ASSERT_GE(runs.size(), 2u);
  EXPECT_EQ(right_edge(lines[0]), base::points(200));
  EXPECT_TRUE(runs.back().right_to_left);
  EXPECT_LT(runs.back().origin.x, runs.front().origin.x);
}

TEST(ParagraphLine, MinContentIsTheLongestWordUnhyphenated) {
  Stage stage;
  stage.block_style.hyphens = style::Hyphens::automatic;
  const auto block = stage.open(Kind::th, stage.block_style);
  stage.text("La Réponse");
  const auto paragraph = stage.prepare(block);
  const InlineSize size = measure(*paragraph);
  const LineSlot slot{{}, size.min_content};
  const auto lines = break_lines(*paragraph, {&slot, 1}, stage.setting());
  EXPECT_EQ(texts_of(lines), (std::vector<std::string>{"La ", "Réponse"}));
  const LineSlot wide{{}, size.max_content};
  EXPECT_EQ(break_lines(*paragraph, {&wide, 1}, stage.setting()).size(), 1u);
}

/// Words of random lengths, some with hyphens, accents or no-break spaces.
std::string random_text(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {"a",         "de",         "été",
                                          "mot",       "vous-même",  "ordinateur",
                                          "l’achat",   "fin\u00A0:", "https://a.fr/b/c?d=e",
                                          "numérique", "(oui)",      "1\u202F000"};
  std::string text;
  for (std::size_t n = 1 + random() % 80; n > 0; --n) {
    text += kPieces[random() % std::size(kPieces)];
    if (n > 1) text += ' ';
  }
  return text;
}

TEST(ParagraphLine, NoCharacterIsLostDoubledOrMoved) {
  // The same texts on every machine; another seed by hand: RELIURE_SEED=7.
  const char* wanted = std::getenv("RELIURE_SEED");
  const unsigned seed = wanted != nullptr ? static_cast<unsigned>(std::stoul(wanted)) : 1;
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 60; ++round) {
    Stage stage;
    stage.block_style.text_align = random() % 2 ? TextAlign::justify : TextAlign::left;
    stage.block_style.hyphens = random() % 2 ? style::Hyphens::automatic : style::Hyphens::manual;
    stage.block_style.overflow_wrap =
        random() % 2 ? style::OverflowWrap::anywhere : style::OverflowWrap::normal;
    const auto block = stage.open(Kind::p, stage.block_style);
    const std::string text = random_text(random);
    stage.text(text);
    const base::Length width = base::points(30 + static_cast<std::int64_t>(random() % 300));
    const auto lines = stage.lines(block, width);
    EXPECT_EQ(without_soft_hyphens(joined(lines)), text);
    if (!stage.diagnostics().all().empty()) continue;
    for (const Line& line : lines) {
      // What is wider by less than half a point is not reported.
      EXPECT_LE(right_edge(line), width + base::points(1) / 2) << text_of(line);
    }
  }
}

}  // namespace
}  // namespace reliure::layout
