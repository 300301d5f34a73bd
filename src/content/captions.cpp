#include "content/captions.h"

#include <algorithm>
#include <iterator>

namespace reliure::content {
namespace {

using book::Kind;
using book::kNoNode;
using book::NodeId;

/// The first child of the kind that says something.
NodeId child_with_text(const Draft& draft, NodeId parent, Kind kind) {
  NodeId child = draft[parent].first_child;
  while (child != kNoNode && (draft[child].kind != kind || text_below(draft, child).empty()))
    child = draft[child].next_sibling;
  return child;
}

bool holds(const Draft& draft, NodeId figure, Kind kind) {
  const auto begin = draft.nodes.begin() + figure.value + 1;
  const auto end = draft.nodes.begin() + draft[figure].last_descendant.value + 1;
  return std::any_of(begin, end, [kind](const book::Node& node) { return node.kind == kind; });
}

}  // namespace

void find_captions(Draft& draft) {
  for (std::uint32_t at = 0; at < draft.nodes.size(); ++at) {
    const NodeId id{at};
    const Kind kind = draft[id].kind;
    if (kind == Kind::note) at = draft[id].last_descendant.value;
    if (kind != Kind::figure && kind != Kind::table) continue;
    const NodeId caption = child_with_text(draft, id, kind == Kind::table ? Kind::caption : Kind::figcaption);
    if (caption == kNoNode) continue;
    const bool pictured = kind == Kind::figure && holds(draft, id, Kind::img);
    const bool is_table = kind == Kind::table || (!pictured && holds(draft, id, Kind::table));
    at = draft[id].last_descendant.value;
    if (!is_table && !pictured && holds(draft, id, Kind::blockquote)) continue;
    append_class(draft, id, is_table ? "captioned-table" : "captioned-figure");
    draft.captions.push_back({id, caption, is_table});
  }
}

const DraftCaption* caption_around(const Draft& draft, NodeId node) {
  const auto next = std::ranges::upper_bound(draft.captions, node, {}, &DraftCaption::node);
  if (next == draft.captions.begin()) return nullptr;
  const DraftCaption& found = *std::prev(next);
  return node <= draft[found.node].last_descendant ? &found : nullptr;
}

}  // namespace reliure::content
