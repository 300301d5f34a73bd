// The program's own sheets.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "style/dump.h"
#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

std::string project_file(const std::string& path) {
  std::ifstream file(std::string(RELIURE_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::string own_sheet(const std::string& name) { return project_file("styles/" + name); }

/// A sheet of the program as it is given to a book: with the pictures that it shows.
Book& add_own_sheet(Book& book, const std::string& name) {
  for (const char* picture : {"guide-cover.svg", "guide-opening.svg"}) {
    book.file(picture, own_sheet(picture));
  }
  return book.sheet(own_sheet(name), true);
}

class OwnSheet : public ::testing::TestWithParam<const char*> {};

TEST_P(OwnSheet, has_no_warnings_in_print) {
  Book book({classed(Kind::section, "chapter depth-1", {element(Kind::h1)})});
  ASSERT_FALSE(own_sheet(GetParam()).empty());
  add_own_sheet(book, GetParam()).resolve(Media::print);
  EXPECT_EQ(book.reports(), std::vector<std::string>{});
}

TEST_P(OwnSheet, has_no_warnings_in_the_e_book) {
  Book book({element(Kind::p)});
  book.sheet(own_sheet(GetParam()), true).resolve(Media::epub);
  EXPECT_EQ(book.reports(), std::vector<std::string>{});
}

TEST_P(OwnSheet, makes_an_e_book_sheet_that_our_own_parser_reads_without_warnings) {
  Book book({element(Kind::p)});
  book.sheet(own_sheet("base.css"), true).sheet(own_sheet(GetParam()), true).resolve(Media::epub);
  Book again({element(Kind::p)});
  again.sheet(book.ebook_css()).resolve(Media::epub);
  EXPECT_EQ(again.reports(), std::vector<std::string>{});
}

TEST(Manual, has_examples_that_are_right) {
  const std::string manual = project_file("docs/styles.md");
  const std::string fence = "\n```css\n";
  std::size_t examples = 0;
  for (std::size_t at = 0; (at = manual.find(fence, at)) != std::string::npos; ++examples) {
    at += fence.size();
    const std::string css = manual.substr(at, manual.find("```", at) - at);
    Book book;
    for (source::Edition edition; const char* name : {"large", "web", "pocket"}) {
      edition.name = name;
      book.tree.manifest.editions.push_back(edition);
    }
    EXPECT_EQ(book.sheet(css).resolve().reports(), std::vector<std::string>{}) << css;
  }
  EXPECT_GE(examples, 2U);
}

INSTANTIATE_TEST_SUITE_P(All, OwnSheet, ::testing::Values("base.css", "guide.css", "dsfr.css"));

}  // namespace
}  // namespace reliure::style::testing
