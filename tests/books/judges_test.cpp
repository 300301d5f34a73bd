// What programs that we did not write say of the finished files, and our own judge, which does not know ours.
#include <gtest/gtest.h>

#include <sstream>

#include "books/command.h"
#include "books/library.h"
#include "judges/judge.h"

namespace reliure::books {
namespace {

class Judges : public Judged {};

void expect_no_fault(const fs::path& pdf) {
  SCOPED_TRACE(pdf.filename());
  const Finished finished = run({"qpdf", "--check", pdf.string()});
  EXPECT_EQ(finished.status, 0) << finished.out << finished.err;
  EXPECT_EQ(finished.err, "");
}

TEST_P(Judges, QpdfFindsNoFault) {
  for (const fs::path& pdf : pdfs()) expect_no_fault(pdf);
}

/// The table that `pdffonts` prints, its columns by their heads.
void expect_fonts_embedded(const fs::path& pdf) {
  SCOPED_TRACE(pdf.filename());
  const Finished finished = run({"pdffonts", pdf.string()});
  ASSERT_EQ(finished.status, 0) << finished.err;
  std::istringstream lines(finished.out);
  std::string head;
  std::string line;
  std::getline(lines, head);
  std::getline(lines, line);
  const std::size_t column = head.find("emb sub uni");
  ASSERT_NE(column, std::string::npos) << head;
  std::size_t fonts = 0;
  for (; std::getline(lines, line); ++fonts) {
    EXPECT_EQ(line.substr(column, 11), "yes yes yes") << line;
  }
  EXPECT_GT(fonts, 0u);
}

TEST_P(Judges, EveryFontIsEmbeddedSubsetAndHasUnicode) {
  for (const fs::path& pdf : pdfs()) expect_fonts_embedded(pdf);
}

TEST_P(Judges, PopplerReadsEveryPageWithoutComplaint) {
  for (const fs::path& pdf : pdfs()) {
    SCOPED_TRACE(pdf.filename());
    const Finished finished = run({"pdftotext", pdf.string(), "-"});
    EXPECT_EQ(finished.status, 0);
    EXPECT_EQ(finished.err, "");
  }
}

void expect_tagged_and_lasting(const fs::path& pdf) {
  SCOPED_TRACE(pdf.filename());
  const std::vector<judges::Fault> faults = judges::faults_of(pdf);
  EXPECT_TRUE(faults.empty()) << judges::told(faults);
}

TEST_P(Judges, EveryPdfIsTaggedAndLasts) {
  for (const fs::path& pdf : pdfs()) expect_tagged_and_lasting(pdf);
}

INSTANTIATE_TEST_SUITE_P(Books, Judges, testing::ValuesIn(all_titles()), name_of);

class ForeignScripts : public Judged {};

TEST_P(ForeignScripts, AreTaggedAndLast) {
  for (const fs::path& pdf : pdfs()) expect_tagged_and_lasting(pdf);
}

INSTANTIATE_TEST_SUITE_P(Books, ForeignScripts, testing::Values(scripts_title()), name_of);

class OwnBooks : public Judged {};

/// What the project shows of itself claims all that it can.
TEST_P(OwnBooks, ClaimBothStandards) {
  for (const fs::path& pdf : pdfs()) {
    SCOPED_TRACE(pdf.filename());
    const judges::Standards claims = judges::claims_of(pdf);
    EXPECT_TRUE(claims.ua);
    EXPECT_TRUE(claims.a);
  }
}

/// Codes of diagnostics stand in brackets, and nothing else that the program says has any.
TEST_P(OwnBooks, AreMadeWithoutADiagnostic) {
  EXPECT_EQ(made(GetParam()).said.find('['), std::string::npos) << made(GetParam()).said;
}

INSTANTIATE_TEST_SUITE_P(Books, OwnBooks, testing::Values(own_guide(), own_manual()), name_of);

/// A book and the options that it is made with.
using Run = std::pair<Title, std::vector<std::string>>;
class AllEditions : public testing::TestWithParam<Run> {};

/// Screen, print, press, pocket, large print, ink-saving and booklet: one run, and every file is sound.
TEST_P(AllEditions, AreMadeInOneRun) {
  const auto& [title, more] = GetParam();
  if (!title.missing.empty()) {
    GTEST_SKIP() << title.missing;
  }
  constexpr std::size_t kEditionsOfPages = 6;
  const Folder folder;
  std::vector<std::string> arguments = {"build", title.manifest.string(), "-o", folder.path().string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Finished finished = run_reliure(arguments);
  ASSERT_EQ(finished.status, 0) << finished.err;
  const std::vector<fs::path> pdfs = files_of(title, folder.path(), source::Format::pdf);
  EXPECT_GE(pdfs.size(), kEditionsOfPages);
  for (const fs::path& pdf : pdfs) {
    expect_no_fault(pdf);
    expect_tagged_and_lasting(pdf);
  }
  for (const fs::path& epub : files_of(title, folder.path(), source::Format::epub)) {
    EXPECT_TRUE(fs::exists(epub)) << epub;
  }
}

std::string name_of_run(const testing::TestParamInfo<Run>& info) { return info.param.first.name; }

INSTANTIATE_TEST_SUITE_P(Books, AllEditions,
                         testing::Values(Run{corpus_in_all_editions(), {}}, Run{own_guide(), {"--strict"}}),
                         name_of_run);

}  // namespace
}  // namespace reliure::books
