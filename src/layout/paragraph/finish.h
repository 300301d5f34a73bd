#pragma once
// Step 4: chosen line ends to lines of placed marks.
#include <span>
#include <vector>

#include "layout/paragraph/break.h"
#include "layout/paragraph/prepare.h"

namespace reliure::layout {

/// One thing set on a line.
struct Piece {
  Content content = Content::none;
  std::uint32_t index = 0;
  std::uint32_t begin = 0, end = 0;
  /// For words and spaces; clusters count from `begin`.
  const text::ShapedText* shaped = nullptr;
  std::uint32_t box = 0;
  Length width, stretch, shrink, give;
  /// Of its glyphs: what is added to the advance of each, and then their width in thousandths of the font's.
  Length tracking;
  std::uint16_t expanded = 1000;
  /// From the slot's left edge.
  Length x;
  std::uint8_t level = 0;
  /// The breaker added a hyphen at its end.
  bool hyphenated = false;
  /// A space where the line ends: set past the edge so that copied text is whole.
  bool hanging = false;
};

/// A line on its way to be finished.
struct LineInProgress {
  std::vector<Piece> pieces;
  /// The width of all but what hangs.
  Length width;
  /// It ends where the author or the paragraph ends it.
  bool ends_by_force = false;
  /// What the style indents it by.
  Length indent;
  /// What stands out of the slot at its start and end.
  Length hang_start, hang_end;
  Length slot_width;
};

/// What the lines of a paragraph have in common while they are finished.
struct Finisher {
  const Paragraph& paragraph;
  std::span<const Item> items;
  Setting& setting;
  /// By box: the box itself or the nearest ancestor that paints or leads somewhere, or `kNone`.
  std::vector<std::uint32_t> shown;
  /// Into `Collected::alternatives`: the last one that was set.
  std::uint32_t spoken = kNone;
  std::size_t next_note = 0;
  /// What percentages are of.
  Length measure;
};

/// The pieces of the line whose items are `start..end`, `end` being where it breaks. Words cut by the break
/// are shaped anew.
void gather_pieces(Finisher& finisher, std::uint32_t start, std::uint32_t end, LineInProgress& line);

/// Stretches or shrinks spaces and leaders so that a justified line ends exactly at its edge, then sets every
/// piece's `x` in visual order.
void place_pieces(const Paragraph& paragraph, LineInProgress& line);

/// The line's height and baseline from the boxes and pictures on it.
void stack_line(const Finisher& finisher, const LineInProgress& line, Line& out);

/// A picture's or inline-block's box without its margins (those of an inline-block are inside of it): its
/// area relative to the line's top left corner.
base::Rect image_area(const Finisher& finisher, const Piece& piece, const Line& out);

/// The height over the baseline that `box` is raised by on this line.
Length raise_of(const Finisher& finisher, std::uint32_t box, const Line& out);

/// By box: itself or the nearest ancestor with a background, a border, a decoration or a link.
std::vector<std::uint32_t> find_shown_boxes(const Collected& collected);

/// Backgrounds, borders and underlines, which lie below the text.
void paint_below(const Finisher& finisher, const LineInProgress& line, Line& out);
/// Anchors, text and pictures in reading order.
void set_content(Finisher& finisher, const LineInProgress& line, Line& out);
/// Lines through the text, and the areas of links.
void paint_above(const Finisher& finisher, const LineInProgress& line, Line& out);

/// Finishes all lines of a paragraph.
std::vector<Line> finish_lines(Finisher& finisher, const Breaks& breaks, std::span<const LineSlot> slots,
                               Length indent);

}  // namespace reliure::layout
