#include "layout/paragraph/break.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace reliure::layout {
namespace {

/// Sums of widths from the paragraph's start.
struct Sums {
  Length width, stretch, shrink;
};

void add(Sums& sums, const Item& item) {
  if (item.type == ItemType::penalty) return;
  sums.width += item.width;
  sums.stretch += item.stretch;
  sums.shrink += item.shrink;
}

/// How tight a line is: neighbours should differ by one class at most.
enum Fitness : std::uint8_t { tight, decent, loose, very_loose };
constexpr std::size_t kFitnessClasses = 4;

/// How a line of some content fits its measure.
struct Fit {
  std::int32_t badness = 0;
  Fitness fitness = decent;
  /// Wider than the measure with all glue shrunk.
  bool overfull = false;
};

/// 100 (by / capacity)^3, rounded down, at most `kInfinitelyBad`.
std::int32_t badness_of(Length by, Length capacity) {
  if (by.raw <= 0) return 0;
  if (capacity.raw <= 0) return kInfinitelyBad;
  // In 1/1024: exact enough to tell any two lines apart, and its cube fits 63 bits.
  if (by.raw >= capacity.raw * 5) return kInfinitelyBad;
  const std::int64_t ratio = by.raw * 1024 / capacity.raw;
  const std::int64_t badness = 100 * ratio * ratio * ratio / (1024LL * 1024 * 1024);
  return static_cast<std::int32_t>(std::min<std::int64_t>(badness, kInfinitelyBad));
}

Fitness loose_class(Length by, Length capacity) {
  if (by * 2 <= capacity) return decent;
  return by <= capacity ? loose : very_loose;
}

/// A line's measure, and by how much lines of this measure may stretch besides their glue.
struct Measure {
  Length width, extra;
};

Measure measure_of(Length width, const Filling& filling) {
  return {width, base::scaled(width, filling.extra_stretch.numerator, filling.extra_stretch.denominator)};
}

Fit fit_line(const Sums& line, const Measure& measure, bool ends_by_force, const Filling& filling) {
  const Length gap = measure.width - line.width;
  const bool justified = filling.justified && (!ends_by_force || filling.justified_last);
  if (gap.raw < 0) {
    const Length shrink = filling.justified ? line.shrink : Length{};
    if (-gap > shrink) return {kInfinitelyBad, tight, true};
    return {badness_of(-gap, shrink), gap * 2 < -shrink ? tight : decent, false};
  }
  if (ends_by_force && !justified) return {0, decent, false};
  const Length stretch = filling.justified ? line.stretch + measure.extra : measure.extra;
  return {badness_of(gap, stretch), filling.justified ? loose_class(gap, stretch) : decent, false};
}

/// A place where a line may start: the best way found to get there.
struct Node {
  std::uint32_t item = 0;
  std::uint32_t previous = 0;
  /// Of the line that starts here, at most the last one that has its own measure.
  std::uint32_t line = 0;
  std::int32_t hyphens = 0;
  Fitness fitness = decent;
  bool overfull = false;
  std::int64_t demerits = 0;
  /// Up to the first item of the line that starts here.
  Sums sums;
};

/// What ending a line at `end` costs, after a line that ended at `before`.
std::int64_t line_demerits(const Node& before, std::span<const Item> items, std::uint32_t end,
                           const Fit& fit) {
  const Item& item = items[end];
  const std::int64_t base = kLinePenalty + fit.badness;
  std::int64_t demerits = base * base;
  if (item.penalty > 0) {
    demerits += std::int64_t{item.penalty} * item.penalty;
  } else if (item.penalty > kForced) {
    demerits -= std::int64_t{item.penalty} * item.penalty;
  }
  if (item.hyphen && before.hyphens > 0) {
    demerits += kDoubleHyphenDemerits;
  }
  if (end + 1 == items.size() && before.hyphens > 0) {
    demerits += kFinalHyphenDemerits;
  }
  if (std::abs(int{fit.fitness} - int{before.fitness}) > 1) {
    demerits += kAdjacentDemerits;
  }
  return demerits;
}

/// Whether a line of `width` that starts at byte `begin` and ends the paragraph at `end` is too short to
/// stand alone.
bool is_runt(Length width, Length measure, std::uint32_t begin, std::uint32_t end, bool one_word) {
  return width * kRunt.denominator < measure * kRunt.numerator || (one_word && end - begin <= kRuntBytes);
}

/// The way to end a line at one place, for one line number and fitness class.
struct Candidate {
  std::int64_t demerits = 0;
  std::uint32_t previous = 0;
  std::int32_t hyphens = 0;
  bool overfull = false;
  bool found = false;
};
using Candidates = std::array<Candidate, kFitnessClasses>;

/// Ways to one place that are followed: six numbers of lines in four classes. Without a limit a text of
/// pages beside a float has them by the million.
constexpr std::ptrdiff_t kMostWays = 24;

class Breaker {
 public:
  Breaker(std::span<const Item> items, std::span<const Length> widths, const Filling& filling)
      : items_(items), filling_(filling) {
    measures_.reserve(widths.size());
    for (const Length width : widths) {
      measures_.push_back(measure_of(width, filling));
    }
    Node start;
    start.item = kNoItem;
    nodes_.reserve(items.size() / 2 + 4);
    nodes_.push_back(start);
    active_.push_back(0);
  }

