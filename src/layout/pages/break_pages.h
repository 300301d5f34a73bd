#pragma once
// Breaking a flow into pages: the cheapest of all ways, found as Knuth and Plass find lines.
#include <vector>

#include "layout/flow/flow.h"
#include "layout/pages/page_floats.h"

namespace reliure::layout {

/// One page's part of a flow.
struct PageCut {
  Cut cut;
  /// What it shows of the notes.
  NotesCut notes;
  /// What the break before the page demanded: `automatic`, or `left`, `right` ... for the page that begins.
  style::BreakRule demand = style::BreakRule::automatic;
  /// What it shows of the floats of the page.
  FloatsCut floats{};
};

/// How high the pages of a flow are: the first one may differ.
struct PageHeights {
  base::Length first, others;
  // NOLINTNEXTLINE(google-explicit-constructor): most flows have pages of one height.
  PageHeights(base::Length all) : first(all), others(all) {}
  PageHeights(base::Length of_first, base::Length of_others) : first(of_first), others(of_others) {}
};

/// Cuts the flow into pages of these heights, which notes share with the text that calls them. Notes that do
/// not fit go on on the pages that follow, which have text too as soon as there is room for it. Floats stand
/// on the page of their place or on later ones, in their order, and before what a forced break begins. The
/// sum of all costs (`page_cost.h`) is the least possible among pages that show all floats that they have
/// room for; time is linear in strips for pages of bounded height.
std::vector<PageCut> break_pages(const Flow& flow, const PageHeights& heights, const Notes& notes,
                                 const PageFloats& floats = {});

}  // namespace reliure::layout
