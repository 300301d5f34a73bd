#pragma once
// Filling columns (CSS Multicol 1 §7): which strips of a set stand in which column, and how tall it is.
#include <optional>
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
  /// What all breaks between them cost, as those between pages do.
  std::int64_t cost = 0;
};

/// The strips `begin` to `end` of a flow, all of one set, for the functions below. Space at the head of a
/// column is dropped, so that all begin at one height.
Cut part_of_set(const Flow& flow, std::size_t begin, std::size_t end);

/// The strips of `part` in columns no taller than `room`, as many as the set has; nothing where that cannot
/// be. Where the set goes on on the next page, they are as full as the breaks between them allow (CSS
/// Multicol 1 §7); else balanced ones are as low as these allow.
std::optional<Columns> fit_columns(const Flow& flow, const Cut& part, base::Length room);

/// The same, taller where that cannot be; a room of zero is no limit.
Columns set_columns(const Flow& flow, const Cut& part, base::Length room);

/// What the columns of `part` are at least as tall as: quickly found.
base::Length least_height(const Flow& flow, const Cut& part);

/// Whether `columns` are as many as the set has.
bool is_one_row(const Flow& flow, const Columns& columns);

/// One past the last strip from `begin` on, before `end`, that is of the same set.
std::size_t end_of_set(const Flow& flow, std::size_t begin, std::size_t end);

/// The height of strips `begin` to `end` with all space, their columns as low as they can be.
base::Length stacked_height(const Flow& flow, std::size_t begin, std::size_t end);

}  // namespace reliure::layout
