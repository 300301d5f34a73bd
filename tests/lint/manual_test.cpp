// The manual names every option, key and property that the code knows, and no others.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "lint/tree.h"
#include "style/property.h"

namespace reliure::lint {
namespace {

using Words = std::set<std::string>;

/// The first group of each match of `pattern` in `text`.
Words words(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  Words found;
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match) {
    found.insert((*match)[1]);
  }
  return found;
}

/// Fails for each word that only one of the two has.
void expect_same(const Words& code, const Words& manual, const std::string& document) {
  for (const std::string& word : code) {
    EXPECT_TRUE(manual.contains(word)) << document << " does not name `" << word << "`";
  }
  for (const std::string& word : manual) {
    EXPECT_TRUE(code.contains(word)) << document << " names `" << word << "`, which the code does not know";
  }
}

TEST(Words, OfFiguresAreThereInEveryLanguageOfTheProgram) {
  Words sheet = words(read(root() / "styles/numbered.css"), R"re(:lang\(([a-z]+)\))re");
  sheet.insert("en");  // the words of `:root`
  expect_same(words(read(root() / "src/content/words.cpp"), R"re(\{"([a-z]{2})",\n)re"), sheet,
              "styles/numbered.css");
}

// --- The command line

TEST(Manual, NamesEveryCommand) {
  const Words code = words(read(root() / "src/app/options.cpp"), R"re(add_subcommand\("([a-z]+)")re");
  const Words manual = words(read(root() / "content/manual/command-line.md"), "\n## `reliure ([a-z]+)");
  expect_same(code, manual, "content/manual/command-line.md");
}

TEST(Manual, NamesEveryOption) {
  Words code = words(read(root() / "src/app/options.cpp"), R"re("(?:-[a-z],)?(--[a-z-]+)")re");
  code.insert("--help");  // every program of CLI11 has it
  expect_same(code, words(read(root() / "content/manual/command-line.md"), "(--[a-z][a-z-]*)"), "content/manual/command-line.md");
}

TEST(Manual, ExamplesTakeOptionsThatThereAre) {
  Words code = words(read(root() / "src/app/options.cpp"), R"re("(?:-[a-z],)?(--[a-z-]+)")re");
  for (const fs::path& page : files_below("content/manual", {".md"})) {
    for (const std::string& command : words(read(page), "(reliure build [^\n`]*)")) {
      for (const std::string& option : words(command, "(--[a-z-]+)")) {
        EXPECT_TRUE(code.contains(option)) << shown(page) << ": `" << command << "`";
      }
    }
  }
}

// --- The manifest and front matter

/// What stands in the manual before the keys of each list of keys in the sources.
const std::map<std::string, std::string> kPlaces = {
    {"kKeys", ""},
    {"kContentKeys", "content."},
    {"kPageKeys", "content.pages[]."},
    {"kMarkdownKeys", "markdown."},
    {"kContentsKeys", "contents."},
    {"kAuthorKeys", "authors[]."},
    {"kSeriesKeys", "series[]."},
    {"kAccessibilityKeys", "accessibility."},
    {"kFontKeys", "fonts[]."},
    {"kTypographyKeys", "typography."},
    {"kEditionKeys", "editions.NAME."},
};

TEST(Manual, NamesEveryKeyOfTheManifest) {
  const std::regex list(R"re(constexpr std::string_view (k[A-Za-z]*Keys)\[\] = \{([^}]*)\})re");
  Words code;
  for (const fs::path& file : files_below("src/source", {".cpp"})) {
    const std::string text = read(file);
    for (std::sregex_iterator match(text.begin(), text.end(), list), end; match != end; ++match) {
      ASSERT_TRUE(kPlaces.contains((*match)[1]))
          << shown(file) << ": where do the keys of " << (*match)[1] << " stand?";
      for (const std::string& key : words((*match)[2], "\"([^\"]+)\"")) {
        code.insert(kPlaces.at((*match)[1]) + key);
      }
    }
  }
  expect_same(code, words(read(root() / "content/manual/manifest.md"), "\n\\| `([^`]+)` \\|"), "content/manual/manifest.md");
}

TEST(Manual, NamesEveryKeyOfFrontMatter) {
  const Words code =
      words(read(root() / "src/source/front_matter.cpp"), R"re((?:map, |map\.find\()"([A-Za-z]+)")re");
  const std::string manual = read(root() / "content/manual/writing.md");
  ASSERT_FALSE(code.empty());
  for (const std::string& key : code) {
    EXPECT_NE(manual.find("`" + key + "`"), std::string::npos)
        << "content/manual/writing.md does not name `" << key << "`";
  }
}

// --- Properties

/// A property's line in the manual.
std::string row_of(const style::Property& property) {
  std::string values;
  for (const char c : property.values) {
    values += c == '|' ? "\\|" : std::string(1, c);
  }
  return "| `" + std::string(property.name) + "` | `" + values + "` | " +
         (property.inherited ? "yes" : "no") + " |";
}

TEST(Manual, NamesEveryProperty) {
  const std::string manual = read(root() / "content/manual/styles.md");
  Words code;
  const auto check = [&](const style::Property& property) {
    code.insert(std::string(property.name));
    EXPECT_NE(manual.find("\n" + row_of(property) + "\n"), std::string::npos)
        << "content/manual/styles.md wants this line:\n"
        << row_of(property);
  };
  for (const style::Property* property : style::all_properties()) check(*property);
  for (const style::Property& property : style::page_properties()) check(property);
  expect_same(code, words(manual, "\n\\| `([a-z-]+)` \\| `[^\n]*` \\| (?:yes|no) \\|"), "content/manual/styles.md");
}

}  // namespace
}  // namespace reliure::lint
