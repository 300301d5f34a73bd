#pragma once
// Where French wants a space that does not break.
#include <cstddef>
#include <optional>
#include <vector>

#include "content/french_line.h"

namespace reliure::content {

/// The rule for the space that the author typed between `left` and `right`, or nothing. Rules that are off do
/// not count.
std::optional<source::TypographyRule> typed_space_rule(const Line& line, std::size_t left, std::size_t right,
                                                       const source::Typography& typography);
/// The rule for a space that is missing between two characters that touch.
std::optional<source::TypographyRule> missing_space_rule(const Line& line, std::size_t left,
                                                         std::size_t right,
                                                         const source::Typography& typography);

/// The characters in front of the spaces on the inner sides of dashes, sorted: `a –_b_– c`, `a –_b.`
std::vector<std::size_t> inside_dashes(const Line& line);

}  // namespace reliure::content