  std::optional<Breaks> run() {
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (items_[i].penalty < kForbidden) {
        try_break(i);
        if (active_.empty()) return std::nullopt;
      }
      add(sums_, items_[i]);
    }
    return best_path();
  }

  static constexpr std::uint32_t kNoItem = 0xFFFFFFFF;

 private:
  void try_break(std::uint32_t end) {
    next_.clear();
    last_removed_ = kNoItem;
    Candidates candidates{};
    std::uint32_t group = nodes_[active_.front()].line;
    const bool forced = items_[end].penalty == kForced;
    bool any = false;
    std::vector<std::uint32_t>& created = created_;
    created.clear();
    for (const std::uint32_t node : active_) {
      const std::uint32_t line = nodes_[node].line;
      if (line != group) {
        const bool merges = next_line(line) == next_line(group);
        next_.insert(next_.end(), created.begin(), created.end());
        created.clear();
        if (any && !merges) {
          create_nodes(end, next_line(group), candidates);
          candidates = {};
          any = false;
        }
        group = line;
      }
      const bool fits = consider(node, end, candidates);
      any = any || fits;
      if (!forced && !removed_) {
        next_.push_back(node);
      }
    }
    next_.insert(next_.end(), created.begin(), created.end());
    created.clear();
    if (any) {
      create_nodes(end, next_line(group), candidates);
      next_.insert(next_.end(), created.begin(), created.end());
    }
    if (next_.empty() && filling_.may_overflow) {
      overflow(end);
    }
    prune(end);
    active_.swap(next_);
  }

  /// Of the ways to reach `end` on lines of different numbers, which only lines beside floats have, the
  /// cheapest are kept. All of them have set the same text, so their demerits can be compared.
  void prune(std::uint32_t end) {
    const auto ends_here = [&](std::uint32_t node) { return nodes_[node].item == end; };
    costs_.clear();
    for (const std::uint32_t node : next_) {
      if (ends_here(node)) costs_.push_back(nodes_[node].demerits);
    }
    if (std::ssize(costs_) <= kMostWays) return;
    std::ranges::nth_element(costs_, costs_.begin() + kMostWays);
    const std::int64_t dearest = costs_[static_cast<std::size_t>(kMostWays)];
    std::erase_if(next_,
                  [&](std::uint32_t node) { return ends_here(node) && nodes_[node].demerits > dearest; });
  }

  std::uint32_t next_line(std::uint32_t line) const {
    return std::min<std::uint32_t>(line + 1, static_cast<std::uint32_t>(measures_.size()) - 1);
  }

  /// Weighs the line from `node` to `end`; whether it became a candidate.
  bool consider(std::uint32_t node, std::uint32_t end, Candidates& candidates) {
    const Node& before = nodes_[node];
    const Item& item = items_[end];
    Sums line{sums_.width - before.sums.width, sums_.stretch - before.sums.stretch,
              sums_.shrink - before.sums.shrink};
    if (item.type == ItemType::penalty) {
      line.width += item.width;
    }
    const Measure& measure = measures_[before.line];
    const bool forced = item.penalty == kForced;
    const Fit fit = fit_line(line, measure, forced, filling_);
    removed_ = fit.overfull;
    if (fit.overfull) {
      remember_removed(node);
      return false;
    }
    if (fit.badness > filling_.tolerance) {
      if (forced) {
        remember_removed(node);
      }
      return false;
    }
    const std::int32_t hyphens = item.hyphen ? before.hyphens + 1 : 0;
    if (hyphens > filling_.hyphen_limit) return false;
    std::int64_t demerits = before.demerits + line_demerits(before, items_, end, fit);
    if (end + 1 == items_.size() && before.item != kNoItem && ends_in_runt(before, line, measure.width)) {
      demerits += kRuntDemerits;
    }
    Candidate& best = candidates[fit.fitness];
    if (!best.found || demerits < best.demerits) {
      best = {demerits, node, hyphens, false, true};
    }
    return true;
  }

  bool ends_in_runt(const Node& before, const Sums& line, Length measure) const {
    const Item& first = items_[std::min<std::size_t>(line_start(items_, before.item), items_.size() - 1)];
    const bool one_word = line.stretch == Length{};
    return is_runt(line.width, measure, first.begin, items_.back().begin, one_word);
  }

