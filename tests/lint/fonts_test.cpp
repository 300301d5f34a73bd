// The fonts in the program are the files that their list names, unchanged, each with its licence.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "lint/tree.h"

namespace reliure::lint {
namespace {

using Entry = std::map<std::string, std::string>;

/// `fonts.yaml`, whose every line is `key: value`; an entry begins with a hyphen.
std::vector<Entry> listed_fonts() {
  std::vector<Entry> fonts;
  for (const std::string& line : lines_of(root() / "fonts/fonts.yaml")) {
    const std::size_t key = line.find_first_not_of(" -");
    const std::size_t colon = line.find(": ");
    if (line.starts_with("  - ")) {
      fonts.emplace_back();
    }
    if (line.starts_with("  ") && colon != std::string::npos) {
      fonts.back()[line.substr(key, colon - key)] = line.substr(colon + 2);
    }
  }
  return fonts;
}

TEST(Fonts, HaveTheSumsThatTheirListGives) {
  ASSERT_FALSE(listed_fonts().empty());
  for (const Entry& font : listed_fonts()) {
    const std::string sum = output_of("sha256sum fonts/" + font.at("file"));
    EXPECT_EQ(sum.substr(0, sum.find(' ')), font.at("sha256")) << "fonts/" << font.at("file");
  }
}

TEST(Fonts, EachNamesItsLicenceAndWhereItIsFrom) {
  for (const Entry& font : listed_fonts()) {
    for (const char* key : {"family", "weight", "style", "package", "version", "licence", "licence-file"}) {
      EXPECT_TRUE(font.contains(key)) << "fonts/" << font.at("file") << " has no `" << key << "`";
    }
    const fs::path licence = root() / "fonts" / font.at("licence-file");
    EXPECT_TRUE(fs::exists(licence)) << shown(licence);
  }
}

TEST(Fonts, NoFileIsThereThatTheListDoesNotName) {
  std::set<std::string> named = {"fonts.yaml"};
  for (const Entry& font : listed_fonts()) {
    named.insert(font.at("file"));
    named.insert(font.at("licence-file"));
  }
  for (const auto& file : fs::directory_iterator(root() / "fonts")) {
    EXPECT_TRUE(named.contains(file.path().filename().string())) << shown(file.path());
  }
}

}  // namespace
}  // namespace reliure::lint
