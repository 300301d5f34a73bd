// The command as a whole: exit status, outputs, and what it says.
#include "app/build.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <regex>

#include "app/command_error.h"
#include "profiles.h"

namespace reliure::app {
namespace {

namespace fs = std::filesystem;

/// A book in memory whose outputs go to a folder that is gone after the test.
class Build : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "reliure-XXXXXX").native();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    options_.folder = name + "/out";
    options_.request.manifest = "book/book.yaml";
    options_.request.jobs.count = 1;
    set_manifest("title: T\nlanguage: en\ndate: 2021-05-04\nname: b\n");
    files_.add("book/a.md", "---\ntitle: A\n---\nSome text.\n");
  }
  void TearDown() override { fs::remove_all(fs::path(options_.folder).parent_path()); }

  void set_manifest(const std::string& manifest) { files_.add("book/book.yaml", manifest); }
  int run() {
    testing::internal::CaptureStderr();
    testing::internal::CaptureStdout();
    const int status = build(options_, files_);
    errors_ = testing::internal::GetCapturedStderr();
    printed_ = testing::internal::GetCapturedStdout();
    return status;
  }
  std::optional<base::Bytes> output(const std::string& name) const {
    return source::DiskFiles().read(options_.folder + "/" + name);
  }

  BuildOptions options_;
  source::MemoryFiles files_;
  std::string errors_;
  std::string printed_;
};

TEST_F(Build, MakesEveryEditionAndSaysSo) {
  EXPECT_EQ(run(), 0) << errors_;
  ASSERT_TRUE(output("b.pdf") && output("b.epub"));
  EXPECT_TRUE(output("b.pdf")->starts_with("%PDF-1.7"));
  EXPECT_TRUE(output("b.epub")->starts_with("PK"));
  EXPECT_NE(errors_.find("/out/b.pdf: "), std::string::npos) << errors_;
  EXPECT_EQ(printed_, "");
}

TEST_F(Build, MakesASiteInAFolder) {
  set_manifest("title: T\nlanguage: en\nname: b\neditions: {site: {format: web}}\n");
  EXPECT_EQ(run(), 0) << errors_;
  ASSERT_TRUE(output("b-web/index.html") && output("b-web/a.html"));
  EXPECT_NE(errors_.find("/out/b-web: 4 files, "), std::string::npos) << errors_;
}

TEST_F(Build, TellsBooksellersWhoCanReadTheOutputs) {
  set_manifest("title: T\nlanguage: en\nname: b\npublisher: House\n");
  EXPECT_EQ(run(), 0) << errors_;
  ASSERT_TRUE(output("b.onix.xml"));
  EXPECT_NE(output("b.onix.xml")->find("<ProductFormDetail>E101</ProductFormDetail>"), std::string::npos);
  EXPECT_NE(output("b.onix.xml")->find("<ProductFormDetail>E107</ProductFormDetail>"), std::string::npos);
  EXPECT_NE(output("b.onix.xml")->find("<ProductFormFeatureValue>04<"), std::string::npos);
}

TEST_F(Build, AnEbookCarriesTheFontsOfItsFamiliesWhereItIsToldTo) {
  const auto size_with = [this](const std::string& fonts) {
    set_manifest(
        "title: T\nlanguage: en\nname: b\nstyles: guide\neditions:\n  p: {format: pdf}\n  e: {format: epub, "
        "fonts: " +
        fonts + "}\n");
    EXPECT_EQ(run(), 0) << errors_;
    return output("b.epub")->size();
  };
  const std::size_t with = size_with("all");
  EXPECT_NE(output("b.epub")->find("EPUB/fonts/"), std::string::npos);
  EXPECT_GT(with, size_with("named"));
  EXPECT_EQ(output("b.epub")->find("EPUB/fonts/"), std::string::npos);
}

TEST_F(Build, TellsBooksellersNothingOfSomeEditionsAlone) {
  options_.request.editions = {"ebook"};
  EXPECT_EQ(run(), 0) << errors_;
  EXPECT_FALSE(output("b.onix.xml"));
  options_.request.editions = {};
  set_manifest("title: T\nlanguage: en\nname: b\nonix: false\n");
  EXPECT_EQ(run(), 0) << errors_;
  EXPECT_FALSE(output("b.onix.xml"));
}

