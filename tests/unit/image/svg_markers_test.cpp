#include <gtest/gtest.h>

#include "unit/image/decoded.h"

namespace reliure::image {
namespace {

constexpr std::string_view kDefs =
    "<defs fill=\"blue\"><marker id=\"dot\" markerWidth=\"2\" markerHeight=\"2\" refX=\"1\" refY=\"1\" "
    "markerUnits=\"userSpaceOnUse\"><path d=\"M0 0H2V2z\"/></marker>"
    "<marker id=\"tip\" markerWidth=\"4\" markerHeight=\"4\" orient=\"auto-start-reverse\"><path "
    "d=\"M0 0H4\" stroke=\"context-stroke\"/></marker></defs>";

Decoded svg(const std::string& content) {
  return decoded("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">" +
                     std::string(kDefs) + content + "</svg>",
                 "a.svg");
}

/// Where the outline of path `i` begins and goes on to, in whole user units.
std::string way(const Decoded& result, std::size_t i) {
  std::string out;
  for (std::size_t p = 0; p < 2; ++p) {
    const base::Point point = result.drawing().paths.at(i).outline.points.at(p);
    out +=
        (p == 0 ? "" : " ") + std::to_string(point.x.raw / 49152) + "," + std::to_string(point.y.raw / 49152);
  }
  return out;
}

TEST(SvgMarkers, StandOnStartMiddleAndEnd) {
  const Decoded result =
      svg("<polyline fill=\"none\" stroke=\"red\" marker=\"url(#dot)\" points=\"10,10 20,10 20,30\"/>");
  EXPECT_EQ(result.codes(), "");
  ASSERT_EQ(result.drawing().paths.size(), 4u);
  EXPECT_EQ(way(result, 1), "9,9 11,9");
  EXPECT_EQ(way(result, 2), "19,9 21,9");
  EXPECT_EQ(way(result, 3), "19,29 21,29");
}

TEST(SvgMarkers, TurnWithTheLineAndScaleWithItsStroke) {
  const Decoded result =
      svg("<path d=\"M10 10V50\" stroke=\"red\" stroke-width=\"2\" marker-end=\"url(#tip)\"/>");
  EXPECT_EQ(way(result, 1), "10,50 10,58");
}

TEST(SvgMarkers, StartIsReversedWhereItAsks) {
  const Decoded result = svg("<path d=\"M20 10H50\" stroke=\"red\" marker-start=\"url(#tip)\"/>");
  EXPECT_EQ(way(result, 1), "20,10 16,10");
}

TEST(SvgMarkers, PointAlongCurvesAndStandNowhereWithinArcs) {
  const Decoded result =
      svg("<path fill=\"none\" stroke=\"red\" d=\"M50 10A20 20 0 0 1 50 50A20 20 0 0 1 30 30\" "
          "marker-mid=\"url(#dot)\" marker-end=\"url(#tip)\"/>");
  ASSERT_EQ(result.drawing().paths.size(), 3u);
  EXPECT_EQ(way(result, 1), "49,49 51,49");
  EXPECT_EQ(way(result, 2), "30,30 30,26");
}

TEST(SvgMarkers, TakeTheirColoursFromWhereTheyAreDefinedOrFromTheLine) {
  const Decoded dot = svg("<path d=\"M0 0H50\" fill=\"green\" stroke=\"red\" marker-end=\"url(#dot)\"/>");
  EXPECT_EQ(std::get<base::Color>(dot.drawing().paths.at(1).fill), (base::Color{0, 0, 255, 255}));
  const Decoded tip = svg("<path d=\"M0 0H50\" stroke=\"red\" marker-end=\"url(#tip)\"/>");
  EXPECT_EQ(std::get<base::Color>(tip.drawing().paths.at(1).stroke_paint), (base::Color{255, 0, 0, 255}));
}

TEST(SvgMarkers, OfShapesWithoutVerticesAndOfThemselvesAreLeftOut) {
  EXPECT_EQ(svg("<rect width=\"9\" height=\"9\" marker-end=\"url(#dot)\"/>").drawing().paths.size(), 1u);
  const Decoded result =
      svg("<marker id=\"m\"><path d=\"M0 0H9\" marker-end=\"url(#m)\"/></marker><path d=\"M0 0H9\" "
          "stroke=\"red\" "
          "marker-end=\"url(#m)\"/>");
  EXPECT_EQ(result.codes(), "");
}

}  // namespace
}  // namespace reliure::image
