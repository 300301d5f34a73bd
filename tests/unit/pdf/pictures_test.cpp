// Pictures and paths, judged by what poppler paints.
#include <gtest/gtest.h>
#include <libdeflate.h>

#include "unit/pdf/painted.h"

namespace reliure::pdf::test {
namespace {

using base::points;

constexpr Options kReadable{std::nullopt, true, {}};

base::Bytes zlib(const base::Bytes& bytes) {
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
  base::Bytes out(libdeflate_zlib_compress_bound(compressor, bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  return out;
}

/// Two by two pixels on the first page: red, green, blue, white.
Painted paint_raster(book::Raster raster) {
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_picture({{points(2), points(2)}, std::move(raster)});
  specimen.add_item(book::Image{0, box(100, 100, 100, 100)});
  return paint(specimen.write());
}

constexpr std::string_view kFourPixels("\xFF\0\0\0\xFF\0\0\0\xFF\xFF\xFF\xFF", 12);

TEST(Raster, RawSamplesAreUpright) {
  RELIURE_NEEDS("pdftoppm");
  book::Raster raster{2,  2,    book::ColorSpace::rgb, 8, book::Encoding::raw, base::Bytes(kFourPixels), {},
                      {}, false};
  const Painted painted = paint_raster(raster);
  EXPECT_EQ(painted.at(125, 125), "255 0 0");
  EXPECT_EQ(painted.at(175, 125), "0 255 0");
  EXPECT_EQ(painted.at(125, 175), "0 0 255");
  EXPECT_EQ(painted.at(99, 125), "255 255 255");
}

TEST(Raster, PngStreamPassesThroughWithItsPredictor) {
  RELIURE_NEEDS("pdftoppm");
  // Filter "Up" on both rows: the second row is stored as differences from the first.
  const base::Bytes rows("\2\xFF\0\0\0\xFF\0\2\x01\0\xFF\xFF\0\xFF", 14);
  book::Raster raster{2, 2, book::ColorSpace::rgb, 8, book::Encoding::png_deflate, zlib(rows), {}, {}, false};
  const Painted painted = paint_raster(raster);
  EXPECT_EQ(painted.at(125, 125), "255 0 0");
  EXPECT_EQ(painted.at(125, 175), "0 0 255");
  EXPECT_EQ(painted.at(175, 175), "255 255 255");
}

TEST(Raster, PaletteIndexesColors) {
  RELIURE_NEEDS("pdftoppm");
  book::Raster raster{2,
                      2,
                      book::ColorSpace::rgb,
                      1,
                      book::Encoding::raw,
                      base::Bytes("\x40\x80", 2),
                      base::Bytes("\x80\0\0\0\0\xFF", 6),
                      {},
                      false};
  const Painted painted = paint_raster(raster);
  EXPECT_EQ(painted.at(125, 125), "153 0 0");
  EXPECT_EQ(painted.at(175, 125), "0 0 255");
  EXPECT_EQ(painted.at(125, 175), "0 0 255");
}

TEST(Raster, AlphaBlendsWithThePage) {
  RELIURE_NEEDS("pdftoppm");
  book::Raster raster{1,
                      1,
                      book::ColorSpace::gray,
                      8,
                      book::Encoding::raw,
                      base::Bytes(1, '\0'),
                      {},
                      base::Bytes(1, '\xC0'),
                      false};
  EXPECT_EQ(paint_raster(raster).at(150, 150), "51 51 51");
}

TEST(Raster, InvertedCmykIsTurnedRight) {
  RELIURE_NEEDS("pdftoppm");
  book::Raster raster{
      1, 1, book::ColorSpace::cmyk, 8, book::Encoding::raw, base::Bytes("\xFF\xFF\xFF\0", 4), {}, {}, true};
  const std::string pixel = paint_raster(raster).at(150, 150);
  EXPECT_LT(std::stoi(pixel), 60) << pixel;  // black ink alone
}

TEST(Raster, PictureUsedTwiceIsStoredOnce) {
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_picture(
      {{points(2), points(2)},
       book::Raster{
           2, 2, book::ColorSpace::rgb, 8, book::Encoding::raw, base::Bytes(kFourPixels), {}, {}, false}});
  specimen.add_item(book::Image{0, box(10, 10, 20, 20)});
  specimen.add_page("2");
  specimen.add_item(book::Image{0, box(10, 10, 20, 20)});
  const base::Bytes pdf = specimen.write(kReadable);
  EXPECT_EQ(pdf.find("/Image"), pdf.rfind("/Image"));
}

TEST(Raster, PictureWithoutContentIsPlacedAsNothing) {
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_picture({});
  specimen.add_picture({{}, book::Drawing{}});
  specimen.add_item(book::Image{0, box(10, 10, 20, 20)});
  specimen.add_item(book::Image{1, box(10, 10, 20, 20)});
  EXPECT_EQ(specimen.write(kReadable).find(" Do"), std::string::npos);
}

/// A drawing of 100 by 100 shown at its size, at (100, 100).
Painted paint_drawing(std::vector<book::Path> paths, std::vector<book::Clip> clips = {}) {
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_picture({{points(100), points(100)},
                        book::Drawing{{points(100), points(100)}, std::move(paths), std::move(clips), {}}});
  specimen.add_item(book::Image{0, box(100, 100, 100, 100)});
  return paint(specimen.write());
}

TEST(Drawing, IsUprightAndCutToItsBox) {
  RELIURE_NEEDS("pdftoppm");
  const Painted painted = paint_drawing({filled(box(0, 0, 50, 50), base::Color{255, 0, 0, 255}),
                                         filled(box(50, 50, 100, 100), base::Color{0, 0, 255, 255})});
  EXPECT_EQ(painted.at(125, 125), "255 0 0");
  EXPECT_EQ(painted.at(175, 175), "0 0 255");
  EXPECT_EQ(painted.at(125, 175), "255 255 255");
  EXPECT_EQ(painted.at(210, 175), "255 255 255");
}

TEST(Drawing, TakesNoColourFromWhatThePageShowsBeforeIt) {
  RELIURE_NEEDS("pdftoppm");
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_item(filled(box(0, 0, 50, 50), base::Color{255, 0, 0, 51}));
  specimen.add_picture(
      {{points(100), points(100)},
       book::Drawing{{points(100), points(100)}, {filled(box(0, 0, 100, 100), base::Color{})}, {}, {}}});
  specimen.add_item(book::Image{0, box(100, 100, 100, 100)});
  EXPECT_EQ(paint(specimen.write()).at(150, 150), "0 0 0");
}

TEST(Drawing, ColoursMixWithEachOtherButNotWithThePage) {
  RELIURE_NEEDS("pdftoppm");
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_item(filled(box(0, 0, 300, 300), base::Color{0, 0, 255, 255}));
  std::vector<book::Path> paths = {filled(box(0, 0, 50, 100), base::Color{255, 255, 0, 255}),
                                   filled(box(25, 0, 50, 50), base::Color{0, 255, 255, 255}),
                                   filled(box(25, 50, 50, 50), base::Color{0, 255, 255, 255})};
  paths[1].blend = book::BlendMode::multiply;
  specimen.add_picture(
      {{points(100), points(100)}, book::Drawing{{points(100), points(100)}, paths, {}, {}}});
  specimen.add_item(book::Image{0, box(100, 100, 100, 100)});
  const Painted painted = paint(specimen.write());
  EXPECT_EQ(painted.at(137, 125), "0 255 0");
  EXPECT_EQ(painted.at(160, 125), "0 255 255");
  EXPECT_EQ(painted.at(137, 175), "0 255 255");
}

TEST(Drawing, ClipsApplyToTheirPathsOnly) {
  RELIURE_NEEDS("pdftoppm");
  std::vector<book::Path> paths = {filled(box(0, 0, 100, 100), base::Color{255, 0, 0, 255}),
                                   filled(box(0, 60, 100, 40), base::Color{0, 0, 255, 255})};
  paths[0].clips = {0, 1};
  const Painted painted = paint_drawing(paths, {{rectangle(box(0, 0, 50, 100)), book::FillRule::nonzero},
                                                {rectangle(box(0, 0, 100, 30)), book::FillRule::nonzero}});
  EXPECT_EQ(painted.at(125, 115), "255 0 0");
  EXPECT_EQ(painted.at(175, 115), "255 255 255");
  EXPECT_EQ(painted.at(125, 145), "255 255 255");
  EXPECT_EQ(painted.at(175, 175), "0 0 255");
}

book::Gradient black_to_white(std::uint8_t alpha_at_start) {
  book::Gradient gradient;
  gradient.end = {points(100), {0}};
  gradient.stops = {{0, {0, 0, 0, alpha_at_start}}, {32768, {255, 0, 0, 255}}, {65536, {255, 255, 255, 255}}};
  return gradient;
}

TEST(Drawing, GradientRunsThroughItsStops) {
  RELIURE_NEEDS("pdftoppm");
  const Painted painted = paint_drawing({filled(box(0, 0, 100, 100), black_to_white(255))});
  EXPECT_EQ(painted.at(150, 150), "255 0 0");
  EXPECT_LT(std::stoi(painted.at(101, 150)), 20);
}

TEST(Drawing, RadialGradientSpreadsFromItsCenter) {
  RELIURE_NEEDS("pdftoppm");
  book::Gradient gradient = black_to_white(255);
  gradient.radial = true;
  gradient.start = gradient.end = {points(50), points(25)};
  gradient.end_radius = points(40);
  const Painted painted = paint_drawing({filled(box(0, 0, 100, 100), gradient)});
  EXPECT_LT(std::stoi(painted.at(150, 125)), 20);
  EXPECT_EQ(painted.at(150, 145), "255 0 0");
  EXPECT_EQ(painted.at(150, 180), "255 255 255");
}

TEST(Drawing, GradientOfOpacityLetsThePageThrough) {
  RELIURE_NEEDS("pdftoppm");
  const Painted painted = paint_drawing({filled(box(0, 0, 100, 100), black_to_white(0))});
  EXPECT_EQ(painted.at(101, 150), "255 255 255");
  EXPECT_EQ(painted.at(120, 150), "204 153 153");
  EXPECT_EQ(painted.at(150, 150), "255 0 0");
}

TEST(Drawing, StrokesTakeGradientsToo) {
  RELIURE_NEEDS("pdftoppm");
  book::Path path;
  path.outline = {{book::PathVerb::move, book::PathVerb::line},
                  {{points(0), points(50)}, {points(100), points(50)}}};
  path.stroke_paint = black_to_white(255);
  path.stroke.width = points(20);
  const Painted painted = paint_drawing({path});
  EXPECT_EQ(painted.at(150, 150), "255 0 0");
  EXPECT_EQ(painted.at(150, 165), "255 255 255");
}

TEST(Path, OpacityBlends) {
  RELIURE_NEEDS("pdftoppm");
  Specimen specimen;
  specimen.add_page("1");
  book::Path path = filled(box(100, 100, 100, 100), base::Color{0, 0, 0, 255});
  path.opacity = 192;
  specimen.add_item(path);
  specimen.add_item(filled(box(100, 300, 100, 100), base::Color{0, 0, 0, 255}));
  const Painted painted = paint(specimen.write());
  EXPECT_EQ(painted.at(150, 150), "51 51 51");
  EXPECT_EQ(painted.at(150, 350), "0 0 0");
}

TEST(Path, RectanglesAreOneOperator) {
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_item(filled(box(40, 50, 100, 12), base::Color{255, 255, 255, 255}));
  const base::Bytes pdf = specimen.write(kReadable);
  EXPECT_NE(pdf.find("1 g\n40 533 100 12 re\nf\n"), std::string::npos) << pdf;
}

TEST(Path, EvenOddRuleLeavesHoles) {
  RELIURE_NEEDS("pdftoppm");
  Specimen specimen;
  specimen.add_page("1");
  book::Path path = filled(box(100, 100, 100, 100), base::Color{0, 0, 0, 255});
  const book::Outline hole = rectangle(box(130, 130, 40, 40));
  path.outline.verbs.insert(path.outline.verbs.end(), hole.verbs.begin(), hole.verbs.end());
  path.outline.points.insert(path.outline.points.end(), hole.points.begin(), hole.points.end());
  path.fill_rule = book::FillRule::even_odd;
  specimen.add_item(path);
  const Painted painted = paint(specimen.write());
  EXPECT_EQ(painted.at(150, 150), "255 255 255");
  EXPECT_EQ(painted.at(110, 150), "0 0 0");
}

TEST(Path, BrokenOutlinesWriteNothingInvalid) {
  RELIURE_NEEDS("qpdf");
  Specimen specimen;
  specimen.add_page("1");
  book::Path path;
  path.outline = {{book::PathVerb::line, book::PathVerb::curve},
                  {{points(1), points(1)}, {points(2), points(2)}}};
  path.fill = base::Color{};
  path.stroke_paint = base::Color{};
  path.stroke.dashes = {{0}, {0}};
  specimen.add_item(path);
  int status = -1;
  const std::string said = run("qpdf --check @", specimen.write(), &status);
  EXPECT_EQ(status, 0) << said;
}

TEST(Group, TransformAndClipApplyToWhatIsInside) {
  RELIURE_NEEDS("pdftoppm");
  Specimen specimen;
  specimen.add_page("1");
  book::Group group;
  // A quarter turn clockwise about (100, 100), then the square that was below is to the left.
  group.transform = {0, 65536, -65536, 0, points(200), {0}};
  group.clip = rectangle(box(100, 100, 50, 100));
  group.items.push_back({{}, {}, {}, filled(box(100, 100, 100, 50), base::Color{0, 0, 0, 255})});
  specimen.add_item(group);
  specimen.add_item(filled(box(300, 300, 10, 10), base::Color{0, 0, 255, 255}));
  const Painted painted = paint(specimen.write());
  EXPECT_EQ(painted.at(75, 125), "0 0 0");
  EXPECT_EQ(painted.at(75, 175), "255 255 255");  // clipped
  EXPECT_EQ(painted.at(125, 125), "255 255 255");
  EXPECT_EQ(painted.at(305, 305), "0 0 255");
}

TEST(Group, GradientsOnThePageFollowTheGroup) {
  RELIURE_NEEDS("pdftoppm");
  Specimen specimen;
  specimen.add_page("1");
  book::Group group;
  group.transform = {65536, 0, 0, 65536, points(100), points(100)};
  group.items.push_back({{}, {}, {}, filled(box(0, 0, 100, 100), black_to_white(255))});
  specimen.add_item(group);
  EXPECT_EQ(paint(specimen.write()).at(150, 150), "255 0 0");
}

}  // namespace
}  // namespace reliure::pdf::test
