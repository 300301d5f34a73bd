#pragma once
// Paragraphs: the inline content of a block to lines, in four steps, a file each: collect the text, prepare
// (itemize and shape), break (Knuth and Plass 1981), finish the lines.
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/geometry.h"
#include "book/manuscript.h"
#include "layout/fragment.h"
#include "layout/setting.h"

namespace reliure::layout {

/// Inline-level siblings in one block container, set as one paragraph: all of a block's content, or the
/// part between two block-level children.
struct InlineContent {
  /// The container: its style aligns and indents.
  Element block;
  /// First and last sibling; both `kNoNode` when there is only generated content.
  book::NodeId first, last;
  /// The container's `::before` and `::after` belong to this part.
  bool before = false, after = false;
  /// A list marker set inline at the start (`list-style-position: inside`).
  bool marker = false;
  /// Floats and inline-blocks are set as plain text: what is too tall for a page goes on to the next.
  bool flat = false;
};

/// A float met in a line: it stands beside the text, but is read where it was written.
struct FloatCall {
  /// Into `floats_of`.
  std::uint32_t index = 0;
  /// Its marks belong before this one of the line's items.
  std::size_t item = 0;
};

/// A line box. `content` is relative to the top left corner of the line's slot at x = 0.
struct Line {
  Fragment content;
  base::Length height;
  /// From the top.
  base::Length baseline;
  /// Where in the paragraph's text it ends, if that is in a hyphen that was added.
  std::optional<std::uint32_t> cut_at;
  /// Notes called on this line, in order.
  std::vector<book::NodeId> notes;
  std::vector<FloatCall> floats;
};

/// A box that stands in a line like a letter (`inline-block`). The caller sets it: the paragraph only needs
/// its measures and marks.
struct Atom {
  Element element;
  /// The margin box.
  base::Size size;
  /// From the top.
  base::Length baseline;
  Fragment content;
  std::vector<book::NodeId> notes;
};

/// An initial that the first lines leave room for (CSS Inline 3 §5). It is no part of them.
struct Initial {
  /// From the left margin edge, with its baseline at y = 0.
  Fragment content;
  /// With margins.
  base::Length width;
  /// Of the room that it takes beside the lines.
  base::Length height;
  /// How far it reaches over the first line.
  base::Length rise;
  /// It stands on the baseline of this line, counted from one; 0 is none.
  std::uint32_t sink = 0;
  /// From the top: where it stands without `sink`, or else where the first line does if it is like any other.
  base::Length baseline;
};

/// Where one line may stand: its left edge from the container's, and its width.
struct LineSlot {
  base::Length x;
  base::Length width;
  friend constexpr bool operator==(LineSlot, LineSlot) = default;
};

/// CSS Sizing 3 §4: the narrowest width without overflow, and the width without any break but forced ones.
struct InlineSize {
  base::Length min_content;
  base::Length max_content;
};

/// A paragraph collected and shaped, for any width.
struct Paragraph;
struct ParagraphDeleter {
  void operator()(Paragraph* paragraph) const;
};
using ParagraphPtr = std::unique_ptr<Paragraph, ParagraphDeleter>;

/// Collects and shapes. Nothing (a null pointer) when the content holds nothing but white space.
ParagraphPtr prepare(const InlineContent& content, Setting& setting);

/// Forbids hyphens in the words around these places of the text: `Line::cut_at` of lines that were set.
void keep_whole(Paragraph& paragraph, std::span<const std::uint32_t> places);

InlineSize measure(const Paragraph& paragraph);

/// Whether an element with this style is taken out of the text and set beside it (CSS 2.2 §9.5).
bool is_floating(const style::ComputedStyle& style);

/// By how much `position: relative` moves the marks of an element in a container of this width; vertical
/// percentages have nothing to be of (CSS 2.2 §9.4.3).
base::Point relative_offset(const style::ComputedStyle& style, base::Length width);

/// What floats in the text, in order.
std::span<const Element> floats_of(const Paragraph& paragraph);

/// The boxes that stand in lines. They must be set before lines are broken, and their widths be known before
/// measuring.
std::span<Atom> atoms_of(Paragraph& paragraph);
void set_atom_size(Paragraph& paragraph, std::size_t atom, InlineSize size);

/// The paragraph's initial, or nothing.
const Initial* initial_of(const Paragraph& paragraph);

/// Whether its lines follow from their width alone: no float, initial or inline-block is in it.
bool is_plain(const Paragraph& paragraph);

/// The least width of a line beside a float: below it, the text rather goes on under the float.
base::Length least_measure(const Paragraph& paragraph, base::Length measure, const Setting& setting);

/// From the top of a line of this style alone to its baseline.
base::Length baseline_of(const style::ComputedStyle& style, const text::FontLibrary& fonts);

/// Breaks into lines; line `i` stands in slot `i`, all further lines in the last one. `slots` is not empty.
/// A line that cannot fit is set all the same and reported (`layout/overfull-line`).
/// Percentages are of the last slot's width.
std::vector<Line> break_lines(const Paragraph& paragraph, std::span<const LineSlot> slots, Setting& setting);

/// A picture by itself.
struct SetPicture {
  Fragment content;
  base::Size size;
};

/// The picture of `img` as large as its style says in a container of width `measure` and never wider; nothing
/// when it has none, so that its alternative text must do.
std::optional<SetPicture> set_picture(book::NodeId img, base::Length measure, const Setting& setting);

}  // namespace reliure::layout