TEST_F(Build, ClaimsNothingOfABookWithFaults) {
  files_.add("book/a.md", "---\ntitle: A\n---\n## B\n\n#### C\n\nSome text.\n");
  EXPECT_EQ(run(), 0) << errors_;
  EXPECT_NE(errors_.find("epub/claim-dropped"), std::string::npos) << errors_;
  set_manifest("title: T\nlanguage: en\nname: b\naccessibility: {claim: false}\n");
  EXPECT_EQ(run(), 0) << errors_;
  EXPECT_EQ(errors_.find("epub/claim-dropped"), std::string::npos) << errors_;
}

TEST_F(Build, PrintsInInksOnlyByTheProfileOfAPress) {
  set_manifest(
      "title: T\nlanguage: en\ndate: 2021-05-04\nname: b\n"
      "editions:\n  print: {format: pdf, colour: cmyk, profile: p.icc}\n");
  const auto said = [&] {
    EXPECT_EQ(run(), 1);
    EXPECT_NE(errors_.find("book.yaml:6:47"), std::string::npos) << errors_;
    EXPECT_NE(errors_.find("eci.org"), std::string::npos) << errors_;
    return errors_;
  };
  const auto says = [&](std::string_view fault) { return said().find(fault) != std::string::npos; };
  EXPECT_TRUE(says("error[source/bad-profile]: there is no profile `book/p.icc`"));
  files_.add("book/p.icc", "");
  EXPECT_TRUE(says("error[source/bad-profile]: `book/p.icc` is no ICC profile"));
  files_.add("book/p.icc", "a text of some kind");
  EXPECT_TRUE(says("`book/p.icc` is no ICC profile"));
  files_.add("book/p.icc", test::srgb_profile());
  EXPECT_TRUE(says("`book/p.icc` is for RGB and not for CMYK"));
  files_.add("book/p.icc", test::press_profile().substr(0, 999));
  EXPECT_TRUE(says("`book/p.icc` is cut short"));
  files_.add("book/p.icc", test::press_profile());
  EXPECT_EQ(run(), 0) << errors_;
  const std::optional<base::Bytes> made = output("b.pdf");
  options_.request.jobs.count = 2;
  EXPECT_EQ(run(), 0);
  EXPECT_EQ(output("b.pdf"), made);
}

TEST_F(Build, SaysOnceWhatSeveralEditionsShowAndNamesThem) {
  set_manifest(
      "title: T\nlanguage: en\ndate: 2021-05-04\nname: b\nstyles: [s.css]\neditions:\n"
      "  a: {format: pdf, page: \"60mm 100mm\"}\n  b: {format: pdf, page: \"50mm 100mm\"}\n"
      "  c: {format: pdf, page: \"200mm 100mm\"}\n  e: {format: epub}\n");
  files_.add("book/s.css",
             "td { white-space: nowrap } p { colr: red } @media (edition: b) { p { marginn: 0 } }\n"
             "@media epub { p { paddingg: 0 } }\n"
             "table { -reliure-table-shrink: none; -reliure-wide-page: none }\n");
  files_.add(
      "book/a.md",
      "---\ntitle: A\n---\n| a | b |\n| - | - |\n| some words that are wide | and more that are wide |\n");
  for (const DiagnosticFormat format :
       {DiagnosticFormat::text, DiagnosticFormat::json, DiagnosticFormat::sarif}) {
    options_.diagnostics = format;
    EXPECT_EQ(run(), 0) << errors_;
    const std::string said = errors_ + printed_;
    const auto count = [&said](std::string_view part) {
      std::size_t found = 0;
      for (std::size_t at = 0; (at = said.find(part, at)) != std::string::npos; ++at) ++found;
      return found;
    };
    EXPECT_EQ(count("(editions `a`, `b`)"), 1U) << said;
    EXPECT_EQ(count("named `colr`"), 1U) << said;
    EXPECT_EQ(count("named `colr` ("), 0U) << said;
    EXPECT_EQ(count("named `marginn` (edition `b`)"), 1U) << said;
    EXPECT_EQ(count("named `paddingg` (edition `e`)"), 1U) << said;
  }
}

