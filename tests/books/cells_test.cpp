// Tables in finished books: every cell's text, cell by cell, and tables of many rows.
#include <gtest/gtest.h>

#include <algorithm>

#include "books/epub.h"
#include "books/library.h"
#include "books/pdf.h"
#include "property/laws.h"

namespace reliure::books {
namespace {

using book::Kind;
using book::Manuscript;
using book::NodeId;
using laws::Violations;

/// The author's text below the node without that of its notes and of what is hidden, squeezed.
std::string shown_text(const Manuscript& manuscript, const std::vector<bool>& hidden, NodeId node) {
  std::string text;
  for (NodeId id = node; id <= manuscript[node].last_descendant; ++id.value) {
    if (manuscript[id].kind == Kind::note) {
      id = manuscript[id].last_descendant;
    } else if (!hidden[id.value]) {
      text += laws::squeezed(manuscript[id].text);
    }
  }
  return text;
}

/// The texts of all cells that are not hidden, in the manuscript's order.
std::vector<std::string> expected_cells(const Manuscript& manuscript, const std::vector<bool>& hidden) {
  std::vector<std::string> cells;
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    const Kind kind = manuscript.nodes[i].kind;
    if ((kind == Kind::td || kind == Kind::th) && !hidden[i]) {
      cells.push_back(shown_text(manuscript, hidden, {i}));
    }
  }
  return cells;
}

/// Whether `found` is `expected` with text of the styles between: check marks, numbers.
bool holds_in_order(std::string_view found, std::string_view expected) {
  for (const char character : found) {
    if (!expected.empty() && expected.front() == character) {
      expected.remove_prefix(1);
    }
  }
  return expected.empty();
}

Violations differences(const std::vector<std::string>& expected, const std::vector<std::string>& found) {
  Violations violations;
  for (std::size_t i = 0; i < std::min(expected.size(), found.size()); ++i) {
    if (!holds_in_order(found[i], expected[i])) {
      violations.push_back("cell " + std::to_string(i) + ": expected \"" + expected[i] + "\", found \"" +
                           found[i] + "\"");
    }
  }
  return violations;
}

/// `found` without the empty cells that fill rows which are short of them: those where a cell with text is
/// due.
std::vector<std::string> without_filling(const std::vector<std::string>& expected,
                                         const std::vector<std::string>& found) {
  std::vector<std::string> cells;
  for (const std::string& cell : found) {
    const bool fills = cell.empty() && (cells.size() >= expected.size() || !expected[cells.size()].empty());
    if (!fills) {
      cells.push_back(cell);
    }
  }
  return cells;
}

class Cells : public Judged {};

TEST_P(Cells, HaveTheirTextInThePdf) {
  const std::vector<std::string> expected = expected_cells(*stages().manuscript, stages().hidden_on_pages);
  const std::vector<std::string> found = without_filling(expected, cell_texts(pdf()));
  EXPECT_EQ(expected.size(), found.size());
  const Violations violations = differences(expected, found);
  EXPECT_TRUE(violations.empty()) << laws::shown(violations);
}

TEST_P(Cells, HaveTheirTextInTheEbook) {
  std::vector<bool> hidden;
  for (std::uint32_t i = 0; i < stages().manuscript->nodes.size(); ++i) {
    hidden.push_back(stages().styles_in_ebook.hidden({i}));
  }
  const std::vector<std::string> expected = expected_cells(*stages().manuscript, hidden);
  std::vector<std::string> found;
  for (const SpineDocument& document : read_ebook(epub()).spine) {
    found.insert(found.end(), document.cells.begin(), document.cells.end());
  }
  EXPECT_TRUE(expected == found) << expected.size() << " cells expected, " << found.size()
                                 << " found: " << laws::shown(differences(expected, found));
}

/// Poppler reads the structure of the manual's long tables for minutes, and the others have tables of all
/// kinds.
std::vector<Title> titles() {
  std::vector<Title> titles = all_titles();
  std::erase_if(titles, [](const Title& title) { return title.name == own_manual().name; });
  return titles;
}

INSTANTIATE_TEST_SUITE_P(Books, Cells, testing::ValuesIn(titles()), name_of);

/// A book with a table of ten thousand rows, each with its number.
source::MemoryFiles long_table(std::size_t rows) {
  std::string table = "<table><thead><tr><th>Number</th><th>Word</th></tr></thead><tbody>\n";
  for (std::size_t i = 1; i <= rows; ++i) {
    table += "<tr><td>" + std::to_string(i) + "</td><td>word</td></tr>\n";
  }
  source::MemoryFiles files;
  files.add("page.html", table + "</tbody></table>\n");
  files.add("style.css",
            "@page { size: 200pt 240pt; margin: 20pt }\n* { line-height: 10pt; font-size: 8pt }\n"
            "table { margin: 0; border: 0 }\ntd, th { padding: 0; border: 0 }\nh1 { display: none }\n");
  files.add("book.yaml",
            "title: Long\nlanguage: en\ntitle-page: false\ncontents: false\ncontent: {pages: [page.html]}\n"
            "styles: [style.css]\neditions: {print: {format: pdf}}\n");
  return files;
}

TEST(LongTables, HaveEveryRowOnceAndTheirHeaderOnEveryPage) {
  constexpr std::size_t kRows = 10'000;
  constexpr std::size_t kRowsOnAPage = 19;  // of twenty lines, below the header
  const source::MemoryFiles files = long_table(kRows);
  const laws::Compiled book = laws::compile(files, "book.yaml", 1);
  EXPECT_EQ(book.book.pages.size(), (kRows + kRowsOnAPage - 1) / kRowsOnAPage);
  std::vector<std::string> numbers;
  std::vector<int> headers(book.book.pages.size());
  for (const laws::PlacedRun& run : laws::runs_of(book.book)) {
    headers[run.page] += run.text == "Number" ? 1 : 0;
    if (!run.text.empty() && run.text.front() >= '0' && run.text.front() <= '9' &&
        run.role == book::Role::content) {
      numbers.push_back(run.text);
    }
  }
  ASSERT_EQ(numbers.size(), kRows);
  for (std::size_t i = 0; i < kRows; ++i) {
    ASSERT_EQ(numbers[i], std::to_string(i + 1));
  }
  EXPECT_TRUE(std::all_of(headers.begin(), headers.end(), [](int count) { return count == 1; }));
}

}  // namespace
}  // namespace reliure::books
