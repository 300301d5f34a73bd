#include "layout/set_text.h"
#include "unit/layout/paragraph_stage.h"

namespace reliure::layout {
namespace {

using base::points;
using book::Kind;
using style::PseudoElement;
using style::VerticalAlign;

/// What the initial of a block with this text says, or what its lines say where it has none.
struct Letter {
  explicit Letter(std::string_view text, style::ComputedStyle style) {
    const book::NodeId block = stage.open(Kind::p, stage.block_style);
    stage.text(text);
    stage.close();
    stage.set_style(block, PseudoElement::first_letter, style);
    paragraph = stage.prepare(block);
    const LineSlot slot{{}, points(300)};
    lines = break_lines(*paragraph, {&slot, 1}, stage.setting());
  }

  Stage stage;
  ParagraphPtr paragraph;
  std::vector<Line> lines;
};

style::ComputedStyle initial_style() {
  style::ComputedStyle style;
  style.font_families = {"Source Serif 4"};
  style.font_size = points(10);
  style.line_height = points(14);
  style.initial_letter = 3 * 65536;
  style.initial_letter_sink = 3;
  return style;
}

TEST(FirstLetter, AnInitialSpansItsLines) {
  const Letter letter("Lorem ipsum", initial_style());
  const Initial* initial = initial_of(*letter.paragraph);
  ASSERT_NE(initial, nullptr);
  EXPECT_EQ(initial->height, points(42));
  EXPECT_EQ(initial->sink, 3u);
  const auto& run = std::get<book::GlyphRun>(initial->content.items.at(0).mark);
  const book::Font& font = test_fonts().fonts()[0];
  const auto cap = [&](base::Length size) { return base::scaled(size, font.cap_height, font.units_per_em); };
  // Two lines and a capital of the text.
  EXPECT_NEAR(static_cast<double>(cap(run.size).raw), static_cast<double>((points(28) + cap(points(10))).raw),
              64);
}

TEST(FirstLetter, TheWordIsReadWhole) {
  const Letter letter("Lorem ipsum", initial_style());
  ASSERT_NE(initial_of(*letter.paragraph), nullptr);
  EXPECT_EQ(initial_of(*letter.paragraph)->content.text.size(), 1u);
  const auto& run = std::get<book::GlyphRun>(initial_of(*letter.paragraph)->content.items.at(0).mark);
  EXPECT_TRUE(run.replaces_text);
  EXPECT_EQ(run.text.size(), 0u);
  EXPECT_EQ(text_of(letter.lines.at(0)), "Lorem ipsum");
}

TEST(FirstLetter, MarksAroundTheLetterBelongToIt) {
  style::ComputedStyle style;
  style.font_families = {"Source Serif 4"};
  style.font_size = points(20);
  const auto first_run = [&](std::string_view text) {
    const Letter letter(text, style);
    const auto runs = marks<book::GlyphRun>(letter.lines.at(0));
    return letter.lines.at(0).content.text.substr(runs.at(0).text.begin, runs.at(0).text.size());
  };
  EXPECT_EQ(first_run("Lorem"), "L");
  EXPECT_EQ(first_run("«\u00A0Lorem"), "«\u00A0L");
  EXPECT_EQ(first_run("(“Lorem"), "(“L");
  EXPECT_EQ(first_run("L’eau"), "L’");
  EXPECT_EQ(first_run("e\u0301te"), "e\u0301");
  EXPECT_EQ(first_run("1re"), "1");
  EXPECT_EQ(first_run("A-B"), "A");
}

TEST(FirstLetter, TextWithoutALetterIsLeftAlone) {
  const Letter letter("…", initial_style());
  EXPECT_EQ(initial_of(*letter.paragraph), nullptr);
  EXPECT_EQ(text_of(letter.lines.at(0)), "…");
}

/// A picture of 10 by 20 points in a line, aligned; its top over the line's baseline.
base::Length top_over_baseline(VerticalAlign align, base::Length shift = {}) {
  Stage stage;
  const book::NodeId block = stage.open(Kind::p, stage.block_style);
  stage.text("x");
  style::ComputedStyle style = stage.inherited();
  style.vertical_align = align;
  style.vertical_shift = shift;
  stage.add_picture(stage.empty(Kind::img, style), {points(10), points(20)});
  stage.close();
  const std::vector<Line> lines = stage.lines(block, points(300));
  return lines.at(0).baseline - marks<book::Image>(lines.at(0)).at(0).area.y;
}

TEST(VerticalAlignment, PicturesStandWhereTheStyleSays) {
  const book::Font& font = test_fonts().fonts()[0];
  const auto units = [&](int value) { return base::scaled(points(10), value, font.units_per_em); };
  EXPECT_EQ(top_over_baseline(VerticalAlign::baseline), points(20));
  EXPECT_EQ(top_over_baseline(VerticalAlign::middle), units(font.x_height) / 2 + points(10));
  EXPECT_EQ(top_over_baseline(VerticalAlign::text_top), units(font.ascent));
  EXPECT_EQ(top_over_baseline(VerticalAlign::text_bottom), points(20) - units(-font.descent));
  EXPECT_EQ(top_over_baseline(VerticalAlign::length, points(3)), points(23));
  EXPECT_EQ(top_over_baseline(VerticalAlign::length, -points(3)), points(17));
  EXPECT_EQ(top_over_baseline(VerticalAlign::sub), points(18));
}

TEST(StackedMarks, AMarkOverALetterGoesUpThePage) {
  Stage stage;
  const book::NodeId block = stage.open(Kind::p, stage.block_style);
  stage.text("x\u0302\u0302");
  stage.close();
  const Line line = stage.lines(block, points(300)).at(0);
  ASSERT_EQ(line.content.glyphs.size(), 3u);
  EXPECT_LT(line.content.glyphs[2].dy.raw, 0);
  const SetText set =
      set_text("x\u0302\u0302", stage.block_style, {block, book::Role::content, "fr", {}}, stage.setting());
  ASSERT_EQ(set.content.glyphs.size(), 3u);
  EXPECT_EQ(set.content.glyphs[2].dy, line.content.glyphs[2].dy);
}

TEST(RelativePosition, AnInlineIsPaintedAside) {
  Stage stage;
  const book::NodeId block = stage.open(Kind::p, stage.block_style);
  stage.text("a");
  style::ComputedStyle style = stage.inherited();
  style.relative = true;
  style.inset[0] = style::Dimension::of(points(2));
  style.inset[3] = style::Dimension::of(points(5));
  stage.open(Kind::span, style);
  stage.text("b");
  stage.close();
  stage.text("c");
  stage.close();
  const Line line = stage.lines(block, points(300)).at(0);
  const auto runs = marks<book::GlyphRun>(line);
  ASSERT_EQ(runs.size(), 3u);
  EXPECT_EQ(runs[1].origin.y, runs[0].origin.y + points(2));
  EXPECT_EQ(runs[2].origin.y, runs[0].origin.y);
  EXPECT_EQ(runs[1].origin.x, runs[0].origin.x + line.content.glyphs[0].advance + points(5));
  EXPECT_EQ(runs[2].origin.x, runs[1].origin.x + line.content.glyphs[1].advance - points(5));
}

}  // namespace
}  // namespace reliure::layout
