// The e-book's page list is that of the printed edition of the same run.
#include <gtest/gtest.h>

#include "books/epub.h"
#include "books/library.h"
#include "books/pdf.h"
#include "property/laws.h"

namespace reliure::books {
namespace {

class PageList : public Judged {};

/// `page-12`: pages are numbered from 1.
std::size_t page_of(const std::string& id) { return std::stoul(id.substr(id.rfind('-') + 1)) - 1; }

std::size_t count_of(const std::string& part, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; ++at) ++count;
  return count;
}

/// The e-book's text from a mark to the next one.
std::string_view text_of_page(const SpineDocument& document, std::size_t mark) {
  const std::size_t begin = document.marks[mark].offset;
  const std::size_t end =
      mark + 1 < document.marks.size() ? document.marks[mark + 1].offset : document.text.size();
  return std::string_view(document.text).substr(begin, end - begin);
}

/// Whether what stands before the mark is on its page, too: more often than the text of the page says it
/// again.
bool is_late(const SpineDocument& document, std::size_t mark, const std::string& page) {
  const std::string around = document.marks[mark].before + document.marks[mark].after;
  return !document.marks[mark].before.empty() &&
         count_of(around, page) > count_of(around, text_of_page(document, mark));
}

TEST_P(PageList, EachMarkStandsBeforeTheFirstWordOfItsPage) {
  std::vector<std::string> pages;
  for (const std::string& page : page_texts(pdf())) pages.push_back(laws::squeezed(page));
  laws::Violations misplaced;
  std::size_t checked = 0;
  for (const SpineDocument& document : read_ebook(epub()).spine) {
    for (std::size_t i = 0; i < document.marks.size(); ++i) {
      const PageMark& mark = document.marks[i];
      const std::string& page = pages.at(page_of(mark.id));
      if (mark.after.empty() || mark.is_empty) continue;
      ++checked;
      if (page.find(mark.after) == std::string::npos) {
        misplaced.push_back(mark.id + " stands before `" + mark.after + "`, which is not on that page");
      } else if (is_late(document, i, page)) {
        misplaced.push_back(mark.id + " stands behind `" + mark.before + "`, which is on that page, too");
      }
    }
  }
  EXPECT_TRUE(misplaced.empty()) << laws::shown(misplaced);
  EXPECT_GT(checked, stages().book.pages.size() / 2);
}

TEST_P(PageList, NamesEachMarkOnceInTheOrderOfThePages) {
  const Ebook ebook = read_ebook(epub());
  std::vector<std::string> marks;
  std::vector<std::string> labels;
  for (const SpineDocument& document : ebook.spine) {
    for (const PageMark& mark : document.marks) {
      marks.push_back(document.name + "#" + mark.id);
      labels.push_back(mark.label);
      EXPECT_EQ(mark.label, stages().book.pages.at(page_of(mark.id)).label) << mark.id;
    }
  }
  EXPECT_EQ(ebook.page_list, marks);
  EXPECT_FALSE(marks.empty());
}

INSTANTIATE_TEST_SUITE_P(Books, PageList, testing::ValuesIn(all_titles()), name_of);

}  // namespace
}  // namespace reliure::books
