#include "layout/table/columns.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "layout/paragraph/line_count.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;

Length total(std::span<const Length> widths) {
  return std::accumulate(widths.begin(), widths.end(), Length{}, [](Length a, Length b) { return a + b; });
}

Length total_minimum(std::span<const ColumnSize> columns) {
  Length sum;
  for (const ColumnSize& column : columns) {
    sum += column.minimum;
  }
  return sum;
}

/// Weights of up to 16384 pt times as much fit into 63 bits.
constexpr std::int64_t kMostExact = std::int64_t{1} << 30;

/// Adds `extra` to the widths in proportion to `weights`, exactly: the last column with a weight takes the
/// rest.
void share(Length extra, std::span<const Length> weights, std::vector<Length>& widths) {
  const Length sum = total(weights);
  if (sum.raw <= 0) {
    return;
  }
  // Large weights are scaled down together so that the product stays inside 63 bits.
  const std::int64_t scale = sum.raw < kMostExact ? 1 : 64;
  Length given;
  std::size_t last = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const Length part = base::scaled(extra, weights[i].raw / scale, sum.raw / scale);
    widths[i] += part;
    given += part;
    last = weights[i].raw > 0 ? i : last;
  }
  widths[last] += extra - given;
}

/// The border box that a `width` asks for, of a box with these edges.
Length outer_width(const style::ComputedStyle& style, Length width, const base::Edges& edges) {
  return style.border_box ? base::max(width, edges.horizontal()) : width + edges.horizontal();
}

bool is_length(const style::Dimension& width) { return !width.automatic && width.percent == 0; }

/// In ems: what is longer and may break is text, and no number with a unit.
constexpr std::int64_t kLongestNumber = 8;

/// What a cell asks for: with a `width`, no more than that but its longest word.
InlineSize measure_cell(const Cell& cell, Workshop& workshop) {
  const style::ComputedStyle& style = style_of(cell, workshop.setting);
  const base::Edges edges = cell_edges(style);
  InlineSize size = measure_content(cell.content, workshop);
  if (workshop.setting.style(cell.content.parent).white_space == style::WhiteSpace::nowrap) {
    size.min_content = size.max_content;
  }
  size = {size.min_content + edges.horizontal(), size.max_content + edges.horizontal()};
  if (is_length(style.width)) {
    size.max_content = base::max(size.min_content, outer_width(style, style.width.length, edges));
  }
  return size;
}

/// Takes a given width into account: of several, a column has the widest.
void give(const style::Dimension& width, Length outer, ColumnSize& column) {
  if (is_length(width)) {
    column.maximum = column.is_given ? base::max(column.maximum, outer) : outer;
    column.is_given = true;
  } else if (!width.automatic) {
    column.percent = std::max(column.percent, width.percent);
  }
}

void apply_column_element(NodeId node, const Setting& setting, ColumnSize& column) {
  if (node != book::kNoNode) {
    const style::Dimension& width = setting.style(node).width;
    give(width, width.length, column);
  }
}

/// What cells of one column ask for together.
void add_cell(const Cell& cell, const InlineSize& size, const Setting& setting, ColumnSize& column) {
  const style::Dimension& width = style_of(cell, setting).width;
  column.minimum = base::max(column.minimum, size.min_content);
  give(width, size.max_content, column);
  if (!column.is_given) {
    column.maximum = base::max(column.maximum, size.max_content);
  }
}

/// The room that cells aligned at a string need so that all of them find it in one place.
void add_aligned(const Cell& cell, const Workshop& workshop, ColumnSize& column) {
  const std::optional<AlignedText> text = aligned_text(cell, workshop);
  if (!text) {
    return;
  }
  const Length edges = cell_edges(style_of(cell, workshop.setting)).horizontal();
  column.head = base::max(column.head, text->head);
  column.tail = base::max(column.tail, text->tail);
  column.minimum = base::max(column.minimum, column.head + column.tail + edges);
  column.maximum = base::max(column.maximum, column.minimum);
}

