// Laws over random tables; see `property/seeds.h` for more or single seeds.
#include "property/tables.h"

#include <gtest/gtest.h>

#include "property/seeds.h"
#include "property/table_laws.h"

namespace reliure::laws {
namespace {

/// Some seconds.
constexpr std::uint64_t kUsualSeeds = 60;

source::MemoryFiles random_book(std::uint64_t seed) {
  Random random(seed);
  source::MemoryFiles files;
  files.add("page.html", random_table_page(random));
  files.add("small.svg", plain_picture(10, 8));
  files.add("large.svg", plain_picture(300, 60));
  files.add("style.css", random_table_style(random));
  files.add("book.yaml",
            "title: Tables\nlanguage: en\ncontent: {pages: [page.html]}\nstyles: [style.css]\n"
            "editions: {print: {format: pdf}}\n");
  return files;
}

void expect_none(std::string_view law, const Violations& violations) {
  EXPECT_TRUE(violations.empty()) << law << ": " << shown(violations, 4);
}

TEST(Tables, KeepTheirTextInOrderAndInItsBoxes) {
  for_each_seed(kUsualSeeds, [](std::uint64_t seed) {
    const source::MemoryFiles files = random_book(seed);
    const Compiled made = compile(files, "book.yaml", 1);
    const Reading reading = reading_of(made.book, runs_of(made.book));
    expect_none("lost", lost_or_doubled(*made.manuscript, made.hidden_on_pages, reading, "the pages"));
    expect_none("order", out_of_order(*made.manuscript, reading, "the pages"));
    expect_none("page", outside_the_page(made.book, false));
    expect_none("text on text", texts_that_overlap(made));
    expect_none("outside its cell", outside_their_cells(made));
    expect_none("cell on cell", cells_that_overlap(made));
    expect_none("rows", rows_out_of_order(made));
    expect_none("headers", headers_that_lack(made));
  });
}

}  // namespace
}  // namespace reliure::laws