TEST_F(Build, AnEbookNamesThePagesOfABookletAsTheyAreRead) {
  const std::string head =
      "title: T\nlanguage: en\ndate: 2021-05-04\nname: b\neditions:\n  e: {format: epub}\n";
  set_manifest(head + "  p: {format: pdf}\n");
  EXPECT_EQ(run(), 0) << errors_;
  const std::optional<base::Bytes> ebook = output("b.epub"), pages = output("b.pdf");
  set_manifest(head + "  p: {format: pdf, imposition: booklet}\n");
  EXPECT_EQ(run(), 0) << errors_;
  EXPECT_TRUE(output("b.epub") == ebook);
  EXPECT_FALSE(output("b.pdf") == pages);
}

TEST_F(Build, AFolderStandsForTheManifestInIt) {
  options_.request.manifest = "book/";
  options_.request.last = Stage::source;
  EXPECT_EQ(run(), 0) << errors_;
}

TEST_F(Build, AnErrorLeavesTheLastGoodOutput) {
  ASSERT_EQ(run(), 0) << errors_;
  const auto good = output("b.pdf");
  set_manifest("title: Other\nlanguage: en\nname: b\ncolour: red\n");
  EXPECT_EQ(run(), 1);
  EXPECT_EQ(output("b.pdf"), good);
  EXPECT_NE(errors_.find("error[source/unknown-key]"), std::string::npos) << errors_;
  EXPECT_NE(errors_.find("1 error, 0 warnings: no output was written"), std::string::npos) << errors_;
}

TEST_F(Build, WarningsAreErrorsOnlyWhenStrict) {
  set_manifest("title: T\nname: b\neditions: {ebook: {format: epub}}\n");
  EXPECT_EQ(run(), 0) << errors_;
  EXPECT_TRUE(output("b.epub"));
  options_.strict = true;
  EXPECT_EQ(run(), 1);
}

TEST_F(Build, AnEbookMadeAloneIsTheSame) {
  ASSERT_EQ(run(), 0) << errors_;
  const auto together = output("b.epub");
  fs::remove_all(options_.folder);
  options_.request.editions = {"ebook"};
  ASSERT_EQ(run(), 0) << errors_;
  EXPECT_EQ(output("b.epub"), together);
  EXPECT_FALSE(output("b.pdf"));
}

TEST_F(Build, TheNumberOfThreadsChangesNoByte) {
  ASSERT_EQ(run(), 0) << errors_;
  const auto pdf = output("b.pdf");
  const auto epub = output("b.epub");
  options_.request.jobs.count = 4;
  ASSERT_EQ(run(), 0) << errors_;
  EXPECT_EQ(output("b.pdf"), pdf);
  EXPECT_EQ(output("b.epub"), epub);
}

TEST_F(Build, AnUnknownEditionIsTheCommandsMistake) {
  options_.request.editions = {"prnt"};
  EXPECT_THROW(build(options_, files_), CommandError);
}

TEST_F(Build, EveryStageCanBeTheLastAndPrintItsValue) {
  options_.dump = true;
  for (const auto& [stage, expected] :
       {std::pair(Stage::source, "page a.md"), std::pair(Stage::manuscript, "Some text."),
        std::pair(Stage::styles, "font-size"), std::pair(Stage::pages, "page 1")}) {
    options_.request.last = stage;
    EXPECT_EQ(run(), 0) << errors_;
    EXPECT_NE(printed_.find(expected), std::string::npos) << expected << " is not in\n" << printed_;
  }
  EXPECT_FALSE(fs::exists(options_.folder));
}

