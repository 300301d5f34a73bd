#pragma once
// The paginated book: what the PDF prints and where the e-book's page numbers come from.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "book/font.h"
#include "book/manuscript.h"
#include "book/page.h"
#include "book/picture.h"

namespace reliure::book {

/// The page a node first appears on.
inline constexpr std::uint32_t kNoPage = 0xFFFFFFFF;

/// Where in the manuscript a page begins: before the byte `offset` of the text node `node`.
struct PageStart {
  NodeId node;
  std::uint32_t offset = 0;
};

struct Book {
  std::shared_ptr<const Manuscript> manuscript;
  std::vector<Page> pages;
  /// By `NodeId`: the index of the first page that shows it, or `kNoPage`.
  std::vector<std::uint32_t> page_of;
  /// By page: its first content, or nothing for a page without content of the text flow.
  std::vector<std::optional<PageStart>> page_starts;
  /// The headings that the bookmarks list.
  std::vector<OutlineEntry> outline;
  std::vector<Font> fonts;
  /// By resource of the manuscript.
  std::shared_ptr<const std::vector<Picture>> pictures;
};

/// Where generated text stands: the pseudo-element that it is of.
enum class GeneratedPlace : std::uint8_t { before, after, marker };

/// Text that a style adds to an element (`::before`, `::after`, `::marker`) and that the e-book has as real
/// text, in an element of the class `generated-before`, `generated-after` or `generated-marker`.
struct GeneratedText {
  NodeId node;
  GeneratedPlace place = GeneratedPlace::before;
  std::string text;
  /// What it means to those who do not see it (`content: "✓" / "Oui"`); nothing where it is read as it is,
  /// and empty where it is only for the eye.
  std::optional<std::string> alternative;
};

/// What styles decide about the e-book: the rest it decides itself by its style sheet.
struct EbookStyle {
  /// The manuscript as the e-book's styles have it (`style::with_footnotes`); the book's own where it is
  /// null.
  std::shared_ptr<const Manuscript> manuscript;
  /// The style sheet for readers. `url("picture:3")` stands for the file of the manuscript's resource 3,
  /// `url("font:0")` for that of the first of `fonts`.
  std::string css;
  /// The resources that `css` names.
  std::vector<std::uint32_t> pictures;
  std::vector<Font> fonts;
  /// By `NodeId`: `display: none`; such nodes are left out of the e-book.
  std::vector<bool> hidden;
  /// The headings that the navigation lists.
  std::vector<OutlineEntry> outline;
  /// Sorted by node and place: what readers could not make of the sheet. Strings and quotation marks they
  /// can.
  std::vector<GeneratedText> generated;
};

}  // namespace reliure::book
