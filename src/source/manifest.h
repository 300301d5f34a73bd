#pragma once
// `book.yaml`, checked and filled with defaults.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "book/manuscript.h"
#include "source/file_system.h"

namespace reliure::source {

enum class Format : std::uint8_t { pdf, epub };

/// One output of the book.
struct Edition {
  std::string name;
  Format format = Format::pdf;
  /// A CSS `@page` size value: `A4`, `a5 landscape`, `170mm 240mm`; empty leaves it to the styles.
  std::string page;
  /// Style sheets after the book's own.
  std::vector<Path> styles;
  /// The output's file name; by default the manifest folder's name and the format's ending, with the
  /// edition's name between where two editions share a format.
  std::string file;
  base::Span span;
};

/// How the reading order is found.
enum class Order : std::uint8_t { navigation, list, summary };

struct MarkdownOptions {
  /// A single newline in a paragraph is a line break.
  bool breaks = false;
  /// Bare addresses become links.
  bool linkify = false;
};

struct Manifest {
  book::Metadata metadata;
  /// The folder of the manifest.
  Path folder;
  /// Where pages are read.
  Path content_root;
  /// What `/` means in the links of pages.
  Path site_root;
  Order order = Order::navigation;
  /// For `Order::list`: page paths below the content root, in order, and where each is named.
  std::vector<std::pair<Path, base::Span>> pages;
  /// For `Order::summary`: the summary file.
  Path summary;
  MarkdownOptions markdown;
  std::vector<Path> styles;
  /// A picture for the e-book's cover.
  std::optional<Path> cover;
  /// Levels of headings in the contents, 0 for no contents.
  int contents_depth = 3;
  bool title_page = true;
  /// French spacing and apostrophes are set by the rules.
  bool typography = true;
  std::vector<Edition> editions;
  base::FileId file;
};

}  // namespace reliure::source
