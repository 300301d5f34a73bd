#pragma once
// Text beside floats: which lines are shortened, what waits to be painted beside the next strip.
#include <span>
#include <vector>

#include "layout/flow/floats.h"
#include "layout/flow/set_box.h"

namespace reliure::layout {

/// The floats of a flow while it grows.
struct Beside {
  /// A float that was met; it is placed as high as what comes next.
  struct Waiting {
    SetBox box;
    LineSlot place;
  };
  /// A placed float, to be painted with the next strip.
  struct Ready {
    Fragment content;
    base::Point at;
    std::vector<book::NodeId> notes;
  };
  /// Those that may still stand beside what comes.
  std::vector<FloatArea> areas;
  std::vector<Waiting> waiting;
  std::vector<Ready> ready;
  /// The last place where a page could end without parting a float from what is beside it.
  base::Length chain_top;
  std::uint32_t next_serial = 0;
  /// How far the content of the list item around is from its marker.
  base::Length hang;
  /// The height of the first `summed` strips.
  base::Length height;
  std::size_t summed = 0;

  bool is_clear() const { return areas.empty() && waiting.empty() && ready.empty(); }
};

/// A line with its place.
struct SetLine {
  Line line;
  LineSlot slot;
  /// Space above it that goes past floats.
  base::Length gap;
  /// For each of `Line::floats`, where its margin box stands.
  std::vector<FloatArea> floats;
  /// Its baseline keeps to the page's grid.
  bool snaps = false;
};

/// Where lines begin, and what they must keep to.
struct Column {
  LineSlot place;
  base::Length top;
  /// See `Beside::chain_top`.
  base::Length chain_top;
  base::Length page_height;
  base::Length line_height;
  /// What a line that a float shortens at its start leaves free for the marker of its list item.
  base::Length hang;
};

/// The paragraph's lines beside the floats of `areas` and those called in it, whose boxes are `floats`.
std::vector<SetLine> lines_beside(const Paragraph& paragraph, std::span<const FloatArea> areas,
                                  std::span<const SetBox> floats, const Column& column, Setting& setting);

/// Whether lines and the floats that they call could stand on pages: no more of it than one page holds is
/// kept together. Lines and floats that never agreed may not.
bool fits_pages(std::span<const SetLine> lines, std::span<const FloatArea> areas, const Column& column);

}  // namespace reliure::layout
