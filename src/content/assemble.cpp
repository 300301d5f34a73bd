#include "content/assemble.h"

#include <utility>

namespace reliure::content {

using book::kNoNode;
using book::kRoot;
using book::Node;
using book::NodeId;

std::uint32_t append_draft(book::Manuscript& manuscript, Draft& draft) {
  const auto base = static_cast<std::uint32_t>(manuscript.nodes.size());
  const auto attributes = static_cast<std::uint32_t>(manuscript.attributes.size());
  const auto classes = static_cast<std::uint32_t>(manuscript.classes.size());
  const auto moved = [base](NodeId id) { return id == kNoNode ? id : NodeId{id.value + base}; };
  for (Node node : draft.nodes) {
    node.parent = node.parent == kNoNode ? kRoot : moved(node.parent);
    node.first_child = moved(node.first_child);
    node.next_sibling = moved(node.next_sibling);
    node.previous_sibling = moved(node.previous_sibling);
    node.last_descendant = moved(node.last_descendant);
    node.first_attribute += attributes;
    node.first_class += classes;
    manuscript.nodes.push_back(node);
  }
  manuscript.attributes.insert(manuscript.attributes.end(), draft.attributes.begin(), draft.attributes.end());
  manuscript.classes.insert(manuscript.classes.end(), draft.classes.begin(), draft.classes.end());
  manuscript.strings.adopt(std::move(draft.strings));
  Node& root = manuscript.nodes[kRoot.value];
  if (root.first_child == kNoNode) {
    root.first_child = {base};
  } else {
    // The last section is found by its descendants: it ends where we begin.
    NodeId last{base - 1};
    while (manuscript[last].parent != kRoot) last = manuscript[last].parent;
    manuscript.nodes[last.value].next_sibling = {base};
    manuscript.nodes[base].previous_sibling = last;
  }
  root.last_descendant = {static_cast<std::uint32_t>(manuscript.nodes.size() - 1)};
  return base;
}

}  // namespace reliure::content
