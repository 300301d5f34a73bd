#pragma once
// The tree of sources: what was read, before anything is understood.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/source_map.h"
#include "book/font.h"
#include "source/file_system.h"
#include "source/manifest.h"

namespace reliure::source {

/// The keys of a page's YAML that the book uses. Unknown keys are the site's business and are passed over.
struct FrontMatter {
  std::string title;
  std::string language;
  std::string date;
  std::string description;
  std::vector<std::string> tags;
  /// For the page's section, so that sheets can tell one kind of page from another.
  std::vector<std::string> classes;
  /// The page's address on the site, with `/` around.
  std::string permalink;
  std::string navigation_key;
  std::string navigation_parent;
  std::string navigation_title;
  std::optional<double> navigation_order;
  /// `eleventyExcludeFromCollections`: the page is no part of the book.
  bool excluded = false;
  /// `false`: the book's rules of typography leave the page alone.
  bool typography = true;
  base::Span span;
};

/// One page of the site, in reading order.
struct Page {
  /// Below the content root: `fiches-pratiques/impression.md`.
  Path path;
  base::FileId file;
  /// 1 for the top level of the book.
  int depth = 1;
  /// The title that the order gives it (`SUMMARY.md`, a list), else empty: then the front matter's counts.
  std::string title;
  FrontMatter front_matter;
  /// Where the text begins, behind the front matter.
  std::uint32_t body = 0;
};

/// A style sheet as text, in the order of the cascade.
struct StyleSheet {
  base::FileId file;
  Path path;
  /// The program's defaults (origin: user agent) rather than the author's.
  bool built_in = false;
};

/// Hyphenation patterns in libhyphen's format for one language.
struct Dictionary {
  /// BCP 47, lower case: `fr`, `en-us`.
  std::string language;
  base::Bytes patterns;
  /// One of the program's own; those of the manifest come first.
  bool built_in = false;
};

struct Tree {
  Manifest manifest;
  std::vector<Page> pages;
  /// For every edition: the built-in ones, then the manifest's.
  std::vector<StyleSheet> styles;
  /// By edition, what it adds.
  std::vector<std::vector<StyleSheet>> edition_styles;
  /// By edition, the file of its profile, which nobody has looked into yet; nothing where it has none.
  std::vector<std::optional<base::Bytes>> profiles;
  /// Family, weight, style and file as `fonts.yaml` says; the text stage reads the rest from the file.
  std::vector<book::Font> fonts;
  std::vector<Dictionary> dictionaries;
  /// The words of Thai in libdatrie's format; empty where the program was built without.
  base::Bytes thai_words;
  base::SourceMap sources;
  /// For pictures and what style sheets import; outlives the tree.
  const FileSystem* files = nullptr;
};

}  // namespace reliure::source