/// Widens the columns under a spanning cell until they hold it, those of no given width first, each in
/// proportion to what it has.
void widen(std::span<ColumnSize> columns, const InlineSize& wanted) {
  const bool any_flexible = std::any_of(columns.begin(), columns.end(), is_flexible);
  std::vector<Length> minimum, maximum, weights;
  for (const ColumnSize& column : columns) {
    minimum.push_back(column.minimum);
    maximum.push_back(column.maximum + Length{1});  // empty columns share too
    weights.push_back(any_flexible && !is_flexible(column) ? Length{} : maximum.back());
  }
  if (const Length lack = wanted.min_content - total(minimum); lack.raw > 0) {
    share(lack, weights, minimum);
  }
  if (const Length lack = wanted.max_content - total(maximum); lack.raw > 0) {
    share(lack, weights, maximum);
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].minimum = minimum[i];
    columns[i].maximum = base::max(maximum[i], minimum[i]);
  }
}

/// The minima cut down to `width`: the widest give way until they are as wide as each other, so that one long
/// word does not take its letters' room from the words of other columns. Long words will break.
std::vector<Length> squeezed(std::span<const ColumnSize> columns, Length width) {
  std::vector<std::size_t> by_minimum(columns.size());
  std::iota(by_minimum.begin(), by_minimum.end(), std::size_t{0});
  std::stable_sort(by_minimum.begin(), by_minimum.end(),
                   [&](std::size_t a, std::size_t b) { return columns[a].minimum < columns[b].minimum; });
  std::vector<Length> widths(columns.size());
  auto left = static_cast<std::int64_t>(columns.size());
  for (const std::size_t i : by_minimum) {
    widths[i] = base::min(columns[i].minimum, width / left);
    width -= widths[i];
    --left;
  }
  return widths;
}

/// Each column at its minimum, or at its percentage where that is more.
std::vector<Length> least_widths(std::span<const ColumnSize> columns, Length width) {
  std::vector<Length> widths;
  for (const ColumnSize& column : columns) {
    widths.push_back(base::max(column.minimum, base::scaled(width, column.percent, 65536)));
  }
  if (total(widths) > width) {  // the percentages ask for too much
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i] = columns[i].minimum;
    }
  }
  return widths;
}

/// Gives `rest` to the columns that `takes` says, up to their maxima and in proportion to what they lack.
template <class Takes>
void satisfy(std::span<const ColumnSize> columns, Length width, Takes takes, std::vector<Length>& widths) {
  std::vector<Length> wishes;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    wishes.push_back(takes(columns[i]) ? base::max({}, columns[i].maximum - widths[i]) : Length{});
  }
  share(base::min(width - total(widths), total(wishes)), wishes, widths);
}

/// Who takes what no content asks for: the columns of no given width, even if they are empty; else those
/// whose width is a length; or all where each has a percentage.
std::vector<Length> surplus_weights(std::span<const ColumnSize> columns, const std::vector<Length>& widths) {
  const auto weights_of = [&](auto takes) {
    std::vector<Length> weights;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      weights.push_back(takes(columns[i]) ? base::max(widths[i], Length{1}) : Length{});
    }
    return weights;
  };
  if (std::any_of(columns.begin(), columns.end(), is_flexible)) {
    return weights_of(is_flexible);
  }
  const std::vector<Length> lengths =
      weights_of([](const ColumnSize& column) { return column.percent == 0; });
  return total(lengths).raw > 0 ? lengths : weights_of([](const ColumnSize&) { return true; });
}

}  // namespace

base::Edges cell_edges(const style::ComputedStyle& style) {
  const std::int64_t divisor = style.border_collapse ? 2 : 1;
  const auto edge = [&](std::size_t i) { return style.padding[i].length + style.border[i].width / divisor; };
  return {edge(0), edge(1), edge(2), edge(3)};
}

