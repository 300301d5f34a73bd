#include "layout/table/too_wide.h"

#include <algorithm>
#include <string>

#include "layout/pages/assemble.h"

namespace reliure::layout {
namespace {

using base::Length;

book::NodeId first_node(const TableBox& table) {
  return table.node != book::kNoNode ? table.node : table.content.first;
}

/// Whether the table's style names pages that are wider than this one.
bool has_wider_page(const style::ComputedStyle& style, const Workshop& workshop) {
  if (style.wide_page.empty()) {
    return false;
  }
  const style::PageStyle& page = workshop.setting.input.styles.page({style.wide_page, false, false, false});
  return page_body(page).width > workshop.page_width;
}

/// Whether the table leaves the text with a box around it, which no other page takes.
bool is_in_float(book::NodeId node, const Setting& setting) {
  while (node != book::kRoot && setting.style(node).float_ == style::Float::none) {
    node = setting.manuscript()[node].parent;
  }
  return node != book::kRoot;
}

void report(const TableBox& table, const style::ComputedStyle& style, Length lack, Setting& setting) {
  const std::int64_t lacking = lack.raw / base::kUnitsPerPoint + 1;
  const std::string size =
      style.table_shrink < 100 ? " even at " + std::to_string(style.table_shrink) + " % of its size" : "";
  setting.diagnostics.report(
      base::Code::layout_table_too_wide, setting.manuscript()[first_node(table)].span,
      "the table's longest words need " + std::to_string(lacking) + " pt more than the page is wide" + size,
      "give it fewer columns, shorter words or a smaller font");
}

}  // namespace

std::int64_t reduction(const TableBox& table, const style::ComputedStyle& style, Length wanted, Length width,
                       Workshop& workshop) {
  Setting& setting = workshop.setting;
  // Less than a point is rounding.
  if (wanted - width <= base::points(1) || setting.in_wide_table) {
    return kFullSize;
  }
  const std::int64_t least = kFullSize * style.table_shrink / 100;
  const std::int64_t needed = kFullSize * width.raw / wanted.raw;
  if (needed >= least) {
    return needed;
  }
  setting.in_wide_table = true;
  if (workshop.wide_tables != nullptr && table.node != book::kNoNode && has_wider_page(style, workshop) &&
      !is_in_float(table.node, setting)) {
    workshop.wide_tables->push_back(table.node);
  } else {
    report(table, style, base::scaled(wanted, least, kFullSize) - width, setting);
  }
  return least;
}

}  // namespace reliure::layout
