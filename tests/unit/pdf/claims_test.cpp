// What a file claims to be, and what of the book keeps it from that.
#include "pdf/claims.h"

#include <gtest/gtest.h>

#include "pdf/metadata.h"
#include "pdf/write.h"
#include "unit/pdf/specimen.h"

namespace reliure::pdf::test {
namespace {

using base::points;
using book::Kind;
using book::NodeId;

constexpr std::string_view kProfile = "a profile";

struct Written {
  base::Bytes file;
  base::Diagnostics diagnostics;
  bool claims(std::string_view standard) const { return file.find(standard) != std::string::npos; }
};

Written write_claiming(Specimen& specimen) {
  Written written;
  Options options;
  options.readable = true;
  options.profile = kProfile;
  written.file = pdf::write(specimen.book(), options, written.diagnostics).bytes;
  return written;
}

void add_figure(Specimen& specimen, const char* alternative) {
  specimen.add_picture(
      {{points(1), points(1)},
       book::Raster{
           1, 1, book::ColorSpace::gray, 8, book::Encoding::raw, base::Bytes(1, 'x'), {}, {}, false}});
  const NodeId picture = specimen.add_node(book::kRoot, Kind::img);
  if (alternative != nullptr) {
    specimen.set_attribute(picture, "alt", alternative);
  }
  specimen.add_item(book::Image{0, {points(10), points(10), points(10), points(10)}}, picture);
}

TEST(Claims, AreMadeOfABookThatKeepsBothStandards) {
  Specimen specimen;
  specimen.add_page("1");
  add_figure(specimen, "a dot");
  add_figure(specimen, "");
  const Written written = write_claiming(specimen);
  EXPECT_TRUE(written.claims("<pdfuaid:part>1<"));
  EXPECT_TRUE(written.claims("<pdfaid:conformance>A<"));
  EXPECT_TRUE(written.claims("/GTS_PDFA1"));
  EXPECT_TRUE(written.claims("<pdfaSchema:prefix>pdfuaid<"));
  EXPECT_TRUE(written.diagnostics.all().empty());
}

TEST(Claims, ToBeAccessibleAreDroppedForAPictureWithoutAlternative) {
  Specimen specimen;
  specimen.add_page("1");
  add_figure(specimen, nullptr);
  add_figure(specimen, nullptr);
  const Written written = write_claiming(specimen);
  EXPECT_FALSE(written.claims("pdfuaid"));
  EXPECT_TRUE(written.claims("<pdfaid:part>2<"));
  ASSERT_EQ(written.diagnostics.all().size(), 1U);
  EXPECT_EQ(written.diagnostics.all()[0].code, base::Code::pdf_claim_dropped);
  EXPECT_EQ(written.diagnostics.all()[0].message,
            "2 pictures have no alternative text, so the PDF does not claim to be PDF/UA-1");
}

TEST(Claims, ToLastAreDroppedForAPageThatIsTooLarge) {
  Specimen specimen;
  specimen.add_page("1").trim.width = points(14401);
  const Written written = write_claiming(specimen);
  EXPECT_TRUE(written.claims("pdfuaid:part"));
  EXPECT_FALSE(written.claims("pdfaid"));
  ASSERT_EQ(written.diagnostics.all().size(), 1U);
  EXPECT_EQ(written.diagnostics.all()[0].code, base::Code::pdf_claim_dropped);
}

TEST(Claims, ToLastAreDroppedForAnAddressThatIsTooLong) {
  Specimen specimen;
  specimen.add_page("1");
  const std::string address = "https://example.org/" + std::string(32767, 'x');
  specimen.manuscript().links = {{specimen.add_node(book::kRoot, Kind::a), book::kNoNode, address}};
  const Written written = write_claiming(specimen);
  EXPECT_FALSE(written.claims("pdfaid"));
  ASSERT_EQ(written.diagnostics.all().size(), 1U);
  EXPECT_EQ(written.diagnostics.all()[0].code, base::Code::pdf_claim_dropped);
}

TEST(Claims, AreDroppedForGlyphsThatAreMissing) {
  Specimen specimen;
  specimen.add_page("1").glyphs.push_back({});
  const Written written = write_claiming(specimen);
  EXPECT_FALSE(written.claims("pdfuaid"));
  EXPECT_FALSE(written.claims("pdfaid"));
  EXPECT_EQ(written.diagnostics.all().size(), 1U);
}

TEST(Claims, ToLastNeedAProfile) {
  Specimen specimen;
  specimen.add_page("1");
  const base::Bytes file = specimen.write({std::nullopt, true, {}});
  EXPECT_EQ(file.find("pdfaid"), std::string::npos);
  EXPECT_EQ(file.find("/OutputIntents"), std::string::npos);
}

}  // namespace
}  // namespace reliure::pdf::test
