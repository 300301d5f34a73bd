#pragma once
// What one pass over the pages tells the next: on which page each node stands.
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "layout/generated.h"

namespace reliure::layout {

/// Page labels by node, as the pass before found them. Empty on the first pass.
struct References {
  std::vector<std::uint32_t> page_of;
  std::vector<std::string> labels;
  /// By page, what `labels` writes.
  std::vector<std::int64_t> numbers;

  /// The label of the node's page; in the first pass a number of the usual width, for a node on no page
  /// nothing.
  std::string_view page_label(book::NodeId node) const {
    const bool known = node.value < page_of.size() && page_of[node.value] != book::kNoPage;
    return known ? std::string_view(labels[page_of[node.value]]) : page_of.empty() ? "00" : "";
  }

  /// The page that a part of generated content refers to, or their number, as it is to be written.
  std::string page_text(const GeneratedPart& part) const {
    if (part.kind == GeneratedPart::Kind::page_count)
      return labels.empty() ? "00"
                            : counter_text(static_cast<std::int64_t>(labels.size()), part.counter_style);
    const book::NodeId node = part.target;
    const bool known = node.value < page_of.size() && page_of[node.value] != book::kNoPage;
    return known && part.counter_style != style::CounterStyle::decimal
               ? counter_text(numbers[page_of[node.value]], part.counter_style)
               : std::string(page_label(node));
  }
};

}  // namespace reliure::layout
