#pragma once
// The side table of styles: a computed style for each node of a manuscript.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "book/manuscript.h"
#include "style/computed_style.h"
#include "style/page_style.h"

namespace reliure::style {

enum class PseudoElement : std::uint8_t {
  before,
  after,
  marker,
  first_letter,
  footnote_call,
  footnote_marker
};

struct PageRules;

/// An element that left the flow for the margin boxes (`position: running(NAME)`, CSS GCPM 3 §1.3).
struct RunningElement {
  book::NodeId node;
  std::string name;
};

/// Computed styles, shared and deduplicated. A text node's style is its parent's inherited part.
class Styles {
 public:
  Styles();
  Styles(Styles&&) noexcept;
  Styles& operator=(Styles&&) noexcept;
  ~Styles();

  const ComputedStyle& operator[](book::NodeId node) const { return *pool_[of_node_[node.value]]; }
  /// The style of a pseudo-element, or nothing when no rule gives it one.
  const ComputedStyle* pseudo(book::NodeId node, PseudoElement element) const;
  /// The style of a page; stable for the same selector.
  const PageStyle& page(const PageSelector& selector) const;
  /// Whether the node or one of its ancestors has `display: none`.
  bool hidden(book::NodeId node) const { return hidden_[node.value]; }
  /// The elements that left the flow, sorted by node. One whose name no margin box shows is none, and an
  /// e-book has none: it stays where it is.
  const std::vector<RunningElement>& running() const { return running_; }
  /// The headings that contents, bookmarks and navigation list.
  const std::vector<book::OutlineEntry>& outline() const { return outline_; }

  struct PseudoEntry {
    book::NodeId node;
    PseudoElement element;
    std::uint32_t style;
  };

  // Filled by `resolve`.
  std::vector<std::unique_ptr<const ComputedStyle>> pool_;
  std::vector<std::uint32_t> of_node_;
  std::vector<PseudoEntry> pseudo_;  ///< Sorted by node, then element.
  std::vector<bool> hidden_;
  std::vector<RunningElement> running_;
  std::vector<book::OutlineEntry> outline_;
  std::unique_ptr<PageRules> pages_;
};

}  // namespace reliure::style
