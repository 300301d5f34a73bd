#include "layout/drawing_text.h"

#include <gtest/gtest.h>

#include "text/outline.h"
#include "text/shape.h"
#include "unit/layout/paragraph_stage.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::points;

book::DrawingSpan span(std::string text) {
  book::DrawingSpan made;
  made.text = std::move(text);
  made.families = {"Source Serif 4"};
  made.size = points(10);
  made.looks.emplace_back().fill = base::Color{};
  return made;
}

book::DrawingSpan span_at(int x, int y, std::string text) {
  book::DrawingSpan made = span(std::move(text));
  made.x = points(x);
  made.y = points(y);
  return made;
}

struct Drawn {
  book::Drawing drawing;
  base::Diagnostics diagnostics;
};

Drawn draw(book::Drawing drawing) {
  drawing.size = {points(100), points(100)};
  book::Manuscript manuscript;
  manuscript.resources.push_back({"img/a.svg", "", {}, {{1}, 5, 9}});
  std::vector<book::Picture> pictures = {{drawing.size, std::move(drawing)}};
  Drawn drawn;
  draw_texts(manuscript, test_fonts(), pictures, drawn.diagnostics);
  drawn.drawing = std::get<book::Drawing>(pictures[0].content);
  return drawn;
}

Drawn draw(std::vector<book::DrawingSpan> spans, const base::Transform& transform = {}) {
  book::Drawing drawing;
  drawing.texts.push_back({std::move(spans), transform, 0});
  return draw(std::move(drawing));
}

struct Extent {
  Length left, right, top, bottom;
};

Extent extent(const book::Path& path) {
  const base::Point first = path.outline.points.at(0);
  Extent extent{first.x, first.x, first.y, first.y};
  for (const base::Point p : path.outline.points) {
    extent = {base::min(extent.left, p.x), base::max(extent.right, p.x), base::min(extent.top, p.y),
              base::max(extent.bottom, p.y)};
  }
  return extent;
}

Length width_of(std::string_view text, Length size) {
  text::Shaper shaper(test_fonts());
  return base::scaled(size, shaper.shape({{0}, {}, {}, 0, false}, text).advance, 1000);
}

TEST(GlyphOutline, IsClosedAndStandsOnTheBaseline) {
  text::Shaper shaper(test_fonts());
  const std::uint16_t glyph = shaper.shape({{0}, {}, {}, 0, false}, "H").glyphs.at(0).id;
  const text::GlyphOutline outline = text::outline_of(test_fonts(), {0}, glyph);
  ASSERT_FALSE(outline.points.empty());
  EXPECT_EQ(outline.verbs.front(), book::PathVerb::move);
  EXPECT_EQ(outline.verbs.back(), book::PathVerb::close);
  std::int32_t low = outline.points[0].y, high = low;
  for (const text::OutlinePoint p : outline.points) {
    low = std::min(low, p.y);
    high = std::max(high, p.y);
  }
  EXPECT_EQ(low, 0);
  EXPECT_EQ(high, test_fonts().font({0}).cap_height * text::kOutlineSteps);
}

TEST(DrawingText, LettersStandOnTheirLine) {
  const Drawn drawn = draw({span_at(20, 30, "H")});
  ASSERT_EQ(drawn.drawing.paths.size(), 1u);
  EXPECT_TRUE(drawn.drawing.texts.empty());
  const Extent letter = extent(drawn.drawing.paths[0]);
  EXPECT_EQ(letter.bottom, points(30));
  EXPECT_EQ(letter.top, points(30) - base::scaled(points(10), test_fonts().font({0}).cap_height, 1000));
  EXPECT_GT(letter.left, points(20));
  EXPECT_LT(letter.right, points(20) + width_of("H", points(10)));
}

TEST(DrawingText, AnchorMovesTheWholeLine) {
  const auto left = [](book::TextAnchor anchor) {
    book::DrawingSpan first = span_at(50, 50, "HH");
    first.anchor = anchor;
    return extent(draw({first, span("HH")}).drawing.paths.at(0)).left;
  };
  const Length start = left(book::TextAnchor::start);
  const Length width = width_of("HH", points(10)) * 2;
  EXPECT_EQ(start - left(book::TextAnchor::middle), width / 2);
  EXPECT_EQ(start - left(book::TextAnchor::end), width);
}

TEST(DrawingText, SpansFollowEachOtherAndMoveWhatFollows) {
  book::DrawingSpan moved = span("H");
  moved.dx = points(3);
  moved.dy = points(4);
  const Drawn drawn = draw({span_at(0, 20, "H"), moved, span("H")});
  ASSERT_EQ(drawn.drawing.paths.size(), 3u);
  const Length width = width_of("H", points(10));
  const Extent first = extent(drawn.drawing.paths[0]);
  EXPECT_EQ(extent(drawn.drawing.paths[1]).left - first.left, width + points(3));
  EXPECT_EQ(extent(drawn.drawing.paths[2]).left - first.left, width * 2 + points(3));
  EXPECT_EQ(extent(drawn.drawing.paths[2]).bottom, points(24));
}

