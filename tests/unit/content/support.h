#pragma once
// A tree of sources built by hand, for tests of what becomes of its pages.
#include <string>
#include <string_view>
#include <vector>

#include "content/dump.h"
#include "content/parse.h"

namespace reliure::content {

/// A small site in memory: add pages and files, then parse.
struct Book {
  Book() {
    tree.manifest.metadata.title = "Book";
    tree.manifest.metadata.language = "en";
    tree.manifest.folder = "book";
    tree.manifest.content_root = "book";
    tree.manifest.site_root = "book";
    tree.manifest.title_page = false;
    tree.manifest.contents_depth = 0;
    tree.files = &files;
  }

  source::Page& page(std::string path, std::string text, std::string title = "Page", int depth = 1) {
    source::Page& page = tree.pages.emplace_back();
    page.path = path;
    page.file = tree.sources.add(path, std::move(text));
    page.front_matter.title = std::move(title);
    page.depth = depth;
    return page;
  }

  book::Manuscript parse() {
    diagnostics = {};
    return content::parse(tree, {1}, diagnostics);
  }

  /// `code line:column message` of everything reported.
  std::vector<std::string> reported() const {
    std::vector<std::string> lines;
    for (const base::Diagnostic& diagnostic : diagnostics.all()) {
      const base::Place place = tree.sources.place(diagnostic.span.file, diagnostic.span.begin);
      lines.push_back(std::string(base::name(diagnostic.code)) + " " + std::to_string(place.line) + ":" +
                      std::to_string(place.column) + " " + diagnostic.message);
    }
    return lines;
  }

  source::Tree tree;
  source::MemoryFiles files;
  base::Diagnostics diagnostics;
};

/// The tree of a book of one page, without the document, the section and the page's heading.
inline std::string body(Book& book) {
  const std::string all = dump(book.parse());
  std::string result;
  std::size_t at = all.find("\n      \"");  // the heading's text
  at = all.find('\n', at + 1) + 1;
  while (all.substr(at, 4) == "    ") {
    const std::size_t end = all.find('\n', at) + 1;
    result += all.substr(at + 4, end - at - 4);
    at = end;
  }
  return result;
}

inline std::string body(std::string markdown) {
  Book book;
  book.page("page.md", std::move(markdown));
  return body(book);
}

using Lines = std::vector<std::string>;

inline Lines reported(std::string markdown) {
  Book book;
  book.page("page.md", std::move(markdown));
  book.parse();
  return book.reported();
}

/// The text under the span of the first node that `wanted` names by kind.
inline std::string under(Book& book, const book::Manuscript& manuscript, book::Kind kind) {
  for (const book::Node& node : manuscript.nodes) {
    const bool title = book::heading_level(kind) > 0 && node.span.begin == node.span.end;
    if (node.kind == kind && !title) return std::string(book.tree.sources.excerpt(node.span));
  }
  return "(none)";
}

/// The source under the span of the text node with this text.
inline std::string under_text(Book& book, const book::Manuscript& manuscript, std::string_view text) {
  for (const book::Node& node : manuscript.nodes) {
    if (node.kind == book::Kind::text && node.text == text) {
      return std::string(book.tree.sources.excerpt(node.span));
    }
  }
  return "(none)";
}

/// The diagnostics' hints, one for each that has one.
inline Lines hints(const Book& book) {
  Lines lines;
  for (const base::Diagnostic& diagnostic : book.diagnostics.all()) {
    if (!diagnostic.hints.empty()) lines.push_back(diagnostic.hints.front());
  }
  return lines;
}

}  // namespace reliure::content
