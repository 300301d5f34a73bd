// The e-book's cover: the first page of print as poppler shows it.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <sstream>
#include <vector>

#include "books/command.h"
#include "books/library.h"

namespace reliure::books {
namespace {

/// A picture as greys, row by row.
struct Greys {
  int width = 0;
  int height = 0;
  std::string rows;

  /// How dark the part is that is `column` of `columns` and `row` of as many rows: 0 white to 255 black.
  int ink(int column, int row, int columns, int of_rows) const {
    long sum = 0, count = 0;
    for (int y = height * row / of_rows; y < height * (row + 1) / of_rows; ++y) {
      for (int x = width * column / columns; x < width * (column + 1) / columns; ++x, ++count) {
        sum += 255 - static_cast<unsigned char>(rows[static_cast<std::size_t>(y * width + x)]);
      }
    }
    return static_cast<int>(sum / std::max(count, 1L));
  }
};

/// A PGM file of 8 bits.
Greys greys_of(const std::string& pgm) {
  Greys greys;
  std::istringstream header(pgm);
  std::string magic;
  int most = 0;
  header >> magic >> greys.width >> greys.height >> most;
  EXPECT_EQ(magic, "P5");
  greys.rows = pgm.substr(static_cast<std::size_t>(header.tellg()) + 1);
  return greys;
}

/// The sides of a box of the first page, in points.
struct Box {
  double left = 0, bottom = 0, right = 0, top = 0;
};

Box box_of(const fs::path& pdf, const std::string& name) {
  const std::string said = run({"pdfinfo", "-box", pdf.string()}).out;
  std::istringstream line(said.substr(said.find(name + ":") + name.size() + 1));
  Box box;
  line >> box.left >> box.bottom >> box.right >> box.top;
  return box;
}

/// The first page within its trim box, a point a pixel, as poppler shows it.
std::string shown_by_poppler(const fs::path& pdf) {
  const Box media = box_of(pdf, "MediaBox");
  const Box trim = box_of(pdf, "TrimBox");
  const auto whole = [](double points) { return std::to_string(std::lround(points)); };
  return run({"pdftoppm", "-gray", "-f", "1", "-l", "1", "-r", "72", "-x", whole(trim.left - media.left),
              "-y", whole(media.top - trim.top), "-W", whole(trim.right - trim.left), "-H",
              whole(trim.top - trim.bottom), pdf.string()})
      .out;
}

class Cover : public Judged {};

TEST_P(Cover, IsThePageThatThePdfBeginsWith) {
  const std::string names = run({"unzip", "-Z1", epub().string()}).out;
  if (names.find("EPUB/cover.png") == std::string::npos &&
      names.find("EPUB/cover.jpg") == std::string::npos) {
    GTEST_SKIP() << "the author gives a cover";
  }
  const bool png = names.find("EPUB/cover.png") != std::string::npos;
  const Folder folder;
  const fs::path picture = folder.path() / (png ? "cover.png" : "cover.jpg");
  write(picture, run({"unzip", "-p", epub().string(), png ? "EPUB/cover.png" : "EPUB/cover.jpg"}).out);

  // The program itself sets the picture alone on a page, so that one reader shows both.
  write(folder.path() / "book.yaml",
        "title: Cover\nlanguage: en\ntitle-page: false\ncontents: false\ncontent: {pages: [page.md]}\n"
        "styles: [page.css]\neditions: {print: {format: pdf}}\n");
  write(folder.path() / "page.css",
        "@page { size: 160mm 160mm; margin: 0; @top-left { content: none } @top-right { content: none }"
        " @bottom-left { content: none } @bottom-right { content: none } }\n"
        "h1 { display: none } img { display: block; width: 160mm; height: 160mm }\n");
  write(folder.path() / "page.md", "![Cover](" + picture.filename().string() + ")\n");
  ASSERT_EQ(
      run_reliure({"build", (folder.path() / "book.yaml").string(), "-o", folder.path().string()}).status, 0);

  constexpr int kParts = 12;
  const Greys page = greys_of(shown_by_poppler(pdf()));
  const Greys cover = greys_of(shown_by_poppler(only_file(folder.path(), ".pdf")));
  for (int row = 0; row < kParts; ++row) {
    for (int column = 0; column < kParts; ++column) {
      EXPECT_NEAR(cover.ink(column, row, kParts, kParts), page.ink(column, row, kParts, kParts), 12)
          << "part " << column << ", " << row;
    }
  }
}

TEST_P(Cover, IsSmallAndLargeEnough) {
  const std::string listing = run({"unzip", "-lv", epub().string()}).out;
  std::istringstream lines(listing);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("EPUB/cover.png") == std::string::npos) continue;
    EXPECT_LT(std::atol(line.c_str()), 200'000) << line;
  }
}

INSTANTIATE_TEST_SUITE_P(Books, Cover, testing::ValuesIn(all_titles()), name_of);

}  // namespace
}  // namespace reliure::books
