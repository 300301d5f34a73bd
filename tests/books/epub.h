#pragma once
// A finished EPUB, unpacked and read as XML.
#include <filesystem>
#include <string>
#include <vector>

namespace reliure::books {

namespace fs = std::filesystem;

/// Where a printed page begins.
struct PageMark {
  std::string id;
  std::string label;
  /// The end of the text that it stands in, squeezed; empty between elements.
  std::string before;
  /// The first few words behind it, squeezed.
  std::string after;
  /// Bytes of the document's text before it.
  std::size_t offset = 0;
  /// Another follows before any text: the page that begins here has nothing that the e-book shows.
  bool is_empty = false;
};

/// A document of the spine.
struct SpineDocument {
  std::string name;
  /// The author's text in document order, squeezed, without what the e-book adds: calls and numbers of
  /// notes, page marks, text of the styles.
  std::string text;
  /// The same of its notes.
  std::string notes;
  /// The author's text of each `td` and `th`, squeezed, in document order; those of tables in it included.
  std::vector<std::string> cells;
  /// The texts of added marks (`<span aria-label>`), in order.
  std::vector<std::string> labels;
  /// The texts that styles add and that have no such label, in order: numbers of headings and items.
  std::vector<std::string> generated;
  std::vector<PageMark> marks;
};

struct NavigationEntry {
  std::string title;
  int level = 1;
};

struct Ebook {
  std::vector<SpineDocument> spine;
  std::vector<NavigationEntry> contents;
  /// As its package document says.
  std::string modified;
  /// Names of what its contents, page list and landmarks lead to: `c1.xhtml#page-3`.
  std::vector<std::string> page_list;
};

/// Throws `std::runtime_error` for what cannot be read.
Ebook read_ebook(const fs::path& epub);

}  // namespace reliure::books
