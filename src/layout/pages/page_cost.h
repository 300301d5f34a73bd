#pragma once
// What a page break costs. All weights in one place, on the scale of the first.
#include <cstdint>

namespace reliure::layout {

/// A page whose foot stays empty costs the square of the empty part in per cent: 10 % costs 100, 50 % costs
/// 2,500. The square makes two pages a little short better than one very short.
inline constexpr std::int64_t kWorstSlack = 100 * 100;

/// A break inside a block that asked to be kept whole (`break-inside: avoid`): worth a page two thirds empty.
inline constexpr std::int32_t kBreakInside = 4'500;

/// A widow or an orphan: worth more than a page almost empty, because every reader sees it.
inline constexpr std::int32_t kWidowOrOrphan = 9'000;

/// One row of a table alone on its side of a break: less than an orphan, since its header stands above it.
inline constexpr std::int32_t kLonelyRow = 800;

/// Between a heading, a caption or a list's first line and what it announces: never while any other way
/// exists.
inline constexpr std::int32_t kKeepWithNext = 200'000;

/// A strip that is taller than its page: only when nothing else is possible.
inline constexpr std::int64_t kOverfull = 1'000'000;

/// The last page of a sequence holds fewer lines than look deliberate (see `kShortLastPage`).
inline constexpr std::int64_t kShortLastPageCost = 1'500;

/// In per cent of the page's height: about three lines.
inline constexpr std::int64_t kShortLastPage = 6;

}  // namespace reliure::layout
