#pragma once
// What a page break costs. All weights in one place, on the scale of `slack_cost`.
#include <cstdint>

namespace reliure::layout {

/// What a page costs whose foot stays empty for `slack` per cent of its height: a hundredth costs 25, all of
/// it 1,250. The curve flattens, so that where a gap must be (before a tall picture) it is one gap, and the
/// pages around it are full; two half gaps would cost more than one whole one.
constexpr std::int64_t slack_cost(std::int64_t slack) { return 25 * slack - slack * slack / 8; }

/// A page that ends in the middle of a text with a gap below, times the gap's part of the page: readers take
/// the gap for the end of the chapter. Enough to move one that has to be somewhere between two blocks.
inline constexpr std::int64_t kGapInText = 200;

/// A break inside a block that asked to be kept whole (`break-inside: avoid`): worth a page 40 % empty.
inline constexpr std::int32_t kBreakInside = 800;

/// A break inside space that a box has by its padding or height: dearer than between two lines, since what is
/// left of the box stands empty on the next page; cheap enough that a box is drawn to the foot of its page.
inline constexpr std::int32_t kBreakInSpace = 200;

/// A widow or an orphan: worth more than a page left empty, because every reader sees it.
inline constexpr std::int32_t kWidowOrOrphan = 1'500;

/// Half a word at the foot of a page: worth about two lines left empty.
inline constexpr std::int32_t kHyphenAtFoot = 100;

/// One row of a table alone on its side of a break: less than an orphan, since its header stands above it.
inline constexpr std::int32_t kLonelyRow = 200;

/// Between a heading, a caption or a list's first line and what it announces: never while any other way
/// exists.
inline constexpr std::int32_t kKeepWithNext = 200'000;

/// A strip that is taller than its page: only when nothing else is possible.
inline constexpr std::int64_t kOverfull = 1'000'000;

/// A note that goes on on the next page: its reader turns the page and comes back. Worth an eighth of a page
/// empty, not a third of one.
inline constexpr std::int64_t kNoteSplit = 300;

/// A note that begins on the page after its call, behind one that fills the area: each as dear again, so that
/// text with more calls waits.
inline constexpr std::int64_t kNoteBehind = 300;

/// A page that calls notes and shows none of them: the reader looks for them in vain. More than a widow.
inline constexpr std::int64_t kNoteElsewhere = 2'000;

/// The last page of a sequence holds fewer lines than look deliberate (see `kShortLastPage`).
inline constexpr std::int64_t kShortLastPageCost = 300;

/// In per cent of the page's height: about three lines.
inline constexpr std::int64_t kShortLastPage = 6;

}  // namespace reliure::layout
