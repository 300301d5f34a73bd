// The manual's own examples: each is built as it stands there, and comes out as the manual says.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>
#include <optional>
#include <regex>
#include <sstream>

#include "books/command.h"
#include "books/library.h"

namespace reliure::books {
namespace {

const fs::path kManual = fs::path(RELIURE_SOURCE_DIR) / "content/manual";

/// What stands below one heading: files, each below a paragraph that is its name alone, and commands with
/// their answers in blocks of `console`.
struct Example {
  /// The heading's, as Reliure makes it of English words.
  std::string id;
  std::map<std::string, std::string> files;
  std::string console;
};

/// `Words of a heading {#id}`: its id.
std::string id_of(const std::string& heading) {
  const std::size_t given = heading.find("{#");
  if (given != std::string::npos) return heading.substr(given + 2, heading.find('}', given) - given - 2);
  std::string id;
  for (const char letter : heading) {
    const auto c = static_cast<unsigned char>(letter);
    if (std::isalnum(c) != 0) id += static_cast<char>(std::tolower(c));
    if (c == ' ' || c == '-') id += '-';
  }
  return id;
}

/// Up to the line that ends the block that `lines` is in.
std::string rest_of_block(std::istream& lines) {
  std::string text;
  for (std::string line; std::getline(lines, line) && line != "```";) text += line + "\n";
  return text;
}

std::vector<Example> examples_of(const fs::path& page) {
  static const std::regex name_alone("`([A-Za-z0-9./_-]+\\.[a-z]+)`");
  std::vector<Example> examples(1);
  std::istringstream lines(read(page));
  std::string file;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (line.starts_with('#')) {
      examples.push_back({id_of(line.substr(line.find_first_not_of("# "))), {}, {}});
    } else if (std::regex_match(line, match, name_alone)) {
      file = match[1];
    } else if (line == "```console") {
      examples.back().console += rest_of_block(lines);
    } else if (line.starts_with("```")) {
      const std::string text = rest_of_block(lines);
      if (!file.empty()) examples.back().files[file] = text;
      file.clear();
    } else if (!line.empty()) {
      file.clear();
    }
  }
  std::erase_if(examples, [](const Example& example) { return example.files.empty(); });
  return examples;
}

// --- What an example leaves out

constexpr std::string_view kTitle = "title: Example\nlanguage: en\n";
constexpr std::string_view kEditions = R"(title-page: false
contents: false
editions:
  print: {format: pdf, page: A5}
  large: {format: pdf, page: A5}
  ebook: {format: epub}
)";
constexpr std::string_view kPage = R"(# A chapter

A first paragraph with *emphasis* and a link to [a section](#a-section).

> Words of another.

## A section

More text.
)";
constexpr std::string_view kPicture =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>)";

/// A manifest that names the sheets which the example has.
std::string manifest_of(const Example& example) {
  std::string styles = "styles: [guide";
  for (const auto& [name, text] : example.files) {
    if (name.ends_with(".css")) styles += ", " + name;
  }
  const auto own = example.files.find("book.yaml");
  if (own == example.files.end()) return std::string(kTitle) + styles + "]\n" + std::string(kEditions);
  return own->second.find("title:") == std::string::npos ? std::string(kTitle) + own->second : own->second;
}

/// Pictures and fonts that a file of the example names and that it does not show.
void write_stand_ins(const std::string& text, const fs::path& folder) {
  static const std::regex named("(img/[a-z-]+\\.svg|fonts/[a-z-]+\\.otf)");
  for (std::sregex_iterator match(text.begin(), text.end(), named), end; match != end; ++match) {
    const fs::path path = folder / match->str();
    if (fs::exists(path)) continue;
    const bool is_font = path.extension() == ".otf";
    static const std::string font = read(fs::path(RELIURE_SOURCE_DIR) / "fonts/source-serif-4-regular.ttf");
    write(path, is_font ? std::string_view(font) : kPicture);
  }
}

