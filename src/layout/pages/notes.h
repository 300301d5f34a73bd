#pragma once
// Footnotes: laid out once, placed at the foot of the page that calls them.
#include <span>
#include <unordered_map>
#include <vector>

#include "layout/flow/build.h"
#include "layout/flow/flow.h"
#include "style/page_style.h"

namespace reliure::layout {

struct Notes {
  struct Note {
    Flow flow;
    base::Length height;
  };
  /// By node; for looking up only.
  std::unordered_map<std::uint32_t, Note> by_node;
  /// What the area adds to the notes in it: margin, border and padding.
  base::Length frame;

  base::Length height_of(book::NodeId note) const;
};

/// Lays out every note that the flow calls.
Notes build_notes(const Flow& flow, const style::PageStyle& page, Workshop& workshop);

/// The notes that the strips of `cut` call, each once, in the order of their calls.
std::vector<book::NodeId> notes_of(const Flow& flow, const Cut& cut);

/// Paints the note area with its foot at `bottom`, from `left`.
void paint_notes(Notes& notes, std::span<const book::NodeId> called, const style::PageStyle& page,
                 base::Rect body, Fragment& target);

}  // namespace reliure::layout
