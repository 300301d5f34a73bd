#include "layout/table/table.h"

#include <algorithm>

#include "layout/pages/page_cost.h"
#include "layout/table/columns.h"
#include "layout/table/grid.h"
#include "layout/table/rows.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;
using style::ComputedStyle;

/// The width of everything between the columns and around them.
Length frame_width(const ComputedStyle& style, std::uint32_t columns) {
  const Length spacing = style.border_collapse ? Length{} : style.border_spacing_x;
  Length frame = spacing * (columns + 1);
  for (const std::size_t edge : {1u, 3u}) {
    frame += style.border[edge].width + style.padding[edge].length;
  }
  return frame;
}

InlineSize total_size(const std::vector<ColumnSize>& columns) {
  InlineSize size;
  for (const ColumnSize& column : columns) {
    size.min_content += column.minimum;
    size.max_content += column.maximum;
  }
  return size;
}

/// The table's border box in `place` (CSS 2.2 §17.5.2): as wide as its style says, else as its content wants
/// and fits.
Place table_box(const ComputedStyle& style, Place place, Length wanted) {
  const auto margin = [&](std::size_t edge) {
    return style.margin[edge].automatic ? Length{} : style.margin[edge].resolve(place.width);
  };
  const Length room = place.width - margin(1) - margin(3);
  Length width = base::min(room, wanted);
  if (!style.width.automatic) {
    width = style.width.resolve(place.width);
  }
  if (!style.max_width.automatic) {
    width = base::min(width, style.max_width.resolve(place.width));
  }
  width = base::min(width, room);
  return {place.x + margin(3) + left_of_rest(style, room - width), width};
}

/// `table-layout: fixed`: columns with a width have it, the others share what is left evenly.
std::vector<ColumnSize> fixed_columns(const Grid& grid, const Setting& setting, Length width) {
  std::vector<ColumnSize> columns(grid.columns);
  const auto apply = [&](NodeId node, ColumnSize& column) {
    const style::Dimension& wanted = setting.style(node).width;
    if (!wanted.automatic) {
      column.minimum = column.maximum = wanted.resolve(width);
    }
  };
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].maximum = base::points(1);
    if (grid.column_nodes[i] != book::kNoNode) {
      apply(grid.column_nodes[i], columns[i]);
    }
  }
  for (const Cell& cell : grid.cells) {
    if (cell.row == 0 && cell.column_span == 1) {
      apply(cell.node, columns[cell.column]);
    }
  }
  return columns;
}

PlacedGrid place_columns(const Grid& grid, NodeId table, Place box, const std::vector<ColumnSize>& columns,
                         const Setting& setting) {
  const ComputedStyle& style = setting.style(table);
  PlacedGrid placed{grid, {}, {}, {}, {}, table, style.border_collapse, {}};
  if (!style.border_collapse) {
    placed.spacing_x = style.border_spacing_x;
    placed.spacing_y = style.border_spacing_y;
  }
  placed.width = box.width - (frame_width(style, grid.columns) - placed.spacing_x * (grid.columns + 1));
  placed.widths = distribute(columns, base::max({}, box.width - frame_width(style, grid.columns)));
  // The first column stands where lines start.
  const bool rtl = style.direction == style::Direction::rtl;
  Length x = rtl ? placed.width : placed.spacing_x;
  for (const Length width : placed.widths) {
    x -= rtl ? width + placed.spacing_x : Length{};
    placed.lefts.push_back(x);
    x += rtl ? Length{} : width + placed.spacing_x;
  }
  return placed;
}

void report_squeezed(NodeId table, Length lack, Setting& setting) {
  const std::int64_t lacking = lack.raw / base::kUnitsPerPoint + 1;
  setting.diagnostics.report(
      base::Code::layout_table_too_wide, setting.manuscript()[table].span,
      "the table's longest words need " + std::to_string(lacking) + " pt more than the page is wide",
      "give it fewer columns, shorter words or a smaller font");
}

/// Whether the cluster is one row whose only cell heads the rows below it.
bool is_group_head(const Grid& grid, const RowCluster& cluster) {
  const Row& row = grid.rows[cluster.first];
  return cluster.last - cluster.first == 1 && row.group == RowGroup::body && row.cell_count == 1 &&
         grid.cells[row.first_cell].is_header && grid.cells[row.first_cell].column_span == grid.columns &&
         grid.columns > 1;
}

/// The header rows as one fragment to be shown again; anchors stay with the first showing.
TableHead make_head(const std::vector<Strip>& strips, Length x) {
  TableHead head;
  head.x = x;
  for (const Strip& strip : strips) {
    append(strip.content, {{}, head.height}, head.content);
    head.height += strip.height;
  }
  std::erase_if(head.content.items,
                [](const book::Item& item) { return std::holds_alternative<book::Anchor>(item.mark); });
  return head;
}

