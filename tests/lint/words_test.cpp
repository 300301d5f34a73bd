// Words that do not belong in what is published. Literals are in two parts so that this file has none of
// them.
#include <gtest/gtest.h>

#include <regex>

#include "lint/tree.h"

namespace reliure::lint {
namespace {

/// The files that git knows, without those that are not text.
std::vector<fs::path> tracked_texts() {
  std::istringstream names(output_of("git ls-files -z"));
  std::vector<fs::path> files;
  for (std::string name; std::getline(names, name, '\0');) {
    const fs::path file = root() / name;
    if (fs::is_regular_file(file) && read(file).find('\0') == std::string::npos) {
      files.push_back(file);
    }
  }
  return files;
}

/// Fails for each line of `files` in which `pattern` is found.
void expect_none(const std::vector<fs::path>& files, const std::string& pattern) {
  const std::regex regex(pattern);
  for (const fs::path& file : files) {
    const std::vector<std::string> lines = lines_of(file);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::smatch match;
      // Longer lines are pictures and tables written by programs; a regular expression takes its stack from
      // them.
      constexpr std::size_t kLongest = 5000;
      EXPECT_FALSE(lines[i].size() <= kLongest && std::regex_search(lines[i], match, regex))
          << shown(file) << ":" << i + 1 << " has " << match.str();
    }
  }
}

TEST(Words, NoFileNamesAPathOfOneMachine) {
  const std::vector<fs::path> files = tracked_texts();
  if (files.empty()) {
    GTEST_SKIP() << "this is no checkout of git";
  }
  expect_none(files, R"re((^|["' =:(`])/(work|home|root|Users)/[A-Za-z0-9])re");
}

TEST(Words, NoFileNamesTheHostOfARegistry) {
  const std::vector<fs::path> files = tracked_texts();
  if (files.empty()) {
    GTEST_SKIP() << "this is no checkout of git";
  }
  expect_none(files,
              R"(registry\.(npmjs|yarnpkg)|pypi\.org|pythonhosted\.org|deb\.debian|proxy\.golang|crates\.io/)"
              R"(|jfrog\.io|artifactory\.)");
}

TEST(Words, NothingIsLeftForLater) {
  std::vector<fs::path> files = files_below("src", {".h", ".cpp", ".def", ".inc", ".md", ".txt"});
  const std::vector<fs::path> tests = files_below("tests", {".h", ".cpp", ".case", ".md", ".txt", ".sh"});
  files.insert(files.end(), tests.begin(), tests.end());
  expect_none(files, R"(\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b)");
}

}  // namespace
}  // namespace reliure::lint
