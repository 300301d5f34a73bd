#include "judges/xmp.h"

#include <pugixml.hpp>

namespace reliure::judges {

namespace {

const std::string kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const std::string kSchema = "http://www.aiim.org/pdfa/ns/schema#";
const std::string kProperty = "http://www.aiim.org/pdfa/ns/property#";

struct Name {
  std::string space;
  std::string prefix;
  std::string local;
};

/// The namespace that a prefix stands for at a node.
std::string space_of(const std::string& prefix, pugi::xml_node node) {
  const std::string declaration = prefix.empty() ? "xmlns" : "xmlns:" + prefix;
  for (; node; node = node.parent()) {
    if (const pugi::xml_attribute found = node.attribute(declaration.c_str())) return found.value();
  }
  return prefix == "xml" ? "http://www.w3.org/XML/1998/namespace" : "";
}

Name split(const std::string& name, pugi::xml_node at) {
  const std::size_t colon = name.find(':');
  const std::string prefix = colon == name.npos ? "" : name.substr(0, colon);
  return {space_of(prefix, at), prefix, colon == name.npos ? name : name.substr(colon + 1)};
}

bool is(pugi::xml_node node, const std::string& space, const std::string& local) {
  const Name name = split(node.name(), node);
  return name.space == space && name.local == local;
}

pugi::xml_node child(pugi::xml_node parent, const std::string& space, const std::string& local) {
  for (const pugi::xml_node node : parent.children()) {
    if (is(node, space, local)) return node;
  }
  return {};
}

pugi::xml_node first_element(pugi::xml_node parent) {
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() == pugi::node_element) return node;
  }
  return {};
}

Property read_property(pugi::xml_node node) {
  const Name name = split(node.name(), node);
  Property property{name.space, name.prefix, name.local, "text", {}, {}};
  const pugi::xml_node inner = first_element(node);
  if (!inner && !node.attribute("rdf:parseType")) {
    property.values.push_back(node.text().get());
    property.languages.push_back(node.attribute("xml:lang").value());
    return property;
  }
  property.form = "structure";
  for (const char* container : {"Bag", "Seq", "Alt"}) {
    if (!is(inner, kRdf, container)) continue;
    property.form = container;
    for (const pugi::xml_node item : inner.children()) {
      if (!is(item, kRdf, "li")) continue;
      property.values.push_back(item.text().get());
      property.languages.push_back(item.attribute("xml:lang").value());
    }
  }
  return property;
}

/// The text of a field of a description, or nothing; a wrong prefix is told.
std::string field(pugi::xml_node node, const std::string& space, const std::string& prefix,
                  const std::string& local, Xmp& xmp) {
  const pugi::xml_node found = child(node, space, local);
  if (!found || std::string(found.text().get()).empty()) {
    xmp.ill_described.push_back(prefix + ":" + local + " is missing");
    return {};
  }
  if (split(found.name(), found).prefix != prefix) {
    xmp.ill_described.push_back(std::string(found.name()) + " must have the prefix " + prefix);
  }
  return found.text().get();
}

/// A structure is `rdf:li` itself with a parse type, or the description in it.
pugi::xml_node structure_in(pugi::xml_node item) {
  const pugi::xml_node inner = child(item, kRdf, "Description");
  return inner ? inner : item;
}

void read_schema(pugi::xml_node schema, Xmp& xmp) {
  field(schema, kSchema, "pdfaSchema", "schema", xmp);
  const std::string space = field(schema, kSchema, "pdfaSchema", "namespaceURI", xmp);
  const std::string prefix = field(schema, kSchema, "pdfaSchema", "prefix", xmp);
  for (const pugi::xml_node item : child(child(schema, kSchema, "property"), kRdf, "Seq").children()) {
    const pugi::xml_node property = structure_in(item);
    const std::string name = field(property, kProperty, "pdfaProperty", "name", xmp);
    const std::string type = field(property, kProperty, "pdfaProperty", "valueType", xmp);
    const std::string category = field(property, kProperty, "pdfaProperty", "category", xmp);
    field(property, kProperty, "pdfaProperty", "description", xmp);
    if (category != "internal" && category != "external") {
      xmp.ill_described.push_back("the category of " + name + " is " + category);
    }
    xmp.described.push_back({space, prefix, name, type});
  }
}

void read_extension(pugi::xml_node node, Xmp& xmp) {
  if (split(node.name(), node).prefix != "pdfaExtension") {
    xmp.ill_described.push_back(std::string(node.name()) + " must have the prefix pdfaExtension");
  }
  const pugi::xml_node bag = child(node, kRdf, "Bag");
  if (!bag) xmp.ill_described.push_back("pdfaExtension:schemas is no bag");
  for (const pugi::xml_node item : bag.children()) read_schema(structure_in(item), xmp);
}

void read_description(pugi::xml_node description, Xmp& xmp) {
  for (const pugi::xml_attribute attribute : description.attributes()) {
    const Name name = split(attribute.name(), description);
    if (name.prefix.empty() || name.prefix == "xmlns" || name.prefix == "xml" || name.space == kRdf) continue;
    xmp.properties.push_back({name.space, name.prefix, name.local, "text", {attribute.value()}, {""}});
  }
  for (const pugi::xml_node node : description.children()) {
    if (node.type() != pugi::node_element) continue;
    if (is(node, kPdfaExtension, "schemas")) {
      read_extension(node, xmp);
    } else {
      xmp.properties.push_back(read_property(node));
    }
  }
}

}  // namespace

const Property* Xmp::find(const std::string& space, const std::string& name) const {
  for (const Property& property : properties) {
    if (property.space == space && property.name == name) return &property;
  }
  return nullptr;
}

std::optional<std::string> Xmp::value(const std::string& space, const std::string& name) const {
  const Property* property = find(space, name);
  return property == nullptr || property->values.empty() ? std::nullopt
                                                         : std::optional(property->values.front());
}

Xmp read_xmp(const std::string& packet) {
  Xmp xmp;
  const std::size_t head = packet.find("<?xpacket ");
  if (head != packet.npos) {
    xmp.head = packet.substr(head + 10, packet.find("?>", head) - head - 10);
  }
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_buffer(
      packet.data(), packet.size(), pugi::parse_default | pugi::parse_pi, pugi::encoding_utf8);
  if (!result) {
    xmp.broken = result.description();
    return xmp;
  }
  pugi::xml_node root;
  for (const pugi::xml_node node : document.children()) {
    const pugi::xml_node inner = is(node, "adobe:ns:meta/", "xmpmeta") ? child(node, kRdf, "RDF") : node;
    if (is(inner, kRdf, "RDF")) root = inner;
  }
  if (!root) xmp.broken = "no rdf:RDF in it";
  for (const pugi::xml_node node : root.children()) {
    if (is(node, kRdf, "Description")) read_description(node, xmp);
  }
  return xmp;
}

}  // namespace reliure::judges