TEST(DrawingText, LineWithAHeightOnlyGoesOnFromWhereThePenIs) {
  book::DrawingSpan below = span("H");
  below.y = points(40);
  const Drawn drawn = draw({span_at(10, 20, "H"), below});
  EXPECT_EQ(extent(drawn.drawing.paths.at(1)).bottom, points(40));
  EXPECT_EQ(extent(drawn.drawing.paths[1]).left - extent(drawn.drawing.paths[0]).left,
            width_of("H", points(10)));
}

TEST(DrawingText, SpacingSetsLettersAndWordsApart) {
  book::DrawingSpan spaced = span_at(0, 20, "H H");
  const Length right = extent(draw({spaced}).drawing.paths.at(0)).right;
  spaced.letter_spacing = points(1);
  spaced.word_spacing = points(5);
  EXPECT_EQ(extent(draw({spaced}).drawing.paths.at(0)).right - right, points(7));
}

TEST(DrawingText, RiseAndBaselineMoveTheLetters) {
  const auto bottom = [](Length rise, book::TextBaseline baseline) {
    book::DrawingSpan made = span_at(0, 50, "H");
    made.rise = rise;
    made.baseline = baseline;
    return extent(draw({made}).drawing.paths.at(0)).bottom;
  };
  EXPECT_EQ(bottom(points(2), book::TextBaseline::alphabetic), points(48));
  EXPECT_EQ(bottom({}, book::TextBaseline::hanging),
            points(50) + base::scaled(points(10), test_fonts().font({0}).cap_height, 1000));
  EXPECT_GT(bottom({}, book::TextBaseline::middle), points(52));
  EXPECT_LT(bottom({}, book::TextBaseline::bottom), points(50));
}

TEST(DrawingText, TransformTurnsTheText) {
  base::Transform quarter{0, 65536, -65536, 0, points(50), points(10)};
  const Extent letter = extent(draw({span_at(0, 0, "H")}, quarter).drawing.paths.at(0));
  EXPECT_EQ(letter.left, points(50));
  EXPECT_GT(letter.top, points(10));
}

TEST(DrawingText, IsPaintedBetweenThePathsAroundIt) {
  book::Drawing drawing;
  drawing.paths.resize(3);
  drawing.paths[0].opacity = 10;
  drawing.paths[1].opacity = 20;
  drawing.paths[2].opacity = 30;
  drawing.texts.push_back({{span_at(0, 9, "H")}, {}, 1});
  drawing.texts.push_back({{span_at(0, 9, "H")}, {}, 3});
  std::string order;
  for (const book::Path& path : draw(std::move(drawing)).drawing.paths) {
    order += std::to_string(path.opacity) + " ";
  }
  EXPECT_EQ(order, "10 255 20 30 255 ");
}

TEST(DrawingText, SpanWithoutLooksTakesItsPlace) {
  book::DrawingSpan hidden = span_at(0, 20, "HH");
  hidden.looks.clear();
  const Drawn drawn = draw({hidden, span("H")});
  ASSERT_EQ(drawn.drawing.paths.size(), 1u);
  EXPECT_GT(extent(drawn.drawing.paths[0]).left, width_of("HH", points(10)));
}

TEST(DrawingText, MissingCharacterIsReportedOnceForItsPicture) {
  const Drawn drawn = draw({span_at(0, 20, "ꙮꙮ")});
  ASSERT_EQ(drawn.diagnostics.all().size(), 1u);
  EXPECT_EQ(drawn.diagnostics.all()[0].code, base::Code::layout_missing_glyph);
  EXPECT_EQ(drawn.diagnostics.all()[0].message,
            "no font has the character `ꙮ` (U+A66E) of picture `img/a.svg`");
  EXPECT_EQ(drawn.diagnostics.all()[0].span.begin, 5u);
}

TEST(DrawingText, ExtremeValuesDoNotOverflow) {
  book::DrawingSpan huge = span_at(0, 0, "HHH");
  huge.size = {std::int64_t{1} << 40};
  huge.x = huge.dx = huge.letter_spacing = Length{std::int64_t{1} << 40};
  const std::int64_t steep = std::int64_t{1} << 40;
  const base::Transform far{steep, steep, -steep, steep, huge.size, huge.size};
  EXPECT_EQ(draw({huge}, far).drawing.paths.size(), 1u);
}

}  // namespace
}  // namespace reliure::layout
