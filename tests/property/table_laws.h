#pragma once
// What holds for tables on pages, whatever stands in them. Cells are seen by their background, `#eeeeee`.
#include "property/laws.h"

namespace reliure::laws {

/// No text is painted over other text.
Violations texts_that_overlap(const Compiled& made);

/// What stands in a cell lies in the cell's box on its page, text as pictures. What was reported as too wide
/// may reach over the sides.
Violations outside_their_cells(const Compiled& made);

/// No cell's box lies on another's, unless one is in the other.
Violations cells_that_overlap(const Compiled& made);

/// Within a row group, no row begins above one before it.
Violations rows_out_of_order(const Compiled& made);

/// The header of a table, unless it takes half of a page, stands on each page that has one of its body's
/// cells.
Violations headers_that_lack(const Compiled& made);

}  // namespace reliure::laws
