#include <gtest/gtest.h>

#include "unit/image/decoded.h"

namespace reliure::image {
namespace {

constexpr std::int64_t kPixel = 49152;

/// A picture of 100 by 100 user units with `content` in it.
Decoded svg(const std::string& content) {
  return decoded(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">" + content + "</svg>",
      "a.svg");
}

/// The spans of all texts in order: where each begins, how it is moved, and its text.
std::string spans(const Decoded& result) {
  std::string out;
  const auto pixels = [](base::Length length) { return std::to_string(length.raw / kPixel); };
  const auto place = [&](const std::optional<base::Length>& length) {
    return length ? pixels(*length) : ".";
  };
  for (const book::DrawingText& text : result.drawing().texts) {
    for (const book::DrawingSpan& span : text.spans) {
      const bool moved = span.dx != base::Length{} || span.dy != base::Length{};
      out += "[" + place(span.x) + "," + place(span.y) +
             (moved ? "+" + pixels(span.dx) + "," + pixels(span.dy) : "") + " " + span.text + "]";
    }
  }
  return out;
}

std::string spans(const std::string& content) { return spans(svg(content)); }

book::DrawingSpan first_span(const std::string& content) {
  return svg(content).drawing().texts.at(0).spans.at(0);
}

TEST(SvgText, StandsAtItsPlace) {
  const Decoded result = svg("<text x=\"10\" y=\"20\">a &lt; b</text>");
  EXPECT_EQ(result.codes(), "");
  EXPECT_EQ(spans(result), "[10,20 a < b]");
}

TEST(SvgText, EachCharacterTakesItsPlaceFromTheNearestElement) {
  EXPECT_EQ(spans("<text x=\"1 2 3\" y=\"9\">ab<tspan x=\"7\" dy=\"5\">cd</tspan>e</text>"),
            "[1,9 a][2,. b][7,.+0,5 cd][.,. e]");
  EXPECT_EQ(spans("<text dx=\"0,4,1em\" font-size=\"10\">été</text>"), "[.,. é][.,.+4,0 t][.,.+10,0 é]");
}

TEST(SvgText, WhiteSpaceCollapsesAcrossElements) {
  EXPECT_EQ(spans("<text>\n  a <tspan> b</tspan>\n  <tspan x=\"0\" dy=\"9\">c</tspan>\n</text>"),
            "[.,. a ][.,. b][.,.  ][0,.+0,9 c]");
}

TEST(SvgText, WhiteSpaceIsKeptWhereItShallBe) {
  EXPECT_EQ(spans("<g xml:space=\"preserve\"><text> a\t b\n</text></g>"), "[.,.  a  b ]");
  EXPECT_EQ(spans("<text style=\"white-space: pre\">a  b</text>"), "[.,. a  b]");
}

TEST(SvgText, FontIsInheritedAndScaled) {
  const book::DrawingSpan span = first_span(
      "<style>.t { font-family: 'Open Sans', serif; letter-spacing: .5em }</style>"
      "<g transform=\"scale(2)\" font-size=\"10\" font-style=\"italic\"><text class=\"t\" "
      "font-weight=\"bold\" "
      "x=\"3\">a</text></g>");
  EXPECT_EQ(span.families, (std::vector<std::string>{"Open Sans", "serif"}));
  EXPECT_EQ(span.weight, 700);
  EXPECT_TRUE(span.italic);
  EXPECT_EQ(span.size.raw, 20 * kPixel);
  EXPECT_EQ(span.letter_spacing.raw, 10 * kPixel);
  EXPECT_EQ(span.x->raw, 6 * kPixel);
}

TEST(SvgText, FontShorthandIsReadBeforeItsParts) {
  const book::DrawingSpan span = first_span(
      "<text style=\"font-weight: 500; font: italic bold 12px/1.5 'DejaVu Sans', sans-serif\">a</text>");
  EXPECT_EQ(span.families, (std::vector<std::string>{"DejaVu Sans", "sans-serif"}));
  EXPECT_EQ(span.size.raw, 12 * kPixel);
  EXPECT_EQ(span.weight, 500);
  EXPECT_TRUE(span.italic);
}

TEST(SvgText, BaselineIsShiftedFromThatOfTheWholeText) {
  const Decoded result =
      svg("<text font-size=\"20\" dominant-baseline=\"hanging\">m<tspan baseline-shift=\"super\" "
          "font-size=\"50%\">2<tspan baseline-shift=\"-5\">x</tspan></tspan></text>");
  const std::vector<book::DrawingSpan>& all = result.drawing().texts.at(0).spans;
  EXPECT_EQ(all.at(0).baseline, book::TextBaseline::hanging);
  EXPECT_EQ(all.at(1).rise.raw, 8 * kPixel);
  EXPECT_EQ(all.at(1).size.raw, 10 * kPixel);
  EXPECT_EQ(all.at(2).rise.raw, 3 * kPixel);
}

TEST(SvgText, IsPaintedAmongThePaths) {
  const Decoded result =
      svg("<rect width=\"9\" height=\"9\"/><text fill=\"red\" stroke=\"blue\" paint-order=\"stroke\" "
          "opacity=\".5\">a</text><rect width=\"9\" height=\"9\"/><text visibility=\"hidden\">b</text>");
  const book::DrawingText& text = result.drawing().texts.at(0);
  EXPECT_EQ(text.before, 1u);
  const std::vector<book::Path>& looks = text.spans.at(0).looks;
  ASSERT_EQ(looks.size(), 2u);
  EXPECT_EQ(std::get<base::Color>(looks[0].stroke_paint), (base::Color{0, 0, 255, 255}));
  EXPECT_EQ(std::get<base::Color>(looks[1].fill), (base::Color{255, 0, 0, 255}));
  EXPECT_EQ(looks[1].opacity, 128);
  EXPECT_TRUE(result.drawing().texts.at(1).spans.at(0).looks.empty());
}

TEST(SvgText, TurnsButDoesNotScaleInItsTransform) {
  const Decoded result = svg("<text transform=\"translate(5 6) rotate(90) scale(3)\">a</text>");
  const base::Transform& transform = result.drawing().texts.at(0).transform;
  EXPECT_EQ(transform.a, 0);
  EXPECT_EQ(transform.b, 65536);
  EXPECT_EQ(transform.e.raw, 5 * kPixel);
}

TEST(SvgText, OfANestedPictureIsCutToIt) {
  const Decoded result = svg("<svg width=\"10\" height=\"10\"><text y=\"9\">long text</text></svg>");
  EXPECT_EQ(result.drawing().texts.at(0).spans.at(0).looks.at(0).clips.size(), 1u);
  EXPECT_EQ(result.drawing().clips.size(), 1u);
}

TEST(SvgText, WhatCannotBeSetIsReported) {
  const Decoded result =
      svg("<text rotate=\"30\" text-decoration=\"underline\" writing-mode=\"tb\">a"
          "<textPath href=\"#p\">on a path</textPath></text>");
  std::string what;
  for (const base::Diagnostic& diagnostic : result.diagnostics.all()) {
    what += diagnostic.message.substr(21) + "; ";
  }
  EXPECT_EQ(
      what,
      "a vertical `writing-mode`: the picture is set as pixels, 300 to the inch; `text-decoration`: the "
      "picture is set as pixels, 300 to the inch; `rotate` on `text`, which is left out; `textPath`, which "
      "is left out; ");
}

TEST(SvgText, StaysTextBesideWhatPixelsWouldNotShow) {
  const Decoded result = svg("<text rotate=\"30\">a<textPath href=\"#p\">on a path</textPath></text>");
  EXPECT_EQ(result.codes(), "image/svg-unsupported image/svg-unsupported");
  EXPECT_EQ(spans(result), "[.,. a]");
}

TEST(SvgText, GradientAndGroupOpacityAreApproached) {
  const std::string content =
      "<linearGradient id=\"g\"><stop/><stop offset=\"1\" stop-color=\"red\"/></linearGradient>"
      "<g opacity=\".5\"><rect width=\"9\" height=\"9\"/><text fill=\"url(#g)\">a</text></g>";
  EXPECT_TRUE(std::holds_alternative<book::Raster>(svg(content).picture.content));
  // An entity that is not defined: librsvg refuses the picture.
  const Decoded result = svg("<title>&x;</title>" + content);
  EXPECT_EQ(result.codes(), "image/svg-unsupported image/svg-unsupported");
  EXPECT_TRUE(
      std::holds_alternative<book::Gradient>(result.drawing().texts.at(0).spans.at(0).looks.at(0).fill));
}

TEST(SvgText, HugeTextsAreStopped) {
  const std::string text(2'000'000, 'a');
  EXPECT_EQ(svg("<text>" + text + "</text>").codes(), "image/too-large");
}

}  // namespace
}  // namespace reliure::image
