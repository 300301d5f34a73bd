#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
// jpeglib.h needs the header above before it.
#include <jpeglib.h>
#include <webp/encode.h>

#include "image/grey.h"
#include "image/inks.h"
#include "image/raster/raster.h"
#include "profiles.h"
#include "unit/image/decoded.h"

namespace reliure::image {
namespace {

struct Jpeg {
  unsigned width = 16;
  unsigned height = 8;
  int components = 3;
  J_COLOR_SPACE space = JCS_RGB;
  std::string samples = {};
  /// Of an APP1 segment, without length.
  std::string exif = {};
  int density = 0;
  bool progressive = false;
  bool adobe = true;
  std::string profile = {};
};

std::string encoded(Jpeg picture) {
  jpeg_compress_struct jpeg;
  jpeg_error_mgr errors;
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &bytes, &size);
  jpeg.image_width = picture.width;
  jpeg.image_height = picture.height;
  jpeg.input_components = picture.components;
  jpeg.in_color_space = picture.space;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 95, TRUE);
  if (picture.density != 0) {
    jpeg.density_unit = 1;
    jpeg.X_density = jpeg.Y_density = static_cast<UINT16>(picture.density);
  }
  if (picture.progressive) {
    jpeg_simple_progression(&jpeg);
  }
  if (!picture.adobe) {
    jpeg.write_Adobe_marker = FALSE;
  }
  jpeg_start_compress(&jpeg, TRUE);
  if (!picture.exif.empty()) {
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(picture.exif.data()),
                      static_cast<unsigned>(picture.exif.size()));
  }
  if (!picture.profile.empty()) {
    jpeg_write_icc_profile(&jpeg, reinterpret_cast<const JOCTET*>(picture.profile.data()),
                           static_cast<unsigned>(picture.profile.size()));
  }
  const std::size_t row_size = picture.width * static_cast<std::size_t>(picture.components);
  picture.samples.resize(row_size * picture.height, '\x7F');
  while (jpeg.next_scanline < jpeg.image_height) {
    JSAMPROW row = reinterpret_cast<JSAMPROW>(picture.samples.data()) + jpeg.next_scanline * row_size;
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  std::string out(reinterpret_cast<char*>(bytes), size);
  jpeg_destroy_compress(&jpeg);
  std::free(bytes);
  return out;
}

