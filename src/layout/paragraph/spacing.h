#pragma once
// What the breaker weighs, in one place, with the reason for each. Badness and demerits are on TeX's scale:
// badness 100 is a line stretched or shrunk by all that its glue offers.
#include <cstdint>

#include "base/length.h"

namespace reliure::layout {

struct Ratio {
  std::int64_t numerator, denominator;
};

/// A word space may grow and shrink by a third before the line counts as fully stretched or shrunk. TeX lets
/// it grow by half; but letters that are fitted to the line take most of what is to be taken, so that spaces
/// can be kept nearer to each other.
inline constexpr Ratio kSpaceStretch{1, 3};
inline constexpr Ratio kSpaceShrink{1, 3};
/// No space shrinks below this part of the font's size. Many fonts have spaces narrower than a quarter em,
/// and two thirds of those part words neither for the eye nor for programs that find words by the gaps
/// between them: poppler joins what stands within 0.15 em, and letters set closer by 0.018 em (the default of
/// `-reliure-letter-fit`) take from it.
inline constexpr Ratio kNarrowestSpace{17, 100};
/// The room between two ideographs, or between one and a word, may grow by this part of the font's size: half
/// of what Japanese typesetting allows at most (JLREQ §3.8.4), since here that is all that a line counts as
/// having.
inline constexpr Ratio kIdeographStretch{1, 8};

/// The same between two words of Thai, whose spaces part phrases: less, lest it be taken for one of these.
inline constexpr Ratio kThaiStretch{1, 16};

/// No space grows beyond this times its width: a hole in the text is worse than a line that ends short, as
/// behind a long address or beside words that cannot be cut.
inline constexpr Ratio kWidestSpace{3, 1};
/// The same on a line whose letters are fitted: it is so rare that such a line is loose that the short one is
/// never one of several.
inline constexpr Ratio kWidestBesideFitted{9, 5};

/// Hyphens that the program adds: as bad as a line stretched by all that its spaces offer. Twice TeX's, since
/// spaces offer less here.
inline constexpr std::int32_t kHyphenPenalty = 100;
/// The author asked for these.
inline constexpr std::int32_t kSoftHyphenPenalty = 50;
/// After a hyphen, dash or slash in a word: nothing is added, but the word is cut all the same.
inline constexpr std::int32_t kBreakInWordPenalty = 30;
/// Between any two letters (`overflow-wrap`): only where nothing else fits.
inline constexpr std::int32_t kBreakAnywherePenalty = 5000;

/// Added to every line's badness, so that fewer lines are better (TeX's \linepenalty).
inline constexpr std::int64_t kLinePenalty = 10;
/// Two lines in a row that end in a hyphen.
inline constexpr std::int64_t kDoubleHyphenDemerits = 10000;
/// A hyphen at the end of the last line but one: half a word would stand on the last.
inline constexpr std::int64_t kFinalHyphenDemerits = 5000;
/// A tight line beside a loose one shows more than either.
inline constexpr std::int64_t kAdjacentDemerits = 10000;
/// A last line of one short word: worse than a hyphen, better than a loose line.
inline constexpr std::int64_t kRuntDemerits = 20000;
/// The last line is a runt below this part of the measure ...
inline constexpr Ratio kRunt{1, 15};
/// ... or as a single word of at most this many bytes.
inline constexpr std::uint32_t kRuntBytes = 5;

/// Badness allowed without hyphens, then with them (TeX's \pretolerance and \tolerance). Words are left whole
/// only where that leaves spaces even, within about a fifth of their width.
inline constexpr std::int32_t kTolerance = 20;
inline constexpr std::int32_t kHyphenTolerance = 200;
/// Badness never grows beyond this, and this much is always allowed in the end. TeX stops at 10000, five
/// times what the spaces offer, and cannot tell a bad line from a worse one; at a hundred times as much, or
/// twenty times what they offer, it can, and needs no emergency stretch.
inline constexpr std::int32_t kInfinitelyBad = 1'000'000;
/// Of a line that ends short: about that of a line with spaces of `kWidestSpace`, which is six times what
/// they offer ...
inline constexpr std::int32_t kRigidBadness = 22'000;
/// ... and this for each badness that it would have in ragged text. Little: one very short line is better
/// than two short ones.
inline constexpr std::int32_t kRigidStep = 10;
/// Of a line whose letters are fitted as far as the style allows: nobody sees it, but where it can be had for
/// nothing the letters stay as they are.
inline constexpr std::int64_t kFittingBadness = 8;

/// How short a ragged line may fall of the measure before it counts as fully stretched. There is no limit
/// to it: whole words matter more than an even edge, above all in narrow cells.
inline constexpr Ratio kRaggedStretch{1, 3};

/// A line beside a float is at least this many times the font's size wide: less holds no two words.
inline constexpr std::int64_t kNarrowestEms = 4;

/// A line is overfull if it exceeds its measure by this: a third of a point. Half a point is a sixth of a
/// millimetre, which nobody sees; a word that is cut lacks a kern or two that were counted.
inline constexpr base::Length kOverfullBy = base::points(1) / 3;

/// The least width of a leader, in the font's size.
inline constexpr Ratio kLeastLeader{3, 2};

/// A measure that nothing exceeds: 2^40 raw units are 5.9 km.
inline constexpr base::Length kUnbounded{std::int64_t{1} << 40};

}  // namespace reliure::layout
