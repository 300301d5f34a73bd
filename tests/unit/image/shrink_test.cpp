#include "image/shrink.h"

#include <gtest/gtest.h>
#include <png.h>

#include "image/raster/raster.h"
#include "image/raster/samples.h"
#include "image/raster/shrink_jpeg.h"
#include "unit/image/decoded.h"

namespace reliure::image {
namespace {

/// Noise, which no format packs well: files of fewer pixels are smaller.
Samples noise(std::uint32_t width, std::uint32_t height, std::size_t channels) {
  Samples samples{width, height, channels, channels % 2 == 0 && channels < 4, {}};
  std::uint32_t state = 1;
  for (std::size_t i = 0; i < std::size_t{width} * height * channels; ++i) {
    state = state * 1664525 + 1013904223;
    samples.bytes += static_cast<char>(state >> 24);
  }
  return samples;
}

std::string png_of(const Samples& samples, png_uint_32 format) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = samples.width;
  png.height = samples.height;
  png.format = format;
  std::string file(samples.bytes.size() * 2 + 1000, '\0');
  png_alloc_size_t size = file.size();
  EXPECT_NE(png_image_write_to_memory(&png, file.data(), &size, 0, samples.bytes.data(), 0, nullptr), 0);
  file.resize(size);
  return file;
}

TEST(Averaged, IsTheMeanOfWhatEachPixelCovers) {
  const Samples samples{3, 2, 1, false, {0, 30, 90, 0, 30, 90}};
  // Half as wide again: the middle column counts half on either side.
  EXPECT_EQ(averaged(samples, 2, 1).bytes, (base::Bytes{10, 70}));
  EXPECT_EQ(averaged(samples, 3, 2).bytes, samples.bytes);
}

TEST(Averaged, CountsColoursByTheirOpacity) {
  const Samples samples{2, 1, 2, true, {100, '\xFF', 7, 0}};
  EXPECT_EQ(averaged(samples, 1, 1).bytes, (base::Bytes{100, '\x80'}));
}

TEST(Shrunk, JpegKeepsItsOrientationAndItsSides) {
  const std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 32);
  std::string file = *jpeg_file(noise(120, 60, 3), "");
  file.insert(2, std::string("\xFF\xE1\0\x22", 4) + exif);
  const std::optional<base::Bytes> made = shrunk(file, 40);
  ASSERT_TRUE(made);
  const Decoded picture = decoded(*made);
  EXPECT_EQ(picture.codes(), "");
  EXPECT_EQ(picture.raster().width, 20u);
  EXPECT_EQ(picture.raster().height, 40u);
}

TEST(Shrunk, JpegOfInksStaysOne) {
  for (const char* original : {"",
                               "\xFF\xD8\xFF\xEE\0\x0E"
                               "Adobe\0\x64\0\0\0\0\0\xFF\xDA"}) {
    const std::string adobe = original[0] == '\0' ? ""
                                                  : std::string(
                                                        "\xFF\xD8\xFF\xEE\0\x0E"
                                                        "Adobe\0\x64\0\0\0\0\0\xFF\xDA\0\2",
                                                        22);
    const std::string file = *jpeg_file(noise(64, 64, 4), adobe);
    const std::optional<base::Bytes> made = shrunk(file, 16);
    ASSERT_TRUE(made);
    EXPECT_EQ(decoded(*made).raster().color_space, book::ColorSpace::cmyk);
    EXPECT_EQ(decoded(*made).raster().inverted, decoded(file).raster().inverted);
  }
}

TEST(Shrunk, PngKeepsItsChannels) {
  const std::pair<std::size_t, png_uint_32> kinds[] = {
      {1, PNG_FORMAT_GRAY}, {2, PNG_FORMAT_GA}, {3, PNG_FORMAT_RGB}, {4, PNG_FORMAT_RGBA}};
  for (const auto& [channels, format] : kinds) {
    const std::optional<base::Bytes> made = shrunk(png_of(noise(60, 90, channels), format), 30);
    ASSERT_TRUE(made) << channels;
    const Decoded picture = decoded(*made);
    EXPECT_EQ(picture.raster().width, 20u);
    EXPECT_EQ(picture.raster().height, 30u);
    EXPECT_EQ(picture.raster().alpha.empty(), channels % 2 == 1);
    EXPECT_EQ(picture.raster().color_space, channels <= 2 ? book::ColorSpace::gray : book::ColorSpace::rgb);
  }
}

TEST(Shrunk, LeavesAloneWhatIsNotLongerOrDamaged) {
  const std::string file = png_of(noise(60, 90, 3), PNG_FORMAT_RGB);
  EXPECT_FALSE(shrunk(file, 90));
  EXPECT_FALSE(shrunk(file.substr(0, file.size() / 2), 30));
  EXPECT_FALSE(shrunk("GIF89a", 30));
}

}  // namespace
}  // namespace reliure::image
