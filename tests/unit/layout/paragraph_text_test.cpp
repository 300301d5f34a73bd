#include <gtest/gtest.h>

#include "paragraph_stage.h"

namespace reliure::layout {
namespace {

using book::Kind;
using style::WhiteSpace;

const base::Length kWide = base::points(400);

/// The lines of a paragraph that holds just this text.
std::vector<std::string> set(std::string_view text, WhiteSpace white_space,
                             base::Length width = base::points(400)) {
  Stage stage;
  stage.block_style.white_space = white_space;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text(text);
  return texts_of(stage.lines(block, width));
}

using Texts = std::vector<std::string>;

TEST(ParagraphText, WhiteSpaceCollapses) {
  EXPECT_EQ(set("  un \n\t deux  ", WhiteSpace::normal), (Texts{"un deux"}));
}

TEST(ParagraphText, WhiteSpaceCollapsesAcrossElements) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("un ");
  stage.open_inline(Kind::em);
  stage.text(" deux ");
  stage.close();
  stage.text(" trois ");
  EXPECT_EQ(texts_of(stage.lines(block, kWide)), (Texts{"un deux trois"}));
}

TEST(ParagraphText, WhiteSpaceAloneIsNoParagraph) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text(" \n ");
  EXPECT_EQ(stage.prepare(block), nullptr);
}

TEST(ParagraphText, PreKeepsSpacesAndLines) {
  EXPECT_EQ(set("if x:\n    y()\n", WhiteSpace::pre), (Texts{"if x: ", "    y()"}));
}

TEST(ParagraphText, PreExpandsTabsToStopsOfEight) {
  EXPECT_EQ(set("ab\tc", WhiteSpace::pre), (Texts{"ab      c"}));
}

TEST(ParagraphText, PreLineKeepsLinesAndDropsSpacesAroundThem) {
  EXPECT_EQ(set("un  \n  deux", WhiteSpace::pre_line), (Texts{"un ", "deux"}));
}

TEST(ParagraphText, PreWrapWrapsAndKeepsSpaces) {
  EXPECT_EQ(set("aaaa  bbbb", WhiteSpace::pre_wrap, base::points(30)), (Texts{"aaaa  ", "bbbb"}));
}

TEST(ParagraphText, NowrapStaysOnOneLine) {
  EXPECT_EQ(set("aaaa bbbb cccc", WhiteSpace::nowrap, base::points(30)), (Texts{"aaaa bbbb cccc"}));
}

TEST(ParagraphText, BrEndsTheLineWithASpaceToCopy) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("un ");
  stage.empty(Kind::br, stage.inherited());
  stage.text(" deux");
  stage.empty(Kind::br, stage.inherited());
  EXPECT_EQ(texts_of(stage.lines(block, kWide)), (Texts{"un ", "deux"}));
}

TEST(ParagraphText, WbrAllowsABreak) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("aaaaaa");
  stage.empty(Kind::wbr, stage.inherited());
  stage.text("bbbbbb");
  EXPECT_EQ(texts_of(stage.lines(block, base::points(40))), (Texts{"aaaaaa", "bbbbbb"}));
}

TEST(ParagraphText, HiddenElementsAreLeftOut) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("un ");
  const auto hidden = stage.open_inline(Kind::span);
  const auto inside = stage.text("caché ");
  stage.close();
  stage.text("deux");
  stage.hide(hidden);
  stage.hide(inside);
  EXPECT_EQ(texts_of(stage.lines(block, kWide)), (Texts{"un deux"}));
}

TEST(ParagraphText, BlocksInsideInlinesStandOnLinesOfTheirOwn) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.open_inline(Kind::a);
  stage.text("un");
  stage.open(Kind::div, stage.block_style);
  stage.text("deux");
  stage.close();
  stage.text("trois");
  EXPECT_EQ(texts_of(stage.lines(block, kWide)), (Texts{"un ", "deux ", "trois"}));
}

