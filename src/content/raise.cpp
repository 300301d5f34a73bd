#include "content/raise.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace reliure::content {
namespace {

using book::Kind;
using book::kNoNode;
using book::Node;
using book::NodeId;

constexpr std::string_view kClass = "ordinal";

/// A draft's nodes with the new ones between them; only their parents are right.
struct Copies {
  std::vector<Node> nodes;
  /// By old node, the first of its copies.
  std::vector<NodeId> moved;

  NodeId next() const { return {static_cast<std::uint32_t>(nodes.size())}; }
};

void append_part(Copies& copies, const Node& text, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  copies.nodes.push_back(text);
  copies.nodes.back().text = text.text.substr(begin, end - begin);
}

void append_letters(Copies& copies, const Node& text, const Raised& letters, Draft& draft) {
  const NodeId element = copies.next();
  Node& sup = copies.nodes.emplace_back(text);
  sup.kind = Kind::sup;
  sup.text = {};
  sup.span = letters.span;
  sup.first_class = static_cast<std::uint32_t>(draft.classes.size());
  sup.class_count = 1;
  draft.classes.push_back(kClass);
  append_part(copies, text, letters.begin, letters.begin + letters.size);
  copies.nodes.back().parent = element;
  copies.nodes.back().span = letters.span;
}

Copies copy_nodes(Draft& draft, std::span<const Raised> raised) {
  Copies copies;
  copies.nodes.reserve(draft.nodes.size() + 3 * raised.size());
  copies.moved.reserve(draft.nodes.size());
  auto letters = raised.begin();
  for (std::uint32_t i = 0; i < draft.nodes.size(); ++i) {
    Node node = draft.nodes[i];
    if (node.parent != kNoNode) node.parent = copies.moved[node.parent.value];
    copies.moved.push_back(copies.next());
    if (letters == raised.end() || letters->node != i) {
      copies.nodes.push_back(node);
      continue;
    }
    std::size_t done = 0;
    for (; letters != raised.end() && letters->node == i; ++letters) {
      append_part(copies, node, done, letters->begin);
      append_letters(copies, node, *letters, draft);
      done = letters->begin + letters->size;
    }
    append_part(copies, node, done, node.text.size());
  }
  return copies;
}

/// Finds children, siblings and descendants again from the parents, which come before them.
void join(std::vector<Node>& nodes) {
  std::vector<NodeId> last_child(nodes.size(), kNoNode);
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    Node& node = nodes[i];
    node.first_child = node.next_sibling = node.previous_sibling = kNoNode;
    node.last_descendant = {i};
    if (node.parent == kNoNode) continue;
    NodeId& last = last_child[node.parent.value];
    (last == kNoNode ? nodes[node.parent.value].first_child : nodes[last.value].next_sibling) = {i};
    node.previous_sibling = last;
    last = {i};
  }
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
    if (node->parent == kNoNode) continue;
    NodeId& last = nodes[node->parent.value].last_descendant;
    last = std::max(last, node->last_descendant);
  }
}

void move_ids(Draft& draft, const std::vector<NodeId>& moved) {
  const auto move = [&moved](NodeId& id) {
    if (id != kNoNode) id = moved[id.value];
  };
  for (DraftLink& link : draft.links) {
    move(link.node);
    move(link.target);
    move(link.words);
  }
  for (DraftPicture& picture : draft.pictures) move(picture.node);
  for (DraftHeading& heading : draft.headings) move(heading.node);
  for (auto& [name, node] : draft.ids) move(node);
  for (auto& [name, node] : draft.github_ids) move(node);
  move(draft.title);
}

}  // namespace

void raise_letters(Draft& draft, std::vector<Raised> raised) {
  if (raised.empty()) return;
  std::ranges::sort(raised, {},
                    [](const Raised& letters) { return std::tuple(letters.node, letters.begin); });
  Copies copies = copy_nodes(draft, raised);
  join(copies.nodes);
  draft.nodes = std::move(copies.nodes);
  move_ids(draft, copies.moved);
}

void add_ordinal_class(Draft& draft, NodeId id) {
  Node& node = draft[id];
  const auto first = static_cast<std::uint32_t>(draft.classes.size());
  for (std::uint16_t i = 0; i < node.class_count; ++i) {
    const std::string_view name = draft.classes[node.first_class + i];
    if (name == kClass) return;
    draft.classes.push_back(name);
  }
  draft.classes.push_back(kClass);
  node.first_class = first;
  ++node.class_count;
}

}  // namespace reliure::content
