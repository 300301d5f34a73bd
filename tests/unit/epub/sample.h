#pragma once
// Small books for the e-book's tests, written as markup.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "epub/write.h"

namespace reliure::epub::test {

struct Sample {
  book::Manuscript manuscript;
  book::EbookStyle style;
  std::vector<book::Page> pages;
  std::vector<std::optional<book::PageStart>> page_starts;
};

/// Reads `<section class="chapter"> … </section>` and so on as the children of the document: names of kinds,
/// attributes in double quotes, `&lt;` and its like not read at all. `<br/>` has no end tag.
///
/// - id, class and lang go where the manuscript keeps them.
/// - `href="#x"` on an `a` leads to the element with that id, any other `href` out of the book.
/// - `src` on an `img` names one of `resources`.
/// - `hidden="hidden"` hides; `before="✓|Oui"` is generated text with its alternative, `before="1. "`
/// without.
/// - `\f` in a text is where a page begins; pages are labelled from 1.
/// - Each child of the document is a chapter; its slug is `slug`, else `c1`, `c2` …; its title that of its
///   first heading. All headings are in the outline.
Sample sample(std::string_view markup, std::vector<book::Resource> resources = {});

/// A picture file for `sample`.
book::Resource resource(std::string path, std::string bytes);

/// Bytes that begin as a PNG does.
std::string png();

/// The book that `write` takes.
book::Book book_of(Sample sample);

/// The files of an archive by name.
using Archive = std::map<std::string, std::string>;
Archive unzipped(const std::string& bytes);
/// The names of an archive's files in their order.
std::vector<std::string> names_in(const std::string& bytes);

/// Writes the sample and unzips it. Fails the test for diagnostics that are not among `expected`.
Archive written(Sample sample, std::vector<base::Code> expected = {});

/// What is written for `markup` as the content of a chapter without a heading, less line ends.
std::string body(std::string_view markup, std::vector<book::Resource> resources = {});

/// What is between the first `begin` and the next `end`; fails the test when there is none.
std::string between(const std::string& text, std::string_view begin, std::string_view end);

}  // namespace reliure::epub::test
