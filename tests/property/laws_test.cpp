// Laws over random manuscripts; see `property/seeds.h` for more or single seeds.
#include "property/laws.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>

#include "layout/dump.h"
#include "property/manuscripts.h"
#include "property/seeds.h"

namespace reliure::laws {
namespace {

/// Enough to meet every construct, few enough for the sanitizers.
constexpr std::uint64_t kUsualSeeds = 12;

source::MemoryFiles random_book(std::uint64_t seed) {
  Random random(seed);
  source::MemoryFiles files;
  std::string pages;
  for (std::size_t i = 1 + random.below(3); i > 0; --i) {
    const std::string name = "page" + std::to_string(i) + ".md";
    files.add(name, random_page(random));
    pages += (pages.empty() ? "" : ", ") + name;
  }
  files.add("style.css", random_style(random));
  const std::string styles = random.one_in(2) ? "[style.css]" : "[guide, style.css]";
  files.add("book.yaml", "title: Random\nlanguage: " + std::string(random.one_in(2) ? "fr" : "en") +
                             "\ncontent: {pages: [" + pages + "]}\nstyles: " + styles +
                             "\neditions: {print: {format: pdf}, ebook: {format: epub}}\n");
  return files;
}

/// Calls `check` with the book that grows from each seed.
template <class Check>
void for_each_book(Check check) {
  for_each_seed(kUsualSeeds, [&](std::uint64_t seed) { check(random_book(seed)); });
}

TEST(Laws, NoCharacterIsLostDoubledOrReordered) {
  for_each_book([](const source::FileSystem& files) {
    const Compiled made = compile(files, "book.yaml", 1);
    const Reading reading = reading_of(made.book, runs_of(made.book));
    const Violations lost = lost_or_doubled(*made.manuscript, made.hidden_on_pages, reading, "the pages");
    EXPECT_TRUE(lost.empty()) << shown(lost);
    const Violations disorder = out_of_order(*made.manuscript, reading, "the pages");
    EXPECT_TRUE(disorder.empty()) << shown(disorder);
  });
}

TEST(Laws, NothingStandsOutsideItsPage) {
  for_each_book([](const source::FileSystem& files) {
    const Compiled made = compile(files, "book.yaml", 1);
    // A line that cannot be broken was reported and may reach over the sides. Up and down nothing may: none
    // of what is tall here cannot be parted.
    const auto reported = [&](base::Code code) {
      const std::span<const base::Diagnostic> all = made.diagnostics.all();
      return std::any_of(all.begin(), all.end(), [code](const auto& each) { return each.code == code; });
    };
    const bool is_wide =
        reported(base::Code::layout_overfull_line) || reported(base::Code::layout_table_too_wide);
    const Violations outside = outside_the_page(made.book, !is_wide);
    EXPECT_TRUE(outside.empty()) << shown(outside);
  });
}

TEST(Laws, ThreadsDoNotChangeAPage) {
  for_each_book([](const source::FileSystem& files) {
    const Compiled one = compile(files, "book.yaml", 1);
    const Compiled three = compile(files, "book.yaml", 3);
    EXPECT_TRUE(layout::dump(one.book) == layout::dump(three.book));
    EXPECT_EQ(one.diagnostics.all().size(), three.diagnostics.all().size());
  });
}

}  // namespace
}  // namespace reliure::laws
