// Pictures and fonts that sheets name.
#include <gtest/gtest.h>

#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

using Reports = std::vector<std::string>;

/// What is said about a sheet in the folder `book/css`, beside which are `book/img/a.png` and a font.
Book book_with(const std::string& css) {
  Book book({element(Kind::p)});
  book.tree.manifest.folder = "book";
  book.file("book/img/a.png", "picture").file("book/fonts/a.ttf", std::string("\0\1\0\0", 4));
  book.file("book/fonts/a.woff2", "wOF2").file("outside.png", "picture");
  book.tree.styles.push_back({book.tree.sources.add("book/css/a.css", css), "book/css/a.css", false});
  book.resolve();
  return book;
}

TEST(SheetPictures, are_those_of_the_book_behind_those_of_its_pages) {
  Book book({element(Kind::p)});
  book.manuscript.resources.push_back({"page.png", "", "picture", {}});
  book.file("a.png", "picture").file("page.png", "picture");
  book.sheet("p { background: url(a.png), url('page.png'), url(a.png) }").resolve();
  EXPECT_EQ(book.reports(), Reports{});
  ASSERT_EQ(book.manuscript.resources.size(), 2U);
  EXPECT_EQ(book.manuscript.resources[1].path, "a.png");
  EXPECT_EQ(book.manuscript.resources[1].bytes, "picture");
  const auto& layers = book.style(Kind::p).background_layers;
  ASSERT_EQ(layers.size(), 3U);
  EXPECT_EQ(layers[0].picture, 1);
  EXPECT_EQ(layers[1].picture, 0);
  EXPECT_EQ(layers[2].picture, 1);
}

TEST(SheetPictures, are_found_from_the_folder_of_their_sheet) {
  const Book book = book_with("p { background-image: url(../img/a.png?v=1#x) }");
  EXPECT_EQ(book.reports(), Reports{});
  EXPECT_EQ(book.manuscript.resources.at(0).path, "img/a.png");
  EXPECT_EQ(book.style(Kind::p).background_layers.at(0).picture, 0);
}

TEST(SheetPictures, may_have_escapes_in_their_addresses) {
  Book book({element(Kind::p)});
  book.file("a b%.png", "picture").sheet("p { background: url(a%20b%.png) }").resolve();
  EXPECT_EQ(book.reports(), Reports{});
  EXPECT_EQ(book.manuscript.resources.at(0).path, "a b%.png");
}

TEST(SheetPictures, may_be_named_by_variables_and_imported_sheets) {
  Book book({element(Kind::p)});
  book.file("css/b.css", ":root { --paper: url(paper.png) }").file("css/paper.png", "picture");
  book.sheet("@import 'css/b.css'; p { background: var(--paper) center / cover }").resolve();
  EXPECT_EQ(book.reports(), Reports{});
  EXPECT_EQ(book.style(Kind::p).background_layers.at(0).picture, 0);
  EXPECT_EQ(book.style(Kind::p).background_layers.at(0).size, BackgroundSize::cover);
}

TEST(SheetPictures, of_pages_and_margin_boxes_count_too) {
  Book book;
  book.file("a.png", "x").file("b.png", "x");
  book.sheet("@page { background: url(a.png); @top-left { content: 'x'; background: url(b.png) } }")
      .resolve();
  const PageStyle& page = book.styles.page({});
  EXPECT_EQ(page.background_layers.at(0).picture, 0);
  EXPECT_EQ(page.boxes[static_cast<std::size_t>(MarginBox::top_left)].background_layers.at(0).picture, 1);
}

TEST(SheetPictures, of_the_programs_own_sheets_are_the_programs) {
  Book book({element(Kind::p)});
  book.file("reliure:/styles/cover.svg", "<svg/>");
  const std::string path = "reliure:/styles/own.css";
  book.tree.styles.push_back({book.tree.sources.add(path, "p { background: url(cover.svg) }"), path, true});
  book.resolve();
  EXPECT_EQ(book.reports(), Reports{});
  EXPECT_EQ(book.manuscript.resources.at(0).path, "reliure:/styles/cover.svg");
}

TEST(SheetPictures, that_are_not_there_or_outside_are_told_where_they_are_named) {
  EXPECT_EQ(book_with("p { background: red;\n  background-image: url(gone.png) }").reports(),
            Reports{"style/bad-url @ 2:21: picture `gone.png` is not there"});
  EXPECT_EQ(book_with("p { background: url(../../outside.png) }").reports(),
            Reports{"style/bad-url @ 1:17: picture `../../outside.png` is not in the book's folder"});
  EXPECT_EQ(book_with("p { background: url(https://a.example/b.png) }").reports(),
            Reports{"style/bad-url @ 1:17: picture `https://a.example/b.png` is not in the book's folder"});
  EXPECT_TRUE(book_with("p { background: url(gone.png) }").style(Kind::p).background_layers.empty());
}

TEST(SheetPictures, may_be_written_into_their_addresses) {
  const Book book = book_with(
      "p { background: url(data:image/svg+xml,%3Csvg/%3E), url('data:image/png;base64,UE5H\\\nZGF0YQ=='),"
      "url(data:image/svg+xml,%3Csvg/%3E) }");
  EXPECT_EQ(book.reports(), Reports{});
  ASSERT_EQ(book.manuscript.resources.size(), 2U);
  EXPECT_EQ(book.manuscript.resources[0].bytes, "<svg/>");
  EXPECT_TRUE(book.manuscript.resources[0].path.ends_with(".svg"));
  EXPECT_EQ(book.manuscript.resources[1].bytes, "PNGdata");
  EXPECT_TRUE(book.manuscript.resources[1].path.ends_with(".png"));
  const auto& layers = book.style(Kind::p).background_layers;
  ASSERT_EQ(layers.size(), 3U);
  EXPECT_EQ(layers[0].picture, 0);
  EXPECT_EQ(layers[1].picture, 1);
  EXPECT_EQ(layers[2].picture, 0);
}

