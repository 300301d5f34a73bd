#include "image/svg/xml.h"

#include <pugixml.hpp>

namespace reliure::image {
namespace {

/// The prefix (with its colon) that the file gives SVG's elements: that of the root, mostly none.
std::string_view prefix_of(std::string_view root_name) {
  const std::size_t colon = root_name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : root_name.substr(0, colon + 1);
}

/// The name without SVG's prefix, or empty for a name with another.
std::string_view local_name(std::string_view name, std::string_view prefix) {
  if (name.substr(0, prefix.size()) != prefix) {
    return {};
  }
  name.remove_prefix(prefix.size());
  return name.find(':') == std::string_view::npos ? name : std::string_view{};
}

void add_attributes(const pugi::xml_node& node, Xml& xml) {
  Element& element = xml.elements.back();
  element.first_attribute = static_cast<std::uint32_t>(xml.attributes.size());
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    const std::string_view value = attribute.value();
    xml.attributes.push_back({name == "xlink:href" ? name.substr(6) : name, value});
    if (name == "id") {
      xml.ids.emplace(value, static_cast<ElementId>(xml.elements.size() - 1));
    }
  }
  element.attribute_count = static_cast<std::uint32_t>(xml.attributes.size()) - element.first_attribute;
}

void add_styles(const pugi::xml_node& node, Xml& xml) {
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      xml.styles.emplace_back(child.value());
    }
  }
}

/// An element whose children are being walked.
struct Open {
  ElementId element;
  ElementId last_child = kNoElement;
  bool in_text = false;
};

/// Adds `node` behind the last child of the innermost open element.
ElementId add(const pugi::xml_node& node, std::string_view prefix, std::vector<Open>& open, Xml& xml) {
  const auto id = static_cast<ElementId>(xml.elements.size());
  Element& element = xml.elements.emplace_back();
  if (node.type() == pugi::node_element) {
    element.name = local_name(node.name(), prefix);
    add_attributes(node, xml);
  } else {
    element.text = node.value();
  }
  if (xml.elements.back().name == "style") {
    add_styles(node, xml);
  }
  if (!open.empty()) {
    xml.elements[id].parent = open.back().element;
    ElementId& link = open.back().last_child == kNoElement
                          ? xml.elements[open.back().element].first_child
                          : xml.elements[open.back().last_child].next_sibling;
    link = id;
    open.back().last_child = id;
  }
  return id;
}

/// Walks the document without recursion: a hostile file nests as deep as it likes.
void flatten(const pugi::xml_node& root, int max_depth, XmlResult& result) {
  Xml& xml = result.xml;
  const std::string_view prefix = prefix_of(root.name());
  std::vector<Open> open;
  pugi::xml_node node = root;
  while (true) {
    const bool is_element = node.type() == pugi::node_element;
    const bool is_characters = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
    const bool in_text = !open.empty() && open.back().in_text;
    const bool too_deep = static_cast<int>(open.size()) >= max_depth;
    result.too_deep = result.too_deep || (is_element && too_deep);
    if (is_characters && in_text) {
      add(node, prefix, open, xml);
    } else if (is_element && !too_deep) {
      const ElementId id = add(node, prefix, open, xml);
      if (node.first_child()) {
        open.push_back({id, kNoElement, in_text || xml.elements[id].name == "text"});
        node = node.first_child();
        continue;
      }
    }
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      open.pop_back();
    }
    if (node == root) {
      return;
    }
    node = node.next_sibling();
  }
}

}  // namespace

std::string_view Xml::attribute(ElementId id, std::string_view name) const {
  for (const XmlAttribute& attribute : attributes_of(id)) {
    if (attribute.name == name) {
      return attribute.value;
    }
  }
  return {};
}

ElementId Xml::find(std::string_view reference) const {
  const auto found = ids.find(reference);
  return found == ids.end() ? kNoElement : found->second;
}

XmlResult read_xml(std::string_view bytes, int max_depth) {
  XmlResult result;
  auto document = std::make_shared<pugi::xml_document>();
  const pugi::xml_parse_result parsed =
      document->load_buffer(bytes.data(), bytes.size(),
                            (pugi::parse_default | pugi::parse_ws_pcdata) & ~pugi::parse_wconv_attribute);
  if (parsed.status != pugi::status_ok) {
    // Broken where no tag ends any more, a file has lost what followed.
    const auto offset = static_cast<std::size_t>(parsed.offset);
    const bool at_end = bytes.find('>', offset + 1) == std::string_view::npos;
    result.fault = at_end ? XmlFault::truncated : XmlFault::malformed;
    return result;
  }
  flatten(document->document_element(), max_depth, result);
  result.xml.owner = std::move(document);
  return result;
}

}  // namespace reliure::image
