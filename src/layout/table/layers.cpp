#include "layout/table/layers.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "layout/flow/backgrounds.h"
#include "layout/flow/decorate.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Rect;
using book::NodeId;

/// From below to above.
enum class Layer : std::uint8_t { column_group, column, row_group, row };
constexpr Layer kLayers[] = {Layer::column_group, Layer::column, Layer::row_group, Layer::row};

/// A place for a cell, whether there is one or not, by the row and the column that it begins in.
struct Slot {
  std::uint32_t row = 0, column = 0;
  Rect area;
};

/// The element that `layer` has behind a slot, or `kNoNode`.
NodeId element_behind(const Slot& slot, Layer layer, const Grid& grid) {
  const NodeId column = grid.column_nodes[slot.column];
  const NodeId group = grid.column_groups[slot.column];
  switch (layer) {
    case Layer::column_group:
      return group;
    case Layer::column:
      return column == group ? book::kNoNode : column;
    case Layer::row_group:
      return grid.rows[slot.row].section;
    case Layer::row:
      return grid.rows[slot.row].node;
  }
  return book::kNoNode;
}

/// Whether any element of the layers has something to paint.
bool is_painted(const Grid& grid, const Setting& setting) {
  const auto shows = [&](NodeId node) {
    return node != book::kNoNode && has_background(setting.style(node));
  };
  return std::ranges::any_of(grid.column_nodes, shows) || std::ranges::any_of(grid.column_groups, shows) ||
         std::ranges::any_of(grid.rows,
                             [&](const Row& row) { return shows(row.section) || shows(row.node); });
}

/// Grows `area` by a neighbour that shares a whole side with it.
bool join(Rect& area, const Rect& next) {
  const bool beside =
      area.y == next.y && area.height == next.height && (area.right() == next.x || next.right() == area.x);
  const bool below = area.x == next.x && area.width == next.width && area.bottom() == next.y;
  if (beside || below) {
    area = united(area, next);
  }
  return beside || below;
}

/// Neighbours as one, so that no hairline is seen between them: along the rows, then down the columns.
std::vector<Rect> joined(std::vector<Rect> areas) {
  for (int pass = 0; pass < 2; ++pass) {
    std::vector<Rect> larger;
    for (const Rect& area : areas) {
      if (larger.empty() || !join(larger.back(), area)) {
        larger.push_back(area);
      }
    }
    areas = std::move(larger);
  }
  return areas;
}

class LayerPainter {
 public:
  LayerPainter(const PlacedGrid& placed, const Setting& setting)
      : placed_(placed), setting_(setting), covered_to_(placed.grid.columns) {}

  void paint(std::span<TableStrip> strips) {
    measure(strips);
    Length top;
    for (TableStrip& each : strips) {
      const std::vector<Slot> slots = slots_of(each);
      Fragment behind;
      for (const Layer layer : kLayers) {
        paint_layer(layer, slots, top, behind);
      }
      if (!behind.items.empty()) {
        append(std::exchange(each.ground, {}), {}, behind);
        each.ground = std::move(behind);
      }
      top += each.strip.height;
    }
  }

 private:
  /// What each element takes of the table, had it no pages.
  void measure(std::span<const TableStrip> strips) {
    const auto column = [&](std::size_t i) { return Rect{placed_.lefts[i], {}, placed_.widths[i], {}}; };
    const Rect width = united(column(0), column(placed_.grid.columns - 1));
    Length top, foot;
    for (const TableStrip& each : strips) {
      for (const RowPart& part : each.rows) {
        const Rect area{width.x, top + part.top, width.width, part.height};
        const Row& row = placed_.grid.rows[part.row];
        extend(row.section, area);
        extend(row.node, area);
        foot = area.bottom();
      }
      top += each.strip.height;
    }
    for (std::uint32_t i = 0; i < placed_.grid.columns; ++i) {
      const Rect area{placed_.lefts[i], {}, placed_.widths[i], foot};
      extend(placed_.grid.column_groups[i], area);
      extend(placed_.grid.column_nodes[i], area);
    }
  }

  void extend(NodeId node, Rect area) {
    if (node != book::kNoNode && has_background(setting_.style(node))) {
      const auto [found, is_new] = areas_.try_emplace(node, area);
      found->second = is_new ? area : united(found->second, area);
    }
  }

  /// The strip's slots by row, then column.
  std::vector<Slot> slots_of(const TableStrip& each) {
    std::vector<Slot> slots;
    auto next = each.cells.begin();
    for (const RowPart& part : each.rows) {
      for (; next != each.cells.end() && next->cell->row <= part.row; ++next) {
        add_slot(*next, slots);
      }
      add_missing(part, slots);
    }
    std::ranges::sort(slots, [](const Slot& a, const Slot& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    return slots;
  }

  void add_slot(const CellPart& part, std::vector<Slot>& slots) {
    const Cell& cell = *part.cell;
    slots.push_back({cell.row, cell.column, part.area});
    for (std::uint32_t i = cell.column; i < cell.column + cell.column_span; ++i) {
      covered_to_[i] = std::max(covered_to_[i], cell.row + cell.row_span);
    }
  }

  /// Slots of a row in columns that no cell covers.
  void add_missing(const RowPart& part, std::vector<Slot>& slots) const {
    for (std::uint32_t i = 0; i < placed_.grid.columns; ++i) {
      if (covered_to_[i] <= part.row) {
        slots.push_back({part.row, i, {placed_.lefts[i], part.top, placed_.widths[i], part.height}});
      }
    }
  }

  void paint_layer(Layer layer, std::span<const Slot> slots, Length top, Fragment& behind) const {
    std::map<NodeId, std::vector<Rect>> windows;
    for (const Slot& slot : slots) {
      const NodeId element = element_behind(slot, layer, placed_.grid);
      if (areas_.contains(element)) {
        windows[element].push_back(slot.area);
      }
    }
    for (auto& [element, areas] : windows) {
      Rect area = areas_.at(element);
      area.y -= top;
      paint_background({setting_.style(element), element, setting_.input.pictures.get()}, area,
                       joined(std::move(areas)), behind);
    }
  }

  const PlacedGrid& placed_;
  const Setting& setting_;
  /// By element with a background: what it takes of the table, from the top of its first row.
  std::map<NodeId, Rect> areas_;
  /// By column: the row that no cell from above reaches.
  std::vector<std::uint32_t> covered_to_;
};

}  // namespace

void paint_layers(const PlacedGrid& placed, std::span<TableStrip> strips, const Setting& setting) {
  if (is_painted(placed.grid, setting)) {
    LayerPainter(placed, setting).paint(strips);
  }
}

}  // namespace reliure::layout
