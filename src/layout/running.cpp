#include "layout/running.h"

#include <utility>
#include <vector>

#include "layout/flow/block.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;

/// No page ends in a margin box.
constexpr Length kEndless = base::points(1'000'000);

/// Furniture of the page: no link, no place to go to, nothing to read.
void make_pagination(std::vector<book::Item>& items) {
  std::erase_if(items, [](const book::Item& item) {
    return std::holds_alternative<book::Anchor>(item.mark) || std::holds_alternative<book::Link>(item.mark);
  });
  for (book::Item& item : items) {
    item.role = item.role == book::Role::layout ? item.role : book::Role::pagination;
    if (auto* group = std::get_if<book::Group>(&item.mark)) {
      make_pagination(group->items);
    }
  }
}

}  // namespace

RunningBlock set_running(NodeId element, Length width, Setting& setting) {
  const std::vector<bool> no_targets(setting.manuscript().nodes.size(), false);
  Workshop workshop{setting, no_targets, kEndless, {}, {}};
  FlowBuilder builder(workshop, width);
  builder.place_block(element, {{}, width});
  Flow flow = builder.finish();
  RunningBlock block;
  block.height = paint(flow, {0, flow.strips.size(), true}, {}, block.content);
  make_pagination(block.content.items);
  return block;
}

InlineSize running_width(NodeId element, Setting& setting) {
  const std::vector<bool> no_targets(setting.manuscript().nodes.size(), false);
  Workshop workshop{setting, no_targets, kEndless, {}, {}};
  return measure_block(element, workshop);
}

}  // namespace reliure::layout
