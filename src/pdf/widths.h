#pragma once
// Widths of an embedded font's codes.
#include <cstdint>
#include <string>
#include <vector>

namespace reliure::pdf {

/// The DW and W entries of a CIDFont (ISO 32000-1 §9.7.4.3) in their shortest form. `widths` are by code,
/// in 1/100000 em.
std::string width_entries(const std::vector<std::int32_t>& widths);

}  // namespace reliure::pdf
