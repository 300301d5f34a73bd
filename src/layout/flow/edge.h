#pragma once
// The names of edges, for what is stored by edge.
#include <cstddef>

namespace reliure::layout {

/// The indexes of edges in CSS order.
enum Edge : std::size_t { kTop, kRight, kBottom, kLeft };

}  // namespace reliure::layout
