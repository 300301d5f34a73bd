#pragma once
// The rows of a table as strips.
#include <span>
#include <vector>

#include "layout/flow/build.h"
#include "layout/table/grid.h"

namespace reliure::layout {

/// A table whose columns are placed.
struct PlacedGrid {
  const Grid& grid;
  /// Left edges of the columns from the table's, and widths.
  std::vector<base::Length> lefts;
  std::vector<base::Length> widths;
  /// By column, of the texts that are aligned at a string: the widest before it, and from it on.
  std::vector<base::Length> heads, tails;
  base::Length spacing_x, spacing_y;
  bool collapse = false;
  base::Length width;
};

/// Rows that cells join, with the flow of each cell.
struct RowCluster {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// The rows in clusters: a cell over several rows joins them.
std::vector<RowCluster> cluster_rows(const Grid& grid);

/// A row in its strip, or a band of one.
struct RowPart {
  std::uint32_t row = 0;
  base::Length top, height;
};

/// A cell in its strip, or what a band has of it.
struct CellPart {
  const Cell* cell = nullptr;
  base::Rect area;
};

/// A strip, and what stands where in it.
struct TableStrip {
  Strip strip;
  /// The strip's ground.
  Fragment ground;
  std::vector<RowPart> rows;
  std::vector<CellPart> cells;
};

/// A cluster as strips: one that holds all of it, or when it is taller than `room`, bands of about a line
/// each, every cell going on from band to band.
std::vector<TableStrip> set_cluster(const PlacedGrid& placed, const RowCluster& cluster, base::Length room,
                                    Workshop& workshop);

}  // namespace reliure::layout
