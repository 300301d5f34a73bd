#include <gtest/gtest.h>

#include "image/svg/pixels.h"
#include "unit/image/decoded.h"

namespace reliure::image {
namespace {

constexpr std::string_view kMask = "<mask id=\"m\"><rect width=\"50\" height=\"100\" fill=\"white\"/></mask>";

/// A picture of 100 by 100 user units with `content` in it.
Decoded svg(const std::string& content) {
  return decoded(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">" + content + "</svg>",
      "a.svg");
}

bool is_raster(const Decoded& result) { return std::holds_alternative<book::Raster>(result.picture.content); }

TEST(SvgPixels, MaskedPictureKeepsItsSizeAndItsOpacity) {
  const Decoded result =
      svg(std::string(kMask) + "<rect width=\"100\" height=\"100\" fill=\"red\" mask=\"url(#m)\"/>");
  ASSERT_EQ(result.codes(), "image/svg-unsupported");
  EXPECT_EQ(result.diagnostics.all()[0].message,
            "picture `a.svg` uses `mask`: the picture is set as pixels, 300 to the inch");
  EXPECT_EQ(result.picture.size.width, base::points(75));
  const book::Raster& raster = result.raster();
  // As wide as the text of an A4 page: 454 pt at 300 pixels an inch.
  EXPECT_EQ(raster.width, 1892u);
  EXPECT_EQ(raster.height, 1892u);
  const std::size_t middle = std::size_t{raster.width} * (raster.height / 2);
  EXPECT_EQ(raster.samples.substr((middle + 100) * 3, 3), std::string("\xFF\0\0", 3));
  EXPECT_EQ(raster.alpha.at(middle + 100), '\xFF');
  EXPECT_EQ(raster.alpha.at(middle + 1800), '\0');
}

TEST(SvgPixels, WhatWeDrawStaysVectors) {
  EXPECT_FALSE(is_raster(svg("<rect width=\"9\" height=\"9\" stroke=\"red\" stroke-dasharray=\"1\"/>")));
}

TEST(SvgPixels, WhatLibrsvgWouldMakeVanishStaysVectors) {
  const Decoded result =
      svg("<filter id=\"f\"><feDropShadow dx=\"1\"/></filter><rect width=\"9\" height=\"9\" "
          "filter=\"url(#f)\"/>");
  EXPECT_EQ(result.codes(), "image/svg-unsupported");
  EXPECT_FALSE(is_raster(result));
}

TEST(SvgPixels, MistakesOfTheFileStayVectors) {
  const Decoded result = svg("<use href=\"#nothing\"/><image href=\"a.png\"/><path d=\"M0 0L9\"/>");
  EXPECT_EQ(result.diagnostics.all().size(), 3u);
  EXPECT_FALSE(is_raster(result));
}

TEST(SvgPixels, PicturesInsideAreShownAndOthersNotOpened) {
  // One red pixel.
  const std::string red =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";
  const Decoded result =
      svg("<image width=\"100\" height=\"100\" href=\"data:image/png;base64," + red + "\"/>");
  ASSERT_TRUE(is_raster(result));
  const std::size_t middle = std::size_t{result.raster().width} * result.raster().height / 2 * 3;
  EXPECT_EQ(result.raster().samples.substr(middle, 3), std::string("\xFF\0\0", 3));
  const std::string outside = std::string(RELIURE_SOURCE_DIR) + "/tests/books/torture/img/gradient.png";
  const Decoded other =
      svg(std::string(kMask) + "<g mask=\"url(#m)\"><image width=\"100\" height=\"100\" href=\"file://" +
          outside + "\"/></g>");
  ASSERT_TRUE(is_raster(other));
  EXPECT_EQ(other.raster().alpha.find_first_not_of('\0'), std::string::npos);
}

TEST(SvgPixels, EntitiesOfOtherFilesAreNotRead) {
  const std::string secret = std::string(RELIURE_SOURCE_DIR) + "/LICENSE";
  const Decoded result =
      decoded("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file://" + secret +
              "\">]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">" +
              std::string(kMask) + "<text y=\"50\" mask=\"url(#m)\">&x;</text></svg>");
  if (is_raster(result)) {
    EXPECT_EQ(result.raster().alpha.find_first_not_of('\0'), std::string::npos);
  }
}

TEST(SvgPixels, TheSameEachTime) {
  const std::string content = std::string(kMask) + "<circle cx=\"50\" cy=\"50\" r=\"40\" mask=\"url(#m)\"/>";
  const Decoded first = svg(content), second = svg(content);
  EXPECT_TRUE(first.raster().samples == second.raster().samples);
  EXPECT_TRUE(first.raster().alpha == second.raster().alpha);
}

TEST(SvgPixels, MasksThatMultiplyStayVectors) {
  std::string content = "<mask id=\"m0\"><rect width=\"9\" height=\"9\"/></mask>";
  for (int i = 1; i < 30; ++i) {
    const std::string masked =
        "<rect width=\"9\" height=\"9\" mask=\"url(#m" + std::to_string(i - 1) + ")\"/>";
    content += "<mask id=\"m" + std::to_string(i) + "\">" + masked + masked + masked + "</mask>";
  }
  const Decoded result = svg(content + "<rect width=\"9\" height=\"9\" mask=\"url(#m29)\"/>");
  EXPECT_EQ(result.codes(), "image/svg-unsupported");
  EXPECT_FALSE(is_raster(result));
}

TEST(SvgPixels, PatternsThatLeadBackStayVectors) {
  EXPECT_FALSE(
      is_raster(svg("<pattern id=\"p\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\" "
                    "fill=\"url(#p)\"/></pattern><rect width=\"9\" height=\"9\" fill=\"url(#p)\"/>")));
}

TEST(Resolution, IsThatOfPrintUnlessThatIsTooMuch) {
  // An A4 page at its size.
  const base::Size page{base::points(595), base::points(842)};
  EXPECT_EQ(resolution(page, 3)->per_inch, 300u);
  EXPECT_EQ(resolution(page, 3)->width, 2479u);
  // A poster has no more pixels than an A3 sheet.
  const std::optional<Resolution> poster = resolution({base::points(3000), base::points(3000)}, 3);
  EXPECT_LE(std::uint64_t{poster->width} * poster->height, 18'100'000u);
  EXPECT_LT(resolution(page, 1000)->per_inch, 300u);
  EXPECT_FALSE(resolution(page, 1e9));
}

}  // namespace
}  // namespace reliure::image
