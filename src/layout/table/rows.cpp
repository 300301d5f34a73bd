#include "layout/table/rows.h"

#include <algorithm>
#include <utility>

#include "layout/flow/block.h"
#include "layout/flow/decorate.h"
#include "layout/flow/parting.h"
#include "layout/flow/stack.h"
#include "layout/pages/page_cost.h"
#include "layout/table/columns.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Rect;
using style::ComputedStyle;
using style::VerticalAlign;

/// A cell of the cluster with its content laid out.
struct SetCell {
  const Cell* cell = nullptr;
  const ComputedStyle* style = nullptr;
  Flow flow;
  Length x, width;
  base::Edges edges;
  Length content_height;
  /// Space above, so that its baseline is the row's.
  Length drop;
  /// First strip that no band holds yet.
  std::size_t next = 0;

  Length height() const { return content_height + edges.vertical() + drop; }
  std::uint32_t last_row() const { return cell->row + cell->row_span - 1; }
  bool is_done() const { return next == flow.strips.size(); }
};

/// Adds space below what is in the cell, which goes on over pages.
void add_space(Length height, Length page, SetCell& set) {
  for (Strip& kern : kerns(height, {}, page)) {
    set.flow.strips.push_back(std::move(kern));
  }
}

/// The part of a page that an edge of a cell may have on each page that the cell is on.
constexpr std::int64_t kEdgeDivisor = 8;

/// Takes an edge away that is too tall to stand on each page, and returns it.
Length take_tall(Length page, Length& edge) {
  return edge * kEdgeDivisor <= page ? Length{} : std::exchange(edge, {});
}

/// The room that a cell aligned at a string leaves at the end of its `width`, so that the string stands where
/// it does in the column's other cells.
Length room_after(const PlacedGrid& placed, const Cell& cell, Length width, const Workshop& workshop) {
  const std::optional<AlignedText> text = aligned_text(cell, workshop);
  const Length both = placed.heads[cell.column] + placed.tails[cell.column];
  if (!text || both > width) {
    return {};
  }
  const bool centred = workshop.setting.style(cell.content.parent).text_align == style::TextAlign::center;
  return placed.tails[cell.column] - text->tail + (centred ? (width - both) / 2 : Length{});
}

/// What stands together in the cell finds room on a page of `room`, between its edges.
SetCell set_cell(const PlacedGrid& placed, const Cell& cell, Length room, Workshop& workshop) {
  SetCell set;
  set.cell = &cell;
  set.style = &style_of(cell, workshop.setting);
  set.edges = cell_edges(*set.style);
  const std::size_t first = cell.column, last = first + cell.column_span - 1;
  const auto [left, right] = std::minmax(
      first, last, [&](std::size_t a, std::size_t b) { return placed.lefts[a] < placed.lefts[b]; });
  set.x = placed.lefts[left];
  set.width = placed.lefts[right] + placed.widths[right] - set.x;
  const Length page = workshop.page_height;
  const Length above = take_tall(page, set.edges.top);
  const Length below = take_tall(page, set.edges.bottom);
  const Length picture = workshop.setting.page_height;
  workshop.page_height = workshop.setting.page_height = room - set.edges.vertical();
  std::vector<book::NodeId>* const wide_tables = std::exchange(workshop.wide_tables, nullptr);
  const Length inner = base::max({}, set.width - set.edges.horizontal());
  const Length after = room_after(placed, cell, inner, workshop);
  set.flow = build_content(cell.content, inner - after, workshop, above);
  workshop.page_height = page;
  workshop.setting.page_height = picture;
  workshop.wide_tables = wide_tables;
  add_space(below, page, set);
  for (Strip& strip : set.flow.strips) {
    strip.table = kNone;  // only the outermost table repeats its header
  }
  set.content_height = height_of(set.flow, 0, set.flow.strips.size());
  return set;
}

std::vector<SetCell> set_cells(const PlacedGrid& placed, const RowCluster& cluster, Length room,
                               Workshop& workshop) {
  std::vector<SetCell> cells;
  for (std::uint32_t row = cluster.first; row < cluster.last; ++row) {
    const Row& at = placed.grid.rows[row];
    for (std::uint32_t i = 0; i < at.cell_count; ++i) {
      cells.push_back(set_cell(placed, placed.grid.cells[at.first_cell + i], room, workshop));
    }
  }
  return cells;
}

/// The height that a row asks for itself, or zero.
Length own_height(const PlacedGrid& placed, std::uint32_t row, const Setting& setting) {
  const book::NodeId node = placed.grid.rows[row].node;
  return node == book::kNoNode ? Length{} : least_border_height(setting.style(node), {});
}

