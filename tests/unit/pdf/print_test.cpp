// What printers need: boxes, marks, shades of grey; and what sheets of several pages ask of the structure.
#include <gtest/gtest.h>

#include "unit/pdf/painted.h"

namespace reliure::pdf::test {
namespace {

using base::Color;
using base::points;

constexpr Options kReadable{std::nullopt, true, {}};
constexpr Options kGrey{std::nullopt, true, {}, book::ColorSpace::gray};

book::Path mark_at(int x, int y) {
  book::Path path = filled(box(x, y, 4, 4), book::Registration{});
  return path;
}

/// An A5 page of 420 by 595 with 10 of bleed and 20 of room for marks.
Specimen page_with_marks() {
  Specimen specimen;
  specimen.add_page("1");
  specimen.page().bleed = {points(10), points(10), points(10), points(10)};
  specimen.page().slug = {points(20), points(20), points(20), points(20)};
  specimen.page().marks.push_back(mark_at(-20, 0));
  return specimen;
}

TEST(Boxes, LieWithinEachOther) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen = page_with_marks();
  const std::string said = run("pdfinfo -box @", specimen.write());
  for (const char* line :
       {"MediaBox:            0.00     0.00   480.00   655.00", "CropBox:             0.00     0.00   480.00",
        "BleedBox:           20.00    20.00   460.00   635.00",
        "TrimBox:            30.00    30.00   450.00   625.00"}) {
    EXPECT_NE(said.find(line), std::string::npos) << line << "\n" << said;
  }
}

TEST(Boxes, ArePlainWhereNothingIsCutOff) {
  Specimen specimen;
  specimen.add_page("1");
  EXPECT_EQ(specimen.write(kReadable).find("/TrimBox"), std::string::npos);
}

TEST(Marks, StandInTheColourOfAllInksOutsideOfTheBleed) {
  RELIURE_NEEDS("pdftoppm");
  Specimen specimen = page_with_marks();
  specimen.add_item(filled(box(-100, 100, 1000, 50), Color{255, 0, 0, 255}));
  const base::Bytes pdf = specimen.write(kReadable);
  EXPECT_NE(pdf.find("[/Separation /All /DeviceGray"), std::string::npos);
  EXPECT_NE(pdf.find("/Artifact <</Type /Layout>>BDC\n/All cs 1 scn\n"), std::string::npos) << pdf;
  const Painted painted = paint(pdf);
  EXPECT_EQ(painted.at(12, 32), "0 0 0");
  EXPECT_EQ(painted.at(22, 150), "255 0 0");      // in the bleed
  EXPECT_EQ(painted.at(17, 150), "255 255 255");  // beyond it
}

TEST(Tiles, FillTheirAreaAndNoMore) {
  RELIURE_NEEDS("pdftoppm");
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_picture({{points(10), points(10)},
                        book::Drawing{{points(10), points(10)},
                                      {filled(box(0, 0, 5, 10), Color{255, 0, 0, 255}),
                                       filled(box(5, 0, 5, 5), Color{0, 0, 255, 255})},
                                      {},
                                      {}}});
  specimen.add_item(book::Image{0, box(100, 100, 10, 10), 3, 2});
  const base::Bytes pdf = specimen.write(kReadable);
  const Painted painted = paint(pdf);
  for (const std::size_t x : {100u, 120u}) {
    EXPECT_EQ(painted.at(x + 2, 102), "255 0 0");
    EXPECT_EQ(painted.at(x + 7, 112), "0 0 255");
    EXPECT_EQ(painted.at(x + 7, 118), "255 255 255");
  }
  EXPECT_EQ(painted.at(132, 102), "255 255 255");
  EXPECT_EQ(painted.at(102, 122), "255 255 255");
  EXPECT_EQ(pdf.find("/PatternType 1"), pdf.rfind("/PatternType 1"));
}

TEST(Tiles, FollowTheGroupTheyAreIn) {
  RELIURE_NEEDS("pdftoppm");
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_picture(
      {{points(10), points(10)},
       book::Drawing{{points(10), points(10)}, {filled(box(0, 0, 5, 10), Color{255, 0, 0, 255})}, {}, {}}});
  book::Group group;
  group.transform.e = points(205);
  group.items.push_back({{}, {}, {}, book::Image{0, box(0, 100, 10, 10), 2, 1}});
  specimen.add_item(group);
  const Painted painted = paint(specimen.write());
  EXPECT_EQ(painted.at(217, 105), "255 0 0");
  EXPECT_EQ(painted.at(212, 105), "255 255 255");
}

TEST(Gradients, WithHardEdgesHaveBoundsThatRise) {
  Specimen specimen;
  specimen.add_page("1");
  book::Gradient gradient;
  gradient.end = {points(100), {}};
  gradient.stops = {
      {0, {255, 0, 0, 255}}, {32768, {255, 0, 0, 255}}, {32768, {0, 0, 255, 255}}, {65536, {0, 0, 255, 255}}};
  specimen.add_item(filled(box(0, 0, 100, 100), gradient));
  EXPECT_NE(specimen.write(kReadable).find("/Bounds [.5 ] /Encode [0 1 0 1 ]"), std::string::npos);
}

TEST(Grey, LeavesNoColourInText) {
  Specimen specimen;
  specimen.add_page("1");
  RunStyle red;
  red.color = {255, 0, 0, 255};
  specimen.add_text(points(40), points(40), "red", red);
  const base::Bytes pdf = specimen.write(kGrey);
  EXPECT_EQ(pdf.find(" rg\n"), std::string::npos);
  EXPECT_NE(pdf.find(".302 g\n"), std::string::npos) << pdf;
}

TEST(Grey, LeavesNoColourSpaceButGreyInPicturesAndGradients) {
  Specimen specimen;
  specimen.add_page("1");
  book::Gradient gradient;
  gradient.end = {points(100), {}};
  gradient.stops = {{0, {255, 0, 0, 0}}, {65536, {0, 0, 255, 255}}};
  book::Raster rgb{1,  1,    book::ColorSpace::rgb, 8, book::Encoding::raw, base::Bytes("\xFF\0\0", 3), {},
                   {}, false};
  book::Raster palette = rgb;
  palette.samples = base::Bytes(1, '\0');
  palette.palette = base::Bytes("\xFF\0\0", 3);
  specimen.add_picture({{points(10), points(10)}, rgb});
  specimen.add_picture({{points(10), points(10)}, palette});
  specimen.add_picture(
      {{points(10), points(10)},
       book::Drawing{{points(10), points(10)}, {filled(box(0, 0, 5, 5), gradient)}, {}, {}}});
  for (const std::uint32_t picture : {0u, 1u, 2u}) {
    book::Group group;
    group.items.push_back({{}, {}, {}, book::Image{picture, box(10, 10, 20, 20)}});
    specimen.add_item(group);
  }
  specimen.add_item(filled(box(0, 0, 100, 100), gradient));
  EXPECT_NE(specimen.write(kReadable).find("DeviceRGB"), std::string::npos);
  const base::Bytes pdf = specimen.write(kGrey);
  EXPECT_EQ(pdf.find("DeviceRGB"), std::string::npos);
  EXPECT_EQ(pdf.find(" rg\n"), std::string::npos);
  EXPECT_NE(pdf.find("[/Indexed /DeviceGray 0 <4D>]"), std::string::npos) << pdf;
}

TEST(Sheets, AreReadInTheOrderOfTheirPages) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  const book::NodeId paragraph = specimen.add_node(book::kRoot, book::Kind::p);
  const book::NodeId text = specimen.add_node(paragraph, book::Kind::text, "begins ends");
  specimen.add_page("3, 0");
  const auto add_part = [&](const char* words, std::uint32_t page) {
    RunStyle style;
    style.node = text;
    specimen.add_text(points(40), points(40), words, style);
    book::Item run = std::move(specimen.page().items.back());
    specimen.page().items.pop_back();
    book::Group group;
    group.page = page;
    group.items.push_back(std::move(run));
    specimen.add_item(group);
  };
  add_part("ends", 3);
  add_part("begins ", 2);
  EXPECT_EQ(run("pdfinfo -struct-text @", specimen.write()),
            "Document\n"
            "  P (block)\n"
            "    \"begins \"\n"
            "    \"ends\"\n");
}

}  // namespace
}  // namespace reliure::pdf::test
