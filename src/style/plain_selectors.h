#pragma once
// Selectors as the readers of a decade ago know them: for `:is()` they drop the whole rule, and some the
// sheet.
#include <span>
#include <vector>

#include "style/sheet.h"

namespace reliure::style {

/// Whether it is of level 3 (Selectors 3), without `::marker`.
bool is_plain(const Selector& selector);

/// The rules with plain selectors in the place of `:is()` and `:lang()` with a list, as far as there are such
/// that weigh as much. Where they weigh less, as `p` and `.x` of `:is(p, .x)`, the selector itself stands
/// behind them.
std::vector<StyleRule> with_plain_selectors(std::span<const StyleRule> rules);

}  // namespace reliure::style
