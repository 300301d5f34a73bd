#include <gtest/gtest.h>

#include "image/svg/values.h"
#include "unit/image/decoded.h"

namespace reliure::image {
namespace {

using book::PathVerb;

/// A picture of 100 by 100 user units with `content` in it.
Decoded svg(const std::string& content) {
  return decoded(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">" + content + "</svg>",
      "a.svg");
}

base::Color fill(const book::Path& path) { return std::get<base::Color>(path.fill); }

/// The outline as path data in whole user units.
std::string text(const book::Outline& outline) {
  std::string out;
  std::size_t at = 0;
  for (const PathVerb verb : outline.verbs) {
    out += verb == PathVerb::move ? "M" : verb == PathVerb::line ? "L" : verb == PathVerb::curve ? "C" : "Z";
    const std::size_t count = verb == PathVerb::close ? 0 : verb == PathVerb::curve ? 3 : 1;
    for (std::size_t i = 0; i < count; ++i) {
      const base::Point p = outline.points[at++];
      out += " " + std::to_string(p.x.raw / 49152) + "," + std::to_string(p.y.raw / 49152);
    }
    out += " ";
  }
  return out;
}

std::string outline_of(const std::string& path_data) {
  return text(svg("<path d=\"" + path_data + "\"/>").drawing().paths.at(0).outline);
}

constexpr base::Color kRed{255, 0, 0, 255};

TEST(Svg, UserUnitIsThreeQuartersOfAPoint) {
  const Decoded result = svg("<rect x=\"10\" y=\"20\" width=\"40\" height=\"40\"/>");
  EXPECT_EQ(result.picture.size.width, base::points(75));
  EXPECT_EQ(result.drawing().paths.at(0).outline.points[0].x.raw, 10 * 49152);
  EXPECT_EQ(text(result.drawing().paths[0].outline), "M 10,20 L 50,20 L 50,60 L 10,60 Z ");
}

TEST(Svg, ViewBoxGivesTheSizeThatTheRootDoesNot) {
  EXPECT_EQ(decoded("<svg viewBox=\"0 0 40 20\"/>").picture.size,
            (base::Size{base::points(30), base::points(15)}));
  EXPECT_EQ(decoded("<svg width=\"80\" viewBox=\"0 0 40 20\"/>").picture.size,
            (base::Size{base::points(60), base::points(30)}));
  EXPECT_EQ(decoded("<svg/>").picture.size.width, base::points(225));
}

TEST(Svg, ViewBoxIsScaledAndCentred) {
  const Decoded result = decoded(
      "<svg width=\"100\" height=\"100\" viewBox=\"0 0 50 25\"><rect width=\"50\" height=\"25\"/></svg>");
  EXPECT_EQ(text(result.drawing().paths.at(0).outline), "M 0,25 L 100,25 L 100,75 L 0,75 Z ");
}

TEST(Svg, RelativeAndRepeatedCommandsAreAbsoluteLines) {
  EXPECT_EQ(outline_of("m10 10 20 0 0 20h-20v-5z l5,5"),
            "M 10,10 L 30,10 L 30,30 L 10,30 L 10,25 Z M 10,10 L 15,15 ");
}

TEST(Svg, NumbersNeedNothingBetweenThem) { EXPECT_EQ(outline_of("M1-2L.5.5L3e1+4"), "M 1,-2 L 0,0 L 30,4 "); }

TEST(Svg, ShorthandCurvesMirrorTheControlPoint) {
  EXPECT_EQ(outline_of("M0 0C0 10 20 10 20 0S40 -10 40 0"), "M 0,0 C 0,10 20,10 20,0 C 20,-10 40,-10 40,0 ");
  EXPECT_EQ(outline_of("M0 0Q15 30 30 0T60 0"), "M 0,0 C 10,20 20,20 30,0 C 40,-20 50,-20 60,0 ");
}

TEST(Svg, ArcIsQuartersOfCubicsWithItsExactEnd) {
  const book::Outline outline = svg("<path d=\"M0 50A50 50 0 0110 50\"/>").drawing().paths.at(0).outline;
  EXPECT_EQ(outline.points.back(), (base::Point{{10 * 49152}, {50 * 49152}}));
  EXPECT_EQ(outline_of("M0 0a50 50 0 11100 0").substr(0, 8), "M 0,0 C ");
  EXPECT_EQ(outline_of("M0 0A0 5 0 0 1 9 9"), "M 0,0 L 9,9 ");
}

TEST(Svg, BrokenPathDataIsDrawnUpToTheErrorAndReported) {
  const Decoded result = svg("<path d=\"M0 0L10 0 x\"/>");
  EXPECT_EQ(result.codes(), "image/svg-unsupported");
  EXPECT_EQ(text(result.drawing().paths.at(0).outline), "M 0,0 L 10,0 ");
}

TEST(Svg, TransformsApplyInnermostFirst) {
  const Decoded result =
      svg("<g transform=\"translate(10 20)\"><rect width=\"1\" height=\"1\" transform=\"scale(2) "
          "rotate(90)\"/></g>");
  EXPECT_EQ(text(result.drawing().paths.at(0).outline), "M 10,20 L 10,22 L 8,22 L 8,20 Z ");
}

TEST(Svg, RulesBeatAttributesAndStyleBeatsRules) {
  const Decoded result =
      svg("<style>/* a */ .r, .x { fill: red } #b { fill: #0f0 } g > rect { stroke: blue }</style>"
          "<rect class=\"q r\" fill=\"blue\" width=\"9\" height=\"9\"/>"
          "<g><rect class=\"r\" id=\"b\" width=\"9\" height=\"9\"/></g>"
          "<rect class=\"r\" style=\"fill: black\" width=\"9\" height=\"9\"/>");
  const std::vector<book::Path>& paths = result.drawing().paths;
  EXPECT_EQ(fill(paths.at(0)), kRed);
  EXPECT_EQ(fill(paths.at(1)), (base::Color{0, 255, 0, 255}));
  EXPECT_EQ(std::get<base::Color>(paths[1].stroke_paint), (base::Color{0, 0, 255, 255}));
  EXPECT_EQ(fill(paths.at(2)), (base::Color{0, 0, 0, 255}));
}

TEST(Svg, ColoursOfCss) {
  EXPECT_EQ(color("RebeccaPurple"), (base::Color{0x66, 0x33, 0x99, 255}));
  EXPECT_EQ(color("#F008"), (base::Color{255, 0, 0, 0x88}));
  EXPECT_EQ(color("rgb(100%, 0%, 0%)"), kRed);
  EXPECT_EQ(color("rgba(255 0 0 / 50%)"), (base::Color{255, 0, 0, 128}));
  EXPECT_EQ(color("hsl(120, 100%, 50%)"), (base::Color{0, 255, 0, 255}));
  EXPECT_EQ(color("blurple"), std::nullopt);
}

TEST(Svg, NumbersAreNeitherInfiniteNorNamed) {
  for (Rest rest : {"inf", "nan", "1e999", "-", "+-1", ""}) {
    EXPECT_EQ(take_number(rest), std::nullopt) << rest;
  }
}

TEST(Svg, CurrentColourIsInherited) {
  const Decoded result = svg("<g color=\"red\"><rect fill=\"currentColor\" width=\"9\" height=\"9\"/></g>");
  EXPECT_EQ(fill(result.drawing().paths.at(0)), kRed);
}

TEST(Svg, StrokeIsScaledWithItsShape) {
  const Decoded result =
      svg("<g transform=\"scale(2)\" stroke=\"red\" stroke-width=\"3\" stroke-dasharray=\"5\" "
          "stroke-linecap=\"round\" "
          "stroke-linejoin=\"bevel\" fill=\"none\"><line x2=\"9\"/></g>");
  const book::Path& path = result.drawing().paths.at(0);
  EXPECT_EQ(path.stroke.width.raw, 6 * 49152);
  EXPECT_EQ(path.stroke.dashes, (std::vector<base::Length>{{10 * 49152}, {10 * 49152}}));
  EXPECT_EQ(path.stroke.cap, book::LineCap::round);
  EXPECT_EQ(path.stroke.join, book::LineJoin::bevel);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(path.fill));
}

TEST(Svg, OpacityMultipliesAndFillOpacityIsTheColours) {
  const Decoded result =
      svg("<g opacity=\".5\"><rect opacity=\".5\" fill-opacity=\"50%\" width=\"9\" height=\"9\"/></g>");
  EXPECT_EQ(result.drawing().paths.at(0).opacity, 64);
  EXPECT_EQ(fill(result.drawing().paths[0]).alpha, 128);
  EXPECT_EQ(result.codes(), "");
}

TEST(Svg, BlendModeOfAGroupIsThatOfItsShapes) {
  const Decoded result =
      svg("<g style=\"mix-blend-mode: multiply\"><rect width=\"9\" height=\"9\"/>"
          "<rect x=\"50\" width=\"9\" height=\"9\" style=\"mix-blend-mode: color-burn\"/></g>"
          "<rect width=\"9\" height=\"9\"/>");
  const std::vector<book::Path>& paths = result.drawing().paths;
  EXPECT_EQ(paths.at(0).blend, book::BlendMode::multiply);
  EXPECT_EQ(paths.at(1).blend, book::BlendMode::color_burn);
  EXPECT_EQ(paths.at(2).blend, book::BlendMode::normal);
  EXPECT_EQ(result.codes(), "");
  EXPECT_EQ(svg("<g style=\"mix-blend-mode: screen\"><rect width=\"9\" height=\"9\"/>"
                "<rect width=\"9\" height=\"9\"/></g>")
                .codes(),
            "image/svg-unsupported");
}

TEST(Svg, OpacityOfOverlappingShapesIsReported) {
  EXPECT_EQ(
      svg("<g opacity=\".5\"><rect width=\"9\" height=\"9\"/><rect width=\"9\" height=\"9\"/></g>").codes(),
      "image/svg-unsupported");
}

TEST(Svg, GradientTakesItsStopsFromItsTemplate) {
  const Decoded result =
      svg("<linearGradient id=\"a\"><stop stop-color=\"red\"/><stop offset=\"1\" "
          "stop-opacity=\"0\"/></linearGradient>"
          "<linearGradient id=\"b\" href=\"#a\" y2=\"1\" x2=\"0\"/>"
          "<rect x=\"10\" width=\"20\" height=\"30\" fill=\"url(#b)\"/>");
  const auto& gradient = std::get<book::Gradient>(result.drawing().paths.at(0).fill);
  ASSERT_EQ(gradient.stops.size(), 2u);
  EXPECT_EQ(gradient.stops[0].color, kRed);
  EXPECT_EQ(gradient.stops[1].offset, 65536);
  EXPECT_EQ(gradient.stops[1].color.alpha, 0);
  // The box of the shape is the unit of its coordinates.
  EXPECT_EQ(gradient.end, (base::Point{{0}, {49152}}));
  EXPECT_EQ(gradient.transform.a, 20 * 65536);
  EXPECT_EQ(gradient.transform.d, 30 * 65536);
  EXPECT_EQ(gradient.transform.e.raw, 10 * 49152);
}

TEST(Svg, ClipIsTheUnionOfItsShapes) {
  const Decoded result =
      svg("<clipPath id=\"c\"><rect width=\"4\" height=\"4\"/><path d=\"M0 0V9H9z\"/></clipPath>"
          "<rect width=\"50\" height=\"50\" clip-path=\"url(#c)\"/>");
  const book::Drawing& drawing = result.drawing();
  ASSERT_EQ(drawing.paths.at(0).clips, (std::vector<std::uint32_t>{0}));
  // The triangle turns the other way and is drawn from its end, so that both wind alike.
  EXPECT_EQ(text(drawing.clips.at(0).outline), "M 0,0 L 4,0 L 4,4 L 0,4 Z M 9,9 L 0,9 L 0,0 Z ");
}

TEST(Svg, UseDrawsSymbolInItsViewport) {
  const Decoded result =
      svg("<symbol id=\"s\" viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\"/></symbol>"
          "<use href=\"#s\" x=\"5\" y=\"6\" width=\"20\" height=\"20\" fill=\"red\"/>");
  EXPECT_EQ(text(result.drawing().paths.at(0).outline), "M 5,6 L 25,6 L 25,26 L 5,26 Z ");
  EXPECT_EQ(fill(result.drawing().paths[0]), kRed);
  EXPECT_TRUE(result.drawing().clips.empty());
}

TEST(Svg, WhatReachesOutOfThePictureIsClipped) {
  const Decoded result = svg("<rect x=\"50\" width=\"90\" height=\"10\"/><rect width=\"9\" height=\"9\"/>");
  EXPECT_EQ(result.drawing().paths.at(0).clips, (std::vector<std::uint32_t>{0}));
  EXPECT_TRUE(result.drawing().paths.at(1).clips.empty());
  EXPECT_EQ(text(result.drawing().clips.at(0).outline), "M 0,0 L 100,0 L 100,100 L 0,100 Z ");
}

TEST(Svg, HiddenElementsAreNotDrawn) {
  const Decoded result =
      svg("<rect display=\"none\" width=\"9\" height=\"9\"/><rect visibility=\"hidden\" width=\"9\" "
          "height=\"9\"/>"
          "<defs><rect width=\"9\" height=\"9\"/></defs>");
  EXPECT_TRUE(result.drawing().paths.empty());
}

TEST(Svg, PrefixedNamesAndEditorsMetadataAreUnderstood) {
  const Decoded result = decoded(
      "<?xml version=\"1.0\"?><!DOCTYPE svg><s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><x:y/>"
      "<s:rect width=\"9\" height=\"9\"/></s:svg>");
  EXPECT_EQ(result.codes(), "");
  EXPECT_EQ(result.drawing().paths.size(), 1u);
}

TEST(Svg, WhatIsLeftOutIsReportedOnceForEachKind) {
  const Decoded result =
      svg("<text><textPath/></text><text><textPath/></text><image href=\"a.png\"/><foreignObject/>"
          "<rect width=\"9\" height=\"9\" filter=\"url(#f)\" mask=\"url(#m)\"/>"
          "<pattern id=\"p\"/><rect width=\"9\" height=\"9\" fill=\"url(#p)\"/>");
  ASSERT_EQ(result.diagnostics.all().size(), 6u);
  EXPECT_EQ(result.diagnostics.all()[0].message,
            "picture `a.svg` uses `textPath` (2 times), which is left out");
  EXPECT_EQ(result.diagnostics.all()[1].message, "picture `a.svg` uses `image`, which is left out");
  EXPECT_EQ(result.diagnostics.all()[5].message,
            "picture `a.svg` uses `pattern` as a paint: the picture is set as pixels, 300 to the inch");
  EXPECT_TRUE(result.has_content());
}

TEST(Svg, UseOfItselfIsReported) {
  const Decoded result = svg("<g id=\"a\"><use href=\"#a\"/></g>");
  EXPECT_EQ(result.codes(), "image/malformed");
  EXPECT_FALSE(result.has_content());
}

TEST(Svg, UsesThatMultiplyAreStopped) {
  std::string content = "<g id=\"u0\"><rect width=\"1\" height=\"1\"/></g>";
  for (int i = 1; i < 30; ++i) {
    const std::string use = "<use href=\"#u" + std::to_string(i - 1) + "\"/>";
    content += "<g id=\"u" + std::to_string(i) + "\">" + use + use + use + use + "</g>";
  }
  EXPECT_EQ(svg(content).codes(), "image/too-large");
}

TEST(Svg, DeepNestingIsReported) {
  std::string open, close;
  for (int i = 0; i < 100'000; ++i) {
    open += "<g>";
    close += "</g>";
  }
  EXPECT_EQ(svg(open + close).codes(), "image/too-large");
}

TEST(Svg, RulesThatCompareWithoutEndAreStopped) {
  std::string rules, elements;
  for (int i = 0; i < 20'000; ++i) {
    rules += ".a.b{fill:red}";
    elements += "<g class=\"a\"/>";
  }
  EXPECT_EQ(svg("<style>" + rules + "</style>" + elements).codes(), "image/too-large");
}

TEST(Svg, EntitiesAreNeverExpanded) {
  const Decoded result = decoded(
      "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y "
      "\"&x;&x;\">]><svg><title>&y;</title></svg>");
  EXPECT_EQ(result.codes(), "");
  EXPECT_TRUE(result.has_content());
}

TEST(Svg, EveryTruncationIsReported) {
  const std::string file = "<svg width=\"9\" height=\"9\"><g><rect width=\"9\" height=\"9\"/></g></svg>";
  for (std::size_t size = 1; size < file.size(); ++size) {
    const Decoded result = decoded(file.substr(0, size));
    EXPECT_EQ(result.codes(), "image/truncated") << size;
    EXPECT_FALSE(result.has_content()) << size;
  }
}

TEST(Svg, BrokenXmlAndForeignRootsAreReported) {
  EXPECT_EQ(decoded("<svg><g></svg><rect/></g>").codes(), "image/malformed");
  EXPECT_EQ(decoded("<html><p/></html>").codes(), "image/unsupported");
  EXPECT_EQ(decoded("<svg width=\"0\" height=\"5\"/>").codes(), "image/malformed");
  EXPECT_EQ(decoded("<svg width=\"1e9\" height=\"5\"/>").codes(), "image/too-large");
}

}  // namespace
}  // namespace reliure::image
