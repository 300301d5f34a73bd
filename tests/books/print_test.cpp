// Books for printers: bleed and marks, booklets, shades of grey; judged by qpdf and poppler.
#include <gtest/gtest.h>

#include <memory>
#include <regex>

#include "books/command.h"
#include "books/library.h"
#include "profiles.h"

namespace reliure::books {
namespace {

constexpr std::string_view kManifest = R"(title: Print
language: en
title-page: false
content: {pages: [page.md]}
styles: [style.css]
editions:
  print: {format: pdf}
  folded: {format: pdf, imposition: booklet}
  grey: {format: pdf, colour: grey}
  press: {format: pdf, colour: cmyk, profile: press.icc}
  ebook: {format: epub}
)";

constexpr std::string_view kStyle = R"(
@page { size: A5; margin: 20mm; bleed: 3mm; marks: crop cross; background: linear-gradient(#fed, #def); }
h2 { break-before: page; border: 3pt solid #06c; border-radius: 4pt; color: #a00; }
.full { margin: -23mm -23mm 0; height: 50mm; background: url(a.svg) center / cover; }
.tiles { background: url(a.svg) 0 0 / 5mm; }
)";

constexpr std::string_view kPicture = R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
<linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity="0"/>
</linearGradient><rect width="40" height="30" fill="url(#g)"/></svg>)svg";

/// The book's outputs, made once.
class Print : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<Folder>();
    const fs::path book = folder_->path() / "book";
    write(book / "book.yaml", kManifest);
    write(book / "style.css", kStyle);
    write(book / "a.svg", kPicture);
    write(book / "press.icc", test::press_profile());
    std::string page = "<div class=\"full\"></div>\n\n<div class=\"tiles\">tiles</div>\n";
    for (const char* picture : {"sunset.jpg", "palette.png", "ring.png", "gradient.png"}) {
      fs::copy_file(fs::path(RELIURE_SOURCE_DIR) / "tests/books/torture/img" / picture, book / picture);
      page += std::string("\n![A picture](") + picture + ")\n";
    }
    for (int i = 1; i <= 9; ++i) {
      page += "\n## Heading " + std::to_string(i) + "\n\nSome text, [and a link](#heading-1).\n";
    }
    write(book / "page.md", page);
    const Finished finished = run_reliure({"build", (book / "book.yaml").string(), "-o", out().string()});
    ASSERT_EQ(finished.status, 0) << finished.err;
  }
  static void TearDownTestSuite() { folder_.reset(); }

  static fs::path out() { return folder_->path() / "out"; }
  static std::string pdf(const std::string& edition) {
    return (out() / ("book-" + edition + ".pdf")).string();
  }
  static std::string said(const std::vector<std::string>& command) {
    const Finished finished = run(command);
    EXPECT_EQ(finished.status, 0) << finished.err;
    return finished.out;
  }
  /// The file without compression.
  static std::string expanded(const std::string& edition) {
    return said({"qpdf", "--qdf", "--object-streams=disable", pdf(edition), "-"});
  }

  static inline std::unique_ptr<Folder> folder_;
};

TEST_F(Print, QpdfFindsNoFault) {
  for (const char* edition : {"print", "folded", "grey", "press"}) {
    const Finished finished = run({"qpdf", "--check", pdf(edition)});
    EXPECT_EQ(finished.status, 0) << edition << ": " << finished.out << finished.err;
  }
}

/// A5 is 419.53 by 595.28; 3 mm are 8.50; marks have 24.
TEST_F(Print, BoxesLieWithinEachOther) {
  const std::string boxes = said({"pdfinfo", "-box", pdf("print")});
  for (const char* line : {"MediaBox:            0.00     0.00   484.53   660.28",
                           "CropBox:             0.00     0.00   484.53   660.28",
                           "BleedBox:           24.00    24.00   460.53   636.28",
                           "TrimBox:            32.50    32.50   452.03   627.78"}) {
    EXPECT_NE(boxes.find(line), std::string::npos) << line << "\n" << boxes;
  }
}

TEST_F(Print, ABookletIsHalfAsManyPagesOfDoubleWidth) {
  const std::string plain = said({"pdfinfo", pdf("print")});
  const std::string folded = said({"pdfinfo", "-box", pdf("folded")});
  const auto pages = [](const std::string& text) {
    std::smatch found;
    return std::regex_search(text, found, std::regex("Pages: +([0-9]+)")) ? std::stoi(found[1]) : 0;
  };
  EXPECT_EQ(pages(folded), (pages(plain) + 3) / 4 * 2);
  EXPECT_NE(folded.find("MediaBox:            0.00     0.00   839.05   595.28"), std::string::npos) << folded;
}

/// What a screen reader reads does not depend on the order of sheets.
TEST_F(Print, ABookletIsReadLikeTheBook) {
  const auto structure = [](const std::string& edition) {
    const std::string text = said({"pdfinfo", "-struct-text", pdf(edition)});
    // Objects are numbered, and pictures stand, otherwise on a sheet of two pages.
    return std::regex_replace(text, std::regex("Object [0-9]+|/BBox [^\n]*"), "");
  };
  const std::string plain = structure("print");
  EXPECT_NE(plain.find("Heading 9"), std::string::npos);
  EXPECT_TRUE(structure("folded") == plain) << structure("folded");
}

TEST_F(Print, AGreyEditionHasNoColour) {
  EXPECT_TRUE(std::regex_search(expanded("print"), std::regex(" rg\n")));
  const std::string grey = expanded("grey");
  EXPECT_FALSE(std::regex_search(grey, std::regex(" (rg|RG|k|K)\n")));
  EXPECT_EQ(grey.find("/DeviceRGB"), std::string::npos);
  EXPECT_EQ(grey.find("/DeviceCMYK"), std::string::npos);
  const std::string pictures = said({"pdfimages", "-list", pdf("grey")});
  EXPECT_NE(pictures.find(" gray "), std::string::npos) << pictures;
  EXPECT_EQ(pictures.find(" rgb "), std::string::npos) << pictures;
}

TEST_F(Print, AnEditionInInksHasNoColourOfLight) {
  const std::string press = expanded("press");
  EXPECT_TRUE(std::regex_search(press, std::regex(" k\n")));
  EXPECT_FALSE(std::regex_search(press, std::regex(" (rg|RG)\n")));
  EXPECT_EQ(press.find("/DeviceRGB"), std::string::npos);
  EXPECT_NE(press.find("/OutputConditionIdentifier (Test press)"), std::string::npos);
  const std::string pictures = said({"pdfimages", "-list", pdf("press")});
  EXPECT_NE(pictures.find(" cmyk "), std::string::npos) << pictures;
  EXPECT_EQ(pictures.find(" rgb "), std::string::npos) << pictures;
  EXPECT_EQ(said({"pdftotext", pdf("press"), "-"}), said({"pdftotext", pdf("print"), "-"}));
}

}  // namespace
}  // namespace reliure::books
