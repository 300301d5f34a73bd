// Borders and backgrounds: what is painted, in which order, where.
#include "layout/flow/decorate.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace reliure::layout {
namespace {

using base::Color;
using base::Length;
using base::points;
using base::Rect;
using style::Border;
using style::BorderStyle;
using style::ComputedStyle;
using style::Dimension;

constexpr Color kRed{255, 0, 0, 255}, kBlue{0, 0, 255, 255};
constexpr Rect kBox{points(10), points(20), points(100), points(40)};

ComputedStyle bordered(BorderStyle kind, Length width, Color color = kRed) {
  ComputedStyle style;
  style.border.fill(Border{width, kind, color});
  return style;
}

void round_corners(ComputedStyle& style, Length radius) { style.border_radius.fill(Dimension::of(radius)); }

std::vector<book::Item> painted(const ComputedStyle& style, Edges4 edges = {}, Rect area = kBox) {
  Fragment target;
  decorate({style, book::kRoot}, area, edges, target);
  for (const book::Item& item : target.items) {
    EXPECT_EQ(item.role, book::Role::layout);
  }
  return target.items;
}

book::Path path(const book::Item& item) { return std::get<book::Path>(item.mark); }

std::size_t curves(const book::Outline& outline) {
  return static_cast<std::size_t>(std::ranges::count(outline.verbs, book::PathVerb::curve));
}

base::Point at(std::int64_t x, std::int64_t y) { return {points(x), points(y)}; }

TEST(Borders, ThatAreAlikeAllRoundAreOneRing) {
  const auto items = painted(bordered(BorderStyle::solid, points(2)));
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(path(items[0]).fill_rule, book::FillRule::even_odd);
  EXPECT_EQ(path(items[0]).outline.points[0], at(10, 20));
  EXPECT_EQ(path(items[0]).outline.points[4], at(12, 22));
}

TEST(Borders, OfOneEdgeAreARectangle) {
  ComputedStyle style;
  style.border[3] = {points(4), BorderStyle::solid, kRed};
  const auto items = painted(style);
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(path(items[0]).outline.points, (std::vector{at(10, 60), at(10, 20), at(14, 20), at(14, 60)}));
}

TEST(Borders, ThatDifferMeetAlongASlope) {
  ComputedStyle style = bordered(BorderStyle::solid, points(4));
  style.border[0] = {points(8), BorderStyle::solid, kBlue};
  const auto items = painted(style);
  ASSERT_EQ(items.size(), 4u);
  EXPECT_EQ(path(items[0]).outline.points, (std::vector{at(10, 20), at(110, 20), at(106, 28), at(14, 28)}));
  EXPECT_EQ(std::get<Color>(path(items[0]).fill), kBlue);
  // Right and bottom are alike: no slope between them.
  EXPECT_EQ(path(items[2]).outline.points, (std::vector{at(110, 60), at(10, 60), at(10, 56), at(110, 56)}));
}

TEST(Borders, ThatAreThinMeetSquare) {
  ComputedStyle style = bordered(BorderStyle::solid, points(1) / 2);
  style.border[0].color = kBlue;
  EXPECT_EQ(path(painted(style)[0]).outline.points[3].x, points(10));
}

TEST(Borders, MeetTransparentOnesAlongASlope) {
  ComputedStyle style = bordered(BorderStyle::solid, points(10), {0, 0, 0, 0});
  style.border[0] = {};
  style.border[2].color = kRed;
  Fragment target;
  decorate({style, book::kRoot}, {points(10), points(20), points(20), points(10)}, {}, target);
  ASSERT_EQ(target.items.size(), 1u);
  // A triangle: its top is where both slopes meet.
  EXPECT_EQ(path(target.items[0]).outline.points,
            (std::vector{at(30, 30), at(10, 30), at(20, 20), at(20, 20)}));
}

TEST(Borders, EndSquareWhereTheNextEdgeHasNone) {
  ComputedStyle style = bordered(BorderStyle::none, points(10));
  style.border[1] = {};
  style.border[2] = {points(8), BorderStyle::solid, kRed};
  EXPECT_EQ(path(painted(style)[0]).outline.points,
            (std::vector{at(110, 60), at(10, 60), at(10, 52), at(110, 52)}));
}

TEST(Borders, ThatAreTranslucentNeverOverlap) {
  ComputedStyle style = bordered(BorderStyle::solid, points(1) / 2, {0, 0, 0, 100});
  style.border[1] = {};
  EXPECT_EQ(path(painted(style)[0]).outline.points[3].x, points(10) + points(1) / 2);
}

TEST(Borders, OfASliceEndOpen) {
  ComputedStyle style = bordered(BorderStyle::solid, points(2));
  round_corners(style, points(5));
  const auto items = painted(style, {false, true, true, true});
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(path(items[0]).outline.points.front(), at(110, 20));
  EXPECT_EQ(curves(path(items[0]).outline), 4u);  // two corners, outside and inside
}

TEST(Borders, OfClonedDecorationsAreWholeOnEachSlice) {
  ComputedStyle style = bordered(BorderStyle::solid, points(2));
  style.box_decoration_clone = true;
  EXPECT_EQ(path(painted(style, {false, true, false, true})[0]).outline.points.size(), 8u);
}

TEST(Borders, DoubleAreTwoRingsOfAThird) {
  const auto items = painted(bordered(BorderStyle::double_, points(6)));
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(path(items[0]).outline.points[4], at(12, 22));
  EXPECT_EQ(path(items[1]).outline.points[0], at(14, 24));
  EXPECT_EQ(path(items[1]).outline.points[4], at(16, 26));
}

TEST(Borders, GroovesHaveTwoShades) {
  const auto items = painted(bordered(BorderStyle::groove, points(4), {90, 90, 90, 255}));
  ASSERT_EQ(items.size(), 8u);
  EXPECT_EQ(std::get<Color>(path(items[0]).fill), (Color{60, 60, 60, 255}));
  EXPECT_EQ(std::get<Color>(path(items[1]).fill), (Color{145, 145, 145, 255}));
  EXPECT_EQ(std::get<Color>(path(items[4]).fill), (Color{145, 145, 145, 255}));
}

TEST(Borders, InsetAndOutsetAreLitFromTheTopLeft) {
  const auto top = [](BorderStyle kind) {
    return std::get<Color>(path(painted(bordered(kind, points(4), {90, 90, 90, 255}))[0]).fill).red;
  };
  EXPECT_EQ(top(BorderStyle::inset), 60);
  EXPECT_EQ(top(BorderStyle::outset), 145);
}

TEST(Borders, DashesFitTheirEdge) {
  const auto items = painted(bordered(BorderStyle::dashed, points(2)));
  ASSERT_EQ(items.size(), 4u);
  const book::Stroke& stroke = path(items[0]).stroke;
  // Ten dashes of 6 and nine gaps between them fill 100.
  EXPECT_EQ(stroke.dashes[0], points(6));
  EXPECT_EQ(stroke.dashes[1].raw, (points(100) - points(60)).raw / 9);
  EXPECT_EQ(path(items[0]).outline.points, (std::vector{at(10, 21), at(110, 21)}));
}

TEST(Borders, DotsAreRoundAndFitTheirEdge) {
  const auto items = painted(bordered(BorderStyle::dotted, points(4)));
  const book::Stroke& stroke = path(items[0]).stroke;
  EXPECT_EQ(stroke.cap, book::LineCap::round);
  EXPECT_EQ(stroke.dashes, (std::vector{Length{}, points(8)}));
  EXPECT_EQ(path(items[0]).outline.points[0], at(12, 22));
}

TEST(Corners, ThatMeetShrinkTogether) {
  ComputedStyle style;
  style.background = kRed;
  style.border_radius = {Dimension::of(points(60)), Dimension::of(points(20)), Dimension::of({}),
                         Dimension::of({})};
  const book::Outline& outline = path(painted(style)[0]).outline;
  // The height of 40 takes 60 and nothing: all are two thirds.
  EXPECT_NEAR(static_cast<double>((outline.points[0].x - points(10)).raw), 40 * 65536.0, 100.0);
  EXPECT_EQ(curves(outline), 2u);
}

TEST(Corners, OfPercentagesAreEllipses) {
  ComputedStyle style;
  style.background = kRed;
  style.border_radius.fill(Dimension{false, {}, 32768});
  const book::Outline& outline = path(painted(style)[0]).outline;
  EXPECT_EQ(outline.points[0], at(60, 20));
  EXPECT_EQ(outline.points[2].x - outline.points[0].x, base::scaled(points(50), 5523, 10000));
}

TEST(Corners, OfBordersThatDifferAreCutOffWhereTheyMeet) {
  ComputedStyle style = bordered(BorderStyle::solid, points(4));
  style.border[0].color = kBlue;
  round_corners(style, points(8));
  const auto items = painted(style);
  ASSERT_EQ(items.size(), 4u);
  const auto& top = std::get<book::Group>(items[0].mark);
  EXPECT_EQ(top.clip.points, (std::vector{at(10, 20), at(110, 20), at(90, 40), at(30, 40)}));
}

book::Gradient gradient_of(style::LinearGradient gradient) {
  ComputedStyle style;
  style.background_layers.resize(1);
  style.background_layers[0].gradient = std::move(gradient);
  return std::get<book::Gradient>(path(painted(style)[0]).fill);
}

style::LinearGradient red_to_blue(int degrees) {
  style::LinearGradient gradient;
  gradient.angle = degrees * 65536;
  gradient.stops = {{kRed, {}}, {kBlue, {}}};
  return gradient;
}

void expect_near(base::Point seen, base::Point wanted) {
  EXPECT_NEAR(static_cast<double>(seen.x.raw), static_cast<double>(wanted.x.raw), 64.0);
  EXPECT_NEAR(static_cast<double>(seen.y.raw), static_cast<double>(wanted.y.raw), 64.0);
}

TEST(Gradients, RunAlongTheirAngle) {
  expect_near(gradient_of(red_to_blue(180)).start, at(60, 20));
  expect_near(gradient_of(red_to_blue(180)).end, at(60, 60));
  expect_near(gradient_of(red_to_blue(90)).end, at(110, 40));
  expect_near(gradient_of(red_to_blue(270)).end, at(10, 40));
  // At 45 degrees a line square to it meets the corner: (100 + 40) / 4 from the middle.
  expect_near(gradient_of(red_to_blue(45)).end, at(95, 5));
}

TEST(Gradients, ToACornerGiveTheOthersTheMiddleColour) {
  style::LinearGradient gradient = red_to_blue(0);
  gradient.to_corner = true;
  gradient.corner_x = gradient.corner_y = 1;
  const book::Gradient placed = gradient_of(gradient);
  // Square to the diagonal from (10, 60) to (110, 20), which is (100, -40).
  const std::int64_t dx = (placed.end.x - placed.start.x).raw, dy = (placed.end.y - placed.start.y).raw;
  EXPECT_NEAR(static_cast<double>(dx * 100 - dy * 40) / 65536, 0.0, 1.0);
}

TEST(Gradients, StopsWithoutPlaceLieEvenly) {
  style::LinearGradient gradient = red_to_blue(90);
  gradient.stops = {{kRed, {}}, {kBlue, {}}, {kRed, {}}, {kBlue, Dimension{false, {}, 39321}}, {kRed, {}}};
  const book::Gradient placed = gradient_of(gradient);
  ASSERT_EQ(placed.stops.size(), 5u);
  EXPECT_EQ(placed.stops[1].offset, 13107);
  EXPECT_EQ(placed.stops[2].offset, 26214);
  EXPECT_EQ(placed.stops[4].offset, 65536);
}

TEST(Gradients, StopsNeverGoBackAndMayLieOutside) {
  style::LinearGradient gradient = red_to_blue(90);
  gradient.stops = {{kRed, Dimension::of(points(-100))},
                    {kBlue, Dimension::of(points(50))},
                    {kRed, Dimension::of(points(20))},
                    {kBlue, {}}};
  const book::Gradient placed = gradient_of(gradient);
  expect_near(placed.start, at(-90, 40));
  EXPECT_EQ(placed.stops[1].offset, 65536 * 3 / 4);
  EXPECT_EQ(placed.stops[2].offset, placed.stops[1].offset);
}

TEST(Gradients, ThatFadeKeepTheirColour) {
  style::LinearGradient gradient = red_to_blue(90);
  gradient.stops[0].color = {0, 0, 0, 0};
  EXPECT_EQ(gradient_of(gradient).stops[0].color, (Color{0, 0, 255, 0}));
}

TEST(Gradients, MoveWithTheFragmentTheyAreIn) {
  ComputedStyle style;
  style.background_layers.resize(1);
  style.background_layers[0].gradient = red_to_blue(90);
  Fragment inner, outer;
  decorate({style, book::kRoot}, kBox, {}, inner);
  append(inner, at(7, 9), outer);
  const auto gradient = std::get<book::Gradient>(path(outer.items[0]).fill);
  EXPECT_EQ(gradient.transform.e, points(7));
  EXPECT_EQ(gradient.transform.f, points(9));
}

/// The first mark of a background of one picture, 30 by 20, in the box.
book::Item background_of(const style::BackgroundLayer& layer, ComputedStyle style = {}) {
  const std::vector<book::Picture> pictures{{{points(30), points(20)}, book::Drawing{}}};
  style.background_layers = {layer};
  Fragment target;
  decorate({style, book::kRoot, &pictures}, kBox, {}, target);
  return target.items.at(0);
}

style::BackgroundLayer once(style::BackgroundSize size) {
  style::BackgroundLayer layer;
  layer.picture = 0;
  layer.size = size;
  layer.repeat = style::BackgroundRepeat::no_repeat;
  layer.position_x = layer.position_y = {false, {}, 32768};
  return layer;
}

TEST(Backgrounds, ContainedPicturesAreCentredAndWhole) {
  const auto image = std::get<book::Image>(background_of(once(style::BackgroundSize::contain)).mark);
  EXPECT_EQ(image.area, (Rect{points(30), points(20), points(60), points(40)}));
}

TEST(Backgrounds, CoveringPicturesAreCutOffAtTheBox) {
  const auto group = std::get<book::Group>(background_of(once(style::BackgroundSize::cover)).mark);
  EXPECT_EQ(group.clip.points[2], at(110, 60));
  const Rect area = std::get<book::Image>(group.items.at(0).mark).area;
  EXPECT_EQ(area.width, points(100));
  EXPECT_NEAR(static_cast<double>(area.height.raw), 66.6667 * 65536, 10.0);
}

TEST(Backgrounds, OneLengthKeepsTheRelationOfSides) {
  style::BackgroundLayer layer = once(style::BackgroundSize::length);
  layer.width = Dimension::of(points(15));
  layer.position_x = Dimension::of(points(1));
  const auto image = std::get<book::Image>(background_of(layer).mark);
  EXPECT_EQ(image.area, (Rect{points(11), points(35), points(15), points(10)}));
}

TEST(Backgrounds, RepeatedPicturesAreTilesThatCoverTheBox) {
  style::BackgroundLayer layer = once(style::BackgroundSize::automatic);
  layer.repeat = style::BackgroundRepeat::repeat_x;
  const auto group = std::get<book::Group>(background_of(layer).mark);
  const auto image = std::get<book::Image>(group.items.at(0).mark);
  // One in the middle at 45; two fit at its left, the second in part.
  EXPECT_EQ(image.area, (Rect{points(-15), points(30), points(30), points(20)}));
  EXPECT_EQ(image.columns, 5u);
  EXPECT_EQ(image.rows, 1u);
}

TEST(Backgrounds, PicturesStandWithinBordersAndAreSeenBelowThem) {
  ComputedStyle style = bordered(BorderStyle::dashed, points(4));
  style::BackgroundLayer layer = once(style::BackgroundSize::automatic);
  layer.position_x = layer.position_y = Dimension::of({});
  const auto image = std::get<book::Image>(background_of(layer, style).mark);
  EXPECT_EQ(image.area.x, points(14));
}

TEST(Backgrounds, RoundCornersCutPicturesOff) {
  ComputedStyle style;
  round_corners(style, points(5));
  const auto group = std::get<book::Group>(background_of(once(style::BackgroundSize::contain), style).mark);
  EXPECT_EQ(curves(group.clip), 4u);
}

TEST(Backgrounds, TheFirstLayerIsOnTopAndTheColourBelow) {
  ComputedStyle style;
  style.background = kRed;
  style.background_layers.resize(2);
  style.background_layers[0].gradient = red_to_blue(0);
  style.background_layers[1].gradient = red_to_blue(90);
  const auto items = painted(style);
  ASSERT_EQ(items.size(), 3u);
  EXPECT_TRUE(std::holds_alternative<Color>(path(items[0]).fill));
  expect_near(std::get<book::Gradient>(path(items[1]).fill).end, at(110, 40));
}

TEST(Backgrounds, TilesTooSmallToSeeAreNotPainted) {
  style::BackgroundLayer layer;
  layer.picture = 0;
  layer.size = style::BackgroundSize::length;
  layer.width = layer.height = Dimension::of(Length{10});
  ComputedStyle style;
  style.background = kBlue;
  style.background_layers = {layer};
  const std::vector<book::Picture> pictures{{{points(30), points(20)}, book::Drawing{}}};
  Fragment target;
  decorate({style, book::kRoot, &pictures}, kBox, {}, target);
  EXPECT_EQ(target.items.size(), 1u);
}

TEST(Decorate, ABoxThatItsEdgesLeaveNothingOfIsNoCrash) {
  ComputedStyle style = bordered(BorderStyle::dashed, points(3));
  style.background = kBlue;
  round_corners(style, points(4));
  for (const Length width : {points(-20), points(0), points(1)}) {
    EXPECT_FALSE(painted(style, {}, {{}, {}, width, points(-1)}).empty());
    style.border_radius.fill(Dimension::of({}));
  }
}

}  // namespace
}  // namespace reliure::layout
