#pragma once
// Superior letters as elements of a draft.
#include <cstdint>
#include <vector>

#include "content/draft.h"

namespace reliure::content {

/// Letters of a text to be raised.
struct Raised {
  std::uint32_t node = 0;
  /// In bytes of the node's text.
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
  base::Span span;
};

/// Puts an element `sup.ordinal` around each: its text is cut in three. All ids that the draft holds follow.
void raise_letters(Draft& draft, std::vector<Raised> raised);

/// Gives an element of the author's the class `ordinal`.
void add_ordinal_class(Draft& draft, book::NodeId node);

}  // namespace reliure::content
