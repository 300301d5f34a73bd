// Whatever the display of a table's parts, no text is lost (CSS 2.2 §17.2.1): every combination of them, each
// in a table of its own.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "property/laws.h"

namespace reliure::laws {
namespace {

constexpr std::array<std::string_view, 12> kDisplays{
    "table-row-group", "table-row", "table-cell", "table-caption", "table-column", "table-header-group",
    "table",           "block",     "inline",     "list-item",     "inline-block", "flow-root"};

std::string opened(std::string_view element, std::string_view display) {
  return "<" + std::string(element) + " style=\"display:" + std::string(display) + "\">";
}

/// Two rows of two cells in a section; each kind of element with its own display.
std::string table_of(std::string_view section, std::string_view row, std::string_view cell) {
  const std::string td = opened("td", cell);
  const std::string tr = opened("tr", row);
  return opened("tbody", section) + tr + td + "one</td>" + td + "two</td></tr>" + tr + td +
         "<p>three</p></td>" + td + "four</td></tr></tbody>";
}

/// What is lost of tables with this display whose parts have all others.
Violations lost_in(std::string_view display) {
  std::string page;
  for (const std::string_view section : kDisplays) {
    for (const std::string_view row : kDisplays) {
      for (const std::string_view cell : kDisplays) {
        page += opened("table", display) + table_of(section, row, cell) + "</table>\n";
      }
    }
  }
  source::MemoryFiles files;
  files.add("page.html", page);
  files.add(
      "book.yaml",
      "title: Displays\nlanguage: en\ncontent: {pages: [page.html]}\neditions: {print: {format: pdf}}\n");
  const Compiled made = compile(files, "book.yaml", 1);
  return lost_or_doubled(*made.manuscript, made.hidden_on_pages, reading_of(made.book, runs_of(made.book)),
                         "the pages");
}

TEST(Displays, OfTablePartsLoseNoText) {
  for (const std::string_view display : kDisplays) {
    const Violations lost = lost_in(display);
    EXPECT_TRUE(lost.empty()) << display << ": " << shown(lost);
  }
}

}  // namespace
}  // namespace reliure::laws
