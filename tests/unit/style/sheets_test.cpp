// The program's own sheets.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "style/dump.h"
#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

std::string own_sheet(const std::string& name) {
  std::ifstream file(std::string(RELIURE_SOURCE_DIR) + "/styles/" + name, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

class OwnSheet : public ::testing::TestWithParam<const char*> {};

TEST_P(OwnSheet, has_no_warnings_in_print) {
  Book book({classed(Kind::section, "chapter depth-1", {element(Kind::h1)})});
  const std::string css = own_sheet(GetParam());
  ASSERT_FALSE(css.empty());
  book.sheet(css, true).resolve(Media::print);
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

INSTANTIATE_TEST_SUITE_P(All, OwnSheet, ::testing::Values("base.css", "guide.css", "dsfr.css"));

}  // namespace
}  // namespace reliure::style::testing