std::optional<AlignedText> aligned_text(const Cell& cell, const Workshop& workshop) {
  const style::ComputedStyle& style = workshop.setting.style(cell.content.parent);
  if (style.text_align_at.empty() || cell.column_span > 1) {
    return std::nullopt;
  }
  const std::vector<ContentPiece> pieces = split(cell.content, workshop.setting);
  const auto* content = pieces.size() == 1 ? std::get_if<InlineContent>(pieces.data()) : nullptr;
  const auto prepared =
      content != nullptr ? workshop.prepared.find(paragraph_key(*content)) : workshop.prepared.end();
  if (prepared == workshop.prepared.end() || prepared->second.paragraph == nullptr) {
    return std::nullopt;
  }
  const Paragraph& paragraph = *prepared->second.paragraph;
  const InlineSize size = measure(paragraph);
  if (size.max_content > size.min_content && size.max_content > style.font_size * kLongestNumber) {
    return std::nullopt;
  }
  const Length tail = aligned_tail(paragraph);
  return AlignedText{size.max_content - tail, tail};
}

std::vector<ColumnSize> measure_columns(const Grid& grid, Workshop& workshop) {
  std::vector<ColumnSize> columns(grid.columns);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    apply_column_element(grid.column_nodes[i], workshop.setting, columns[i]);
  }
  std::vector<std::pair<const Cell*, InlineSize>> spanning;
  for (const Cell& cell : grid.cells) {
    const InlineSize size = measure_cell(cell, workshop);
    if (cell.column_span > 1) {
      spanning.emplace_back(&cell, size);
      continue;
    }
    add_cell(cell, size, workshop.setting, columns[cell.column]);
    add_aligned(cell, workshop, columns[cell.column]);
  }
  for (ColumnSize& column : columns) {
    column.maximum = base::max(column.maximum, column.minimum);
  }
  // Narrow spans first: a wide one then finds its columns as wide as they must be.
  std::stable_sort(spanning.begin(), spanning.end(),
                   [](const auto& a, const auto& b) { return a.first->column_span < b.first->column_span; });
  for (const auto& [cell, size] : spanning) {
    widen(std::span(columns).subspan(cell->column, cell->column_span), size);
  }
  return columns;
}

std::vector<Length> distribute(std::span<const ColumnSize> columns, Length width) {
  if (total_minimum(columns) > width) {
    return squeezed(columns, width);
  }
  std::vector<Length> widths = least_widths(columns, width);
  satisfy(
      columns, width, [](const ColumnSize& column) { return column.is_given; }, widths);
  satisfy(columns, width, is_flexible, widths);
  if (const Length surplus = width - total(widths); surplus.raw > 0) {
    share(surplus, surplus_weights(columns, widths), widths);
  }
  return widths;
}

std::vector<ColumnSize> fixed_columns(const Grid& grid, const Setting& setting, Length width) {
  std::vector<ColumnSize> columns(grid.columns);
  const auto apply = [&](ColumnSize& column, Length wanted) {
    if (!column.is_given) {
      column = {wanted, wanted, 0, true};
    }
  };
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].maximum = base::points(1);  // as much for each
    if (const NodeId node = grid.column_nodes[i];
        node != book::kNoNode && !setting.style(node).width.automatic) {
      apply(columns[i], setting.style(node).width.resolve(width));
    }
  }
  for (const Cell& cell : grid.cells) {
    const style::ComputedStyle& style = style_of(cell, setting);
    if (cell.row > 0 || style.width.automatic) {
      continue;
    }
    const Length outer = style.width.percent != 0 ? style.width.resolve(width)
                                                  : outer_width(style, style.width.length, cell_edges(style));
    for (std::uint32_t i = 0; i < cell.column_span; ++i) {
      apply(columns[cell.column + i], outer / cell.column_span);
    }
  }
  return columns;
}

}  // namespace reliure::layout
