#include "image/grey.h"

#include <gtest/gtest.h>
#include <libdeflate.h>

namespace reliure::image {
namespace {

book::Raster raster(book::ColorSpace space, std::uint32_t width, std::uint32_t height, base::Bytes samples) {
  book::Raster made;
  made.width = width;
  made.height = height;
  made.color_space = space;
  made.samples = std::move(samples);
  return made;
}

base::Bytes zlib(const base::Bytes& bytes) {
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
  base::Bytes out(libdeflate_zlib_compress_bound(compressor, bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  return out;
}

TEST(Grey, IsAsBrightAsTheColour) {
  EXPECT_EQ(in_grey(base::Color{255, 0, 0, 9}), (base::Color{77, 77, 77, 9}));
  EXPECT_EQ(in_grey(base::Color{255, 255, 255, 255}), (base::Color{255, 255, 255, 255}));
}

TEST(Grey, RgbSamplesBecomeOneChannel) {
  const book::Raster grey = in_grey(raster(book::ColorSpace::rgb, 2, 1, base::Bytes("\xFF\0\0\0\0\xFF", 6)));
  EXPECT_EQ(grey.color_space, book::ColorSpace::gray);
  EXPECT_EQ(grey.samples, "\x4D\x1C");
}

TEST(Grey, InksDarkenAndInvertedInksDoTheSame) {
  const base::Bytes black("\0\0\0\xFF", 4), inverted("\xFF\xFF\xFF\0", 4);
  EXPECT_EQ(in_grey(raster(book::ColorSpace::cmyk, 1, 1, black)).samples, base::Bytes(1, '\0'));
  book::Raster adobe = raster(book::ColorSpace::cmyk, 1, 1, inverted);
  adobe.inverted = true;
  EXPECT_EQ(in_grey(adobe).samples, base::Bytes(1, '\0'));
  EXPECT_FALSE(in_grey(adobe).inverted);
}

TEST(Grey, PalettesKeepTheirIndexes) {
  book::Raster indexed = raster(book::ColorSpace::rgb, 1, 1, "\x01");
  indexed.palette = base::Bytes("\0\0\0\xFF\0\0", 6);
  const book::Raster grey = in_grey(indexed);
  EXPECT_EQ(grey.samples, "\x01");
  EXPECT_EQ(grey.palette, base::Bytes("\0\0\0\x4D\x4D\x4D", 6));
}

TEST(Grey, EveryFilterOfPngIsTakenOff) {
  // Five rows of two grey pixels, 10 and 30 brighter by 10 a row, each row with another filter.
  base::Bytes rows;
  const auto row = [&rows](char filter, int first, int second) {
    rows += filter;
    rows.append(3, static_cast<char>(first)).append(3, static_cast<char>(second));
  };
  row(0, 10, 30);
  row(1, 20, 20);            // left
  row(2, 10, 10);            // above
  row(3, 40 - 15, 60 - 45);  // half of left and above
  row(4, 50 - 40, 70 - 60);  // the nearest to left + above - corner
  book::Raster png = raster(book::ColorSpace::rgb, 2, 5, zlib(rows));
  png.encoding = book::Encoding::png_deflate;
  const book::Raster grey = in_grey(png);
  EXPECT_EQ(grey.samples, "\x0A\x1E\x14\x28\x1E\x32\x28\x3C\x32\x46");
  EXPECT_EQ(grey.encoding, book::Encoding::raw);
}

TEST(Grey, DamagedPicturesStayWhite) {
  book::Raster jpeg = raster(book::ColorSpace::rgb, 1, 1, "no jpeg");
  jpeg.encoding = book::Encoding::jpeg;
  EXPECT_EQ(in_grey(jpeg).samples, "\xFF");
  book::Raster png = raster(book::ColorSpace::rgb, 1, 1, "no png");
  png.encoding = book::Encoding::png_deflate;
  EXPECT_EQ(in_grey(png).samples.size(), 1u);
}

}  // namespace
}  // namespace reliure::image