Length least_height(const SetCell& cell) { return least_border_height(*cell.style, cell.edges.vertical()); }

/// The baseline of the first line, the flow being painted at `top`.
std::optional<Length> first_baseline(const Flow& flow, Length top) {
  bool leading = true;
  for (const Strip& strip : flow.strips) {
    leading = leading && strip.kind == Strip::Kind::space;
    if (strip.baseline) {
      return top + *strip.baseline;
    }
    top += leading ? Length{} : strip.height;
  }
  return std::nullopt;
}

/// Whether the cell's first line stands on the baseline of its row: all values that are no other place of a
/// cell (CSS 2.2 §17.5.3).
bool is_on_baseline(const SetCell& cell) {
  const VerticalAlign align = cell.style->vertical_align;
  return align != VerticalAlign::top && align != VerticalAlign::middle && align != VerticalAlign::bottom;
}

/// Drops the cells of each row that stand on its baseline down to it: to the lowest of theirs.
void align_baselines(std::vector<SetCell>& cells) {
  for (auto first = cells.begin(); first != cells.end();) {
    const auto end = std::find_if(
        first, cells.end(), [row = first->cell->row](const SetCell& cell) { return cell.cell->row != row; });
    Length lowest;
    const auto for_each_on_it = [&](auto use) {
      for (auto cell = first; cell != end; ++cell) {
        const auto own = is_on_baseline(*cell) ? first_baseline(cell->flow, cell->edges.top) : std::nullopt;
        if (own) {
          use(*cell, *own);
        }
      }
    };
    for_each_on_it([&](const SetCell&, Length own) { lowest = base::max(lowest, own); });
    for_each_on_it([&](SetCell& cell, Length own) { cell.drop = lowest - own; });
    first = end;
  }
}

/// Row heights: what cells of one row need, then what is lacking for cells over several, given to their last
/// row.
std::vector<Length> row_heights(const PlacedGrid& placed, const RowCluster& cluster,
                                const std::vector<SetCell>& cells, const Setting& setting) {
  std::vector<Length> heights(cluster.last - cluster.first);
  for (std::size_t i = 0; i < heights.size(); ++i) {
    heights[i] = own_height(placed, cluster.first + static_cast<std::uint32_t>(i), setting);
  }
  for (const SetCell& cell : cells) {
    if (cell.cell->row_span == 1) {
      Length& height = heights[cell.cell->row - cluster.first];
      height = base::max(height, base::max(cell.height(), least_height(cell)));
    }
  }
  for (const SetCell& cell : cells) {
    Length covered = placed.spacing_y * (cell.cell->row_span - 1);
    for (std::uint32_t row = cell.cell->row; row <= cell.last_row(); ++row) {
      covered += heights[row - cluster.first];
    }
    Length& last = heights[cell.last_row() - cluster.first];
    last += base::max({}, base::max(cell.height(), least_height(cell)) - covered);
  }
  return heights;
}

/// The border box of a cell: where borders collapse, half of each lies outside of its grid lines.
Rect border_area(const SetCell& cell, Rect area, bool collapse) {
  if (!collapse) {
    return area;
  }
  const auto half = [&](std::size_t edge) { return cell.style->border[edge].width / 2; };
  return {area.x - half(3), area.y - half(0), area.width + half(3) + half(1),
          area.height + half(0) + half(2)};
}

Length content_offset(const SetCell& cell, Length height) {
  const Length free = height - cell.height();
  switch (cell.style->vertical_align) {
    case VerticalAlign::middle:
      return free / 2;
    case VerticalAlign::bottom:
      return free;
    default:
      return cell.drop;
  }
}

void note_cell(const SetCell& cell, base::Point at, const Workshop& workshop, Fragment& target) {
  if (cell.cell->node != book::kNoNode && workshop.is_target[cell.cell->node.value]) {
    target.items.push_back({cell.cell->node, {}, book::Role::layout, book::Anchor{at, cell.cell->node}});
  }
}

void collect_notes(const Flow& flow, std::size_t begin, std::size_t end, std::vector<book::NodeId>& notes) {
  for (std::size_t i = begin; i < end; ++i) {
    notes.insert(notes.end(), flow.strips[i].notes.begin(), flow.strips[i].notes.end());
  }
}

void note_row(const PlacedGrid& placed, std::uint32_t row, const Workshop& workshop, Strip& strip) {
  const book::NodeId node = placed.grid.rows[row].node;
  if (node != book::kNoNode && workshop.is_target[node.value]) {
    strip.anchors.push_back(node);
  }
}

