#pragma once
// An SVG file as a flat tree. XML itself is read by pugixml, which expands no entities of a DTD and opens no
// other file.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace reliure::image {

/// An element by its place in document order. `kNoElement` is none.
using ElementId = std::uint32_t;
inline constexpr ElementId kNoElement = 0xFFFFFFFF;

struct XmlAttribute {
  /// Without prefix for `xlink:href`, with it for others.
  std::string_view name;
  std::string_view value;
};

struct Element {
  /// The local name; empty for elements of other vocabularies (metadata of editors).
  std::string_view name;
  ElementId parent = kNoElement;
  ElementId first_child = kNoElement;
  ElementId next_sibling = kNoElement;
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  /// Of a piece of character data, which is kept within `text` elements, as an element without a name.
  std::string_view text;
};

/// Owns what its views point to.
struct Xml {
  std::vector<Element> elements;
  std::vector<XmlAttribute> attributes;
  /// The texts of all `style` elements, in order.
  std::vector<std::string_view> styles;
  /// Only looked up, never walked.
  std::unordered_map<std::string_view, ElementId> ids;
  std::shared_ptr<const void> owner;

  const Element& operator[](ElementId id) const { return elements[id]; }
  std::span<const XmlAttribute> attributes_of(ElementId id) const {
    return std::span(attributes).subspan(elements[id].first_attribute, elements[id].attribute_count);
  }
  /// Empty when absent.
  std::string_view attribute(ElementId id, std::string_view name) const;
  /// The element that `reference` (an id) names, or none.
  ElementId find(std::string_view reference) const;
};

/// Why a file is no XML that we take.
enum class XmlFault { none, truncated, malformed };

/// Reads `bytes` into `xml`; elements deeper than `max_depth` are left out and make `too_deep` true.
struct XmlResult {
  Xml xml;
  XmlFault fault = XmlFault::none;
  bool too_deep = false;
};
XmlResult read_xml(std::string_view bytes, int max_depth);

}  // namespace reliure::image
