#include "layout/table/table.h"

#include <algorithm>
#include <utility>

#include "layout/pages/page_cost.h"
#include "layout/scale.h"
#include "layout/table/columns.h"
#include "layout/table/continued.h"
#include "layout/table/grid.h"
#include "layout/table/layers.h"
#include "layout/table/lowest.h"
#include "layout/table/rows.h"
#include "layout/table/too_wide.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;
using style::ComputedStyle;

/// The table's own borders and paddings on both sides.
Length edge_width(const ComputedStyle& style) {
  Length edges;
  for (const std::size_t edge : {1u, 3u}) {
    edges += style.border[edge].width + style.padding[edge].length;
  }
  return edges;
}

/// The width of everything between the columns and around them.
Length frame_width(const ComputedStyle& style, std::uint32_t columns) {
  const Length spacing = style.border_collapse ? Length{} : style.border_spacing_x;
  return spacing * (columns + 1) + edge_width(style);
}

/// What the columns ask for, and what is around them; no narrower than the captions' longest words.
InlineSize table_size(const Grid& grid, const std::vector<ColumnSize>& columns, Length frame,
                      Workshop& workshop) {
  InlineSize size{frame, frame};
  for (const ColumnSize& column : columns) {
    size.min_content += column.minimum;
    size.max_content += column.maximum;
  }
  for (const NodeId caption : grid.captions) {
    const Length least = measure_block(caption, workshop).min_content;
    size = {base::max(size.min_content, least), base::max(size.max_content, least)};
  }
  return size;
}

/// The table's border box in `place` (CSS 2.2 §17.5.2): as wide as its style says, else as its content wants
/// and fits; never narrower than its longest words while there is room.
Place table_box(const ComputedStyle& style, Place place, const InlineSize& wanted) {
  const auto margin = [&](std::size_t edge) {
    return style.margin[edge].automatic ? Length{} : style.margin[edge].resolve(place.width);
  };
  const Length room = place.width - margin(1) - margin(3);
  Length width = base::min(room, wanted.max_content);
  if (!style.width.automatic) {
    width = style.width.resolve(place.width);
  }
  if (!style.max_width.automatic) {
    width = base::min(width, style.max_width.resolve(place.width));
  }
  width = base::max({}, base::min(base::max(width, wanted.min_content), room));
  return {place.x + margin(3) + left_of_rest(style, room - width), width};
}

PlacedGrid place_columns(const Grid& grid, const ComputedStyle& style, Length width,
                         const std::vector<ColumnSize>& columns, const Workshop& workshop) {
  PlacedGrid placed{grid, {}, {}, {}, {}, {}, {}, style.border_collapse, {}};
  for (const ColumnSize& column : columns) {
    placed.heads.push_back(column.head);
    placed.tails.push_back(column.tail);
  }
  if (!style.border_collapse) {
    placed.spacing_x = style.border_spacing_x;
    placed.spacing_y = style.border_spacing_y;
  }
  const Length frame = frame_width(style, grid.columns);
  placed.width = base::max({}, width - (frame - placed.spacing_x * (grid.columns + 1)));
  placed.widths = distribute(columns, base::max({}, width - frame));
  if (!has_fixed_columns(style)) {
    placed.widths = lowest(grid, columns, std::move(placed.widths), workshop);
  }
  // The first column stands where lines start.
  const bool rtl = style.direction == style::Direction::rtl;
  Length x = rtl ? placed.width : placed.spacing_x;
  for (const Length column : placed.widths) {
    x -= rtl ? column + placed.spacing_x : Length{};
    placed.lefts.push_back(x);
    x += rtl ? Length{} : column + placed.spacing_x;
  }
  return placed;
}

/// A table's own style; an anonymous one has nothing but what it inherits.
ComputedStyle style_of(const TableBox& table, const Setting& setting) {
  if (table.node != book::kNoNode) {
    return setting.style(table.node);
  }
  ComputedStyle anonymous;
  static_cast<style::InheritedStyle&>(anonymous) = setting.style(table.content.parent);
  return anonymous;
}

