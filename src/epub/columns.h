#pragma once
// Tables that are too wide for a small screen: there each row stands as a block, each cell below its column's
// head.
#include <string>
#include <string_view>
#include <vector>

#include "epub/plan.h"

namespace reliure::epub {

/// More do not fit beside each other on the width of a hand.
constexpr std::size_t kManyColumns = 4;

struct Columns {
  std::size_t count = 0;
  /// The words that head each; none for a table with cells that span several but not all, or without one row
  /// of heads.
  std::vector<std::string> heads;
};

Columns columns_of(const Plan& plan, NodeId table);

/// The head of the column that a cell stands in, or nothing.
std::string_view head_of(const Plan& plan, const Columns& columns, NodeId cell);

}  // namespace reliure::epub
