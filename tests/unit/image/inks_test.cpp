#include "image/inks.h"

#include <gtest/gtest.h>

#include "profiles.h"

namespace reliure::image {
namespace {

using book::ColorSpace;

const std::string& press() {
  static const std::string profile = test::press_profile();
  return profile;
}
const Inks& inks() {
  static const Inks inks(press());
  return inks;
}

book::Raster raster(ColorSpace space, base::Bytes samples) {
  book::Raster made;
  made.width = static_cast<std::uint32_t>(samples.size() / channels_of(space));
  made.height = 1;
  made.color_space = space;
  made.samples = std::move(samples);
  return made;
}

/// Samples as numbers, rounded to steps of 51, since tables are coarse.
std::string rounded(std::string_view samples) {
  std::string out;
  for (const char sample : samples) {
    out += (out.empty() ? "" : " ") + std::to_string((static_cast<unsigned char>(sample) + 25) / 51 * 51);
  }
  return out;
}

TEST(PressFault, IsNoneForThePressAndSaysWhatOthersAre) {
  EXPECT_EQ(press_fault(press()), "");
  EXPECT_EQ(press_fault(""), "is no ICC profile");
  EXPECT_EQ(press_fault(std::string(1000, 'x')), "is no ICC profile");
  EXPECT_EQ(press_fault(press().substr(0, press().size() - 1)), "is cut short");
  EXPECT_EQ(press_fault(test::srgb_profile()), "is for RGB and not for CMYK, the four inks of a press");
  std::string changed = press();
  changed[8] = 5;
  EXPECT_EQ(press_fault(changed), "is of a version of ICC that PDF does not know");
  changed = press();
  changed.replace(12, 4, "link");
  EXPECT_EQ(press_fault(changed), "is not the profile of a press");
  changed = press();
  changed.replace(changed.find("B2A0"), 4, "none");
  EXPECT_EQ(press_fault(changed), "has no tables from colours to inks, or damaged ones");
  changed = press();
  changed.replace(changed.find("mft2"), 4, "????");
  changed.replace(changed.find("mft2"), 4, "????");
  EXPECT_EQ(press_fault(changed), "has no tables from colours to inks, or damaged ones");
}

/// In the header, the table of tags and the first tag.
TEST(PressFault, AMangledByteIsNoDanger) {
  for (std::size_t at = 0; at < 250; ++at) {
    std::string changed = press();
    changed[at] = static_cast<char>(changed[at] ^ 0xFF);
    if (press_fault(changed).empty()) {
      Inks(changed).of({10, 20, 30, 255});
    }
  }
}

TEST(Inks, AreNamedByTheProfile) { EXPECT_EQ(profile_name(press()), "Test press"); }

TEST(Inks, GreysAreBlackAlone) {
  using Four = std::array<std::uint8_t, 4>;
  EXPECT_EQ(inks().of({0, 0, 0, 255}), (Four{0, 0, 0, 255}));
  EXPECT_EQ(inks().of({255, 255, 255, 255}), (Four{0, 0, 0, 0}));
  EXPECT_EQ(inks().of({200, 200, 200, 9}), (Four{0, 0, 0, 55}));
}

TEST(Inks, RedIsMagentaAndYellow) {
  const std::array<std::uint8_t, 4> red = inks().of({255, 0, 0, 255});
  EXPECT_LT(red[0], 10);
  EXPECT_GT(red[1], 230);
  EXPECT_GT(red[2], 230);
  EXPECT_LT(red[3], 10);
}

TEST(Inks, OfAPicturesColoursEvenBlackIsWhatTheProfileSays) {
  const book::Raster printed =
      inks().of(raster(ColorSpace::rgb, base::Bytes("\0\0\0\xFF\xFF\xFF\xFF\0\0", 9)));
  EXPECT_EQ(printed.color_space, ColorSpace::cmyk);
  EXPECT_EQ(rounded(printed.samples), "255 255 255 153 0 0 0 0 0 255 255 0");
}

TEST(Inks, PalettesBecomePalettesAndAlphaStays) {
  book::Raster indexed = raster(ColorSpace::rgb, "\x01");
  indexed.palette = base::Bytes("\xFF\0\0\xFF\xFF\xFF", 6);
  indexed.width = 1;
  indexed.alpha = "a";
  const book::Raster printed = inks().of(indexed);
  EXPECT_EQ(printed.samples, "\x01");
  EXPECT_EQ(rounded(printed.palette), "0 255 255 0 0 0 0 0");
  EXPECT_EQ(printed.alpha, "a");
}

TEST(Inks, GreysAndInksStayWhatTheyAre) {
  EXPECT_EQ(inks().of(raster(ColorSpace::gray, "g")).samples, "g");
  EXPECT_EQ(inks().of(raster(ColorSpace::cmyk, "cmyk")).samples, "cmyk");
}

TEST(Inks, APicturesOwnProfileSaysWhatItsColoursAre) {
  // Olive: in the wider space the same numbers are a stronger green.
  book::Raster olive = raster(ColorSpace::rgb, base::Bytes("\x60\xA0\x40", 3));
  const book::Raster plain = inks().of(olive);
  olive.profile = test::wide_rgb_profile();
  const book::Raster own = inks().of(olive);
  EXPECT_TRUE(own.profile.empty());
  EXPECT_GT(static_cast<unsigned char>(own.samples[0]), static_cast<unsigned char>(plain.samples[0]) + 20);
}

TEST(InRgb, EachInkTakesItsLight) {
  const book::Raster shown =
      in_rgb(raster(ColorSpace::cmyk, base::Bytes("\0\0\0\0\xFF\0\0\0\0\x33\0\x33\0\0\0\xFF", 16)));
  EXPECT_EQ(shown.color_space, ColorSpace::rgb);
  EXPECT_EQ(rounded(shown.samples), "255 255 255 0 255 255 204 153 204 0 0 0");
}

TEST(InRgb, InvertedInksAreTurnedRight) {
  book::Raster adobe = raster(ColorSpace::cmyk, base::Bytes("\0\xFF\xFF\xFF", 4));
  adobe.inverted = true;
  const book::Raster shown = in_rgb(adobe);
  EXPECT_EQ(rounded(shown.samples), "0 255 255");
  EXPECT_FALSE(shown.inverted);
}

TEST(InRgb, APicturesOwnProfileCounts) {
  book::Raster grey = raster(ColorSpace::cmyk, base::Bytes("\x80\0\0\0", 4));
  grey.profile = press();
  EXPECT_EQ(rounded(in_rgb(grey).samples), "102 255 255");
}

TEST(OwnProfile, IsKeptWhereItSaysOtherColoursThanSrgb) {
  EXPECT_EQ(own_profile(test::wide_rgb_profile(), ColorSpace::rgb), test::wide_rgb_profile());
  EXPECT_EQ(own_profile(test::dark_grey_profile(), ColorSpace::gray), test::dark_grey_profile());
  EXPECT_EQ(own_profile(press() + "padding", ColorSpace::cmyk), press());
}

TEST(OwnProfile, IsDroppedWhereItIsSrgbDamagedOrForOtherSamples) {
  EXPECT_EQ(own_profile(test::srgb_profile(), ColorSpace::rgb), "");
  EXPECT_EQ(own_profile(test::wide_rgb_profile(), ColorSpace::gray), "");
  EXPECT_EQ(own_profile(test::wide_rgb_profile().substr(0, 300), ColorSpace::rgb), "");
  EXPECT_EQ(own_profile("", ColorSpace::rgb), "");
}

}  // namespace
}  // namespace reliure::image