Look look_of(const SetCell& cell, const Workshop& workshop) {
  return {*cell.style, cell.cell->node, workshop.setting.input.pictures.get()};
}

/// All rows of the cluster in one strip.
TableStrip set_whole(const PlacedGrid& placed, const RowCluster& cluster, std::vector<SetCell>& cells,
                     const std::vector<Length>& heights, Workshop& workshop) {
  TableStrip set;
  Strip& strip = set.strip;
  std::vector<Length> tops{{}};
  for (std::size_t i = 0; i < heights.size(); ++i) {
    const auto row = cluster.first + static_cast<std::uint32_t>(i);
    set.rows.push_back({row, tops[i], heights[i]});
    note_row(placed, row, workshop, strip);
    tops.push_back(tops[i] + heights[i] + placed.spacing_y);
  }
  for (SetCell& cell : cells) {
    const std::size_t first = cell.cell->row - cluster.first;
    const std::size_t last = cell.last_row() - cluster.first;
    const Rect area{cell.x, tops[first], cell.width, tops[last] + heights[last] - tops[first]};
    set.cells.push_back({cell.cell, area});
    decorate(look_of(cell, workshop), border_area(cell, area, placed.collapse), {}, set.ground,
             strip.content);
    note_cell(cell, {area.x, area.y}, workshop, strip.content);
    const base::Point at{area.x + cell.edges.left,
                         area.y + cell.edges.top + content_offset(cell, area.height)};
    paint(cell.flow, {0, cell.flow.strips.size(), false}, at, strip.content);
    collect_notes(cell.flow, 0, cell.flow.strips.size(), strip.notes);
    if (first == 0 && !strip.baseline) {
      strip.baseline = first_baseline(cell.flow, at.y);
    }
  }
  strip.height = tops.back();
  return set;
}

/// Whether a band may end before strip `index`: not beside a float, nor between padding and what it pads.
bool may_end_band(const Flow& flow, std::size_t index) {
  return index == flow.strips.size() || flow.strips[index].break_before.cost != kNever;
}

/// How much of a cell goes into a band: the strips up to `height`.
std::size_t band_end(const SetCell& cell, Length height) {
  std::size_t end = cell.next;
  std::size_t at = cell.next;
  for (Length taken; at < cell.flow.strips.size();) {
    taken += cell.flow.strips[at].height;
    if (taken > height) {
      break;
    }
    ++at;
    end = may_end_band(cell.flow, at) ? at : end;
  }
  return end;
}

/// The height of the next line of any active cell, with the space above it.
Length next_band_height(const std::vector<SetCell*>& active) {
  Length height;
  for (const SetCell* cell : active) {
    Length taken;
    for (std::size_t i = cell->next; i < cell->flow.strips.size(); ++i) {
      taken += cell->flow.strips[i].height;
      height = base::max(height, taken);  // strips may go up again: all of them must find room
      if (!is_space(cell->flow.strips[i]) && may_end_band(cell->flow, i + 1)) {
        break;
      }
    }
  }
  return height;
}

/// One band of a row that is too tall for a page: each cell goes on, its edges only at its start and end.
TableStrip set_band(const PlacedGrid& placed, std::uint32_t row, const std::vector<SetCell*>& active,
                    Length height, Workshop& workshop) {
  TableStrip set;
  Strip& strip = set.strip;
  std::vector<std::size_t> ends;
  bool row_is_done = true;
  for (const SetCell* cell : active) {
    ends.push_back(band_end(*cell, height));
    row_is_done = row_is_done && (cell->last_row() != row || ends.back() == cell->flow.strips.size());
  }
  Length above, below;
  for (std::size_t i = 0; i < active.size(); ++i) {
    above = base::max(above, active[i]->next == 0 ? active[i]->edges.top : Length{});
    below =
        base::max(below, row_is_done && active[i]->last_row() == row ? active[i]->edges.bottom : Length{});
  }
  strip.height = above + height + below;
  set.rows.push_back({row, {}, strip.height});
  for (std::size_t i = 0; i < active.size(); ++i) {
    SetCell& cell = *active[i];
    const bool first = cell.next == 0;
    const bool last = row_is_done && cell.last_row() == row;
    const Rect area{cell.x, {}, cell.width, strip.height};
    set.cells.push_back({cell.cell, area});
    decorate(look_of(cell, workshop), border_area(cell, area, placed.collapse), {first, true, last, true},
             set.ground, strip.content);
    if (first) {
      note_cell(cell, {area.x, area.y}, workshop, strip.content);
    }
    paint(cell.flow, {cell.next, ends[i], !first}, {cell.x + cell.edges.left, above}, strip.content);
    collect_notes(cell.flow, cell.next, ends[i], strip.notes);
    cell.next = ends[i];
  }
  return set;
}