/// An APP1 body that says nothing but the orientation, big-endian.
std::string exif(char orientation) {
  return std::string("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25) + orientation +
         std::string(6, '\0');
}

/// 16 by 8, white but for a black left half.
std::string black_left() {
  std::string samples = {};
  for (int y = 0; y < 8; ++y) {
    samples += std::string(24, '\0') + std::string(24, '\xFF');
  }
  return samples;
}

/// Whether the pixel is dark.
bool is_dark(const book::Raster& raster, std::size_t x, std::size_t y) {
  return static_cast<unsigned char>(raster.samples[(y * raster.width + x) * 3]) < 128;
}

TEST(Jpeg, TurnsGreyWhenPassedThrough) {
  const Decoded picture = decoded(encoded({.samples = std::string(16 * 8 * 3, '\x40')}), "img/a.jpg");
  ASSERT_EQ(picture.raster().encoding, book::Encoding::jpeg);
  const book::Raster grey = in_grey(picture.raster());
  EXPECT_EQ(grey.color_space, book::ColorSpace::gray);
  EXPECT_EQ(grey.encoding, book::Encoding::raw);
  EXPECT_EQ(grey.samples, std::string(16 * 8, '\x40'));
}

TEST(Jpeg, AProfileOfOtherColoursIsKeptBesideTheFile) {
  const Decoded rgb = decoded(encoded({.profile = test::wide_rgb_profile()}));
  EXPECT_EQ(rgb.raster().encoding, book::Encoding::jpeg);
  EXPECT_EQ(rgb.raster().profile, test::wide_rgb_profile());
  const std::string press = test::press_profile();
  EXPECT_EQ(decoded(encoded({.components = 4, .space = JCS_CMYK, .profile = press})).raster().profile, press);
}

TEST(Jpeg, AProfileThatSaysNothingNewOrIsNoneIsDropped) {
  EXPECT_EQ(decoded(encoded({.profile = test::srgb_profile()})).raster().profile, "");
  EXPECT_EQ(decoded(encoded({.profile = "no profile"})).raster().profile, "");
  EXPECT_EQ(decoded(encoded({.profile = test::press_profile()})).raster().profile, "");
}

TEST(Jpeg, OfInksTurnsToColoursWhenPassedThrough) {
  std::string cyan;
  for (int i = 0; i < 16 * 8; ++i) {
    cyan += std::string("\0\xFF\xFF\xFF", 4);  // inverted, as Adobe has it
  }
  const Decoded picture = decoded(encoded({.components = 4, .space = JCS_CMYK, .samples = cyan}));
  const book::Raster shown = in_rgb(picture.raster());
  EXPECT_EQ(shown.color_space, book::ColorSpace::rgb);
  EXPECT_EQ(shown.samples.substr(0, 3), std::string("\0\xFF\xFF", 3));
}

TEST(Jpeg, FilePassesThroughWhole) {
  const std::string file = encoded({});
  const Decoded result = decoded(file);
  EXPECT_EQ(result.codes(), "");
  EXPECT_EQ(result.raster().encoding, book::Encoding::jpeg);
  EXPECT_EQ(result.raster().samples, file);
  EXPECT_EQ(result.picture.size.width.raw, 12 * 65536);
}

TEST(Jpeg, GrayIsGray) {
  EXPECT_EQ(decoded(encoded({.components = 1, .space = JCS_GRAYSCALE})).raster().color_space,
            book::ColorSpace::gray);
}

TEST(Jpeg, AdobesCmykIsInverted) {
  const Decoded result = decoded(encoded({.components = 4, .space = JCS_CMYK}));
  EXPECT_EQ(result.raster().color_space, book::ColorSpace::cmyk);
  EXPECT_TRUE(result.raster().inverted);
}

TEST(Jpeg, DensitySetsTheSize) {
  // 16 pixels at 144 an inch are 8 pt, up to the rounding of pixels a metre.
  const Decoded result = decoded(encoded({.density = 144}));
  EXPECT_NEAR(static_cast<double>(result.picture.size.width.raw), 8.0 * 65536, 65536.0 / 1000);
}

TEST(Jpeg, OrientationSixTurnsItClockwise) {
  const Decoded result = decoded(encoded({.samples = black_left(), .exif = exif(6)}));
  const book::Raster& raster = result.raster();
  EXPECT_EQ(raster.encoding, book::Encoding::raw);
  EXPECT_EQ(raster.width, 8u);
  EXPECT_EQ(raster.height, 16u);
  EXPECT_EQ(result.picture.size.width.raw, 6 * 65536);
  EXPECT_TRUE(is_dark(raster, 4, 2));
  EXPECT_FALSE(is_dark(raster, 4, 13));
}

TEST(Jpeg, OrientationEightTurnsItCounterclockwise) {
  const Decoded result = decoded(encoded({.samples = black_left(), .exif = exif(8)}));
  EXPECT_FALSE(is_dark(result.raster(), 4, 2));
  EXPECT_TRUE(is_dark(result.raster(), 4, 13));
}

TEST(Jpeg, OrientationTwoMirrorsIt) {
  const Decoded result = decoded(encoded({.samples = black_left(), .exif = exif(2)}));
  EXPECT_FALSE(is_dark(result.raster(), 2, 4));
  EXPECT_TRUE(is_dark(result.raster(), 13, 4));
}

/// 16 by 8, dark but for its upper left quarter: no two orientations look the same.
std::string light_corner() {
  std::string samples;
  for (int y = 0; y < 8; ++y) {
    samples += std::string(24, y < 4 ? '\xFF' : '\0') + std::string(24, '\0');
  }
  return samples;
}

/// Whether the picture is wider than high, and where its light corner is.
std::string light_place(const book::Raster& raster) {
  std::string place = raster.width > raster.height ? "wide" : "high";
  for (const bool below : {false, true}) {
    for (const bool right : {false, true}) {
      if (!is_dark(raster, raster.width * (right ? 3 : 1) / 4, raster.height * (below ? 3 : 1) / 4)) {
        place += std::string(below ? " lower" : " upper") + (right ? " right" : " left");
      }
    }
  }
  return place;
}

TEST(Jpeg, EveryOrientationOfExifIsTurnedUpright) {
  const char* const places[] = {"wide upper right", "wide lower right", "wide lower left", "high upper left",
                                "high upper right", "high lower right", "high lower left"};
  for (char orientation = 2; orientation <= 8; ++orientation) {
    const Decoded result = decoded(encoded({.samples = light_corner(), .exif = exif(orientation)}));
    EXPECT_EQ(light_place(result.raster()), places[orientation - 2]) << int{orientation};
  }
}

TEST(Jpeg, UprightAndProgressivePassThroughWhole) {
  for (const std::string& file : {encoded({.exif = exif(1)}), encoded({.progressive = true})}) {
    const Decoded result = decoded(file);
    EXPECT_EQ(result.raster().encoding, book::Encoding::jpeg);
    EXPECT_EQ(result.raster().samples, file);
  }
}

TEST(Jpeg, CmykWithoutAdobesMarkerIsNotInverted) {
  const Decoded result = decoded(encoded({.components = 4, .space = JCS_CMYK, .adobe = false}));
  EXPECT_EQ(result.raster().color_space, book::ColorSpace::cmyk);
  EXPECT_FALSE(result.raster().inverted);
}

TEST(Jpeg, EveryTruncationIsReportedAndHasNoContent) {
  const std::string file = encoded({.samples = black_left()});
  for (std::size_t size = 3; size < file.size(); ++size) {
    const Decoded result = decoded(file.substr(0, size));
    EXPECT_EQ(result.codes(), "image/truncated") << size;
    EXPECT_FALSE(result.has_content()) << size;
  }
}

TEST(Jpeg, DamagedHeaderIsReported) {
  std::string file = encoded({});
  const std::size_t frame = file.find("\xFF\xC0");
  ASSERT_NE(frame, std::string::npos);
  file[frame + 4] = 3;
  EXPECT_EQ(decoded(file).codes(), "image/malformed");
}

TEST(Exif, OrientationOutsideTheSegmentOrTheTableIsUpright) {
  EXPECT_EQ(exif_orientation(exif(6)), 6);
  EXPECT_EQ(exif_orientation(exif(9)), 1);
  for (std::size_t size = 0; size < 26; ++size) {
    EXPECT_EQ(exif_orientation(std::string_view(exif(6)).substr(0, size)), 1) << size;
  }
}

std::string webp(std::string pixels, int width, int height, bool alpha) {
  std::uint8_t* bytes = nullptr;
  const auto* in = reinterpret_cast<const std::uint8_t*>(pixels.data());
  const std::size_t size = alpha ? WebPEncodeLosslessRGBA(in, width, height, width * 4, &bytes)
                                 : WebPEncodeLosslessRGB(in, width, height, width * 3, &bytes);
  std::string out(reinterpret_cast<char*>(bytes), size);
  WebPFree(bytes);
  return out;
}

TEST(WebP, ColoursAndAlphaAreDecodedApart) {
  const Decoded result = decoded(webp("abcdefgh", 2, 1, true));
  EXPECT_EQ(result.codes(), "");
  EXPECT_EQ(result.raster().samples, "abcefg");
  EXPECT_EQ(result.raster().alpha, "dh");
  EXPECT_EQ(result.picture.size.width.raw, 2 * 65536 * 3 / 4);
}

TEST(WebP, OpaquePictureHasNoAlpha) { EXPECT_EQ(decoded(webp("abcdef", 2, 1, false)).raster().alpha, ""); }

/// `RIFF` chunks begin with their size, the first byte least.
std::string chunk(std::string_view name, const std::string& body) {
  std::string out(name);
  for (std::size_t i = 0; i < 4; ++i) {
    out += static_cast<char>(body.size() >> (8 * i));
  }
  return out + body + std::string(body.size() % 2, '\0');
}

TEST(WebP, AProfileOfOtherColoursIsKept) {
  const std::string profile = test::wide_rgb_profile();
  const std::string features("\x20\0\0\0\x01\0\0\0\0\0", 10);  // a profile; 2 by 1 pixels
  const std::string file = chunk("RIFF", "WEBP" + chunk("VP8X", features) + chunk("ICCP", profile) +
                                             webp("abcdef", 2, 1, false).substr(12));
  const Decoded result = decoded(file);
  EXPECT_EQ(result.codes(), "");
  EXPECT_EQ(result.raster().profile, profile);
}

TEST(WebP, LossyPictureIsDecoded) {
  const std::string pixels(16 * 16 * 3, '\x80');
  std::uint8_t* bytes = nullptr;
  const std::size_t size =
      WebPEncodeRGB(reinterpret_cast<const std::uint8_t*>(pixels.data()), 16, 16, 48, 80, &bytes);
  const Decoded result = decoded(std::string(reinterpret_cast<char*>(bytes), size));
  WebPFree(bytes);
  EXPECT_EQ(result.codes(), "");
  EXPECT_EQ(result.raster().encoding, book::Encoding::raw);
  EXPECT_NEAR(static_cast<unsigned char>(result.raster().samples.at(0)), 0x80, 3);
}

TEST(WebP, TruncationIsReported) {
  const std::string file = webp("abcdefgh", 2, 1, true);
  EXPECT_EQ(decoded(file.substr(0, file.size() - 3)).codes(), "image/truncated");
}

TEST(WebP, DamagedHeaderIsReported) {
  std::string file = webp("abcdefgh", 2, 1, true);
  file[20] = '\0';
  EXPECT_EQ(decoded(file).codes(), "image/malformed");
}

TEST(Decode, ForeignKindsAreNamedWithWhatToDo) {
  const Decoded result = decoded("GIF89a", "img/a.gif");
  ASSERT_EQ(result.codes(), "image/unsupported");
  EXPECT_EQ(result.diagnostics.all()[0].message, "picture `img/a.gif` is a GIF");
  EXPECT_EQ(result.diagnostics.all()[0].hints[0], "save it as PNG, JPEG, WebP or SVG");
  EXPECT_FALSE(result.has_content());
}

TEST(Decode, EmptyFileIsReported) { EXPECT_EQ(decoded("").codes(), "image/unsupported"); }

TEST(Decode, DiagnosticsFollowTheResourcesWhateverTheThreads) {
  book::Manuscript manuscript;
  for (int i = 0; i < 40; ++i) {
    manuscript.resources.push_back({"img/" + std::to_string(i), "", "GIF8", {}});
  }
  base::Diagnostics diagnostics;
  EXPECT_EQ(decode(manuscript, {4}, diagnostics).size(), 40u);
  ASSERT_EQ(diagnostics.all().size(), 40u);
  for (std::size_t i = 0; i < 40; ++i) {
    EXPECT_EQ(diagnostics.all()[i].message, "picture `img/" + std::to_string(i) + "` is a GIF");
  }
}

}  // namespace
}  // namespace reliure::image
