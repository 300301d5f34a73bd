// Documents name only what is there.
#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "base/diagnostics.h"
#include "lint/tree.h"

namespace reliure::lint {
namespace {

/// Whether a word in backticks is meant as a path of the project, and not as the code of a diagnostic.
bool is_path(const std::string& word) {
  static const std::regex path(
      "(src|tests|docs|fonts|styles|content|cmake|bench|out)/[A-Za-z0-9_./-]*|"
      "[a-z]+(/[a-z_]+)+\\.(h|cpp|def|css)|[a-z]+\\.sh");
  const auto codes = base::all_codes();
  return std::regex_match(word, path) && std::ranges::find(codes, word, &base::CodeInfo::name) == codes.end();
}

bool exists(const std::string& word) {
  return fs::exists(root() / word) || fs::exists(root() / "src" / word);
}

TEST(Documents, AreThere) {
  for (const fs::path& file : documents()) {
    EXPECT_TRUE(fs::exists(file)) << shown(file);
  }
}

TEST(Documents, EveryPathThatTheyNameExists) {
  const std::regex quoted("`([^`\n]+)`");
  for (const fs::path& file : documents()) {
    const std::string text = read(file);
    for (std::sregex_iterator match(text.begin(), text.end(), quoted), end; match != end; ++match) {
      const std::string word = (*match)[1];
      if (is_path(word)) {
        EXPECT_TRUE(exists(word)) << shown(file) << " names `" << word << "`, which is not there";
      }
    }
  }
}

/// Blocks of code hold examples, whose files are not here.
std::string without_blocks(const std::string& text) {
  std::istringstream lines(text);
  std::string kept;
  bool in_block = false;
  for (std::string line; std::getline(lines, line);) {
    in_block = in_block != line.starts_with("```");
    if (!in_block) kept += line + "\n";
  }
  return kept;
}

TEST(Documents, LinksBetweenThemLeadSomewhere) {
  const std::regex code("`[^`\n]+`");
  const std::regex link("\\]\\(([^)#: ]+)(#[^)]*)?\\)");
  for (const fs::path& file : documents()) {
    const std::string text = std::regex_replace(without_blocks(read(file)), code, "");
    for (std::sregex_iterator match(text.begin(), text.end(), link), end; match != end; ++match) {
      EXPECT_TRUE(fs::exists(file.parent_path() / (*match)[1].str()))
          << shown(file) << " links to " << (*match)[1];
    }
  }
}

TEST(Documents, ContributingStaysShort) { EXPECT_LE(lines_of(root() / "CONTRIBUTING.md").size(), 150u); }

}  // namespace
}  // namespace reliure::lint
