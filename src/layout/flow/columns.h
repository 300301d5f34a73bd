#pragma once
// Filling columns (CSS Multicol 1 §7): which strips of a set stand in which column, and how tall it is.
#include <vector>

#include "layout/flow/flow.h"

namespace reliure::layout {

/// A set's strips on one page, in columns.
struct Columns {
  /// From first to last, space trimmed; more than the set has where breaks are forced: then they stand in
  /// rows.
  std::vector<Cut> columns;
  /// Of the tallest column.
  base::Length height;
  /// What the worst break between two of them costs: balanced columns are taller rather than parted from
  /// their heading or with a widow.
  std::int32_t dearest = 0;
};

/// The strips of `part`, all of one set, in columns no taller than `room` if that can be; zero is no limit.
/// Balanced columns are as low as the breaks between them allow, others as tall as the room.
Columns set_columns(const Flow& flow, const Cut& part, base::Length room);

/// Whether the columns of `part` can be no taller than `height`, by their cheapest breaks.
bool fits_columns(const Flow& flow, const Cut& part, base::Length height);

/// What the columns of `part` are at least as tall as: quickly found.
base::Length least_height(const Flow& flow, const Cut& part);

/// Whether `columns` are as many as the set has.
bool is_one_row(const Flow& flow, const Columns& columns);

/// One past the last strip from `begin` on, before `end`, that is of the same set.
std::size_t end_of_set(const Flow& flow, std::size_t begin, std::size_t end);

/// The height of strips `begin` to `end` with all space, their columns as low as they can be.
base::Length stacked_height(const Flow& flow, std::size_t begin, std::size_t end);

}  // namespace reliure::layout
