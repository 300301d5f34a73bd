#include "content/survey.h"

#include <gumbo.h>

#include <algorithm>

#include "content/ascii.h"

namespace reliure::content {
namespace {

bool is_picture(const DomNode& node) {
  const GumboTag tag = node.v.element.tag;
  return tag == GUMBO_TAG_IMG || tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_IMAGE;
}

bool is_dropped(const DomNode& node) {
  const GumboElement& element = node.v.element;
  if (element.tag_namespace == GUMBO_NAMESPACE_SVG) {
    return element.tag == GUMBO_TAG_SCRIPT || element.tag == GUMBO_TAG_STYLE;
  }
  const Treatment treatment = rule_of(node).treatment;
  return treatment == Treatment::drop || treatment == Treatment::report;
}

bool label_is_set(const DomNode& node, const char* name) {
  const auto value = attribute(node, name);
  return value && !is_blank(*value);
}

template <typename Predicate>
bool any_child(const DomNode& node, const Predicate& predicate) {
  for (std::size_t i = 0; i < child_count(node); ++i) {
    if (predicate(child(node, i))) return true;
  }
  return false;
}

/// Whether something with content was seen, in document order.
bool walk(const DomNode& node, bool seen, Survey& result) {
  if (is_text(node)) return seen || !is_white_space(node);
  if (!is_element(node) || is_dropped(node)) return seen;
  const int level = heading_level(node);
  if (level == 0) {
    if (is_picture(node)) return true;
    for (std::size_t i = 0; i < child_count(node); ++i) seen = walk(child(node, i), seen, result);
    return seen;
  }
  if (!has_name(node)) return seen || has_content(node);
  result.smallest_level_with_h1 = std::min(result.smallest_level_with_h1, level);
  if (level == 1 && result.first_h1 == nullptr) {
    result.first_h1 = &node;
    result.begins_with_h1 = !seen;
  } else {
    result.smallest_level = std::min(result.smallest_level, level);
  }
  return true;
}

}  // namespace

ElementRule rule_of(const DomNode& node) {
  const std::string name = element_name(node);
  const bool closed_dialog = name == "dialog" && !attribute(node, "open");
  return closed_dialog ? ElementRule{"dialog", Treatment::drop} : element_rule(name);
}

Survey survey(const DomNode& page) {
  Survey result;
  walk(page, false, result);
  return result;
}

bool has_content(const DomNode& node) {
  if (is_text(node)) return !is_white_space(node);
  if (!is_element(node) || is_dropped(node)) return false;
  return is_picture(node) || any_child(node, has_content);
}

bool has_name(const DomNode& node) {
  if (is_text(node)) return !is_white_space(node);
  if (!is_element(node) || is_dropped(node)) return false;
  if (label_is_set(node, "aria-label") || (is_picture(node) && label_is_set(node, "alt"))) return true;
  return any_child(node, has_name);
}

std::string text_of(const DomNode& node) {
  if (is_text(node)) return node.v.text.text;
  std::string result;
  if (!is_element(node) || is_dropped(node)) return result;
  for (std::size_t i = 0; i < child_count(node); ++i) result += text_of(child(node, i));
  return result;
}

bool contains_block(const DomNode& node) {
  return any_child(node, [](const DomNode& inner) {
    if (!is_element(inner)) return false;
    const ElementRule rule = rule_of(inner);
    return (rule.treatment == Treatment::keep && is_block(rule.kind)) || contains_block(inner);
  });
}

int heading_level(const DomNode& node) {
  if (!is_element(node)) return 0;
  const int offset = static_cast<int>(node.v.element.tag) - static_cast<int>(GUMBO_TAG_H1);
  return offset >= 0 && offset < 6 ? offset + 1 : 0;
}

}  // namespace reliure::content
