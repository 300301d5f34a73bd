// Numbers that styles count are the same in the PDF and in the e-book, where each chapter is a file of its
// own.
#include <gtest/gtest.h>

#include "books/command.h"
#include "books/epub.h"
#include "books/library.h"
#include "books/pdf.h"

namespace reliure::books {
namespace {

constexpr std::string_view kManifest = R"(title: Numbers
language: en
title-page: false
content: {pages: [one.md, two.md]}
styles: [style.css]
editions: {print: {format: pdf}, ebook: {format: epub}}
)";

constexpr std::string_view kStyle = R"(
:root { counter-reset: chapter }
section.chapter { counter-increment: chapter; counter-reset: section }
h2 { counter-increment: section }
section.chapter > h1::before { content: "Chapter " counter(chapter, upper-roman) ": " }
h2::before { content: counter(chapter) "." counter(section) " " }
h1 { bookmark-label: counter(chapter) ". " content() }
h2 { bookmark-label: counter(chapter) "." counter(section) " " content() }
nav.contents h1 { bookmark-level: none }
ol.steps { counter-reset: step }
ol.steps > li { counter-increment: step }
ol.steps > li::marker { content: counter(chapter) "-" counters(step, ".") }
)";

constexpr std::string_view kPage =
    "\n\n## First\n\n## Second\n\n<ol class=\"steps\"><li>a</li><li>b</li></ol>\n";

TEST(Numbers, AreThoseOfTheBookInPdfAndEbook) {
  const Folder folder;
  const fs::path book = folder.path() / "book";
  write(book / "book.yaml", kManifest);
  write(book / "style.css", kStyle);
  write(book / "one.md", "# Alpha" + std::string(kPage));
  write(book / "two.md", "# Beta" + std::string(kPage));
  const fs::path out = folder.path() / "out";
  const Finished finished = run_reliure({"build", (book / "book.yaml").string(), "-o", out.string()});
  ASSERT_EQ(finished.status, 0) << finished.err;
  EXPECT_EQ(finished.err.find("warning"), std::string::npos) << finished.err;

  const Ebook ebook = read_ebook(out / "book.epub");
  std::vector<std::string> generated;
  for (const SpineDocument& document : ebook.spine)
    generated.insert(generated.end(), document.generated.begin(), document.generated.end());
  EXPECT_EQ(generated, (std::vector<std::string>{"Chapter I: ", "1.1 ", "1.2 ", "1-1", "1-2",
                                                 "Chapter II: ", "2.1 ", "2.2 ", "2-1", "2-2"}));

  std::string text;
  for (const std::string& page : page_texts(out / "book.pdf")) text += page;
  std::size_t at = 0;
  for (const std::string& number : generated) {
    at = text.find(number, at);
    ASSERT_NE(at, std::string::npos) << "`" << number << "` is not in the PDF:\n" << text;
  }

  std::vector<std::string> bookmarks, entries;
  for (const Bookmark& bookmark : outline_of(objects_of(out / "book.pdf")))
    bookmarks.push_back(bookmark.title);
  for (const NavigationEntry& entry : ebook.contents) entries.push_back(entry.title);
  EXPECT_EQ(entries, bookmarks);
  EXPECT_EQ(entries, (std::vector<std::string>{"1. Alpha", "1.1 First", "1.2 Second", "2. Beta", "2.1 First",
                                               "2.2 Second"}));
}

}  // namespace
}  // namespace reliure::books
