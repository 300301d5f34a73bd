#pragma once
// Where the strips of a page or of a column stand.
#include <vector>

#include "layout/flow/columns.h"
#include "layout/flow/flow.h"

namespace reliure::layout {

/// The strips of one column set on a page, where they stand.
struct PlacedColumns {
  Columns set;
  /// The first strip's index and the place of its column's corner.
  std::size_t first = 0;
  base::Point at;
};

/// Where everything of a cut stands.
struct Placement {
  /// The top of each strip of the cut, and the foot of the last. Strips in columns have their set's top.
  std::vector<base::Length> tops;
  /// Of boxes that go on from before, below the borders of those around them.
  base::Length top, foot;
  std::vector<PlacedColumns> columns;
};

/// Places the strips of `cut`, which is trimmed, below `at`: lines that snap on the grid, and space grown so
/// that the last strip stands at the cut's foot.
Placement place_strips(const Flow& flow, const Cut& cut, base::Point at);

/// The same for one column with its top at `top`.
Placement place_column(const Flow& flow, const Cut& column, base::Length top);

}  // namespace reliure::layout
