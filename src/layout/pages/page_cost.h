#pragma once
// What a page break costs. All weights in one place, on the scale of `slack_cost`.
#include <algorithm>
#include <cstdint>

#include "base/length.h"

namespace reliure::layout {

/// What a page costs whose foot stays empty for `slack` per cent of its height: a hundredth costs 25, all of
/// it 2,400. Nearly a straight line: where a gap must be (before a tall picture), one is a little cheaper
/// than two halves, but no page is emptied so that others are full.
constexpr std::int64_t slack_cost(std::int64_t slack) { return 25 * slack - slack * slack / 100; }

/// What a page costs whose space must take `part` per cent of the growth that it allows in order to be full:
/// as TeX's badness of glue, 100 for all of it, which is a page 4 % empty.
constexpr std::int64_t stretch_cost(std::int64_t part) { return part * part * part / 10'000; }

/// How much of `height` stays empty when `used` is taken, in per cent.
constexpr std::int64_t slack_of(base::Length used, base::Length height) {
  return 100 - std::clamp<std::int64_t>(used.raw * 100 / std::max<std::int64_t>(1, height.raw), 0, 100);
}

/// What it costs besides that `part` per cent of the page stay empty which what follows could have filled:
/// twice a gap that has to be, so that gaps stand before what does not fit. A line is free: widows and
/// orphans need it.
constexpr std::int64_t left_out_cost(std::int64_t part) { return 50 * std::max<std::int64_t>(0, part - 2); }

/// A break inside a block that asked to be kept whole (`break-inside: avoid`): no gap is worth it.
inline constexpr std::int32_t kBreakInside = 8'000;

/// A break inside space that a box has by its padding or height: dearer than between two lines, since what is
/// left of the box stands empty on the next page; cheap enough that a box is drawn to the foot of its page.
inline constexpr std::int32_t kBreakInSpace = 200;

/// A widow or an orphan: worth more than a page left empty, because every reader sees it.
inline constexpr std::int32_t kWidowOrOrphan = 5'000;

/// Half a word at the foot of a page: worth about two lines left empty. Most can be made whole afterwards
/// (`whole_words.h`).
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

/// A note that begins on the page after its call, behind one that fills the area: half a page empty is
/// better, so that text with more calls waits.
inline constexpr std::int64_t kNoteBehind = 1'200;

/// A page that calls notes and shows none of them: the reader looks for them in vain. More than a widow.
inline constexpr std::int64_t kNoteElsewhere = 5'500;

/// A float of the page that stands one page further from its place than it might: a reader of facing pages
/// sees it still. As dear as a page six per cent empty.
inline constexpr std::int64_t kFloatLater = 200;

/// A float above the heading of a chapter: the top of the next page is better, a page of its own is not.
inline constexpr std::int64_t kFloatAboveOpening = 400;

/// A page of floats alone: text that stands with them is better.
inline constexpr std::int64_t kFloatPage = 300;

/// Of a page with text, floats take no more than this, in per cent.
inline constexpr std::int64_t kMostFloats = 70;

/// A page of floats alone is at least this full while there is text to come, in per cent.
inline constexpr std::int64_t kFullFloatPage = 50;

/// The last page of a sequence holds fewer lines than look deliberate (see `kShortLastPage`).
inline constexpr std::int64_t kShortLastPageCost = 300;

/// In per cent of the page's height: about three lines.
inline constexpr std::int64_t kShortLastPage = 6;

}  // namespace reliure::layout
