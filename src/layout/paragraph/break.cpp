#include "layout/paragraph/break.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace reliure::layout {
namespace {

/// Sums of widths from the paragraph's start.
struct Sums {
  Length width, stretch, shrink, give;
};

void add(Sums& sums, const Item& item) {
  if (item.type == ItemType::penalty) return;
  sums.width += item.width;
  sums.stretch += item.stretch;
  sums.shrink += item.shrink;
  sums.give += item.give;
}

/// What the last item with marks before a break lets hang out there.
void note_hang(Length& hang, const Item& item) {
  if (item.type == ItemType::box && (item.content != Content::edge || item.width != Length{})) {
    hang = item.hang_end;
  }
}

/// What a break at `item` adds to the line's width: its hyphen, without what hangs out.
Length width_at_end(const Item& item, Length hang) {
  if (item.type != ItemType::penalty) return -hang;
  return item.width - (item.hyphen ? item.hang_end : hang);
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

/// 100 (by / capacity)^3 in TeX's own rounding ("TeX: The Program", §108), so that it chooses as TeX does; at
/// most `kInfinitelyBad`.
std::int32_t badness_of(Length by, Length capacity) {
  constexpr std::int64_t kMostRatio = 21;  // whose badness is about 930,000
  if (by.raw <= 0) return 0;
  if (capacity.raw <= 0 || by.raw >= capacity.raw * kMostRatio) return kInfinitelyBad;
  const std::int64_t ratio = by.raw * 297 / capacity.raw;  // 297^3 is about 100 times 2^18
  return static_cast<std::int32_t>((ratio * ratio * ratio + 0x20000) >> 18);
}

/// What fitting adds to the badness of a line whose letters take `taken` of the `give` that they have.
std::int32_t fitting_badness(Length taken, Length give) {
  if (give.raw <= 0) return 0;
  const std::int64_t ratio = (taken.raw < 0 ? -taken.raw : taken.raw) * 1024 / give.raw;
  return static_cast<std::int32_t>(kFittingBadness * ratio * ratio / (1024 * 1024));
}

/// By the badness of letters and glue together; 13 is half of what they offer, 100 all (§853).
Fitness class_of(std::int32_t badness, bool shrinks) {
  if (badness <= 12) return decent;
  if (shrinks) return tight;
  return badness < 100 ? loose : very_loose;
}

/// Of a line that its spaces cannot fill, so that it ends short: the emptier, the worse.
std::int32_t rigid_badness(Length gap, Length measure) {
  const Length ragged = base::scaled(measure, kRaggedStretch.numerator, kRaggedStretch.denominator);
  return std::min(kRigidBadness + kRigidStep * badness_of(gap, ragged), kInfinitelyBad);
}

/// A line's measure, and by how much lines of this measure may stretch besides their glue.
struct Measure {
  Length width, extra;
};

Measure measure_of(Length width, const Filling& filling) {
  return {width, base::scaled(width, filling.extra_stretch.numerator, filling.extra_stretch.denominator)};
}

/// How a line stands beside its neighbours, letters and spaces together.
Fitness fitness_of(Length gap, Length give, Length elastic) {
  const bool shrinks = gap.raw < 0;
  return class_of(badness_of(shrinks ? -gap : gap, give + elastic), shrinks);
}

Fit fit_line(const Sums& line, const Measure& measure, bool ends_by_force, const Filling& filling) {
  const Length gap = measure.width - line.width;
  const bool fills = filling.justified && (!ends_by_force || filling.justified_last);
  if (gap.raw >= 0 && ends_by_force && !fills) return {0, decent, false};
  if (gap > filling.most_gap && !ends_by_force) return {kInfinitelyBad + 1, very_loose, false};
  const Length give = filling.justified ? line.give : Length{};
  const Length taken = base::max(base::min(gap, give), -give);
  const Length rest = gap - taken;
  const Length stretch = filling.justified ? line.stretch + measure.extra : measure.extra;
  const Length shrink = filling.justified ? line.shrink : Length{};
  if (-rest > shrink) return {kInfinitelyBad, tight, true};
  const bool shrinks = gap.raw < 0;
  std::int32_t badness = shrinks ? badness_of(-rest, shrink) : badness_of(rest, stretch);
  if (!shrinks && badness > kRigidBadness) {
    badness = std::min(badness, rigid_badness(rest, measure.width));
  }
  return {std::min(fitting_badness(taken, give) + badness, kInfinitelyBad),
          filling.justified ? fitness_of(gap, give, shrinks ? shrink : stretch) : decent, false};
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
  /// What the line that starts here lets hang out.
  Length hang;
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
  if (item.flagged && before.hyphens > 0) {
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

/// A line that ends at a forced break, the paragraph's end or another: it begins at `start`, and ends at
/// `end`.
struct LastLine {
  std::uint32_t start = 0, end = 0;
  Length width;
  bool one_word = false;
  /// The line before it ends in a hyphen.
  bool after_hyphen = false;
};

LastLine last_line(const Node& before, std::uint32_t start, std::uint32_t end, const Sums& line) {
  return {start, end, line.width, line.stretch == Length{}, before.hyphens > 0};
}

bool may_be_last(const LastLine& line, const Filling& filling) {
  if (!line.after_hyphen || filling.may_overflow) return true;
  return filling.whole_end == WholeEnd::nothing ||
         (filling.whole_end == WholeEnd::last_word && !line.one_word);
}

/// What it costs besides that a last line holds little.
std::int64_t runt_demerits(const LastLine& line, std::span<const Item> items, const Filling& filling) {
  const std::uint32_t begin = items[std::min<std::size_t>(line.start, items.size() - 1)].begin;
  const bool short_word = line.one_word && items[line.end].begin - begin <= kRuntBytes;
  return line.width < filling.runt || short_word ? filling.runt_demerits : 0;
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
    start.hang = hang_at_start(items, 0);
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
      note_hang(hang_, items_[i]);
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
              sums_.shrink - before.sums.shrink, sums_.give - before.sums.give};
    line.width += width_at_end(item, hang_) - before.hang;
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
    const std::int32_t hyphens = item.flagged ? before.hyphens + 1 : 0;
    if (hyphens > filling_.hyphen_limit) return false;
    std::int64_t demerits = before.demerits + line_demerits(before, items_, end, fit);
    if (forced && before.item != kNoItem && items_[before.item].penalty != kForced) {
      const LastLine last = last_line(before, line_start(items_, before.item), end, line);
      if (!may_be_last(last, filling_)) return false;
      demerits += runt_demerits(last, items_, filling_);
    }
    Candidate& best = candidates[fit.fitness];
    if (!best.found || demerits < best.demerits) {
      best = {demerits, node, hyphens, false, true};
    }
    return true;
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
    const Length hang = hang_at_start(items_, start);
    for (std::uint32_t i = end; i < start && i < items_.size(); ++i) {
      add(sums, items_[i]);
    }
    for (std::size_t fitness = 0; fitness < kFitnessClasses; ++fitness) {
      const Candidate& best = candidates[fitness];
      if (!best.found) continue;
      created_.push_back(static_cast<std::uint32_t>(nodes_.size()));
      nodes_.push_back({end, best.previous, line, best.hyphens, static_cast<Fitness>(fitness), best.overfull,
                        best.demerits, sums, hang});
    }
  }

  /// Ends a line at `end` though it exceeds the measure (or, by force, the tolerance): there is no other way.
  void overflow(std::uint32_t end) {
    if (last_removed_ == kNoItem) return;
    const Node& before = nodes_[last_removed_];
    const Length width = sums_.width - before.sums.width + width_at_end(items_[end], hang_) - before.hang;
    Candidates candidates{};
    Candidate& only = candidates[decent];
    only.found = true;
    only.previous = last_removed_;
    only.hyphens = items_[end].flagged ? before.hyphens + 1 : 0;
    const Length shrink =
        filling_.justified ? sums_.shrink - before.sums.shrink + sums_.give - before.sums.give : Length{};
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
  Length hang_;
  std::uint32_t last_removed_ = kNoItem;
  bool removed_ = false;
};

}  // namespace

Length hang_at_start(std::span<const Item> items, std::uint32_t start) {
  for (; start < items.size(); ++start) {
    const Item& item = items[start];
    if (item.type == ItemType::glue || item.penalty == kForced) break;
    if (item.type == ItemType::box && (item.content != Content::edge || item.width != Length{})) {
      return item.hang_start;
    }
  }
  return {};
}

Length hang_at_end(std::span<const Item> items, std::uint32_t start, std::uint32_t end) {
  if (items[end].hyphen) return items[end].hang_end;
  Length hang;
  for (std::uint32_t i = start; i < end; ++i) {
    note_hang(hang, items[i]);
  }
  return hang;
}

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
    Length hang;
    for (std::uint32_t k = start; k < end; ++k) {
      add(line, items[k]);
      note_hang(hang, items[k]);
    }
    line.width += width_at_end(items[end], hang) - hang_at_start(items, start);
    const Measure measure = measure_of(widths[std::min(i, widths.size() - 1)], filling);
    const Fit fit = fit_line(line, measure, items[end].penalty == kForced, filling);
    if (fit.overfull || fit.badness > filling.tolerance) return std::nullopt;
    before.demerits += line_demerits(before, items, end, fit);
    if (items[end].penalty == kForced && i > 0 && items[at[i - 1]].penalty != kForced) {
      const LastLine last = last_line(before, start, end, line);
      if (!may_be_last(last, filling)) return std::nullopt;
      before.demerits += runt_demerits(last, items, filling);
    }
    before.hyphens = items[end].flagged ? before.hyphens + 1 : 0;
    before.fitness = fit.fitness;
    start = line_start(items, end);
  }
  return before.demerits;
}

}  // namespace reliure::layout