/// Whether the cluster is one row whose only cell heads the rows below it.
bool is_group_head(const Grid& grid, const RowCluster& cluster) {
  const Row& row = grid.rows[cluster.first];
  return cluster.last - cluster.first == 1 && row.group == RowGroup::body && row.cell_count == 1 &&
         grid.cells[row.first_cell].is_header && grid.cells[row.first_cell].column_span == grid.columns &&
         grid.columns > 1;
}

Length height_of(std::span<const TableStrip> strips) {
  Length height;
  for (const TableStrip& each : strips) {
    height += each.strip.height;
  }
  return height;
}

/// Whether what stands above the rows on each page may be as high: half of a page is left for them.
bool may_return(Length height, Length page) { return height * 2 < page; }

/// Sets the table's rows, cluster by cluster.
class RowSetter {
 public:
  /// `reduction` is the size that the rows are set in, in 1/65536 of their own.
  /// `continued` stands above the rows on further pages.
  RowSetter(const PlacedGrid& placed, Length x, std::int64_t reduction, Continued continued,
            FlowBuilder& builder)
      : placed_(placed),
        x_(x),
        reduction_(reduction),
        continued_(std::move(continued)),
        builder_(builder),
        page_(base::scaled(builder.workshop().page_height, kFullSize, reduction)) {}

  void set_all() {
    const std::vector<RowCluster> clusters = cluster_rows(placed_.grid);
    if (clusters.empty()) {
      return;
    }
    const auto body = std::find_if_not(clusters.begin(), clusters.end(), [&](const RowCluster& cluster) {
      return placed_.grid.rows[cluster.first].group == RowGroup::head;
    });
    const std::span<const RowCluster> rest(body, clusters.end());
    set({clusters.begin(), body}, page_);
    const std::size_t head = strips_.size();
    const Length above = placed_.spacing_y + base::scaled(continued_.height, kFullSize, reduction_);
    const Length head_height = above + height_of(strips_);
    // A header that takes half of each page would leave too little for what it heads.
    const bool returns = !rest.empty() && may_return(head_height, page_);
    set(rest, page_ - (returns ? head_height : base::min(above, page_ / 2)));
    paint_layers(placed_, strips_, builder_.workshop().setting);
    reduce();
    if (spacing().raw > 0) {
      builder_.add_padding(spacing());
    }
    add_head(head, returns ? head : 0);
    add_body(rest, head);
  }

 private:
  /// Appends the strips of clusters for pages that leave `room` to each.
  void set(std::span<const RowCluster> clusters, Length room) {
    for (const RowCluster& cluster : clusters) {
      firsts_.push_back(strips_.size());
      for (TableStrip& strip : set_cluster(placed_, cluster, room, builder_.workshop())) {
        strips_.push_back(std::move(strip));
      }
    }
  }

  /// The space above the first row, as it is set.
  Length spacing() const { return reduced(placed_.spacing_y); }
  Length reduced(Length length) const { return base::scaled(length, reduction_, kFullSize); }

  /// Makes the strips as small as the table is set; from here on, lengths are those of the page.
  void reduce() {
    page_ = builder_.workshop().page_height;
    if (reduction_ == kFullSize) {
      return;
    }
    for (TableStrip& each : strips_) {
      each.strip.height = reduced(each.strip.height);
      if (each.strip.baseline) {
        each.strip.baseline = reduced(*each.strip.baseline);
      }
      scale_by(reduction_, each.strip.content);
      scale_by(reduction_, each.ground);
    }
  }

  /// Adds the `head` strips of header rows, of which `returning` stand on each page below the spacing.
  void add_head(std::size_t head, std::size_t returning) {
    TableHead again = make_head(returning);
    for (std::size_t i = 0; i < head; ++i) {
      add(strips_[i]);
      builder_.keep(kKeepWithNext);
    }
    if (again.height.raw > 0 && may_return(again.height, page_)) {
      table_ = static_cast<std::uint32_t>(builder_.flow().tables.size());
      builder_.flow().tables.push_back(std::move(again));
    }
  }

