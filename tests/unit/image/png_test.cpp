#include <gtest/gtest.h>
#include <libdeflate.h>
#include <png.h>

#include <vector>

#include "profiles.h"
#include "unit/image/decoded.h"

namespace reliure::image {
namespace {

struct Png {
  std::uint32_t width = 2;
  std::uint32_t height = 1;
  int depth = 8;
  int color = PNG_COLOR_TYPE_RGB;
  int interlace = PNG_INTERLACE_NONE;
  /// Rows of packed samples.
  std::string samples = {};
  std::vector<png_color> palette = {};
  std::string palette_alpha = {};
  std::vector<png_color_16> color_key = {};
  std::uint32_t per_metre = 0;
  std::string profile = {};
};

void append(png_structp png, png_bytep bytes, png_size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<char*>(bytes), size);
}

std::string encoded(Png picture) {
  std::string out;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &out, append, nullptr);
  png_set_IHDR(png, info, picture.width, picture.height, picture.depth, picture.color, picture.interlace,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (!picture.palette.empty()) {
    png_set_PLTE(png, info, picture.palette.data(), static_cast<int>(picture.palette.size()));
  }
  if (!picture.palette_alpha.empty()) {
    png_set_tRNS(png, info, reinterpret_cast<png_bytep>(picture.palette_alpha.data()),
                 static_cast<int>(picture.palette_alpha.size()), nullptr);
  }
  if (!picture.color_key.empty()) {
    png_set_tRNS(png, info, nullptr, 0, picture.color_key.data());
  }
  if (picture.per_metre != 0) {
    png_set_pHYs(png, info, picture.per_metre, picture.per_metre, PNG_RESOLUTION_METER);
  }
  if (!picture.profile.empty()) {
    png_set_iCCP(png, info, "p", PNG_COMPRESSION_TYPE_BASE,
                 reinterpret_cast<png_const_bytep>(picture.profile.data()),
                 static_cast<png_uint_32>(picture.profile.size()));
  }
  png_write_info(png, info);
  std::vector<png_bytep> rows;
  const std::size_t row_size = png_get_rowbytes(png, info);
  for (std::size_t y = 0; y < picture.height; ++y) {
    rows.push_back(reinterpret_cast<png_bytep>(picture.samples.data()) + y * row_size);
  }
  png_write_image(png, rows.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return out;
}

/// What a zlib stream of PNG rows unpacks to, filter bytes included.
std::string inflated(const std::string& stream) {
  std::string out(4096, '\0');
  std::size_t size = 0;
  libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
  EXPECT_EQ(
      libdeflate_zlib_decompress(decompressor, stream.data(), stream.size(), out.data(), out.size(), &size),
      LIBDEFLATE_SUCCESS);
  libdeflate_free_decompressor(decompressor);
  out.resize(size);
  return out;
}

const std::string kRedBlue("\xFF\0\0\0\0\xFF", 6);

TEST(Png, RgbPassesThroughUndecoded) {
  const Decoded result = decoded(encoded({.samples = kRedBlue}));
  EXPECT_EQ(result.codes(), "");
  EXPECT_EQ(result.raster().encoding, book::Encoding::png_deflate);
  EXPECT_EQ(result.raster().color_space, book::ColorSpace::rgb);
  EXPECT_EQ(result.raster().width, 2u);
  EXPECT_EQ(result.raster().height, 1u);
  EXPECT_EQ(inflated(result.raster().samples).size(), 7u);
  EXPECT_EQ(result.raster().alpha, "");
}

TEST(Png, PaletteOfTwoBitsKeepsItsBitsAndColours) {
  const Decoded result = decoded(encoded(
      {.depth = 2, .color = PNG_COLOR_TYPE_PALETTE, .samples = "\x40", .palette = {{1, 2, 3}, {4, 5, 6}}}));
  EXPECT_EQ(result.raster().encoding, book::Encoding::png_deflate);
  EXPECT_EQ(result.raster().bits_per_sample, 2);
  EXPECT_EQ(result.raster().palette, "\1\2\3\4\5\6");
}

TEST(Png, PaletteOpacityBecomesAlphaBesideThePassedStream) {
  const Decoded result = decoded(encoded({.color = PNG_COLOR_TYPE_PALETTE,
                                          .samples = std::string("\0\1", 2),
                                          .palette = {{1, 2, 3}, {4, 5, 6}},
                                          .palette_alpha = "\x80"}));
  EXPECT_EQ(result.raster().encoding, book::Encoding::png_deflate);
  EXPECT_EQ(result.raster().alpha, "\x80\xFF");
}

TEST(Png, ColourKeyBecomesAlpha) {
  const Decoded result = decoded(encoded({.samples = kRedBlue, .color_key = {{0, 255, 0, 0, 0}}}));
  EXPECT_EQ(result.raster().alpha, std::string("\0\xFF", 2));
}

TEST(Png, AlphaChannelIsDecodedApart) {
  const Decoded result = decoded(encoded({.color = PNG_COLOR_TYPE_RGBA, .samples = "abcdefgh"}));
  EXPECT_EQ(result.raster().encoding, book::Encoding::raw);
  EXPECT_EQ(result.raster().samples, "abcefg");
  EXPECT_EQ(result.raster().alpha, "dh");
}

TEST(Png, GreyWithAlphaStaysGrey) {
  const Decoded result = decoded(encoded({.color = PNG_COLOR_TYPE_GRAY_ALPHA, .samples = "abcd"}));
  EXPECT_EQ(result.raster().color_space, book::ColorSpace::gray);
  EXPECT_EQ(result.raster().samples, "ac");
  EXPECT_EQ(result.raster().alpha, "bd");
}

TEST(Png, GreyPassesThrough) {
  const Decoded result = decoded(encoded({.color = PNG_COLOR_TYPE_GRAY, .samples = "ab"}));
  EXPECT_EQ(result.raster().encoding, book::Encoding::png_deflate);
  EXPECT_EQ(result.raster().color_space, book::ColorSpace::gray);
}

TEST(Png, OpaqueAlphaChannelIsDropped) {
  const Decoded result = decoded(encoded({.color = PNG_COLOR_TYPE_GRAY_ALPHA,
                                          .samples = "a\xFF"
                                                     "b\xFF"}));
  EXPECT_EQ(result.raster().color_space, book::ColorSpace::gray);
  EXPECT_EQ(result.raster().samples, "ab");
  EXPECT_EQ(result.raster().alpha, "");
}

TEST(Png, SixteenBitsAreReducedToEight) {
  const Decoded result = decoded(
      encoded({.depth = 16, .color = PNG_COLOR_TYPE_GRAY, .samples = std::string("\0\0\xFF\xFF", 4)}));
  EXPECT_EQ(result.raster().bits_per_sample, 8);
  EXPECT_EQ(result.raster().samples, std::string("\0\xFF", 2));
}

TEST(Png, InterlacedPictureIsDecoded) {
  const Decoded result = decoded(encoded({.interlace = PNG_INTERLACE_ADAM7, .samples = kRedBlue}));
  EXPECT_EQ(result.raster().encoding, book::Encoding::raw);
  EXPECT_EQ(result.raster().samples, kRedBlue);
}

TEST(Png, PixelIsThreeQuartersOfAPoint) {
  const Decoded result = decoded(encoded({.samples = kRedBlue}));
  EXPECT_EQ(result.picture.size.width.raw, 2 * 65536 * 3 / 4);
  EXPECT_EQ(result.picture.size.height.raw, 65536 * 3 / 4);
}

TEST(Png, DensitySetsTheSize) {
  // 300 pixels an inch: 2 pixels are 0.48 pt.
  const Decoded result = decoded(encoded({.samples = kRedBlue, .per_metre = 11811}));
  EXPECT_NEAR(static_cast<double>(result.picture.size.width.raw), 0.48 * 65536, 1);
}

TEST(Png, AbsurdDensityIsIgnored) {
  const Decoded result = decoded(encoded({.samples = kRedBlue, .per_metre = 1}));
  EXPECT_EQ(result.picture.size.width.raw, 2 * 65536 * 3 / 4);
}

TEST(Png, AProfileOfOtherColoursIsKept) {
  const std::string wide = test::wide_rgb_profile();
  EXPECT_EQ(decoded(encoded({.samples = kRedBlue, .profile = wide})).raster().profile, wide);
  EXPECT_EQ(decoded(encoded({.color = PNG_COLOR_TYPE_RGBA, .samples = "abcdefgh", .profile = wide}))
                .raster()
                .profile,
            wide);
}

TEST(Png, AProfileThatSaysNothingNewIsDropped) {
  const Png picture{.samples = kRedBlue, .profile = test::srgb_profile()};
  EXPECT_EQ(decoded(encoded(picture)).raster().profile, "");
}

TEST(Png, ADamagedProfileIsDropped) {
  std::string file = encoded({.samples = kRedBlue, .profile = test::wide_rgb_profile()});
  const std::size_t chunk = file.find("iCCP");
  ASSERT_NE(chunk, std::string::npos);
  const std::size_t length = static_cast<unsigned char>(file[chunk - 1]) |
                             static_cast<std::size_t>(static_cast<unsigned char>(file[chunk - 2])) << 8;
  file[chunk + length / 2] = static_cast<char>(file[chunk + length / 2] ^ 0x55);
  const std::uint32_t sum = libdeflate_crc32(0, file.data() + chunk, length + 4);
  for (std::size_t i = 0; i < 4; ++i) {
    file[chunk + length + 4 + i] = static_cast<char>(sum >> (24 - 8 * i));
  }
  const Decoded result = decoded(file);
  EXPECT_EQ(result.codes(), "");
  EXPECT_EQ(result.raster().profile, "");
}

TEST(Png, EveryTruncationIsReportedAndHasNoContent) {
  const std::string file = encoded({.samples = kRedBlue});
  for (std::size_t size = 8; size < file.size(); ++size) {
    const Decoded result = decoded(file.substr(0, size));
    EXPECT_EQ(result.codes(), "image/truncated") << size;
    EXPECT_FALSE(result.has_content()) << size;
  }
}

TEST(Png, EveryFlippedBitAfterTheSignatureIsReported) {
  const std::string file = encoded({.color = PNG_COLOR_TYPE_RGBA, .samples = "abcdefgh"});
  for (std::size_t i = 8; i < file.size(); ++i) {
    std::string damaged = file;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    const Decoded result = decoded(damaged);
    EXPECT_NE(result.codes(), "") << i;
    EXPECT_FALSE(result.has_content()) << i;
  }
}

TEST(Png, StreamOfMoreThanItsRowsIsReported) {
  // One row too many for the height that the header says.
  std::string file = encoded({.height = 2, .samples = kRedBlue + kRedBlue});
  constexpr std::size_t kHeight = 20;
  constexpr std::size_t kChecksum = 29;
  file[kHeight + 3] = 1;
  const std::uint32_t crc = libdeflate_crc32(0, file.data() + 12, 17);
  for (std::size_t i = 0; i < 4; ++i) {
    file[kChecksum + i] = static_cast<char>(crc >> (24 - 8 * i));
  }
  EXPECT_EQ(decoded(file).codes(), "image/malformed");
}

TEST(Png, HugeSidesAreRefusedBeforeAnythingIsAllocated) {
  std::string file = encoded({.samples = kRedBlue});
  file.replace(16, 8, std::string("\0\1\x86\xA0\0\1\x86\xA0", 8));
  const std::uint32_t crc = libdeflate_crc32(0, file.data() + 12, 17);
  for (std::size_t i = 0; i < 4; ++i) {
    file[29 + i] = static_cast<char>(crc >> (24 - 8 * i));
  }
  const Decoded result = decoded(file, "img/bomb.png");
  ASSERT_EQ(result.codes(), "image/too-large");
  EXPECT_EQ(result.diagnostics.all()[0].message,
            "picture `img/bomb.png` is too large: 100000 by 100000 pixels");
  EXPECT_EQ(result.diagnostics.all()[0].span, (base::Span{{1}, 5, 9}));
  EXPECT_EQ(result.diagnostics.all()[0].hints.size(), 1u);
}

}  // namespace
}  // namespace reliure::image
