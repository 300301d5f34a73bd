#pragma once
// Step 3: where the lines end, by the total-fit algorithm (Knuth and Plass, "Breaking Paragraphs into Lines",
// 1981), in integers. Nothing here knows what the items are.
#include <optional>
#include <span>
#include <vector>

#include "layout/paragraph/items.h"
#include "layout/paragraph/spacing.h"

namespace reliure::layout {

/// What is never cut at a paragraph's end, unless there is no other way.
enum class WholeEnd : std::uint8_t {
  nothing,
  last_word,  ///< The last line holds more than the rest of a word.
  last_line,  ///< The last line but one ends without a hyphen.
};

/// How lines are to be filled.
struct Filling {
  /// Lines are stretched and shrunk to the measure; else they end where their words do.
  bool justified = true;
  /// The last line, and every line that ends by force, is justified too.
  bool justified_last = false;
  /// Badness that a line may have.
  std::int32_t tolerance = kTolerance;
  /// Each line counts as able to stretch by this part of the measure besides its glue.
  Ratio extra_stretch{0, 1};
  /// What a line that does not end by force may leave empty.
  Length most_gap = kUnbounded;
  /// Lines in a row that may end in a hyphen.
  std::int32_t hyphen_limit = 255;
  /// A last line shorter than this, or of one short word, costs `runt_demerits`.
  Length runt;
  std::int64_t runt_demerits = kRuntDemerits;
  /// Where no hyphen stands on the last line but one.
  WholeEnd whole_end = WholeEnd::last_word;
  /// Where nothing fits, a line may exceed the measure.
  bool may_overflow = false;
};

/// The chosen line ends, as indexes of items; the last is the last item.
struct Breaks {
  std::vector<std::uint32_t> at;
  std::int64_t demerits = 0;
  /// The first line that exceeds its measure.
  std::optional<std::uint32_t> overfull;
};

/// The first item of the line after one that ended at `end`: glue vanishes there, but not after a forced end.
std::uint32_t line_start(std::span<const Item> items, std::uint32_t end);

/// What hangs out of the measure at the start of a line that starts at `start`, and at the end of one that
/// has the items `start..end` and breaks at `end`.
Length hang_at_start(std::span<const Item> items, std::uint32_t start);
Length hang_at_end(std::span<const Item> items, std::uint32_t start, std::uint32_t end);

/// The breaks of least demerits, or nothing when no way keeps to the tolerance. Line `i` has the measure
/// `widths[i]`, further lines the last. The last item must be a forced penalty. Takes time linear in the
/// items.
std::optional<Breaks> best_breaks(std::span<const Item> items, std::span<const Length> widths,
                                  const Filling& filling);

/// What `at` costs by the same rules, or nothing when a line exceeds the tolerance or the measure.
std::optional<std::int64_t> demerits_of(std::span<const Item> items, std::span<const std::uint32_t> at,
                                        std::span<const Length> widths, const Filling& filling);

}  // namespace reliure::layout
