#include "layout/flow/ahead.h"

#include "paragraph_stage.h"

namespace reliure::layout {
namespace {

using base::points;
using book::Kind;

constexpr const char* kLong =
    "Les acheteurs publics peuvent contribuer à un numérique plus responsable par leurs marchés.";

/// A section with a paragraph, a quotation that is 60 pt narrower, and a table with one cell.
class AheadTest : public testing::Test {
 protected:
  AheadTest() {
    section_ = stage_.open(Kind::section, stage_.block_style);
    add_paragraph(Kind::p, stage_.block_style);
    style::ComputedStyle narrow = stage_.block_style;
    narrow.padding[1].length = narrow.padding[3].length = points(30);
    add_paragraph(Kind::blockquote, narrow);
    open(Kind::table, style::Display::table);
    open(Kind::tr, style::Display::table_row);
    open(Kind::td, style::Display::table_cell);
    stage_.text("Une case");
    for (int i = 0; i < 4; ++i) {
      stage_.close();
    }
  }

  std::vector<ParagraphAhead> list() {
    return list_paragraphs({&section_, 1}, {}, points(200), stage_.setting());
  }

  Ahead all_ahead() {
    Ahead ahead;
    for (const ParagraphAhead& paragraph : list()) {
      make_place(paragraph, ahead);
      fill(paragraph, stage_.setting(), ahead);
    }
    return ahead;
  }

  Flow build(Ahead ahead) {
    const std::vector<bool> is_target(stage_.manuscript().nodes.size(), false);
    Workshop workshop{stage_.setting(), is_target, points(700), std::move(ahead.prepared),
                      std::move(ahead.set)};
    return build_sequence({&section_, 1}, {}, points(200), workshop);
  }

  void add_paragraph(Kind kind, const style::ComputedStyle& style) {
    stage_.open(kind, style);
    stage_.text(kLong);
    stage_.close();
  }

  Stage stage_;
  book::NodeId section_;

 private:
  void open(Kind kind, style::Display display) {
    style::ComputedStyle style = stage_.block_style;
    style.display = display;
    stage_.open(kind, style);
  }
};

TEST_F(AheadTest, KnowsWidthsButThoseInTables) {
  const std::vector<ParagraphAhead> paragraphs = list();
  ASSERT_EQ(paragraphs.size(), 3u);
  EXPECT_EQ(paragraphs[0].width, points(200));
  EXPECT_EQ(paragraphs[1].width, points(140));
  EXPECT_EQ(paragraphs[2].width, std::nullopt);
}

TEST_F(AheadTest, KnowsTheWidthsOfColumnsAndOfWhatSpansThem) {
  style::ComputedStyle columns = stage_.block_style;
  columns.column_count = 2;
  columns.column_gap = style::Dimension::of(points(20));
  style::ComputedStyle spanning = stage_.block_style;
  spanning.column_span = true;
  section_ = stage_.open(Kind::div, columns);
  add_paragraph(Kind::p, stage_.block_style);
  add_paragraph(Kind::h2, spanning);
  stage_.close();
  const std::vector<ParagraphAhead> paragraphs = list();
  ASSERT_EQ(paragraphs.size(), 2u);
  EXPECT_EQ(paragraphs[0].width, points(90));
  EXPECT_EQ(paragraphs[1].width, points(200));
}

TEST_F(AheadTest, LeavesToOtherSequencesWhatIsTheirs) {
  const book::NodeId quote = stage_.manuscript()[stage_.manuscript()[section_].first_child].next_sibling;
  const auto count = [&](const Stretch& stretch) {
    return list_paragraphs({&section_, 1}, stretch, points(200), stage_.setting()).size();
  };
  EXPECT_EQ(count({book::kRoot, quote}), 1u);
  EXPECT_EQ(count({quote, book::kNoNode}), 2u);
}

TEST_F(AheadTest, GivesTheFlowThatIsBuiltWithoutIt) {
  const Flow plain = build({});
  const Flow ahead = build(all_ahead());
  ASSERT_GT(plain.strips.size(), 5u);
  ASSERT_EQ(ahead.strips.size(), plain.strips.size());
  for (std::size_t i = 0; i < plain.strips.size(); ++i) {
    EXPECT_EQ(ahead.strips[i].height, plain.strips[i].height);
    EXPECT_EQ(ahead.strips[i].x, plain.strips[i].x);
    EXPECT_EQ(ahead.strips[i].content.text, plain.strips[i].content.text);
  }
}

TEST_F(AheadTest, ReportsWhatItFoundWhenTheFlowComesToIt) {
  stage_.open(Kind::p, stage_.block_style);
  stage_.text("漢");
  stage_.close();
  section_ = book::kRoot;
  Ahead ahead = all_ahead();
  EXPECT_TRUE(stage_.diagnostics().all().empty());
  build(std::move(ahead));
  ASSERT_EQ(stage_.diagnostics().all().size(), 1u);
  EXPECT_EQ(stage_.diagnostics().all()[0].code, base::Code::layout_missing_glyph);
}

TEST(Paint, MovesTheMarksOfEachStripToItsPlace) {
  Flow flow;
  flow.width = points(100);
  for (const char* text : {"a", "bc"}) {
    Strip& strip = flow.strips.emplace_back();
    strip.height = points(10);
    book::GlyphRun run;
    run.text = {0, static_cast<std::uint32_t>(std::string_view(text).size())};
    strip.content.text = text;
    strip.content.items.push_back({book::kRoot, {}, book::Role::content, run});
  }
  Fragment target;
  EXPECT_EQ(paint(flow, {0, 2, false}, {points(5), points(7)}, target), points(27));
  ASSERT_EQ(target.items.size(), 2u);
  EXPECT_EQ(target.text, "abc");
  const auto& second = std::get<book::GlyphRun>(target.items[1].mark);
  EXPECT_EQ(second.origin, (base::Point{points(5), points(17)}));
  EXPECT_EQ(second.text.begin, 1u);
  EXPECT_EQ(second.text.end, 3u);
  EXPECT_TRUE(flow.strips[0].content.items.empty());
}

}  // namespace
}  // namespace reliure::layout