TEST_F(Build, ReportsForMachinesGoToStandardOutput) {
  set_manifest("title: T\nlanguage: en\ncolour: red\n");
  options_.request.last = Stage::source;
  options_.diagnostics = DiagnosticFormat::json;
  EXPECT_EQ(run(), 1);
  EXPECT_TRUE(printed_.starts_with("{\"diagnostics\": [\n  {\"code\": \"source/unknown-key\"")) << printed_;
}

TEST_F(Build, TimingsNameTheStages) {
  options_.timings = true;
  EXPECT_EQ(run(), 0) << errors_;
  for (const char* stage :
       {"source", "content", "print: pages", "ebook: EPUB", "writing", "CPU", "peak memory"}) {
    EXPECT_NE(errors_.find(stage), std::string::npos) << stage;
  }
}

TEST_F(Build, TheSummaryHasALineForEachOutputAndOneForTheBook) {
  options_.summary = true;
  EXPECT_EQ(run(), 0) << errors_;
  EXPECT_EQ(errors_, "");
  EXPECT_TRUE(std::regex_match(printed_, std::regex("[^\t]*\\.pdf\t[1-9][0-9]*\t[0-9]+\t[0-9]+\t\n"
                                                    "[^\t]*\\.epub\t0\t[0-9]+\t[0-9]+\t\n"
                                                    "book/book\\.yaml\t\t\t[0-9]+\t0\n")))
      << printed_;
}

TEST_F(Build, TellsWhatTypographyChanged) {
  set_manifest("title: T\nlanguage: fr\ndate: 2021-05-04\nsubtitle: 'L''eau : n° 5'\nname: b\n");
  files_.add("book/a.md", "---\ntitle: Quoi ?\n---\nLe 1er mai, l'eau \\* 10%: etc...\n\n« Oui »\n");
  options_.request.last = Stage::manuscript;
  options_.request.typography_report = true;
  options_.typography_report = "-";
  EXPECT_EQ(run(), 0) << errors_;
  EXPECT_EQ(printed_, R"(book/a.md:2:12: high-punctuation: Quoi ? → Quoi[U+202F]?
book/a.md:4:5: ordinals: 1er → 1<sup>er</sup>
book/a.md:4:7: dates: 1er mai, → 1er[U+00A0]mai,
book/a.md:4:14: apostrophes: l'eau → l’eau
book/a.md:4:24: percent: 10%: → 10[U+00A0]%:
book/a.md:4:25: colon: 10%: → 10%[U+00A0]:
book/a.md:4:27: ellipses: etc... (left as it is: nothing goes on behind `etc.`)
book/a.md:4:30: ellipses: etc... → etc…
book/a.md:6:2: guillemets: « Oui → «[U+00A0]Oui
book/a.md:6:6: guillemets: Oui » → Oui[U+00A0]»
book/book.yaml:4:13: apostrophes: L'eau → L’eau
book/book.yaml:4:18: colon: L'eau : → L'eau[U+00A0]:
book/book.yaml:4:23: abbreviations: n° 5 → n°[U+00A0]5

      1  high-punctuation
      2  colon
      2  guillemets
      0  numbers
      0  units
      1  percent
      0  currency
      1  abbreviations
      1  dates
      0  dashes
      2  apostrophes
      1  ellipses
      1  ordinals
     12  in all
)");
}

TEST_F(Build, AReportOfTypographyGoesToItsFile) {
  set_manifest("title: T\nlanguage: fr\ndate: 2021-05-04\nname: b\ntypography: {colon: thin}\n");
  files_.add("book/a.md", "Quoi ?\n");
  options_.request.typography_report = true;
  options_.typography_report = options_.folder + ".txt";
  options_.diagnostics = DiagnosticFormat::json;
  EXPECT_EQ(run(), 1);
  const auto report = source::DiskFiles().read(options_.typography_report);
  ASSERT_TRUE(report);
  EXPECT_NE(report->find("book/a.md:1:5: high-punctuation: Quoi ? → Quoi[U+202F]?\n"), std::string::npos);
  EXPECT_TRUE(printed_.starts_with("{\"diagnostics\"")) << printed_;
}

}  // namespace
}  // namespace reliure::app
