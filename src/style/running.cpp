#include "style/running.h"

#include <algorithm>
#include <set>
#include <string>

#include "style/page_rules.h"

namespace reliure::style {
namespace {

using book::NodeId;

/// The names that margin boxes show, on whatever page.
std::set<std::string, std::less<>> shown_names(const Styles& styles) {
  std::set<std::string, std::less<>> names;
  for (const PageVariants& variants : styles.pages_->variants) {
    for (const PageStyle& page : variants) {
      for (const ComputedStyle& box : page.boxes) {
        for (const ContentPart& part : box.content.parts) {
          if (part.kind == ContentPart::Kind::element) names.insert(part.value);
        }
      }
    }
  }
  return names;
}

bool may_run(NodeId node, const book::Manuscript& manuscript, const ComputedStyle& style) {
  return manuscript[node].kind != book::Kind::text && !style.running.empty() &&
         style.display <= Display::table;
}

}  // namespace

std::vector<RunningElement> find_running(const book::Manuscript& manuscript, const Styles& styles) {
  std::vector<RunningElement> running;
  const bool any =
      std::ranges::any_of(styles.pool_, [](const auto& style) { return !style->running.empty(); });
  if (!any) return running;
  const std::set<std::string, std::less<>> names = shown_names(styles);
  for (std::uint32_t i = 1; i < manuscript.nodes.size(); ++i) {
    const NodeId node{i};
    const bool whole = manuscript[node].kind == book::Kind::note || styles.hidden(node);
    const bool runs =
        !whole && may_run(node, manuscript, styles[node]) && names.contains(styles[node].running);
    if (runs) running.push_back({node, styles[node].running});
    if (runs || whole) i = manuscript[node].last_descendant.value;
  }
  return running;
}

}  // namespace reliure::style
