// What a PDF claims it keeps, whatever its author wrote.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/compile.h"
#include "judges/judge.h"
#include "property/manuscripts.h"
#include "property/seeds.h"
#include "property/tables.h"

namespace reliure::laws {
namespace {

constexpr std::uint64_t kUsualSeeds = 12;

source::MemoryFiles book_of(const std::string& page, const std::string& name, const std::string& style) {
  source::MemoryFiles files;
  files.add(name, page);
  files.add("style.css", style);
  files.add("small.svg", plain_picture(30, 20));
  files.add("large.svg", plain_picture(600, 900));
  files.add("book.yaml", "title: Random\nlanguage: en\ncontent: {pages: [" + name +
                             "]}\nstyles: [guide, style.css]\neditions: {print: {format: pdf}}\n");
  return files;
}

/// What a file is not held to here: the claim that it does not make because a picture has no alternative
/// text.
bool is_allowed(const judges::Fault& fault) {
  return fault.rule == "PDF/UA-1 5-1" || fault.rule == "PDF/UA-1 7.3-1";
}

/// Held to both standards, even where the book lacks what only an author can give, so that nothing is
/// claimed.
void expect_sound(const source::FileSystem& files) {
  base::Diagnostics diagnostics;
  const app::Compilation made = app::compile(
      {.manifest = "book.yaml", .editions = {}, .timestamp = {}, .jobs = {}}, files, diagnostics);
  ASSERT_EQ(made.outputs.size(), 1u);
  const base::Bytes& bytes = made.outputs.front().bytes;
  std::vector<judges::Fault> faults = judges::faults_of_bytes({bytes.begin(), bytes.end()}, {true, true});
  std::erase_if(faults, is_allowed);
  EXPECT_TRUE(faults.empty()) << judges::told(faults);
}

TEST(PdfLaws, RandomPagesAreSound) {
  for_each_seed(kUsualSeeds, [](std::uint64_t seed) {
    Random random(seed);
    const std::string page = random_page(random);
    expect_sound(book_of(page, "page.md", random_style(random)));
  });
}

TEST(PdfLaws, RandomTablesAreSound) {
  for_each_seed(kUsualSeeds, [](std::uint64_t seed) {
    Random random(seed);
    const std::string page = random_table_page(random);
    expect_sound(book_of(page, "page.html", random_table_style(random)));
  });
}

}  // namespace
}  // namespace reliure::laws
