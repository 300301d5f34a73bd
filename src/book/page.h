#pragma once
// A page: placed marks, each with the node it comes from.
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "base/span.h"
#include "book/manuscript.h"
#include "book/picture.h"

namespace reliure::book {

/// A half-open range of indexes into one of the page's tables.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  constexpr std::uint32_t size() const { return end - begin; }
};

/// One glyph of a run, in visual order.
struct Glyph {
  std::uint16_t id = 0;
  /// Where several glyphs make a cluster: bytes from its start to the character that this one shows.
  std::uint16_t within = 0;
  /// Byte offset in the run's text of the cluster that it belongs to (HarfBuzz's sense).
  std::uint32_t cluster = 0;
  /// From its origin to the next glyph's, with all spacing.
  base::Length advance;
  /// Where it is painted from its origin: to the right and, as all on a page, down.
  base::Length dx, dy;
};

/// Glyphs of one font, size and colour on one baseline.
struct GlyphRun {
  /// Index into `Book::fonts`.
  std::uint32_t font = 0;
  base::Length size;
  /// The width of the glyphs in thousandths of the font's (font expansion). Their advances count it already.
  std::uint16_t stretch = 1000;
  /// What is added to the glyphs' widths before they are stretched. Their advances count this, too.
  base::Length letter_spacing;
  /// The pen's start on the baseline.
  base::Point origin;
  base::Color color;
  /// Into `Page::glyphs`.
  Range glyphs;
  /// Into `Page::text`: what a reader copies; ends with the space that a line break replaced, and holds
  /// U+00AD where a hyphen was added.
  Range text;
  /// Byte offset of the run's first character in its text node; 0 for generated text.
  std::uint32_t text_offset = 0;
  /// The glyphs stand for `text` as a whole (a check mark whose text is "Oui").
  bool replaces_text = false;
  bool right_to_left = false;
};

/// A placed picture.
struct Image {
  /// Index into `Book::pictures`.
  std::uint32_t picture = 0;
  base::Rect area;
  /// More than one: tiles of the size of `area`, side by side to the right and downwards (backgrounds).
  std::uint32_t columns = 1, rows = 1;
};

/// An area that leads somewhere. One item for each line that the link covers.
struct Link {
  base::Rect area;
  /// The `a` node, its target is in the manuscript's table; or a `note`, to which its call leads.
  NodeId source;
  /// The note's number, which leads back to its call.
  bool back = false;
};

/// A place that links and outline entries lead to.
struct Anchor {
  base::Point at;
  NodeId target;
};

struct Item;

/// Items under a transform and a clip.
struct Group {
  base::Transform transform;
  /// In the coordinates of `items`; without verbs nothing is cut off.
  Outline clip;
  std::vector<Item> items;
  /// For a page that shares a sheet with others: which one it was. Its content is read in this order.
  std::optional<std::uint32_t> page{};
};

/// Whether an item is the author's content or the page's furniture (PDF: artifact).
enum class Role : std::uint8_t {
  content,
  /// Running heads and folios.
  pagination,
  /// Borders, backgrounds, rules, leaders.
  layout,
  /// A header row shown again on a later page.
  repeated,
  /// Content too: the call of the note that is the item's node, which leads to the note.
  note_call,
  /// Content too: the number in front of the note that is the item's node, which leads back to the call.
  note_number,
};

/// Whether marks of the role are read, each once.
constexpr bool is_read(Role role) {
  return role == Role::content || role == Role::note_call || role == Role::note_number;
}

/// One mark on a page.
struct Item {
  /// The text node or element that it renders; for generated content its element.
  NodeId node;
  base::Span span;
  Role role = Role::content;
  std::variant<GlyphRun, Path, Image, Link, Anchor, Group> mark;
};

/// A page in the coordinates of its trim box (origin top left). Items are in painting order; those of
/// one text flow are in reading order.
struct Page {
  base::Size trim;
  base::Edges bleed;
  /// Room around the bleed for `marks`.
  base::Edges slug;
  /// As printed and as a reader shows it: `iv`, `12`.
  std::string label;
  std::vector<Item> items;
  std::vector<Glyph> glyphs;
  std::string text;
  /// Printer's marks. Where there are any, `items` are cut off at the bleed.
  std::vector<Path> marks;
};

}  // namespace reliure::book
