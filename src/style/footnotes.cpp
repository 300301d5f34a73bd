#include "style/footnotes.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace reliure::style {
namespace {

using book::Kind;
using book::Manuscript;
using book::Node;
using book::NodeId;

bool may_become_note(Kind kind) {
  switch (kind) {
    case Kind::text:
    case Kind::a:
    case Kind::br:
    case Kind::img:
    case Kind::rp:
    case Kind::rt:
    case Kind::ruby:
    case Kind::wbr:
      return false;
    case Kind::aside:
    case Kind::div:
    case Kind::p:
      return true;
    default:
      return kind > Kind::note;
  }
}

/// Whether a note's call may stand among the children of an element of the kind.
bool may_hold_call(Kind kind) {
  switch (kind) {
    case Kind::document:
    case Kind::nav:
    case Kind::ul:
    case Kind::ol:
    case Kind::dl:
    case Kind::ruby:
      return false;
    default:
      return kind < Kind::table || kind == Kind::caption || kind >= Kind::th;
  }
}

/// The elements that become notes, in document order.
std::vector<NodeId> find_footnotes(const Manuscript& manuscript, const Styles& styles) {
  std::vector<NodeId> found;
  const bool any =
      std::ranges::any_of(styles.pool_, [](const auto& style) { return style->float_ == Float::footnote; });
  if (!any) return found;
  auto running = styles.running().begin();
  for (NodeId id{1}; id.value < manuscript.nodes.size(); ++id.value) {
    const Node& node = manuscript[id];
    while (running != styles.running().end() && running->node < id) ++running;
    const bool runs = running != styles.running().end() && running->node == id;
    if (runs || book::heading_level(node.kind) > 0) {
      id = node.last_descendant;
    } else if (may_become_note(node.kind) && styles[id].float_ == Float::footnote && !styles.hidden(id) &&
               may_hold_call(manuscript[node.parent].kind)) {
      found.push_back(id);
    }
  }
  return found;
}

/// All but the strings, which stay where they are.
Manuscript copy_of(const Manuscript& manuscript) {
  Manuscript copy;
  copy.metadata = manuscript.metadata;
  copy.nodes = manuscript.nodes;
  copy.attributes = manuscript.attributes;
  copy.classes = manuscript.classes;
  copy.chapters = manuscript.chapters;
  copy.outline = manuscript.outline;
  copy.links = manuscript.links;
  copy.resources = manuscript.resources;
  copy.pictures = manuscript.pictures;
  copy.cover = manuscript.cover;
  return copy;
}

/// Gives the node's attributes another `number`, behind all that were there.
void set_number(Manuscript& manuscript, NodeId id, std::string_view number) {
  const std::span<const book::Attribute> own = manuscript.attributes_of(id);
  std::vector<book::Attribute> attributes(own.begin(), own.end());
  std::erase_if(attributes, [](const book::Attribute& attribute) { return attribute.name == "number"; });
  attributes.push_back({"number", number});
  Node& node = manuscript.nodes[id.value];
  node.first_attribute = static_cast<std::uint32_t>(manuscript.attributes.size());
  node.attribute_count = static_cast<std::uint16_t>(attributes.size());
  manuscript.attributes.insert(manuscript.attributes.end(), attributes.begin(), attributes.end());
}

/// Numbers the notes of each chapter anew, and what calls one of them again.
void renumber(Manuscript& manuscript) {
  int count = 0;
  std::map<std::string_view, std::string_view> now;
  for (NodeId id{1}; id.value < manuscript.nodes.size(); ++id.value) {
    const Node& node = manuscript[id];
    if (node.parent == book::kRoot) {
      count = 0;
      now.clear();
    }
    if (node.kind == Kind::note) {
      const std::string_view before = manuscript.attribute(id, "number").value_or("");
      const std::string_view number = manuscript.strings.store(std::to_string(++count));
      if (!before.empty()) now[before] = number;
      set_number(manuscript, id, number);
    } else if (node.first_child != book::kNoNode && manuscript.has_class(id, "noteref")) {
      Node& text = manuscript.nodes[node.first_child.value];
      const auto number = now.find(text.text);
      if (number != now.end()) text.text = number->second;
    }
  }
}

/// The manuscript of an edition, and the one that owns its strings.
struct Edition {
  std::shared_ptr<const Manuscript> source;
  Manuscript manuscript;
};

}  // namespace

std::shared_ptr<const Manuscript> with_footnotes(const std::shared_ptr<const Manuscript>& manuscript,
                                                 const Styles& styles) {
  const std::vector<NodeId> footnotes = find_footnotes(*manuscript, styles);
  if (footnotes.empty()) return manuscript;
  const auto edition = std::make_shared<Edition>(Edition{manuscript, copy_of(*manuscript)});
  for (const NodeId id : footnotes) edition->manuscript.nodes[id.value].kind = Kind::note;
  renumber(edition->manuscript);
  return {edition, &edition->manuscript};
}

}  // namespace reliure::style
