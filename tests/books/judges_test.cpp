// What programs that we did not write say of the finished files.
#include <gtest/gtest.h>

#include <sstream>

#include "books/command.h"
#include "books/library.h"

namespace reliure::books {
namespace {

class Judges : public Judged {};

TEST_P(Judges, QpdfFindsNoFault) {
  const Finished finished = run({"qpdf", "--check", pdf().string()});
  EXPECT_EQ(finished.status, 0) << finished.out << finished.err;
  EXPECT_EQ(finished.err, "");
}

/// The table that `pdffonts` prints, its columns by their heads.
TEST_P(Judges, EveryFontIsEmbeddedSubsetAndHasUnicode) {
  const Finished finished = run({"pdffonts", pdf().string()});
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

TEST_P(Judges, PopplerReadsEveryPageWithoutComplaint) {
  const Finished finished = run({"pdftotext", pdf().string(), "-"});
  EXPECT_EQ(finished.status, 0);
  EXPECT_EQ(finished.err, "");
}

TEST_P(Judges, EpubcheckFindsNoErrorAndNoWarning) {
  const fs::path checker = fs::path(RELIURE_JUDGES) / "node_modules/.bin/epubcheck-ts";
  if (!fs::exists(checker)) {
    GTEST_SKIP() << "no " << checker << ": `source cmake/setup.sh; install_npm` installs it";
  }
  const Finished finished =
      run({"node", checker.string(), "--fail-on-warnings", epub().string()}, {{{"NO_COLOR", "1"}}, {}});
  EXPECT_EQ(finished.status, 0) << finished.out << finished.err;
  EXPECT_NE(finished.out.find("Valid EPUB"), std::string::npos) << finished.out << finished.err;
}

INSTANTIATE_TEST_SUITE_P(Books, Judges, testing::ValuesIn(all_titles()), name_of);

}  // namespace
}  // namespace reliure::books
