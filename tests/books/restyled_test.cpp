// The manual's own style sheets: each is put into a book as it stands there, and nothing is said about it.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "books/command.h"
#include "books/library.h"

namespace reliure::books {
namespace {

constexpr std::string_view kManifest = R"(title: Restyled
language: en
content: {pages: [page.md]}
styles: [guide, ours.css]
editions:
  print: {format: pdf}
  large: {format: pdf}
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

/// The blocks of CSS of a document, in order.
std::vector<std::string> sheets_of(const std::string& document) {
  std::ifstream stream(fs::path(RELIURE_SOURCE_DIR) / document, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  constexpr std::string_view kOpen = "\n```css\n", kClose = "\n```";
  std::vector<std::string> sheets;
  for (std::size_t at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, at)) {
    at += kOpen.size();
    sheets.push_back(text.substr(at, text.find(kClose, at) - at) + "\n");
  }
  return sheets;
}

class Restyled : public testing::TestWithParam<const char*> {};

TEST_P(Restyled, ByTheSheetsOfTheManual) {
  const std::vector<std::string> sheets = sheets_of(GetParam());
  ASSERT_FALSE(sheets.empty());
  for (const std::string& sheet : sheets) {
    const Folder folder;
    write(folder.path() / "book.yaml", kManifest);
    write(folder.path() / "page.md", kPage);
    write(folder.path() / "img/cover.svg", kPicture);
    write(folder.path() / "ours.css", sheet);
    const Finished finished = run_reliure({"build", (folder.path() / "book.yaml").string(), "-o",
                                           (folder.path() / "out").string(), "--strict"});
    EXPECT_EQ(finished.status, 0) << sheet << finished.err;
  }
  const auto rules = std::ranges::count(sheets.front(), '\n');
  EXPECT_LE(rules, 10) << "the example has ten lines";
}
INSTANTIATE_TEST_SUITE_P(Manual, Restyled,
                         testing::Values("content/manual/styles.md", "content/manual/themes.md"));

}  // namespace
}  // namespace reliure::books
