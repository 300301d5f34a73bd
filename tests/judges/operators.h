#pragma once
// The operators of ISO 32000-1, Annex A.
#include <string>

namespace reliure::judges {

enum class Does { nothing, shows_text, paints_path, paints_shading, paints_object };

struct Operator {
  /// How many operands it takes; -1 for any number.
  int operands = 0;
  Does does = Does::nothing;
};

/// Nothing for an operator that ISO 32000-1 does not know.
const Operator* find_operator(const std::string& name);

}  // namespace reliure::judges
