// Luminance and contrast as WCAG 2.2 defines them, and what e-books show of colours.
#include <gtest/gtest.h>

#include "style/luminance.h"
#include "unit/style/builder.h"

namespace reliure::style {
namespace {

using testing::Book;
using testing::classed;
using testing::Kind;
using testing::text;

constexpr Color kBlack{0, 0, 0, 255}, kWhite{255, 255, 255, 255};

Color grey(int value) {
  const auto channel = static_cast<std::uint8_t>(value);
  return {channel, channel, channel, 255};
}

TEST(Contrast, of_colours_whose_ratio_is_known) {
  EXPECT_EQ(contrast_ratio(kBlack, kWhite), 2100);
  EXPECT_EQ(contrast_ratio(kWhite, kWhite), 100);
  EXPECT_EQ(contrast_ratio(grey(0x76), kWhite), 454);
  EXPECT_EQ(contrast_ratio(grey(0x77), kWhite), 447);
  EXPECT_EQ(contrast_ratio(grey(0x94), kWhite), 303);
  EXPECT_EQ(contrast_ratio({255, 0, 0, 255}, kWhite), 399);
  EXPECT_EQ(contrast_ratio({0, 0, 255, 255}, kWhite), 859);
  EXPECT_EQ(contrast_ratio({0, 128, 0, 255}, kWhite), 513);
  EXPECT_EQ(contrast_ratio({255, 255, 0, 255}, kBlack), 1955);
}

TEST(Contrast, of_luminance_grows_with_every_channel) {
  EXPECT_EQ(relative_luminance(kBlack), 0);
  EXPECT_EQ(relative_luminance(kWhite), kWhiteLuminance);
  for (int value = 1; value < 256; ++value)
    EXPECT_GT(relative_luminance(grey(value)), relative_luminance(grey(value - 1))) << value;
}

TEST(Contrast, of_translucent_colours_is_what_is_seen) {
  EXPECT_EQ(blended({0, 0, 0, 0}, kWhite), kWhite);
  EXPECT_EQ(blended({0, 0, 0, 128}, kWhite), grey(127));
  EXPECT_EQ(blended({255, 0, 0, 255}, kWhite), (Color{255, 0, 0, 255}));
}

TEST(Contrast, is_reached_by_the_nearest_colour_of_the_same_hue) {
  const std::vector<Color> white{kWhite}, black{kBlack}, both{kWhite, kBlack};
  const Color darker = with_contrast({255, 0, 0, 255}, white, 450);
  EXPECT_GE(contrast_ratio(darker, kWhite), 450);
  EXPECT_EQ(darker.green, 0);
  EXPECT_GT(darker.red, 220);
  EXPECT_EQ(with_contrast(grey(0x99), white, 450), grey(0x76));
  EXPECT_GT(with_contrast(grey(0x22), black, 450).red, 0x70);
  // Nothing stands out from black and from white by nine.
  EXPECT_EQ(with_contrast(grey(0x99), both, 900), grey(0x99));
}

std::vector<std::string> told(const std::string& css, Media media) {
  Book book({classed(Kind::div, "a", {text("words")})});
  book.sheet(css);
  book.resolve(media);
  return book.reports();
}

TEST(Contrast, of_an_e_book_counts_where_one_rule_sets_colour_and_ground) {
  const std::string alone = ".a { color: #888 }", both = ".a { color: #888; background: #fff }";
  EXPECT_EQ(told(alone, Media::print).size(), 1U);
  EXPECT_EQ(told(both, Media::print).size(), 1U);
  EXPECT_EQ(told(alone, Media::epub).size(), 0U);
  EXPECT_EQ(told(both, Media::epub).size(), 1U);
}

TEST(Contrast, of_the_body_s_ground_counts_where_it_is_painted) {
  const std::string css = "body { background: #333; color: #fff }";
  EXPECT_EQ(told(css, Media::print).size(), 1U);
  EXPECT_EQ(told(css, Media::epub).size(), 0U);
}

}  // namespace
}  // namespace reliure::style
