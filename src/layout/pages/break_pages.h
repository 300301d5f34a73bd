#pragma once
// Breaking a flow into pages: the cheapest of all ways, found as Knuth and Plass find lines.
#include <vector>

#include "layout/flow/flow.h"
#include "layout/pages/notes.h"

namespace reliure::layout {

/// One page's part of a flow.
struct PageCut {
  Cut cut;
  /// What it shows of the notes.
  NotesCut notes;
  /// What the break before the page demanded: `automatic`, or `left`, `right` ... for the page that begins.
  style::BreakRule demand = style::BreakRule::automatic;
};

/// Cuts the flow into pages of `height`, which notes share with the text that calls them. Notes that do not
/// fit go on on the pages that follow, which have text too as soon as there is room for it. The sum of all
/// costs
/// (`page_cost.h`) is the least possible; time is linear in strips for pages of bounded height.
std::vector<PageCut> break_pages(const Flow& flow, base::Length height, const Notes& notes);

}  // namespace reliure::layout
