#pragma once
// Which way the text of a paragraph runs (UAX #9, CSS Writing Modes 3 §2).
#include <cstdint>
#include <vector>

#include "layout/paragraph/collect.h"

namespace reliure::layout {

/// Adds to `out.controls` what the `unicode-bidi` of a box stands for where its text begins or ends. The
/// block itself orders its own text, so of it only an override counts.
void add_controls(Collected& out, const InlineBox& box, bool open);

/// 0 where lines begin at the left, 1 where they begin at the right: as `direction` says, or for
/// `unicode-bidi: plaintext` the first letter.
std::uint8_t base_level_of(const Collected& collected);

/// The levels of the text's bytes, or nothing when all of it runs from left to right.
std::vector<std::uint8_t> levels_of(const Collected& collected, std::uint8_t base_level);

}  // namespace reliure::layout
