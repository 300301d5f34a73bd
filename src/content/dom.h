#pragma once
// HTML as a tree: gumbo's, held in one arena.
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "content/mapped_text.h"

struct GumboInternalNode;

namespace reliure::content {

using DomNode = GumboInternalNode;

/// The tree of a fragment of HTML. The text must stay in its place as long as the tree.
class Dom {
 public:
  explicit Dom(const MappedText& html);
  Dom(Dom&&) noexcept;
  Dom& operator=(Dom&&) noexcept;
  ~Dom();

  /// An element whose children are the page.
  const DomNode& root() const { return *root_; }

 private:
  struct Arena;
  std::unique_ptr<Arena> arena_;
  const DomNode* root_ = nullptr;
};

/// The element's name in lower case; SVG's mixed case is not restored.
std::string element_name(const DomNode& element);
bool is_element(const DomNode& node);
bool is_text(const DomNode& node);
/// Text that is white space only.
bool is_white_space(const DomNode& node);
/// The children of an element; none for text.
std::size_t child_count(const DomNode& node);
const DomNode& child(const DomNode& node, std::size_t index);
/// The value of an attribute, nothing when absent.
std::optional<std::string_view> attribute(const DomNode& element, const char* name);

/// The place of a node in its HTML, from its start tag to behind its end tag.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};
Extent extent_of(const DomNode& node);
/// The source of a node.
base::Span span_of(const MappedText& html, const DomNode& node);
/// The source of an attribute's value, without quotes; the element's when it has no value.
base::Span value_span(const MappedText& html, const DomNode& element, const char* name);
/// The element alone as XML with its namespaces, for inline SVG; scripts and event handlers are left out.
std::string svg_text(const DomNode& element);

}  // namespace reliure::content