/// Sets the table's rows, cluster by cluster.
class RowSetter {
 public:
  RowSetter(const PlacedGrid& placed, Length x, FlowBuilder& builder)
      : placed_(placed), x_(x), builder_(builder) {}

  void set_all() {
    const std::vector<RowCluster> clusters = cluster_rows(placed_.grid);
    const auto is_head = [&](const RowCluster& cluster) {
      return placed_.grid.rows[cluster.first].group == RowGroup::head;
    };
    const auto body = std::find_if_not(clusters.begin(), clusters.end(), is_head);
    set_head(std::span(clusters.begin(), body), body != clusters.end());
    const std::span<const RowCluster> rest(body, clusters.end());
    for (std::size_t i = 0; i < rest.size(); ++i) {
      // One row alone at the foot or at the head of a page looks lost.
      if ((i == 1 || i + 1 == rest.size()) && rest.size() > 2) {
        builder_.keep(kLonelyRow);
      }
      add(set_cluster(placed_, rest[i], room_, builder_.workshop()));
      if (is_group_head(placed_.grid, rest[i])) {
        builder_.keep(kKeepWithNext);
      }
    }
  }

 private:
  void set_head(std::span<const RowCluster> clusters, bool has_body) {
    room_ = builder_.workshop().page_height;
    std::vector<Strip> strips;
    for (const RowCluster& cluster : clusters) {
      for (Strip& strip : set_cluster(placed_, cluster, room_, builder_.workshop())) {
        strips.push_back(std::move(strip));
      }
    }
    if (strips.empty()) {
      return;
    }
    TableHead head = make_head(strips, x_);
    for (Strip& strip : strips) {
      std::vector<Strip> one;
      one.push_back(std::move(strip));
      add(std::move(one));
      builder_.keep(kKeepWithNext);
    }
    // A header that takes half of each page would leave too little for what it heads.
    if (has_body && head.height * 2 < room_) {
      room_ -= head.height;
      table_ = static_cast<std::uint32_t>(builder_.flow().tables.size());
      builder_.flow().tables.push_back(std::move(head));
    }
  }

  void add(std::vector<Strip> strips) {
    for (Strip& strip : strips) {
      strip.x = x_;
      strip.table = table_;
      builder_.add_strip(std::move(strip));
    }
  }

  const PlacedGrid& placed_;
  Length x_;
  FlowBuilder& builder_;
  std::uint32_t table_ = kNone;
  Length room_;
};

void add_captions(const Grid& grid, style::CaptionSide side, Place box, FlowBuilder& builder) {
  for (const NodeId caption : grid.captions) {
    if (builder.workshop().setting.style(caption).caption_side != side) {
      continue;
    }
    if (side == style::CaptionSide::bottom) {
      builder.keep(kKeepWithNext);
    }
    builder.add_block(caption, box);
    if (side == style::CaptionSide::top) {
      builder.keep(kKeepWithNext);
    }
  }
}

}  // namespace

InlineSize measure_table(NodeId table, Workshop& workshop) {
  const Grid grid = read_grid(table, workshop.setting);
  const InlineSize columns = total_size(measure_columns(grid, workshop));
  const Length frame = frame_width(workshop.setting.style(table), grid.columns);
  return {columns.min_content + frame, columns.max_content + frame};
}

void add_table(NodeId table, Place place, FlowBuilder& builder) {
  Workshop& workshop = builder.workshop();
  const ComputedStyle& style = workshop.setting.style(table);
  const Grid grid = read_grid(table, workshop.setting);
  const Length frame = frame_width(style, grid.columns);
  const bool fixed = style.fixed_table && !style.width.automatic;
  const std::vector<ColumnSize> columns =
      fixed ? fixed_columns(grid, workshop.setting, place.width) : measure_columns(grid, workshop);
  const InlineSize wanted = total_size(columns);
  const Place box = table_box(style, place, wanted.max_content + frame);
  const bool outer_is_wide = workshop.setting.in_wide_table;
  const Length lack = wanted.min_content + frame - box.width;
  if (lack.raw > base::kUnitsPerPoint && !outer_is_wide) {
    report_squeezed(table, lack, workshop.setting);
    workshop.setting.in_wide_table = true;
  }
  add_captions(grid, style::CaptionSide::top, box, builder);
  const FlowBuilder::Enclosing enclosing = builder.open(table, box);
  const PlacedGrid placed = place_columns(grid, table, box, columns, workshop.setting);
  RowSetter(placed, box.x + style.border[3].width + style.padding[3].length, builder).set_all();
  builder.close(table, enclosing);
  workshop.setting.in_wide_table = outer_is_wide;
  add_captions(grid, style::CaptionSide::bottom, box, builder);
}

}  // namespace reliure::layout
