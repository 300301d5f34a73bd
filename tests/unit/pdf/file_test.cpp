// The file as a whole, judged by qpdf and poppler.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "unit/pdf/specimen.h"

namespace reliure::pdf::test {
namespace {

using base::points;

constexpr std::string_view kSentence =
    "Les acheteurs publics prennent en compte la durée de vie des équipements numériques. ";

/// Some pages of text with links, headings and pictures.
Specimen sample(int pages) {
  Specimen specimen;
  book::Manuscript& manuscript = specimen.manuscript();
  const book::NodeId section = specimen.add_node(book::kRoot, book::Kind::section);
  std::vector<book::NodeId> headings;
  for (int i = 0; i < pages; ++i) {
    const std::string number = std::to_string(i + 1);
    specimen.add_page(number);
    const book::NodeId heading = specimen.add_node(section, book::Kind::h1, {}, "part-" + number);
    const book::NodeId title = specimen.add_node(heading, book::Kind::text, "Partie " + number);
    const book::NodeId paragraph = specimen.add_node(section, book::Kind::p);
    const book::NodeId text = specimen.add_node(paragraph, book::Kind::text, std::string(kSentence));
    headings.push_back(heading);
    manuscript.outline.push_back({heading, i % 3 == 0 ? 1 : 2, "Partie n° " + number});
    RunStyle style;
    style.node = title;
    style.size = 16;
    specimen.add_item(book::Anchor{{points(40), points(40)}, heading}, heading);
    specimen.add_text(points(40), points(56), "Partie " + number, style);
    style.size = 10;
    style.node = text;
    for (int line = 0; line < 38; ++line) {
      specimen.add_text(points(40), points(80 + 13 * line), kSentence, style);
    }
  }
  return specimen;
}

TEST(File, WithoutPagesIsReported) {
  base::Diagnostics diagnostics;
  book::Book empty;
  empty.manuscript = std::make_shared<const book::Manuscript>();
  write(empty, {}, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].code, base::Code::pdf_empty_book);
}

TEST(File, IsValidToQpdf) {
  RELIURE_NEEDS("qpdf");
  int status = -1;
  const std::string said = run("qpdf --check @", sample(5).write(), &status);
  EXPECT_EQ(status, 0) << said;
  EXPECT_NE(said.find("No syntax or stream encoding errors found"), std::string::npos) << said;
}

TEST(File, ReadableFormIsValidToQpdf) {
  RELIURE_NEEDS("qpdf");
  int status = -1;
  const std::string said = run("qpdf --check @", sample(5).write({{}, true, {}}), &status);
  EXPECT_EQ(status, 0) << said;
}

TEST(File, BothFormsHoldTheSamePages) {
  RELIURE_NEEDS("pdftotext");
  Specimen specimen = sample(7);
  const base::Bytes compact = specimen.write();
  const base::Bytes readable = specimen.write({{}, true, {}});
  EXPECT_LT(compact.size(), readable.size());
  EXPECT_EQ(run("pdftotext -bbox @ -", compact), run("pdftotext -bbox @ -", readable));
  EXPECT_EQ(run("pdfinfo -dests @ | sort", compact), run("pdfinfo -dests @ | sort", readable));
}

TEST(File, BothFormsHoldTheSameObjects) {
  RELIURE_NEEDS("qpdf");
  Specimen specimen = sample(3);
  // Strings differ in their form alone; qpdf prints every object, sorted by its number in both.
  const std::string command = "qpdf --json --json-key=pages --json-key=outlines --json-key=pagelabels @";
  EXPECT_EQ(run(command, specimen.write()), run(command, specimen.write({{}, true, {}})));
}

TEST(File, SameBookGivesTheSameBytesOnAnyNumberOfThreads) {
  Options one, four;
  one.jobs.count = 1;
  four.jobs.count = 4;
  EXPECT_EQ(sample(40).write(one), sample(40).write(four));
}

TEST(File, IdentifierDependsOnTheContent) {
  Specimen one = sample(1), other = sample(1);
  other.add_text(points(40), points(20), "x");
  const auto identifier = [](const base::Bytes& pdf) { return pdf.substr(pdf.rfind("/ID"), 80); };
  EXPECT_NE(identifier(one.write()), identifier(other.write()));
  EXPECT_EQ(identifier(one.write()), identifier(sample(1).write()));
}

TEST(File, ManyPagesMakeABalancedTree) {
  RELIURE_NEEDS("qpdf");
  Specimen specimen = sample(300);
  const base::Bytes pdf = specimen.write();
  EXPECT_EQ(run("qpdf --show-npages @", pdf), "300\n");
  int status = -1;
  const std::string said = run("qpdf --check @", pdf, &status);
  EXPECT_EQ(status, 0) << said;
  const base::Bytes readable = specimen.write({{}, true, {}});
  EXPECT_NE(readable.find("/Count 64"), std::string::npos);
}

TEST(File, BookWithoutPagesIsStillAFile) {
  Specimen specimen;
  const base::Bytes pdf = specimen.write();
  EXPECT_EQ(pdf.substr(0, 8), "%PDF-1.7");
  EXPECT_EQ(pdf.substr(pdf.size() - 6), "%%EOF\n");
}

TEST(File, BleedWidensTheMediaBoxAroundTheTrimBox) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen = sample(1);
  specimen.page().bleed = {points(9), points(9), points(9), points(9)};
  const std::string said = run("pdfinfo -box @", specimen.write());
  EXPECT_NE(said.find("MediaBox:            0.00     0.00   438.00   613.00"), std::string::npos) << said;
  EXPECT_NE(said.find("TrimBox:             9.00     9.00   429.00   604.00"), std::string::npos) << said;
}

TEST(File, FontsAreEmbeddedSubsetsWithUnicode) {
  RELIURE_NEEDS("pdffonts");
  Specimen specimen = sample(1);
  RunStyle italic;
  italic.font = kItalic;
  specimen.add_text(points(40), points(30), "oblique", italic);
  const std::string said = run("pdffonts @", specimen.write());
  EXPECT_EQ(std::ranges::count(said, '\n'), 4) << said;  // two lines of head, two fonts, the unused one not
  EXPECT_NE(said.find("+SourceSerif4-Regular"), std::string::npos) << said;
  EXPECT_NE(said.find("CID TrueType      Identity-H       yes yes yes"), std::string::npos) << said;
}

}  // namespace
}  // namespace reliure::pdf::test
