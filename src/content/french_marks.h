#pragma once
// Marks of French: apostrophes, ellipses, the letters of ordinals.
#include <cstddef>

#include "content/french_line.h"

namespace reliure::content {

/// `l'eau`: a straight apostrophe between the letters of an elision.
bool is_elision(const Line& line, std::size_t at);
/// Exactly three points that are no path and no range.
bool is_three_points(const Line& line, std::size_t at);
/// The characters from `at` that go on behind `etc` with more than its point: `etc...`, `etc.…`; else 0.
std::size_t points_after_etc(const Line& line, std::size_t at);
/// The letters from `at` that make an ordinal of the number before them: `1er`, `2e`, `XXe`, `2nde`; else 0.
std::size_t ordinal_letters(const Line& line, std::size_t at);

}  // namespace reliure::content