/// Space in the first cell of each row that is lower than the height that row or cells ask for.
void fill_rows(const PlacedGrid& placed, const RowCluster& cluster, std::vector<SetCell>& cells,
               Workshop& workshop) {
  auto cell = cells.begin();
  for (std::uint32_t row = cluster.first; row < cluster.last; ++row) {
    SetCell* first = nullptr;
    Length least = own_height(placed, row, workshop.setting);
    for (; cell != cells.end() && cell->cell->row == row; ++cell) {
      if (cell->cell->row_span == 1) {
        first = first == nullptr ? &*cell : first;
        least = base::max(least, least_height(*cell));
      }
    }
    if (first != nullptr) {
      add_space(least - first->height(), workshop.page_height, *first);
    }
  }
}

/// What it costs to end a page where the cells go on: as much as in the cell where it costs most, so that
/// none of them has a widow or an orphan.
std::int32_t cost_before_band(const std::vector<SetCell*>& active) {
  std::int32_t cost = 0;
  for (const SetCell* cell : active) {
    const bool goes_on = cell->next > 0 && !cell->is_done();
    cost = std::max(cost, goes_on ? cell->flow.strips[cell->next].break_before.cost : 0);
  }
  return cost;
}

/// The rows one after the other, each in bands until the cells that end in it are done.
std::vector<TableStrip> set_bands(const PlacedGrid& placed, const RowCluster& cluster,
                                  std::vector<SetCell>& cells, Workshop& workshop) {
  std::vector<TableStrip> strips;
  std::vector<SetCell*> active;
  auto coming = cells.begin();
  for (std::uint32_t row = cluster.first; row < cluster.last; ++row) {
    std::erase_if(active, [row](const SetCell* cell) { return cell->last_row() < row; });
    for (; coming != cells.end() && coming->cell->row == row; ++coming) {
      active.push_back(&*coming);
    }
    const std::size_t first = strips.size();
    const auto ends_here = [row](const SetCell* cell) { return cell->last_row() != row || cell->is_done(); };
    do {
      const std::int32_t cost = cost_before_band(active);
      strips.push_back(set_band(placed, row, active, next_band_height(active), workshop));
      strips.back().strip.break_before.cost = cost;
    } while (!std::all_of(active.begin(), active.end(), ends_here));
    note_row(placed, row, workshop, strips[first].strip);
    if (strips.size() > first + 1) {
      for (Strip* strip : {&strips[first + 1].strip, &strips.back().strip}) {
        strip->break_before.cost = std::max(strip->break_before.cost, kWidowOrOrphan);
      }
    }
    strips.back().strip.height += placed.spacing_y;
  }
  return strips;
}

}  // namespace

std::vector<RowCluster> cluster_rows(const Grid& grid) {
  std::vector<RowCluster> clusters;
  std::uint32_t joined = 0;  // the first row that no cell from above reaches
  for (std::uint32_t row = 0; row < grid.rows.size(); ++row) {
    if (row >= joined) {
      clusters.push_back({row, row});
    }
    const Row& at = grid.rows[row];
    joined = std::max(joined, row + 1);
    for (std::uint32_t i = 0; i < at.cell_count; ++i) {
      joined = std::max(joined, row + grid.cells[at.first_cell + i].row_span);
    }
    clusters.back().last = row + 1;
  }
  return clusters;
}

std::vector<TableStrip> set_cluster(const PlacedGrid& placed, const RowCluster& cluster, Length room,
                                    Workshop& workshop) {
  std::vector<SetCell> cells = set_cells(placed, cluster, room, workshop);
  align_baselines(cells);
  const std::vector<Length> heights = row_heights(placed, cluster, cells, workshop.setting);
  Length total;
  for (const Length height : heights) {
    total += height + placed.spacing_y;
  }
  if (total > room && !cells.empty()) {
    for (SetCell& cell : cells) {
      cell.drop = {};  // lines on several pages have no baseline in common
    }
    fill_rows(placed, cluster, cells, workshop);
    return set_bands(placed, cluster, cells, workshop);
  }
  std::vector<TableStrip> whole;
  whole.push_back(set_whole(placed, cluster, cells, heights, workshop));
  whole.back().strip.break_before.cost = 0;
  return whole;
}

}  // namespace reliure::layout