TEST(SheetPictures, that_hold_nothing_are_told) {
  EXPECT_EQ(book_with("p { background: url(data:image/png;base64,) }").reports(),
            Reports{"style/bad-url @ 1:17: picture `data:image/png;base64,` holds nothing"});
}

TEST(SheetPictures, are_read_and_told_of_once_for_all_media) {
  Book book({element(Kind::p)});
  book.file("a.png", "x").sheet("p { background: url(a.png), url(gone.png) }");
  const Medium media[] = {{Media::print, 0}, {Media::epub, 0}};
  const Assets assets = load_assets(book.tree, media, book.diagnostics);
  EXPECT_EQ(assets.pictures.size(), 1U);
  EXPECT_EQ(book.diagnostics.all().size(), 1U);
}

TEST(SheetPictures, have_no_place_in_a_style_attribute) {
  Book book({with(element(Kind::p), "style", "background: url(a.png)")});
  book.resolve();
  ASSERT_EQ(book.diagnostics.all().size(), 1U);
  EXPECT_EQ(book.diagnostics.all()[0].code, base::Code::style_bad_value);
}

TEST(FontFace, is_a_font_of_the_book) {
  const Book book = book_with(
      "@font-face { font-family: 'My Font'; font-weight: 300 700; font-style: oblique 10deg; font-display: "
      "swap;"
      "src: local(Nothing), url('../fonts/a.woff2') format('woff2'),"
      "url(../fonts/a.ttf) format(\"truetype\") }");
  EXPECT_EQ(book.reports(), Reports{});
  ASSERT_EQ(book.assets.fonts.size(), 1U);
  EXPECT_EQ(book.assets.fonts[0].family, "My Font");
  EXPECT_EQ(book.assets.fonts[0].weight, 300);
  EXPECT_TRUE(book.assets.fonts[0].italic);
  EXPECT_EQ(book.assets.fonts[0].file->size(), 4U);
}

TEST(FontFace, may_give_another_name_to_a_font_at_hand) {
  Book book;
  book::Font font;
  font.family = "Source Serif 4";
  font.file = std::make_shared<const base::Bytes>("OTTO");
  book.tree.fonts.push_back(font);
  book.sheet("@font-face { font-family: Body; src: local('Source Serif 4') }").resolve();
  EXPECT_EQ(book.reports(), Reports{});
  ASSERT_EQ(book.assets.fonts.size(), 1U);
  EXPECT_EQ(book.assets.fonts[0].file, font.file);
}

TEST(FontFace, takes_the_first_file_that_is_there_and_is_a_font) {
  Book book;
  book.file("a.eot", "LP").file("a.ttf", "OTTO");
  book.sheet("@font-face { font-family: X; src: url(gone.woff2) format('woff2'), url(a.eot), url(a.ttf) }")
      .resolve();
  EXPECT_EQ(book.reports(), Reports{});
  ASSERT_EQ(book.assets.fonts.size(), 1U);
  EXPECT_EQ(*book.assets.fonts[0].file, "OTTO");
}

TEST(FontFace, that_serves_a_range_alone_is_told_to_serve_all) {
  const Book book =
      book_with("@font-face { font-family: X; unicode-range: U+20-7F; src: url(../fonts/a.ttf) }");
  EXPECT_EQ(book.reports(),
            Reports{"style/unsupported-property @ 1:30: `unicode-range` has no effect: the font serves all "
                    "characters that it has"});
}

TEST(FontFace, that_is_compressed_alone_is_told_with_what_to_do) {
  const Book book = book_with("@font-face { font-family: X; src: url(../fonts/a.woff2) }");
  EXPECT_EQ(book.reports(), Reports{"style/bad-font-face @ 1:1: no font of `X` can be read"});
  EXPECT_EQ(book.diagnostics.all()[0].hints.size(), 1U);
}

TEST(FontFace, that_is_not_there_is_told_once_for_all_media) {
  Book book;
  book.sheet("@font-face { font-family: X; src: url(x.ttf) }");
  const Medium media[] = {{Media::print, 0}, {Media::epub, 0}};
  EXPECT_TRUE(load_assets(book.tree, media, book.diagnostics).fonts.empty());
  EXPECT_EQ(book.reports(), Reports{"style/bad-url @ 1:35: font `x.ttf` is not there"});
}

TEST(FontFace, that_is_not_there_is_told_where_it_is_named) {
  EXPECT_EQ(book_with("@font-face { font-family: X; src: url(x.ttf) }").reports(),
            Reports{"style/bad-url @ 1:35: font `x.ttf` is not there"});
}

TEST(FontFace, needs_a_family_and_a_source_and_knows_its_descriptors) {
  EXPECT_EQ(reports_of("@font-face { src: url(a.ttf) }"),
            Reports{"style/bad-font-face @ 1:1: this font has no `font-family`"});
  EXPECT_EQ(reports_of("@font-face { font-family: x }"),
            Reports{"style/bad-font-face @ 1:1: this font has no `src`"});
  EXPECT_EQ(
      reports_of("@font-face { font-family: x; src: local(x); font-weight: heavy; fount: y; z }").size(), 4U);
}

}  // namespace
}  // namespace reliure::style::testing
