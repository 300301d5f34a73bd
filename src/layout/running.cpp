#include "layout/running.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "layout/flow/block.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;
using style::ComputedStyle;
using style::ContentPart;
using style::Display;

/// No page ends in a margin box.
constexpr Length kEndless = base::points(1'000'000);

void add_shown(const style::PageStyle& page, std::set<std::string, std::less<>>& names) {
  for (const ComputedStyle& box : page.boxes) {
    for (const ContentPart& part : box.content.parts) {
      if (part.kind == ContentPart::Kind::element) {
        names.insert(part.value);
      }
    }
  }
}

/// The names that margin boxes show, on whatever page.
std::set<std::string, std::less<>> shown_names(const style::Styles& styles) {
  std::set<std::string, std::less<>> pages{""};
  for (const auto& style : styles.pool_) {
    pages.insert(style->page);
  }
  std::set<std::string, std::less<>> names;
  for (const std::string& page : pages) {
    for (const bool left : {false, true}) {
      for (const bool first : {false, true}) {
        add_shown(styles.page({page, left, first, false}), names);
        add_shown(styles.page({page, left, first, true}), names);
      }
    }
  }
  return names;
}

bool may_run(NodeId node, const book::Manuscript& manuscript, const ComputedStyle& style) {
  const book::Kind kind = manuscript[node].kind;
  return kind != book::Kind::text && kind != book::Kind::note && !style.running.empty() &&
         (style.display <= Display::table);
}

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

std::vector<RunningElement> find_running(const book::Manuscript& manuscript, const style::Styles& styles) {
  std::vector<RunningElement> running;
  const bool any =
      std::ranges::any_of(styles.pool_, [](const auto& style) { return !style->running.empty(); });
  if (!any) {
    return running;
  }
  const std::set<std::string, std::less<>> names = shown_names(styles);
  for (std::uint32_t i = 1; i < manuscript.nodes.size(); ++i) {
    const NodeId node{i};
    const bool whole = manuscript.nodes[i].kind == book::Kind::note || styles.hidden(node);
    if (!whole && may_run(node, manuscript, styles[node]) && names.contains(styles[node].running)) {
      running.push_back({node, styles[node].running});
      i = manuscript.nodes[i].last_descendant.value;
    } else if (whole) {
      i = manuscript.nodes[i].last_descendant.value;
    }
  }
  return running;
}

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

Length running_width(NodeId element, Setting& setting) {
  const std::vector<bool> no_targets(setting.manuscript().nodes.size(), false);
  Workshop workshop{setting, no_targets, kEndless, {}, {}};
  return measure_block(element, workshop).max_content;
}

}  // namespace reliure::layout
