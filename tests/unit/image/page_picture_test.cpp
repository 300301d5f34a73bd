// Pages as pictures.
#include "image/page_picture.h"

#include <gtest/gtest.h>

#include "image/raster/colors.h"
#include "unit/image/decoded.h"

namespace reliure::image {
namespace {

using base::Color;
using base::points;
using book::PathVerb;

constexpr PixelSides kSides{100, 200};

book::Path rectangle(std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height,
                     book::Paint paint) {
  book::Path path;
  path.outline.verbs = {PathVerb::move, PathVerb::line, PathVerb::line, PathVerb::line, PathVerb::close};
  path.outline.points = {{points(x), points(y)},
                         {points(x + width), points(y)},
                         {points(x + width), points(y + height)},
                         {points(x), points(y + height)}};
  path.fill = std::move(paint);
  return path;
}

book::Page page_of(std::int64_t width, std::int64_t height, std::vector<decltype(book::Item::mark)> marks) {
  book::Page page;
  page.trim = {points(width), points(height)};
  for (auto& mark : marks) {
    book::Item item;
    item.mark = std::move(mark);
    page.items.push_back(std::move(item));
  }
  return page;
}

/// The picture, read back.
struct Shown {
  std::string_view media_type;
  Samples samples;

  Color at(std::size_t x, std::size_t y) const {
    const auto* p = reinterpret_cast<const std::uint8_t*>(samples.bytes.data()) +
                    (y * samples.width + x) * samples.channels;
    return {p[0], p[1], p[2]};
  }
};

Shown shown(const book::Page& page, const std::vector<book::Picture>& pictures = {},
            PixelSides sides = kSides) {
  const std::optional<PictureBytes> made = page_picture(page, pictures, sides);
  if (!made) return {};
  const Decoded read = decoded(made->bytes);
  EXPECT_EQ(read.codes(), "");
  return {made->media_type, colors_of(read.raster(), 10'000)};
}

constexpr Color kRed{255, 0, 0}, kBlue{0, 0, 255}, kWhite{255, 255, 255};

TEST(PagePicture, IsAsLargeAsItsSidesAllow) {
  const auto sides = [](std::int64_t width, std::int64_t height) {
    const Shown picture = shown(page_of(width, height, {}));
    return std::pair(picture.samples.width, picture.samples.height);
  };
  EXPECT_EQ(sides(50, 75), std::pair(100u, 150u));
  EXPECT_EQ(sides(75, 50), std::pair(150u, 100u));
  EXPECT_EQ(sides(10, 100), std::pair(20u, 200u));
  EXPECT_FALSE(page_picture(page_of(0, 10, {}), {}, kSides));
}

TEST(PagePicture, OfFlatColoursIsASmallPngWithAPalette) {
  const book::Page page =
      page_of(100, 100, {rectangle(0, 0, 50, 100, kRed), rectangle(40, 20, 20, 20, kBlue)});
  const Shown picture = shown(page);
  EXPECT_EQ(picture.media_type, "image/png");
  EXPECT_EQ(picture.at(10, 10), kRed);
  EXPECT_EQ(picture.at(50, 30), kBlue);
  EXPECT_EQ(picture.at(90, 90), kWhite);
  const base::Bytes bytes = page_picture(page, {}, kSides)->bytes;
  EXPECT_NE(bytes.find("PLTE"), std::string::npos);
  EXPECT_LT(bytes.size(), 300U);
  EXPECT_EQ(bytes, page_picture(page, {}, kSides)->bytes);
}

TEST(PagePicture, OfAGradientIsAPng) {
  book::Gradient gradient;
  gradient.end = {points(100), points(100)};
  gradient.stops = {{0, kRed}, {65536, {0, 200, 90}}};
  const Shown picture = shown(page_of(100, 100, {rectangle(0, 0, 100, 100, gradient)}), {}, {1600, 2400});
  EXPECT_EQ(picture.media_type, "image/png");
  EXPECT_GT(picture.at(20, 20).red, 240);
  EXPECT_LT(picture.at(1580, 1580).red, 15);
}

/// A picture of noise, whose middle is darker.
book::Picture photograph() {
  book::Raster raster;
  raster.width = raster.height = 64;
  std::uint32_t state = 1;
  for (int i = 0; i < 64 * 64 * 3; ++i) {
    state = state * 1664525 + 1013904223;
    raster.samples += static_cast<char>(state >> 24);
  }
  return {{points(64), points(64)}, std::move(raster)};
}

TEST(PagePicture, OfAPhotographIsAJpeg) {
  const book::Image image{0, {{}, {}, points(100), points(100)}};
  EXPECT_EQ(shown(page_of(100, 100, {image}), {photograph()}).media_type, "image/jpeg");
}

TEST(PagePicture, ShowsGroupsWhereTheyAreMovedAndCutOff) {
  book::Group group;
  group.transform = {32768, 0, 0, 32768, points(50), points(50)};
  group.clip = rectangle(0, 0, 20, 20, {}).outline;
  book::Item item;
  item.mark = rectangle(0, 0, 100, 100, kRed);
  group.items.push_back(item);
  const Shown picture = shown(page_of(100, 100, {group}));
  EXPECT_EQ(picture.at(52, 52), kRed);
  EXPECT_EQ(picture.at(48, 48), kWhite);
  EXPECT_EQ(picture.at(62, 62), kWhite);
}

TEST(PagePicture, MixesColoursAsThePdfDoes) {
  book::Path half = rectangle(0, 0, 100, 100, kBlue);
  half.opacity = 128;
  half.stroke_paint = kBlue;
  half.stroke.width = points(20);
  book::Path multiplied = rectangle(0, 0, 50, 50, Color{255, 255, 0});
  multiplied.blend = book::BlendMode::multiply;
  const Shown picture = shown(page_of(100, 100, {rectangle(0, 0, 100, 100, kRed), half, multiplied}));
  EXPECT_NEAR(picture.at(80, 80).blue, 128, 1);
  EXPECT_EQ(picture.at(95, 80), picture.at(80, 80));  // fill and stroke are one
  EXPECT_EQ(picture.at(20, 20).blue, 0);
}

TEST(PagePicture, RepeatsTiles) {
  book::Drawing drawing;
  drawing.size = {points(10), points(10)};
  drawing.paths = {rectangle(0, 0, 5, 10, kBlue)};
  const book::Image tiles{0, {{}, {}, points(20), points(20)}, 5, 2};
  const Shown picture = shown(page_of(100, 100, {tiles}), {{drawing.size, drawing}});
  EXPECT_EQ(picture.at(5, 5), kBlue);
  EXPECT_EQ(picture.at(15, 5), kWhite);
  EXPECT_EQ(picture.at(85, 35), kBlue);
  EXPECT_EQ(picture.at(85, 45), kWhite);
}

book::Raster raster_of(book::ColorSpace space, std::uint8_t bits, base::Bytes samples) {
  book::Raster raster;
  raster.width = 2;
  raster.height = 1;
  raster.color_space = space;
  raster.bits_per_sample = bits;
  raster.samples = std::move(samples);
  return raster;
}

TEST(Colors, OfAnyRasterAreThoseOfAScreen) {
  using namespace std::string_literals;
  EXPECT_EQ(colors_of(raster_of(book::ColorSpace::gray, 8, "\x10\x20"), 9).bytes, "\x10\x10\x10\x20\x20\x20");
  EXPECT_EQ(colors_of(raster_of(book::ColorSpace::gray, 1, "\x40"), 9).bytes, "\0\0\0\xFF\xFF\xFF"s);
  EXPECT_EQ(colors_of(raster_of(book::ColorSpace::cmyk, 8, "\0\0\0\0\0\0\0\xFF"s), 9).bytes,
            "\xFF\xFF\xFF\0\0\0"s);
  book::Raster indexed = raster_of(book::ColorSpace::rgb, 4, "\x10");
  indexed.palette = "abcdef";
  EXPECT_EQ(colors_of(indexed, 9).bytes, "defabc");
  book::Raster veiled = raster_of(book::ColorSpace::rgb, 8, "abcdef");
  veiled.alpha = "\x80\xFF";
  EXPECT_EQ(colors_of(veiled, 9).bytes,
            "abc\x80"
            "def\xFF");
  EXPECT_EQ(colors_of(veiled, 1).width, 1U);
}

}  // namespace
}  // namespace reliure::image
