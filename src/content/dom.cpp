#include "content/dom.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "content/ascii.h"

namespace reliure::content {

/// gumbo frees a tree by recursion and one call for each string; an arena does neither.
struct Dom::Arena {
  /// Small at first, for a page may have thousands of notes with a tree each; doubled up to the largest.
  static constexpr std::size_t kFirstBlock = 4 * 1024;
  static constexpr std::size_t kLargestBlock = 256 * 1024;
  std::vector<std::unique_ptr<std::byte[]>> blocks;
  std::size_t used = 0;
  std::size_t capacity = 0;

  void* allocate(std::size_t size) {
    constexpr std::size_t kAlignment = alignof(std::max_align_t);
    size = (std::max<std::size_t>(size, 1) + kAlignment - 1) / kAlignment * kAlignment;
    if (capacity - used < size) {
      capacity = std::max(std::clamp(2 * capacity, kFirstBlock, kLargestBlock), size);
      used = 0;
      // Without initialisation: gumbo asks for memory as `malloc` gives it.
      blocks.emplace_back(new std::byte[capacity]);
    }
    void* place = blocks.back().get() + used;
    used += size;
    return place;
  }
};

Dom::Dom(const MappedText& html) : arena_(std::make_unique<Arena>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  options.userdata = arena_.get();
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_BODY;
  root_ = gumbo_parse_with_options(&options, html.text.data(), html.text.size())->root;
}

Dom::Dom(Dom&&) noexcept = default;
Dom& Dom::operator=(Dom&&) noexcept = default;
Dom::~Dom() = default;

namespace {

/// The name in the element's start tag as written; empty when the tree builder made the element itself.
std::string_view written_name(const DomNode& node) {
  const GumboStringPiece& tag = node.v.element.original_tag;
  std::string_view name(tag.data, tag.length);
  if (name.empty() || name[0] != '<') return {};
  name.remove_prefix(name.substr(0, 2) == "</" ? 2 : 1);
  return name.substr(0, std::min(name.find_first_of("> \t\n\r\f/"), name.size()));
}

}  // namespace

std::string element_name(const DomNode& node) {
  const GumboTag tag = node.v.element.tag;
  return tag != GUMBO_TAG_UNKNOWN ? gumbo_normalized_tagname(tag) : lowered(written_name(node));
}

bool is_element(const DomNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const DomNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE;
}

bool is_white_space(const DomNode& node) { return node.type == GUMBO_NODE_WHITESPACE; }

std::size_t child_count(const DomNode& node) { return is_element(node) ? node.v.element.children.length : 0; }

const DomNode& child(const DomNode& node, std::size_t index) {
  return *static_cast<const DomNode*>(node.v.element.children.data[index]);
}

std::optional<std::string_view> attribute(const DomNode& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  if (found == nullptr) return std::nullopt;
  return found->value;
}

Extent extent_of(const DomNode& node) {
  if (!is_element(node)) {
    const GumboText& text = node.v.text;
    return {text.start_pos.offset, text.start_pos.offset + text.original_text.length};
  }
  const GumboElement& element = node.v.element;
  const std::size_t begin = element.start_pos.offset;
  const std::size_t start_end = begin + element.original_tag.length;
  const std::size_t end = element.end_pos.offset + element.original_end_tag.length;
  return {begin, std::max(start_end, end)};
}

base::Span span_of(const MappedText& html, const DomNode& node) {
  const Extent extent = extent_of(node);
  return span_of(html, std::min(extent.begin, html.text.size()), std::min(extent.end, html.text.size()));
}

base::Span value_span(const MappedText& html, const DomNode& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  if (found == nullptr || found->original_value.length == 0) return span_of(html, element);
  auto begin = static_cast<std::size_t>(found->original_value.data - html.text.data());
  std::size_t end = begin + found->original_value.length;
  const char quote = html.text[begin];
  if (quote == '"' || quote == '\'') {
    ++begin;
    --end;
  }
  return end > begin ? span_of(html, begin, end) : span_of(html, element);
}

namespace {

void escape(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        // XML has no other control characters.
        if (static_cast<unsigned char>(c) >= 0x20 || is_space(c)) out.push_back(c);
    }
  }
}

bool is_xml_name(std::string_view name) {
  return !name.empty() && (is_letter(name[0]) || name[0] == '_') && std::ranges::all_of(name, [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ':' || c == '.';
  });
}

/// The name with the mixed case that SVG has (`linearGradient`).
std::string svg_name(const DomNode& node) {
  const std::string_view name = written_name(node);
  if (name.empty()) return element_name(node);
  const GumboStringPiece piece{name.data(), name.size()};
  const char* proper = gumbo_normalize_svg_tagname(&piece);
  return proper != nullptr ? proper : element_name(node);
}

void write_attributes(const DomNode& node, bool is_root, std::string& out) {
  if (is_root) out += " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
  const GumboVector& attributes = node.v.element.attributes;
  for (unsigned i = 0; i < attributes.length; ++i) {
    const auto& item = *static_cast<const GumboAttribute*>(attributes.data[i]);
    const std::string_view name = item.name;
    std::string_view prefix;
    if (item.attr_namespace == GUMBO_ATTR_NAMESPACE_XLINK) prefix = "xlink:";
    if (item.attr_namespace == GUMBO_ATTR_NAMESPACE_XML) prefix = "xml:";
    const bool is_handler = lowered(name.substr(0, 2)) == "on";
    const bool is_other_prefix = name.find(':') != std::string_view::npos;
    const bool is_namespace = item.attr_namespace == GUMBO_ATTR_NAMESPACE_XMLNS || name == "xmlns";
    if (is_handler || is_other_prefix || is_namespace || !is_xml_name(name)) continue;
    out.append(" ").append(prefix).append(name).append("=\"");
    escape(item.value, out);
    out += '"';
  }
}

void write_svg(const DomNode& node, bool is_root, std::string& out) {
  if (is_text(node)) return escape(node.v.text.text, out);
  if (!is_element(node)) return;
  const std::string name = svg_name(node);
  const std::string plain = lowered(name);
  if (plain == "script" || plain == "foreignobject" || !is_xml_name(name)) return;
  out.append("<").append(name);
  write_attributes(node, is_root, out);
  if (child_count(node) == 0) return void(out += "/>");
  out += '>';
  for (std::size_t i = 0; i < child_count(node); ++i) write_svg(child(node, i), false, out);
  out.append("</").append(name).append(">");
}

}  // namespace

std::string svg_text(const DomNode& element) {
  std::string result;
  write_svg(element, true, result);
  return result;
}

}  // namespace reliure::content
