// No diagnostic without a test that provokes it, none without its line in the manual's table.
#include "base/diagnostics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "lint/tree.h"

namespace reliure::lint {
namespace {

/// Everything that tests say, in one string.
std::string all_tests() {
  std::string text;
  for (const fs::path& file : files_below("tests", {".cpp", ".case", ".sh"})) {
    if (shown(file) != "tests/lint/diagnostics_test.cpp") {
      text += read(file);
    }
  }
  return text;
}

TEST(DiagnosticCodes, EachIsProvokedByATest) {
  const std::string tests = all_tests();
  for (const base::CodeInfo& info : base::all_codes()) {
    std::string identifier(info.name);
    std::replace(identifier.begin(), identifier.end(), '/', '_');
    std::replace(identifier.begin(), identifier.end(), '-', '_');
    const bool found =
        tests.find("Code::" + identifier) != std::string::npos || tests.find(info.name) != std::string::npos;
    EXPECT_TRUE(found) << "no test provokes " << info.name;
  }
}

/// The code's line in the manual, as `reliure diagnostics` prints it.
std::string row_of(const base::CodeInfo& info) {
  constexpr std::string_view kSeverities[] = {"note", "warning", "error"};
  return "| `" + std::string(info.name) + "` | " +
         std::string(kSeverities[static_cast<std::size_t>(info.severity)]) + " | " +
         std::string(info.meaning) + " |";
}

TEST(DiagnosticCodes, EachHasItsLineInTheManual) {
  const std::string manual = read(root() / "content/manual/diagnostics.md");
  for (const base::CodeInfo& info : base::all_codes()) {
    EXPECT_NE(manual.find(row_of(info) + "\n"), std::string::npos)
        << "content/manual/diagnostics.md wants this line:\n"
        << row_of(info);
  }
}

TEST(DiagnosticCodes, DocumentsNameOnlyThoseThatExist) {
  const std::regex quoted("`((source|content|style|image|text|layout|pdf|epub|app)/[a-z0-9]+(-[a-z0-9]+)*)`");
  std::set<std::string> known;
  for (const base::CodeInfo& info : base::all_codes()) {
    known.insert(std::string(info.name));
  }
  for (const fs::path& file : documents()) {
    const std::string text = read(file);
    for (std::sregex_iterator match(text.begin(), text.end(), quoted), end; match != end; ++match) {
      const std::string word = (*match)[1];
      const bool is_path = fs::exists(root() / word) || fs::exists(root() / "src" / word);
      EXPECT_TRUE(is_path || known.contains(word)) << shown(file) << " names `" << word << "`";
    }
  }
}

TEST(DiagnosticCodes, NamesSayStageAndWhat) {
  const std::regex form("(source|content|style|image|text|layout|pdf|epub|app)/[a-z0-9]+(-[a-z0-9]+)*");
  std::set<std::string_view> seen;
  for (const base::CodeInfo& info : base::all_codes()) {
    EXPECT_TRUE(std::regex_match(std::string(info.name), form)) << info.name;
    EXPECT_TRUE(seen.insert(info.name).second) << info.name << " stands twice in the table";
    EXPECT_EQ(info.meaning.back(), '.') << info.name << ": the manual wants a sentence";
  }
}

}  // namespace
}  // namespace reliure::lint
