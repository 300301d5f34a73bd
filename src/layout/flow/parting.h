#pragma once
// Where a flow may be parted that offers no place: what no page can hold must go on on the next one.
#include <vector>

#include "layout/flow/flow.h"

namespace reliure::layout {

/// What stays whole of padding, or stands together inside of what pages do not cut freely (a cell, a note),
/// is at most half a page: there must be room for what is beside it.
inline constexpr std::int64_t kTogetherDivisor = 2;

/// Space of `height` that stays. Where it is taller than `whole`, pages may part it at `kBreakInSpace`. No
/// box asks for more than a hundred pages of `page` by itself.
std::vector<Strip> kerns(base::Length height, base::Length whole, base::Length page);

/// Allows breaks, as dear as between a heading and its text, in each stretch that has none and is taller than
/// `most`. Only what stands beside a float stays together.
void loosen(base::Length most, Flow& flow);

}  // namespace reliure::layout