  /// Keeps the latest start, from which a line exceeds its measure by least; of equals the cheaper.
  void remember_removed(std::uint32_t node) {
    if (last_removed_ != kNoItem) {
      const Node& kept = nodes_[last_removed_];
      const bool same = kept.item == nodes_[node].item;
      const bool later =
          kept.item == kNoItem || (nodes_[node].item != kNoItem && nodes_[node].item > kept.item);
      if (same ? nodes_[node].demerits >= kept.demerits : !later) return;
    }
    last_removed_ = node;
  }

  void create_nodes(std::uint32_t end, std::uint32_t line, const Candidates& candidates) {
    Sums sums = sums_;
    const std::uint32_t start = line_start(items_, end);
    for (std::uint32_t i = end; i < start && i < items_.size(); ++i) {
      add(sums, items_[i]);
    }
    for (std::size_t fitness = 0; fitness < kFitnessClasses; ++fitness) {
      const Candidate& best = candidates[fitness];
      if (!best.found) continue;
      created_.push_back(static_cast<std::uint32_t>(nodes_.size()));
      nodes_.push_back({end, best.previous, line, best.hyphens, static_cast<Fitness>(fitness), best.overfull,
                        best.demerits, sums});
    }
  }

  /// Ends a line at `end` though it exceeds the measure (or, by force, the tolerance): there is no other way.
  void overflow(std::uint32_t end) {
    if (last_removed_ == kNoItem) return;
    const Node& before = nodes_[last_removed_];
    const Length width = sums_.width - before.sums.width;
    Candidates candidates{};
    Candidate& only = candidates[decent];
    only.found = true;
    only.previous = last_removed_;
    only.hyphens = items_[end].hyphen ? before.hyphens + 1 : 0;
    const Length shrink = filling_.justified ? sums_.shrink - before.sums.shrink : Length{};
    only.overfull = width - shrink >= measures_[before.line].width + kOverfullBy;
    only.demerits = before.demerits + std::int64_t{kInfinitelyBad} * kInfinitelyBad;
    create_nodes(end, next_line(before.line), candidates);
    next_.swap(created_);
  }

  Breaks best_path() const {
    std::uint32_t best = active_.front();
    for (const std::uint32_t node : active_) {
      if (nodes_[node].demerits < nodes_[best].demerits) {
        best = node;
      }
    }
    Breaks breaks;
    breaks.demerits = nodes_[best].demerits;
    std::vector<bool> overfull;
    for (; nodes_[best].item != kNoItem; best = nodes_[best].previous) {
      breaks.at.push_back(nodes_[best].item);
      overfull.push_back(nodes_[best].overfull);
    }
    std::ranges::reverse(breaks.at);
    const auto last = std::find(overfull.rbegin(), overfull.rend(), true);
    if (last != overfull.rend()) {
      breaks.overfull = static_cast<std::uint32_t>(last - overfull.rbegin());
    }
    return breaks;
  }

  std::span<const Item> items_;
  std::vector<Measure> measures_;
  const Filling& filling_;
  std::vector<Node> nodes_;
  /// Nodes from which a line may still reach the current item, ascending by line.
  std::vector<std::uint32_t> active_, next_, created_;
  std::vector<std::int64_t> costs_;
  Sums sums_;
  std::uint32_t last_removed_ = kNoItem;
  bool removed_ = false;
};

}  // namespace

std::uint32_t line_start(std::span<const Item> items, std::uint32_t end) {
  std::uint32_t start = end + 1;
  if (items[end].penalty == kForced) return start;
  while (start < items.size() && items[start].type == ItemType::glue) {
    ++start;
  }
  return start;
}

std::optional<Breaks> best_breaks(std::span<const Item> items, std::span<const Length> widths,
                                  const Filling& filling) {
  return Breaker(items, widths, filling).run();
}

std::optional<std::int64_t> demerits_of(std::span<const Item> items, std::span<const std::uint32_t> at,
                                        std::span<const Length> widths, const Filling& filling) {
  Node before;
  std::uint32_t start = 0;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const std::uint32_t end = at[i];
    Sums line;
    for (std::uint32_t k = start; k < end; ++k) {
      add(line, items[k]);
    }
    if (items[end].type == ItemType::penalty) {
      line.width += items[end].width;
    }
    const Measure measure = measure_of(widths[std::min(i, widths.size() - 1)], filling);
    const Fit fit = fit_line(line, measure, items[end].penalty == kForced, filling);
    if (fit.overfull || fit.badness > filling.tolerance) return std::nullopt;
    before.demerits += line_demerits(before, items, end, fit);
    if (end + 1 == items.size() && i > 0 &&
        is_runt(line.width, measure.width, items[std::min<std::size_t>(start, items.size() - 1)].begin,
                items[end].begin, line.stretch == Length{})) {
      before.demerits += kRuntDemerits;
    }
    before.hyphens = items[end].hyphen ? before.hyphens + 1 : 0;
    before.fitness = fit.fitness;
    start = line_start(items, end);
  }
  return before.demerits;
}

}  // namespace reliure::layout
