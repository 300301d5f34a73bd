// Files and functions that fit in a head.
#include <gtest/gtest.h>

#include "lint/tree.h"

namespace reliure::lint {
namespace {

constexpr std::size_t kMostLinesInFile = 600;
constexpr std::size_t kMostLinesInFunction = 80;
constexpr std::size_t kMostLinesInBook = 1500;

std::size_t indent_of(const std::string& line) { return line.find_first_not_of(' '); }

/// Whether a line that ends with `{` opens something else than a function: the layout of the formatter tells.
bool opens_scope(const std::string& line) {
  for (const char* word : {"namespace", "struct ", "class ", "enum ", "union ", "extern "}) {
    if (line.compare(std::min(indent_of(line), line.size()), std::string(word).size(), word) == 0) {
      return true;
    }
  }
  return line.find("= {") != std::string::npos || line.find("[] = ") != std::string::npos ||
         (line.size() > 1 && line[line.size() - 2] == '{');
}

TEST(Size, FilesAreShort) {
  for (const char* folder : {"src", "tests"}) {
    for (const fs::path& file : files_below(folder, {".h", ".cpp"})) {
      EXPECT_LE(lines_of(file).size(), kMostLinesInFile) << shown(file) << ": split it by what it is about";
    }
  }
}

TEST(Size, FunctionsAreShort) {
  for (const fs::path& file : files_below("src", {".h", ".cpp"})) {
    const std::vector<std::string> lines = lines_of(file);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::size_t indent = indent_of(lines[i]);
      if (lines[i].empty() || lines[i].back() != '{' || indent > 2 || opens_scope(lines[i])) {
        continue;
      }
      const std::string closing = std::string(indent, ' ') + "}";
      std::size_t end = i + 1;
      while (end < lines.size() && lines[end].compare(0, closing.size(), closing) != 0) {
        ++end;
      }
      EXPECT_LE(end - i + 1, kMostLinesInFunction) << shown(file) << ":" << i + 1 << ": steps are functions";
    }
  }
}

TEST(Size, TheNounsStayFew) {
  std::size_t lines = 0;
  for (const fs::path& file : files_below("src/book", {".h", ".cpp", ".def"})) {
    lines += lines_of(file).size();
  }
  EXPECT_LE(lines, kMostLinesInBook) << "src/book holds nouns: move what does something to a stage";
}

TEST(Size, HeadersAreGuarded) {
  for (const fs::path& file : files_below("src", {".h"})) {
    EXPECT_EQ(lines_of(file).front(), "#pragma once") << shown(file);
  }
}

}  // namespace
}  // namespace reliure::lint
