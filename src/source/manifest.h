#pragma once
// `book.yaml`, checked and filled with defaults.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "book/manuscript.h"
#include "source/file_system.h"
#include "source/typography.h"

namespace reliure::source {

/// `web`: the e-book's pages as a folder of files for a server.
enum class Format : std::uint8_t { pdf, epub, web };

/// A style sheet that the manifest names: a file of the author's, or one of the program's by its bare name.
struct StyleName {
  Path path;
  base::Span span;
};

/// `booklet`: two pages a side of paper, in the order of a folded and stapled booklet.
enum class Imposition : std::uint8_t { none, booklet };
/// `grey`: all colours and pictures as shades of grey. `cmyk`: in the four inks of the press whose profile
/// the edition names.
enum class Colour : std::uint8_t { rgb, grey, cmyk };
/// For hints: none is free to be inside the program.
inline constexpr std::string_view kWhereProfilesAre =
    "the printer says which profile the press has; eci.org has `PSO Coated v3` and others to download";

/// The fonts inside of an e-book: none, those that sheets name by `@font-face`, or those of its families as
/// well.
enum class EbookFonts : std::uint8_t { none, named, all };

/// One output of the book.
struct Edition {
  std::string name;
  Format format = Format::pdf;
  /// A CSS `@page` size value: `A4`, `a5 landscape`, `170mm 240mm`; empty leaves it to the styles.
  std::string page;
  base::Span page_span;
  /// Style sheets after the book's own.
  std::vector<StyleName> styles;
  /// Of a PDF.
  Imposition imposition = Imposition::none;
  Colour colour = Colour::rgb;
  /// The ICC profile of a press, for `cmyk` alone; empty for the others.
  Path profile;
  base::Span profile_span;
  /// Of an e-book or a site: the PDF edition whose pages it marks; empty for the first one.
  std::string page_list;
  bool has_page_list = true;
  EbookFonts fonts = EbookFonts::named;
  base::Span page_list_span;
  /// Its own, such as the ISBN of the printed book; empty for the book's.
  std::string identifier;
  /// The output's file name; by default the manifest folder's name and the format's ending, with the
  /// edition's name between where two editions share a format.
  std::string file;
  base::Span span;
};

/// How the reading order is found.
enum class Order : std::uint8_t { navigation, list, summary };

/// One entry of a reading order that the author wrote down.
struct PageEntry {
  /// Below the content root.
  Path path;
  /// Empty: the page's own title.
  std::string title;
  /// 1 for the top level.
  int depth = 1;
  /// Where it is named.
  base::Span span;
};

struct MarkdownOptions {
  /// A single newline in a paragraph is a line break.
  bool breaks = false;
  /// Bare addresses become links.
  bool linkify = false;
};

/// Where the manifest has the texts of the metadata that readers see.
struct MetadataSpans {
  base::Span title, subtitle, publisher, rights, description;
};

/// A list of what has a caption, behind the contents.
enum class CaptionList : std::uint8_t { figures, tables };

/// All paths but those of `pages` are as `FileSystem` takes them.
struct Manifest {
  book::Metadata metadata;
  MetadataSpans metadata_spans;
  /// The folder of the manifest.
  Path folder;
  /// Where pages are read.
  Path content_root;
  /// What `/` means in the links of pages.
  Path site_root;
  /// The content root seen from the site root, whatever way the manifest takes to name them: empty where they
  /// are the same folder, nothing where one does not hold the other.
  std::optional<Path> content_below_site;
  Order order = Order::navigation;
  /// For `Order::list`, in order.
  std::vector<PageEntry> pages;
  /// For `Order::summary`: the summary file.
  Path summary;
  base::Span summary_span;
  MarkdownOptions markdown;
  /// The book's own style sheets, in the order of the cascade.
  std::vector<StyleName> styles;
  /// A picture for the e-book's cover.
  std::optional<Path> cover;
  base::Span cover_span;
  /// Levels of headings in the contents, 0 for no contents.
  int contents_depth = 3;
  /// In the order of the book, each at most once.
  std::vector<CaptionList> lists;
  bool title_page = true;
  /// For text in French.
  Typography typography;
  std::vector<Edition> editions;
  /// Whether a file for booksellers (ONIX) says how the outputs can be read.
  bool onix = true;
  /// What the names of outputs begin with.
  std::string name;
  base::FileId file;
};

}  // namespace reliure::source
