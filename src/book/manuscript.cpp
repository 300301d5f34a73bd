#include "book/manuscript.h"

#include <algorithm>

namespace reliure::book {

std::span<const Attribute> Manuscript::attributes_of(NodeId id) const {
  const Node& node = nodes[id.value];
  return {attributes.data() + node.first_attribute, node.attribute_count};
}

std::span<const std::string_view> Manuscript::classes_of(NodeId id) const {
  const Node& node = nodes[id.value];
  return {classes.data() + node.first_class, node.class_count};
}

std::optional<std::string_view> Manuscript::attribute(NodeId id, std::string_view name) const {
  for (const Attribute& attribute : attributes_of(id)) {
    if (attribute.name == name) {
      return attribute.value;
    }
  }
  return std::nullopt;
}

bool Manuscript::has_class(NodeId id, std::string_view name) const {
  const auto all = classes_of(id);
  return std::find(all.begin(), all.end(), name) != all.end();
}

std::string_view Manuscript::language(NodeId id) const {
  for (; id != kNoNode; id = nodes[id.value].parent) {
    if (!nodes[id.value].language.empty()) {
      return nodes[id.value].language;
    }
  }
  return metadata.language;
}

const LinkTarget* Manuscript::link(NodeId source) const {
  const auto row = std::ranges::lower_bound(links, source, {}, &LinkTarget::source);
  return row != links.end() && row->source == source ? &*row : nullptr;
}

const Resource* Manuscript::picture(NodeId img) const {
  const auto row = std::ranges::lower_bound(pictures, img, {}, &PictureUse::node);
  return row != pictures.end() && row->node == img ? &resources[row->resource] : nullptr;
}

}  // namespace reliure::book