void write_example(const Example& example, const fs::path& folder) {
  for (const auto& [name, text] : example.files) write(folder / name, text);
  write(folder / "book.yaml", manifest_of(example));
  const bool has_page =
      std::ranges::any_of(example.files, [](const auto& file) { return file.first.ends_with(".md"); });
  if (!has_page) write(folder / "page.md", kPage);
  // A mistake may be a picture that is not there.
  if (example.console.find("missing-picture") != std::string::npos) return;
  write_stand_ins(manifest_of(example), folder);
  for (const auto& [name, text] : example.files) write_stand_ins(text, folder);
}

// --- Commands and their answers

/// Sizes change with every version, and are not what an example is about.
std::string without_sizes(const std::string& text) {
  return std::regex_replace(text, std::regex("[0-9]+ bytes"), "N bytes");
}

void expect_answer(const std::string& command, const std::string& answer, const fs::path& folder) {
  SCOPED_TRACE("$ " + command);
  const std::string path = fs::path(RELIURE_PROGRAM).parent_path().string() + ":" + std::getenv("PATH");
  const Finished finished =
      run({"sh", "-c", command}, {{{"PATH", path}, {"NO_COLOR", "1"}}, folder.string()});
  if (answer.empty()) {
    EXPECT_EQ(finished.status, 0) << finished.out << finished.err;
  } else {
    EXPECT_EQ(without_sizes(finished.out + finished.err), without_sizes(answer));
  }
}

/// A command without an answer may say what it likes, and must succeed.
void expect_console(const std::string& console, const fs::path& folder) {
  std::istringstream lines(console);
  std::string command;
  std::string answer;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("$ ")) {
      answer += line + "\n";
      continue;
    }
    if (!command.empty()) expect_answer(command, answer, folder);
    command = line.substr(2);
    answer.clear();
  }
  if (!command.empty()) expect_answer(command, answer, folder);
}

/// Such an example is of a mistake.
bool shows_a_message(const Example& example) {
  static const std::regex code("(source|content|style|image|text|layout|pdf|epub)/[a-z]+-[a-z-]+");
  return std::regex_search(example.console, code);
}

/// The folder of an example: one that is removed, or with `RELIURE_EXAMPLES` one that stays, for the
/// pictures.
fs::path folder_of(const Example& example, const Folder& folder) {
  const char* kept = std::getenv("RELIURE_EXAMPLES");
  return (kept != nullptr ? fs::path(kept) : folder.path()) / example.id;
}

class Manual : public testing::TestWithParam<std::string> {};

TEST_P(Manual, ExamplesComeOutAsItSays) {
  for (const Example& example : examples_of(kManual / (GetParam() + ".md"))) {
    SCOPED_TRACE(example.id);
    const Folder temporary;
    const fs::path folder = folder_of(example, temporary);
    write_example(example, folder);
    expect_console(example.console, folder);
    if (shows_a_message(example)) continue;
    const Finished finished =
        run_reliure({"build", folder.string(), "-o", (folder / "out").string(), "--strict"});
    EXPECT_EQ(finished.status, 0) << finished.err;
  }
}

std::vector<std::string> pages_of_manual() {
  std::vector<std::string> pages;
  for (const auto& entry : fs::directory_iterator(kManual)) {
    if (entry.path().extension() == ".md" && !examples_of(entry.path()).empty())
      pages.push_back(entry.path().stem());
  }
  std::ranges::sort(pages);
  return pages;
}

std::string name_of_page(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Books, Manual, testing::ValuesIn(pages_of_manual()), name_of_page);

/// Both promise a look of one's own in ten lines.
TEST(Manual, AnotherLookHasTenLines) {
  for (const char* page : {"styles.md", "themes.md"}) {
    const std::vector<Example> examples = examples_of(kManual / page);
    ASSERT_FALSE(examples.empty());
    const std::string& sheet = examples.front().files.begin()->second;
    EXPECT_LE(std::ranges::count(sheet, '\n'), 10) << page;
  }
}

}  // namespace
}  // namespace reliure::books
