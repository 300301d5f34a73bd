// A PDF in the inks of a press, and pictures in inks where it has none.
#include <gtest/gtest.h>

#include <regex>

#include "profiles.h"
#include "unit/pdf/painted.h"

namespace reliure::pdf::test {
namespace {

using base::Color;
using base::points;
using book::ColorSpace;

const std::string& press() {
  static const std::string profile = reliure::test::press_profile();
  return profile;
}
Options in_inks(unsigned jobs = 1) { return {std::nullopt, true, {jobs}, ColorSpace::cmyk, press()}; }
constexpr Options kReadable{std::nullopt, true, {}};

book::Raster raster(ColorSpace space, base::Bytes samples) {
  return {1, 1, space, 8, book::Encoding::raw, std::move(samples), {}, {}, false};
}

Specimen specimen_of(book::Raster picture) {
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_picture({{points(2), points(2)}, std::move(picture)});
  specimen.add_item(book::Image{0, box(100, 100, 100, 100)});
  return specimen;
}

TEST(Inks, PrintTextInBlackAloneAndColoursByTheProfile) {
  Specimen specimen;
  specimen.add_page("1");
  RunStyle grey, red;
  grey.color = {51, 51, 51, 255};
  red.color = {255, 0, 0, 255};
  specimen.add_text(points(40), points(40), "black");
  specimen.add_text(points(40), points(60), "grey", grey);
  specimen.add_text(points(40), points(80), "red", red);
  specimen.add_text(points(40), points(99), "black");
  const base::Bytes pdf = specimen.write(in_inks());
  // Until a colour is set it is black; a grey of DeviceGray is as much of black ink (ISO 32000-1 §10.3.4).
  EXPECT_NE(pdf.find("\n.2 g\n"), std::string::npos) << pdf;
  EXPECT_TRUE(std::regex_search(pdf, std::regex("\n[.0-9]+ [.0-9]+ [.0-9]+ [.0-9]+ k\n"))) << pdf;
  EXPECT_NE(pdf.find("\n0 g\n"), std::string::npos);
  EXPECT_EQ(pdf.find(" rg\n"), std::string::npos);
}

TEST(Inks, LeaveNoColourSpaceOfLight) {
  Specimen specimen = specimen_of(raster(ColorSpace::rgb, base::Bytes("\xFF\0\0", 3)));
  book::Raster palette = raster(ColorSpace::rgb, base::Bytes(1, '\0'));
  palette.palette = base::Bytes("\xFF\0\0", 3);
  palette.alpha = "\x80";
  specimen.add_picture({{points(2), points(2)}, palette});
  specimen.add_item(book::Image{1, box(200, 100, 100, 100)});
  book::Gradient gradient;
  gradient.end = {points(100), {}};
  gradient.stops = {{0, {255, 0, 0, 0}}, {65536, {0, 0, 0, 255}}};
  specimen.add_item(filled(box(0, 0, 100, 100), gradient));
  const base::Bytes pdf = specimen.write(in_inks());
  EXPECT_EQ(pdf.find("DeviceRGB"), std::string::npos);
  EXPECT_EQ(pdf.find(" rg\n"), std::string::npos);
  EXPECT_NE(pdf.find("/S /Transparency /CS /DeviceCMYK"), std::string::npos);
  EXPECT_NE(pdf.find("/ColorSpace /DeviceCMYK"), std::string::npos);
  EXPECT_NE(pdf.find("[/Indexed /DeviceCMYK 0 <"), std::string::npos);
  EXPECT_NE(pdf.find("/C1 [0 0 0 1]"), std::string::npos) << "the black end of the gradient";
}

TEST(Inks, AreNamedAsTheOutputIntent) {
  Specimen specimen;
  specimen.add_page("1");
  const base::Bytes pdf = specimen.write(in_inks());
  EXPECT_NE(pdf.find("/OutputConditionIdentifier (Test press)"), std::string::npos);
  EXPECT_NE(pdf.find("/N 4"), std::string::npos);
  EXPECT_NE(pdf.find("pdfaid:part"), std::string::npos);
}

TEST(Inks, OfMarksAreAllFour) {
  Specimen specimen;
  specimen.add_page("1");
  specimen.page().slug = {points(20), points(20), points(20), points(20)};
  specimen.page().marks.push_back(filled(box(-20, 0, 4, 4), book::Registration{}));
  EXPECT_NE(
      specimen.write(in_inks()).find("[/Separation /All /DeviceCMYK <</FunctionType 2 /Domain [0 1] /C0 "
                                     "[0 0 0 0] /C1 [1 1 1 1] /N 1>>]"),
      std::string::npos);
}

TEST(Inks, ArePaintedAsTheColoursTheyAreMadeOf) {
  RELIURE_NEEDS("pdftoppm");
  Specimen specimen = specimen_of(raster(ColorSpace::rgb, base::Bytes("\xFF\0\0", 3)));
  specimen.add_item(filled(box(0, 300, 50, 50), Color{0, 153, 0, 255}));
  const Painted painted = paint(specimen.write(in_inks()));
  const auto component = [&](std::size_t x, std::size_t y, std::size_t i) {
    return static_cast<unsigned char>(painted.rgb[(y * painted.width + x) * 3 + i]);
  };
  EXPECT_GT(component(150, 150, 0), 180);
  EXPECT_LT(component(150, 150, 1), 80);
  EXPECT_GT(component(25, 325, 1), component(25, 325, 0) + 30);
}

TEST(Inks, AreTheSameOnAnyNumberOfThreads) {
  Specimen specimen = specimen_of(raster(ColorSpace::rgb, base::Bytes("\xFF\x10\x20", 3)));
  for (int i = 0; i < 40; ++i) {
    specimen.add_page("2");
    specimen.add_item(filled(box(0, 0, 50, 50), Color{static_cast<std::uint8_t>(i * 6), 153, 0, 255}));
  }
  EXPECT_EQ(specimen.write(in_inks(1)), specimen.write(in_inks(4)));
}

TEST(PicturesInInks, AreColoursWhereTheFileNamesNoPress) {
  Specimen specimen = specimen_of(raster(ColorSpace::cmyk, base::Bytes("\0\xFF\xFF\0", 4)));
  const base::Bytes pdf = specimen.write(kReadable);
  EXPECT_EQ(pdf.find("DeviceCMYK"), std::string::npos);
  EXPECT_NE(specimen.write(in_inks()).find("/ColorSpace /DeviceCMYK"), std::string::npos);
}

TEST(PicturesOfOtherColours, HaveTheirProfileOnceAsTheirColourSpace) {
  book::Raster wide = raster(ColorSpace::rgb, base::Bytes("\xFF\0\0", 3));
  wide.profile = reliure::test::wide_rgb_profile();
  Specimen specimen = specimen_of(wide);
  wide.palette = wide.samples;
  wide.samples = base::Bytes(1, '\0');
  specimen.add_picture({{points(2), points(2)}, wide});
  specimen.add_item(book::Image{1, box(200, 100, 100, 100)});
  const base::Bytes pdf = specimen.write(kReadable);
  EXPECT_TRUE(std::regex_search(pdf, std::regex(R"(/ColorSpace \[/ICCBased \d+ 0 R\])")));
  EXPECT_TRUE(std::regex_search(pdf, std::regex(R"(\[/Indexed \[/ICCBased \d+ 0 R\] 0 <FF0000>\])")));
  EXPECT_EQ(pdf.find("/N 3"), pdf.rfind("/N 3"));
  for (const Options& options : {in_inks(), Options{std::nullopt, true, {}, ColorSpace::gray}}) {
    EXPECT_EQ(specimen.write(options).find("ICCBased"), std::string::npos);
  }
}

}  // namespace
}  // namespace reliure::pdf::test
