#pragma once
// A finished PDF, as outside programs read it.
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "books/json.h"

namespace reliure::books {

namespace fs = std::filesystem;

/// Each page's text in the order of its content stream (`pdftotext -raw`), as it came.
std::vector<std::string> page_texts(const fs::path& pdf);

/// The text of each TD and TH of the structure (`pdfinfo -struct-text`), squeezed, in its order; those of
/// tables in it included, notes and what refers to them left out, as are the labels of lists.
std::vector<std::string> cell_texts(const fs::path& pdf);

/// The file's objects, pages, labels and outline (`qpdf --json`).
Json objects_of(const fs::path& pdf);

struct Bookmark {
  std::string title;
  /// 1 for the top level.
  int level = 1;
  /// Index of the page that it leads to.
  std::size_t page = 0;
};
std::vector<Bookmark> outline_of(const Json& pdf);

/// By page: the label that a reader shows, `iv`, `12`.
std::vector<std::string> page_labels(const Json& pdf);

/// A link annotation that leads to a page of the book.
struct PageLink {
  std::size_t from = 0;
  std::size_t to = 0;
};
std::vector<PageLink> page_links(const Json& pdf);

/// The names of Link elements of the structure that no annotation belongs to.
std::vector<std::string> links_without_annotation(const Json& pdf);

}  // namespace reliure::books
