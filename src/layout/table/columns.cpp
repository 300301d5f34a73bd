#include "layout/table/columns.h"

#include <algorithm>
#include <numeric>

namespace reliure::layout {
namespace {

using base::Length;

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

/// Adds `extra` to the widths in proportion to `weights`, exactly: the last column with a weight takes the
/// rest.
void share(Length extra, std::span<const Length> weights, std::vector<Length>& widths) {
  const Length sum = total(weights);
  if (sum.raw <= 0) {
    return;
  }
  Length given;
  std::size_t last = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    // Weights are scaled down together so that the product stays inside 63 bits.
    const Length part = base::scaled(extra, weights[i].raw / 64, std::max<std::int64_t>(1, sum.raw / 64));
    widths[i] += part;
    given += part;
    last = weights[i].raw > 0 ? i : last;
  }
  widths[last] += extra - given;
}

InlineSize measure_cell(const Cell& cell, Workshop& workshop) {
  const style::ComputedStyle& style = workshop.setting.style(cell.node);
  InlineSize size = measure_content(cell.node, workshop);
  if (!style.width.automatic && style.width.percent == 0) {
    size.max_content = base::max(size.min_content, style.width.length);
  }
  if (style.white_space == style::WhiteSpace::nowrap) {
    size.min_content = size.max_content;
  }
  const base::Edges edges = cell_edges(style);
  return {size.min_content + edges.horizontal(), size.max_content + edges.horizontal()};
}

void apply_column_element(book::NodeId node, const Setting& setting, ColumnSize& column) {
  if (node == book::kNoNode) {
    return;
  }
  const style::Dimension& width = setting.style(node).width;
  if (!width.automatic) {
    column.percent = std::max(column.percent, width.percent);
    column.minimum = base::max(column.minimum, width.length);
    column.maximum = base::max(column.maximum, width.length);
  }
}

/// Widens the columns under a spanning cell until they hold it, each in proportion to what it has.
void widen(std::span<ColumnSize> columns, const InlineSize& wanted) {
  std::vector<Length> minimum, maximum;
  for (const ColumnSize& column : columns) {
    minimum.push_back(column.minimum);
    maximum.push_back(column.maximum + Length{1});  // empty columns share too
  }
  const std::vector<Length> weights = maximum;
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

/// Who takes what no content asks for: the columns without a percentage, or all where each has one.
std::vector<Length> surplus_weights(std::span<const ColumnSize> columns, const std::vector<Length>& widths) {
  std::vector<Length> weights = widths;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weights[i] = columns[i].percent > 0 ? Length{} : widths[i];
  }
  return total(weights).raw > 0 ? weights : widths;
}

}  // namespace

base::Edges cell_edges(const style::ComputedStyle& style) {
  const std::int64_t divisor = style.border_collapse ? 2 : 1;
  const auto edge = [&](std::size_t i) { return style.padding[i].length + style.border[i].width / divisor; };
  return {edge(0), edge(1), edge(2), edge(3)};
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
    ColumnSize& column = columns[cell.column];
    column.minimum = base::max(column.minimum, size.min_content);
    column.maximum = base::max(column.maximum, size.max_content);
    column.percent = std::max(column.percent, workshop.setting.style(cell.node).width.percent);
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
  std::vector<Length> wishes;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    wishes.push_back(columns[i].percent > 0 ? Length{} : base::max({}, columns[i].maximum - widths[i]));
  }
  const Length rest = width - total(widths);
  const Length wanted = total(wishes);
  if (wanted.raw > 0) {
    share(base::min(rest, wanted), wishes, widths);
  }
  if (const Length surplus = width - total(widths); surplus.raw > 0) {
    share(surplus, surplus_weights(columns, widths), widths);
  }
  return widths;
}

}  // namespace reliure::layout
