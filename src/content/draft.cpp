#include "content/draft.h"

#include <algorithm>

#include "content/ascii.h"

namespace reliure::content {

using book::Kind;
using book::kNoNode;
using book::Node;
using book::NodeId;

NodeId DraftBuilder::append(Kind kind, base::Span span) {
  const NodeId id{static_cast<std::uint32_t>(draft_.nodes.size())};
  Node node;
  node.kind = kind;
  node.span = span;
  node.last_descendant = id;
  node.first_attribute = static_cast<std::uint32_t>(draft_.attributes.size());
  node.first_class = static_cast<std::uint32_t>(draft_.classes.size());
  if (!open_.empty()) {
    Open& parent = open_.back();
    node.parent = parent.node;
    node.previous_sibling = parent.last_child;
    if (parent.last_child == kNoNode) {
      draft_[parent.node].first_child = id;
    } else {
      draft_[parent.last_child].next_sibling = id;
    }
    parent.last_child = id;
  }
  draft_.nodes.push_back(node);
  return id;
}

NodeId DraftBuilder::open(Kind kind, base::Span span) {
  const NodeId id = append(kind, span);
  open_.push_back({id, kNoNode});
  return id;
}

void DraftBuilder::close() {
  draft_[open_.back().node].last_descendant = {static_cast<std::uint32_t>(draft_.nodes.size() - 1)};
  open_.pop_back();
}

NodeId DraftBuilder::leaf(Kind kind, base::Span span) { return append(kind, span); }

NodeId DraftBuilder::text(std::string_view text, base::Span span) {
  const NodeId id = append(Kind::text, span);
  draft_[id].text = draft_.strings.store(text);
  return id;
}

void DraftBuilder::attribute(std::string_view name, std::string_view value) {
  Node& node = draft_.nodes.back();
  if (node.attribute_count == UINT16_MAX) return;
  draft_.attributes.push_back({draft_.strings.store(name), draft_.strings.store(value)});
  ++node.attribute_count;
}

void DraftBuilder::add_class(std::string_view name) {
  Node& node = draft_.nodes.back();
  if (node.class_count == UINT16_MAX) return;
  draft_.classes.push_back(draft_.strings.store(name));
  ++node.class_count;
}

namespace {

/// Adds to one node's part of a table, which moves to the table's end.
template <typename Value>
void append_to(std::vector<Value>& table, std::uint32_t& first, std::uint16_t& count, Value value) {
  if (count == UINT16_MAX) return;
  const auto moved = static_cast<std::uint32_t>(table.size());
  for (std::uint16_t i = 0; i < count; ++i) table.push_back(Value(table[first + i]));
  table.push_back(value);
  first = moved;
  ++count;
}

}  // namespace

void append_class(Draft& draft, NodeId id, std::string_view name) {
  Node& node = draft[id];
  append_to(draft.classes, node.first_class, node.class_count, draft.strings.store(name));
}

void append_attribute(Draft& draft, NodeId id, std::string_view name, std::string_view value) {
  Node& node = draft[id];
  append_to(draft.attributes, node.first_attribute, node.attribute_count,
            book::Attribute{draft.strings.store(name), draft.strings.store(value)});
}

namespace {

std::string_view alternative_of(const Draft& draft, const Node& node, std::string_view name) {
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    const book::Attribute& attribute = draft.attributes[node.first_attribute + i];
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

}  // namespace

std::string text_below(const Draft& draft, NodeId root) {
  std::string result;
  const auto add = [&result](std::string_view text) {
    for (const char c : text) {
      const bool space = is_space(c);
      if (!space) result.push_back(c);
      if (space && !result.empty() && result.back() != ' ') result.push_back(' ');
    }
  };
  const std::uint32_t last = draft[root].last_descendant.value;
  for (std::uint32_t at = root.value; at <= last; ++at) {
    const Node& node = draft.nodes[at];
    if (node.kind == Kind::note) {
      at = node.last_descendant.value;
    } else if (node.kind == Kind::text) {
      add(node.text);
    } else if (node.kind == Kind::img) {
      add(alternative_of(draft, node, "alt"));
    } else if (node.kind == Kind::math) {
      add(alternative_of(draft, node, "alttext"));
      at = node.last_descendant.value;
    } else if (node.kind == Kind::br) {
      add(" ");
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace reliure::content
