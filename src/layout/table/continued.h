#pragma once
// What stands above a table's rows on its further pages.
#include "layout/flow/build.h"
#include "layout/table/grid.h"

namespace reliure::layout {

/// A line of text above returning rows.
struct Continued {
  Fragment content;
  base::Length height;
};

/// The caption and what the table's `-reliure-continued` adds to it, in one line of the caption's style: a
/// caption too long for `width` ends in an ellipsis. Without height where the style asks for none, or there
/// is no caption.
Continued set_continued(const Grid& grid, const style::ComputedStyle& table, base::Length width,
                        Workshop& workshop);

}  // namespace reliure::layout
