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

/// The manual's blocks of CSS, in order.
std::vector<std::string> examples() {
  const std::string manual = project_file("content/manual/styles.md");
  const std::string fence = "\n```css\n";
  std::vector<std::string> sheets;
  for (std::size_t at = 0; (at = manual.find(fence, at)) != std::string::npos;) {
    at += fence.size();
    sheets.push_back(manual.substr(at, manual.find("```", at) - at));
  }
  return sheets;
}

TEST(Manual, has_examples_that_are_right) {
  for (const std::string& css : examples()) {
    Book book;
    for (source::Edition edition; const char* name : {"large", "web", "pocket"}) {
      edition.name = name;
      book.tree.manifest.editions.push_back(edition);
    }
    EXPECT_EQ(book.sheet(css).resolve().reports(), std::vector<std::string>{}) << css;
  }
  EXPECT_GE(examples().size(), 2U);
}

/// The number that the bottom outer margin box of a page shows: `-` for none.
std::string folio(const Styles& styles, PageSelector page) {
  const MarginBox box = page.left ? MarginBox::bottom_left : MarginBox::bottom_right;
  const Content& content = styles.page(page).boxes[static_cast<std::size_t>(box)].content;
  if (content.parts.empty()) return "-";
  EXPECT_EQ(content.parts[0].value, "page");
  return content.parts[0].counter_style == CounterStyle::lower_roman ? "i" : "1";
}

TEST(Manual, has_an_example_in_which_front_pages_keep_their_numbers) {
  Book book;
  book.sheet(own_sheet("base.css"), true).sheet(examples().front()).resolve();
  for (const bool left : {false, true}) {
    EXPECT_EQ(folio(book.styles, {"title", left}), "-");
    EXPECT_EQ(folio(book.styles, {"cover", left}), "-");
    EXPECT_EQ(folio(book.styles, {"front", left}), "i");
    EXPECT_EQ(folio(book.styles, {"front", left, false, true}), "-");
    EXPECT_EQ(folio(book.styles, {"", left}), "1");
    EXPECT_EQ(folio(book.styles, {"", left, false, true}), "-");
  }
}

constexpr Kind kTextKinds[] = {Kind::h1,    Kind::h2,      Kind::h3,         Kind::h4,  Kind::h5,   Kind::h6,
                               Kind::table, Kind::caption, Kind::blockquote, Kind::pre, Kind::note, Kind::p};

/// The sizes of the text of some elements and of the folio below `sheets`.
std::vector<base::Length> text_sizes(const std::vector<std::string>& sheets) {
  std::vector<Element> elements;
  for (const Kind kind : kTextKinds) {
    elements.push_back(element(kind));
  }
  Book book(elements);
  book.sheet(own_sheet("base.css"), true);
  for (const std::string& sheet : sheets) {
    book.sheet(sheet);
  }
  book.resolve();
  std::vector<base::Length> sizes;
  for (const Kind kind : kTextKinds) {
    sizes.push_back(book.style(kind).font_size);
  }
  const PageStyle& page = book.styles.page({});
  for (const MarginBox box : {MarginBox::bottom_right, MarginBox::top_right}) {
    sizes.push_back(page.boxes[static_cast<std::size_t>(box)].font_size);
  }
  return sizes;
}

TEST(BaseSheet, has_sizes_in_points) {
  std::vector<base::Length> expected;
  for (const std::int64_t tenths : {240, 150, 120, 105, 100, 95, 90, 90, 100, 85, 85, 105, 85, 80}) {
    expected.push_back(points(tenths));
  }
  EXPECT_EQ(text_sizes({}), expected);
}

/// A sheet that comes after the default one, and twice the size that it gives to the root.
struct Doubled {
  const char* sheet;
  const char* size;
};
void PrintTo(const Doubled& each, std::ostream* out) { *out << each.sheet; }
class Edition : public ::testing::TestWithParam<Doubled> {};

TEST_P(Edition, has_sizes_that_follow_the_root_s) {
  const std::string sheet = own_sheet(GetParam().sheet);
  std::vector<base::Length> doubled = text_sizes({sheet});
  for (base::Length& size : doubled) {
    size = size * 2;
  }
  EXPECT_EQ(text_sizes({sheet, std::string(":root { font-size: ") + GetParam().size + " }"}), doubled);
}
INSTANTIATE_TEST_SUITE_P(All, Edition,
                         ::testing::Values(Doubled{"base.css", "21pt"}, Doubled{"large.css", "36pt"},
                                           Doubled{"pocket.css", "18.5pt"}, Doubled{"eco.css", "19pt"}));

TEST(BaseSheet, lets_a_table_say_where_its_caption_is) {
  Book book({element(Kind::table, {element(Kind::caption)})});
  book.sheet(own_sheet("base.css"), true).sheet("table { caption-side: bottom }").resolve();
  EXPECT_EQ(book.style(Kind::caption).caption_side, CaptionSide::bottom);
}

INSTANTIATE_TEST_SUITE_P(All, OwnSheet, ::testing::Values("base.css", "guide.css", "dsfr.css"));

}  // namespace
}  // namespace reliure::style::testing