TEST(ParagraphText, UppercaseKnowsAccentsAndSharpS) {
  Stage stage;
  stage.block_style.text_transform = style::TextTransform::uppercase;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("été œuvre Straße αβγ");
  EXPECT_EQ(texts_of(stage.lines(block, kWide)), (Texts{"ÉTÉ ŒUVRE STRASSE ΑΒΓ"}));
}

TEST(ParagraphText, CapitalizeTakesTheFirstLetterOfEachWord) {
  Stage stage;
  stage.block_style.text_transform = style::TextTransform::capitalize;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("l’été à paris");
  EXPECT_EQ(texts_of(stage.lines(block, kWide)), (Texts{"L’été À Paris"}));
}

TEST(ParagraphText, RunsKnowTheirPlaceInTheirNode) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  const auto node = stage.text("  aaaaa   bbbbb  ccccc");
  const auto lines = stage.lines(block, base::points(30));
  ASSERT_EQ(lines.size(), 3u);
  std::vector<std::uint32_t> offsets;
  for (const Line& line : lines) {
    EXPECT_EQ(line.content.items[0].node, node);
    offsets.push_back(marks<book::GlyphRun>(line)[0].text_offset);
  }
  EXPECT_EQ(offsets, (std::vector<std::uint32_t>{2, 10, 17}));
}

TEST(ParagraphText, GeneratedContentIsReadAsItsAlternative) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("n");
  stage.generate(block, style::PseudoElement::before, {{GeneratedPart::Kind::text, "→ ", {}}}, "vers ");
  const auto lines = stage.lines(block, kWide);
  EXPECT_EQ(texts_of(lines), (Texts{"vers n"}));
  const auto runs = marks<book::GlyphRun>(lines[0]);
  EXPECT_TRUE(runs[0].replaces_text);
  EXPECT_EQ(lines[0].content.items[0].node, block);
}

TEST(ParagraphText, TargetPagesAreSetFromReferences) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("page ");
  stage.generate(block, style::PseudoElement::after, {{GeneratedPart::Kind::target_page, "", block}});
  EXPECT_EQ(texts_of(stage.lines(block, kWide)), (Texts{"page 00"}));
}

TEST(ParagraphText, ANoteIsCalledByItsNumberAndLinksToIt) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("mot");
  const auto note = stage.open(Kind::note, stage.block_style);
  stage.set_attribute(note, "number", "7");
  stage.text("Le corps de la note");
  stage.close();
  stage.text(" suite");
  const auto lines = stage.lines(block, kWide);
  EXPECT_EQ(texts_of(lines), (Texts{"mot7 suite"}));
  EXPECT_EQ(lines[0].notes, (std::vector<book::NodeId>{note}));
  const auto links = marks<book::Link>(lines[0]);
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].source, note);
}

TEST(ParagraphText, ANoteBelongsToTheLineOfItsCall) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("aaaaaa bbbbbb");
  const auto note = stage.empty(Kind::note, stage.block_style);
  stage.set_attribute(note, "number", "1");
  const auto lines = stage.lines(block, base::points(40));
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(lines[0].notes.empty());
  EXPECT_EQ(lines[1].notes.size(), 1u);
}

TEST(ParagraphText, SeparatorsAndControlsNeedNoGlyph) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("a\u2028b\u2029c\u0085d");
  stage.lines(block, kWide);
  EXPECT_TRUE(stage.diagnostics().all().empty());
}

TEST(ParagraphText, ACharacterThatNoFontHasIsReportedOnceAtItsPlace) {
  Stage stage;
  const auto block = stage.open(Kind::p, stage.block_style);
  stage.text("ab\U00013000c \U00013000");
  stage.lines(block, kWide);
  ASSERT_EQ(stage.diagnostics().all().size(), 1u);
  const base::Diagnostic& diagnostic = stage.diagnostics().all()[0];
  EXPECT_EQ(diagnostic.code, base::Code::layout_missing_glyph);
  EXPECT_EQ(diagnostic.message, "no font has the character `\U00013000` (U+13000)");
  EXPECT_EQ(diagnostic.span, (base::Span{{1}, 2, 6}));
}

}  // namespace
}  // namespace reliure::layout
