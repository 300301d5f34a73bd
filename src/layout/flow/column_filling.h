#pragma once
// Columns filled strip by strip, as TeX splits a box.
#include <cstdint>
#include <limits>
#include <optional>

#include "layout/flow/columns.h"
#include "layout/flow/stack.h"

namespace reliure::layout {

/// How a column's end is chosen among the breaks that fit: the cheapest with what it leaves empty, weighed as
/// on pages; or the last one, whatever it costs.
enum class Ending : std::uint8_t { cheapest, last };

/// Columns of one height, as many as it takes. Where no break fits, a column ends at the first one after it.
class ColumnFilling {
 public:
  ColumnFilling(const Flow& flow, std::size_t begin, base::Length height, Ending ending)
      : flow_(flow),
        height_(height),
        ending_(ending),
        first_(begin),
        begin_(begin),
        stack_(flow, begin, false) {}

  /// Adds the strips up to `end`, which is no less than before.
  void add_until(std::size_t end) {
    while (stack_.end() < end) {
      add_next();
    }
  }

  std::size_t count() const { return closed_.columns.size() + (stack_.is_empty() ? 0 : 1); }
  /// Of the tallest column.
  base::Length height() const { return base::max(closed_.height, stack_.height()); }
  /// What all breaks between the columns cost.
  std::int64_t cost() const { return closed_.cost + (stack_.is_empty() ? 0 : cost_of_begin()); }
  /// Whether they are as many as the set has, and no taller than they should be.
  bool fits() const;
  Columns finish() const;

 private:
  void add_next();
  void close(std::size_t end, base::Length height);
  std::int32_t cost_of_begin() const;

  const Flow& flow_;
  base::Length height_;
  Ending ending_;
  std::size_t first_;
  /// The columns before the one that is being filled, and where that begins.
  Columns closed_;
  std::size_t begin_;
  Stack stack_;
  /// Where it may end best, so far.
  std::optional<std::size_t> best_;
  base::Length best_height_;
  std::int64_t least_ = std::numeric_limits<std::int64_t>::max();
};

/// The columns of a set that goes on on the next page: as full as the breaks between them allow (CSS Multicol
/// 1 §7).
class GrowingColumns {
 public:
  /// No taller than `room`.
  GrowingColumns(const Flow& flow, std::size_t begin, base::Length room)
      : room_(room),
        fullest_(flow, begin, room, Ending::last),
        cheapest_(flow, begin, room, Ending::cheapest) {}

  base::Length room() const { return room_; }

  /// With the strips up to `end`, which is no less than before; nothing where they do not fit.
  const ColumnFilling* until(std::size_t end) {
    fullest_.add_until(end);
    cheapest_.add_until(end);
    if (!fullest_.fits()) {
      return nullptr;
    }
    return cheapest_.fits() ? &cheapest_ : &fullest_;
  }

 private:
  base::Length room_;
  ColumnFilling fullest_, cheapest_;
};

}  // namespace reliure::layout