  /// The first `count` strips as one fragment to be shown again; anchors stay with the first showing.
  TableHead make_head(std::size_t count) const {
    TableHead head;
    head.x = x_;
    append(continued_.content, {}, head.content);
    head.height = continued_.height + spacing();
    Fragment above;
    for (const TableStrip& each : std::span(strips_).first(count)) {
      append(each.ground, {{}, head.height}, head.content);
      append(each.strip.content, {{}, head.height}, above);
      head.height += each.strip.height;
    }
    append(std::move(above), {}, head.content);
    std::erase_if(head.content.items,
                  [](const book::Item& item) { return std::holds_alternative<book::Anchor>(item.mark); });
    return head;
  }

  /// Adds the strips from `first` on, those of `clusters`.
  void add_body(std::span<const RowCluster> clusters, std::size_t first) {
    const std::span<const std::size_t> firsts = std::span(firsts_).last(clusters.size());
    for (std::size_t i = 0; i < clusters.size(); ++i) {
      // One row alone at the foot or at the head of a page looks lost.
      if ((i == 1 || i + 1 == clusters.size()) && clusters.size() > 2) {
        builder_.keep(kLonelyRow);
      }
      const std::size_t end = i + 1 < clusters.size() ? firsts[i + 1] : strips_.size();
      for (; first < end; ++first) {
        add(strips_[first]);
      }
      if (is_group_head(placed_.grid, clusters[i])) {
        builder_.keep(kKeepWithNext);
      }
    }
  }

  void add(TableStrip& set) {
    set.strip.x = x_;
    set.strip.table = table_;
    set.strip.ground = std::move(set.ground.items);
    builder_.add_strip(std::move(set.strip));
  }

  const PlacedGrid& placed_;
  Length x_;
  std::int64_t reduction_;
  Continued continued_;
  FlowBuilder& builder_;
  /// The height of a page, in the table's own size until it is reduced.
  Length page_;
  std::vector<TableStrip> strips_;
  /// The first strip of each cluster.
  std::vector<std::size_t> firsts_;
  std::uint32_t table_ = kNone;
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

InlineSize measure_table(const TableBox& table, Workshop& workshop) {
  const Grid grid = read_grid(table.content, workshop.setting);
  const Length frame = frame_width(style_of(table, workshop.setting), grid.columns);
  return table_size(grid, measure_columns(grid, workshop), frame, workshop);
}

void add_table(const TableBox& table, Place place, FlowBuilder& builder) {
  Workshop& workshop = builder.workshop();
  const ComputedStyle style = style_of(table, workshop.setting);
  const Grid grid = read_grid(table.content, workshop.setting);
  const Length frame = frame_width(style, grid.columns);
  const std::vector<ColumnSize> columns =
      has_fixed_columns(style)
          ? fixed_columns(grid, workshop.setting, table_box(style, place, {}).width - frame)
          : measure_columns(grid, workshop);
  const InlineSize wanted = table_size(grid, columns, frame, workshop);
  const Place box = table_box(style, place, wanted);
  const bool outer_is_wide = workshop.setting.in_wide_table;
  const std::int64_t size = reduction(table, style, wanted.min_content, box.width, workshop);
  add_captions(grid, style::CaptionSide::top, box, builder);
  const bool is_element = table.node != book::kNoNode;
  const auto enclosing = is_element ? builder.open(table.node, box) : FlowBuilder::Enclosing{};
  const Length edges = edge_width(style);
  const Length inner = base::scaled(box.width - edges, kFullSize, size);
  const PlacedGrid placed = place_columns(grid, style, inner + edges, columns, workshop);
  // A narrow table's caption may be wider than itself, as long as it starts where the table does.
  const Length line_width =
      style.direction == style::Direction::rtl ? box.width - edges : place.x + place.width - box.x;
  RowSetter(placed, box.x + style.border[3].width + style.padding[3].length, size,
            set_continued(grid, style, line_width, workshop), builder)
      .set_all();
  if (is_element) {
    builder.close(table.node, enclosing);
  }
  workshop.setting.in_wide_table = outer_is_wide;
  add_captions(grid, style::CaptionSide::bottom, box, builder);
}

}  // namespace reliure::layout
