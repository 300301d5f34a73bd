#pragma once
// A flow: the vertical list of a page sequence (The TeXbook, ch. 15), cut into pages or painted whole.
//
// Strips follow each other from top to bottom. What a strip is part of stands in tables beside the list:
// boxes (borders and backgrounds) and tables (header rows that return on each page) know their strips. Strips
// of one column set follow each other too: they are as wide as a column, and stand side by side once it is
// known which of them share a page.
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "book/manuscript.h"
#include "layout/fragment.h"
#include "layout/paragraph/paragraph.h"
#include "style/computed_style.h"

namespace reliure::layout {

inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// What it costs to end a page before a strip; the scale is explained in `pages/page_cost.h`.
struct BreakBefore {
  /// `kNever` is no place to break at all.
  std::int32_t cost = 0;
  /// A page must end here; `left`, `right`, `recto`, `verso` say what the next one must be. With `column`
  /// only the column of a set ends.
  style::BreakRule forced = style::BreakRule::automatic;
};

/// Not a breakpoint: inside the glue and padding that belong to the content after them.
inline constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();

struct Strip {
  enum class Kind : std::uint8_t {
    content,  ///< Marks that stay together: a line, a picture, a table row.
    kern,     ///< Space that stays: padding and borders.
    space,    ///< Space that goes at the top and at the foot of a page: margins.
  };
  Kind kind = Kind::content;
  base::Length height;
  /// Of a line, from its top.
  std::optional<base::Length> baseline;
  /// The baseline lies on the flow's grid where there is one.
  bool snaps = false;
  /// The fragment's left edge from the flow's.
  base::Length x;
  BreakBefore break_before{kNever};
  /// It reaches over the margins: its corner is the sheet's, or with `sides` on its left edge.
  style::Bleed bleed = style::Bleed::none;
  /// No page may end before it: a float or an initial goes on beside it.
  bool is_beside_float = false;
  /// The innermost box around it, or `kNone`.
  std::uint32_t box = kNone;
  /// The table whose header returns if a page begins here, or `kNone`.
  std::uint32_t table = kNone;
  /// The column set that it is part of, or `kNone`.
  std::uint32_t columns = kNone;
  Fragment content;
  /// Backgrounds of cells: below the borders of the row above, half of which are in this one.
  std::vector<book::Item> ground;
  /// Notes called in it.
  std::vector<book::NodeId> notes;
  /// Nodes that begin here and that links, contents or outline lead to.
  std::vector<book::NodeId> anchors;
};

/// A block's border and background around strips `first` to `last` (half-open), sliced by page breaks.
struct Box {
  std::uint32_t parent = kNone;
  std::uint32_t first = kNone;
  std::uint32_t last = kNone;
  /// Left border edge from the flow's, and border box width.
  base::Length x;
  base::Length width;
  book::NodeId node;
  const style::ComputedStyle* style = nullptr;
  /// By how much it is painted aside of its place (`position: relative`).
  base::Point offset{};
  /// It began in another sequence, or goes on in one: an edge is missing.
  bool begins_before = false;
  bool goes_on = false;
  /// It stands inside one column of a set, and the columns slice it as pages do.
  bool in_columns = false;
  /// `box-decoration-break: clone`: border and padding that each slice has anew; nothing for `slice`.
  base::Length clone_top{};
  base::Length clone_bottom{};
};

/// Columns between two spanning elements of a multi-column container (CSS Multicol 1).
struct ColumnSet {
  std::uint32_t count = 1;
  /// From the left edge of one column to that of the next; negative where columns follow from the right.
  base::Length step;
  /// The first column's left edge from the flow's, and the width of each.
  base::Length x;
  base::Length width;
  style::Border rule;
  /// `column-fill: balance`; else each column is as tall as it can be.
  bool balanced = true;
  book::NodeId node;

  base::Length gap() const { return (step.raw < 0 ? -step : step) - width; }
};

/// A table with a header that is shown again on top of each page that the table continues on.
struct TableHead {
  Fragment content;
  base::Length height;
  base::Length x;
};

/// A value that running matter may show from the strip on (`string-set`, `position: running()`), or a page
/// number set anew.
struct Mark {
  std::uint32_t strip = 0;
  /// The string's or running element's name; empty for `counter-reset: page`.
  std::string name;
  std::string text;
  std::int32_t page_number = 0;
  /// The running element, or `kNoNode` for a string.
  book::NodeId element{};
};

/// Where the baselines of a page's lines lie: the first one below the top, and one every `step` (CSS Line
/// Grid 1 §2). A column has the same from its own top.
struct LineGrid {
  base::Length first;
  /// Zero where there is no page.
  base::Length step;
};

/// A paragraph with hyphens, whose lines are strips: it may be set anew.
struct CutParagraph {
  InlineContent content;
  LineSlot place;
  /// The strip of its first line.
  std::size_t first = 0;
  /// By line, see `Line::cut_at`.
  std::vector<std::optional<std::uint32_t>> cut_at;
  /// Where hyphens were taken out.
  std::vector<std::uint32_t> whole_at{};
};

struct PageFloat;

struct Flow {
  std::vector<Strip> strips;
  /// By strips.
  std::vector<CutParagraph> cut_paragraphs;
  std::vector<Box> boxes;
  std::vector<TableHead> tables;
  std::vector<ColumnSet> column_sets;
  std::vector<Mark> marks;
  /// In the order of their places.
  std::vector<PageFloat> page_floats;
  base::Length width;
  /// Of body text on the flow's pages.
  LineGrid grid;
  /// Some strip keeps to the grid.
  bool has_snapping_lines = false;
  /// By how much the space on a page may grow for the page to be full, in per cent.
  std::int32_t flush_bottom = 0;
  /// The book's, for the backgrounds of boxes; or null.
  const std::vector<book::Picture>* pictures = nullptr;
};

/// A block that leaves the flow for the top or the foot of a page (CSS Page Floats 3).
struct PageFloat {
  Flow flow;
  /// Vertical margins, and the height between them.
  base::Length above, below, height;
  bool at_foot = false;
  /// It stands on the page of this strip or on a later one.
  std::size_t strip = 0;
  /// It was written before that strip, with which a page begins, not behind it.
  bool opens_page = false;
};

/// What of a flow to paint.
struct Cut {
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Leading space stays: at the start of a flow and after forced breaks (CSS Fragmentation 3 §5.2).
  bool keep_leading_space = false;
  /// The height that columns may have together with what stands above them; zero where nothing limits them.
  base::Length room{};
  /// Where it should end, space growing for that as far as the flow allows; zero for no such place.
  base::Length foot{};
  /// It ends inside of a column set that goes on behind it: its columns are full, not balanced.
  bool goes_on = false;
  /// The corner of the sheet with its bleed, for what reaches over the margins.
  base::Point sheet{};
};

/// The height of strips `begin` to `end` painted whole, without leading or trailing space.
base::Length height_of(const Flow& flow, std::size_t begin, std::size_t end);
base::Length height_of(const Flow& flow, const Cut& cut);

/// Whether the page must end before `strip`.
inline bool ends_page(const Strip& strip) {
  return strip.break_before.forced != style::BreakRule::automatic &&
         strip.break_before.forced != style::BreakRule::column;
}

/// Paints the strips of `cut` and their boxes into `target` with the flow's corner at `at`; returns the y
/// below the last strip. A table that continues from before the cut shows its header first. The marks of the
/// strips move to `target`: a strip is painted once. Cuts without a strip in common may be painted at once.
base::Length paint(Flow& flow, const Cut& cut, base::Point at, Fragment& target);

}  // namespace reliure::layout
