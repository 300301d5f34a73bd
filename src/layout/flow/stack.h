#pragma once
// Strips below each other between two breaks: on a page, or in a column.
#include "layout/flow/flow.h"

namespace reliure::layout {

inline bool is_space(const Strip& strip) { return strip.kind == Strip::Kind::space; }

/// The cut without the space that breaks swallow.
Cut trimmed(const Flow& flow, Cut cut);

/// Which boxes of a flow are meant: those that pages slice, or those that columns slice.
enum class Slicing : std::uint8_t { by_pages, by_columns };

/// What strips that begin anew at `begin` have above them: the edges of boxes that go on (only with
/// `box-decoration-break: clone`).
base::Length edges_above(const Flow& flow, std::size_t begin, Slicing slicing);
/// What strips that end before `end` have below them.
base::Length edges_below(const Flow& flow, std::size_t end, Slicing slicing);

/// The header that a table which goes on at `begin` shows again.
inline base::Length head_above(const Flow& flow, std::size_t begin) {
  const std::uint32_t table = begin < flow.strips.size() ? flow.strips[begin].table : kNone;
  return table == kNone ? base::Length{} : flow.tables[table].height;
}

/// The height of strips added one by one, for a column.
class Stack {
 public:
  /// Begins before strip `begin`; leading space counts with `keep_leading_space`.
  Stack(const Flow& flow, std::size_t begin, bool keep_leading_space)
      : flow_(&flow), end_(begin), keep_leading_(keep_leading_space) {}

  void add_next();
  /// Nothing but space.
  bool is_empty() const { return is_empty_; }
  std::size_t end() const { return end_; }
  /// With all that a break at its end brings along.
  base::Length height() const {
    return is_empty_ ? base::Length{} : used_ + edges_below(*flow_, last_, Slicing::by_columns);
  }

 private:
  const Flow* flow_;
  std::size_t end_;
  /// One past the last strip that is not space.
  std::size_t last_ = 0;
  bool keep_leading_;
  bool is_empty_ = true;
  base::Length used_, space_;
};

}  // namespace reliure::layout
