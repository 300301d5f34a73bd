#include "layout/pages/break_pages.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "layout/flow/columns.h"
#include "layout/flow/stack.h"
#include "layout/pages/page_cost.h"

namespace reliure::layout {
namespace {

using base::Length;
using style::BreakRule;

constexpr std::int64_t kUnreached = std::numeric_limits<std::int64_t>::max();

/// The cheapest way to end a page before a strip.
struct Way {
  std::int64_t cost = kUnreached;
  std::size_t from = 0;
  /// What notes leave of the page's height.
  Length room;
};

/// Strips taken onto a page one by one, with what they bring along.
class Filling {
 public:
  Filling(const Flow& flow, const Notes& notes, Length height, const Cut& empty)
      : flow_(flow), notes_(notes), height_(height), cut_(empty) {}

  void add_next() {
    const std::size_t index = cut_.end++;
    const Strip& strip = flow_.strips[index];
    if (strip.columns != columns_) {
      end_columns(index);
    }
    if (strip.kind == Strip::Kind::space) {
      // Space counts once something follows it.
      space_ += (is_empty_ && !cut_.keep_leading_space) || columns_ != kNone ? Length{} : strip.height;
      return;
    }
    if (is_empty_) {
      above_ += edges_above(flow_, index, Slicing::by_pages);
      above_ += columns_ == kNone ? head_above(flow_, index) : Length{};
      is_empty_ = false;
    }
    if (columns_ == kNone) {
      above_ += space_ + strip.height;
      space_ = {};
    } else {
      in_columns_ += strip.height;
    }
    last_ = cut_.end;
    add_notes(strip);
  }

  /// No more than `used`, and quicker.
  Length at_least() const {
    return columns_ == kNone ? above_ + called_height_
                             : above_ + called_height_ + in_columns_ / flow_.column_sets[columns_].count;
  }
  Length used() const { return above_ + columns_height() + called_height_ + below(); }
  /// What there is of the page's height, as if columns could be cut anywhere: half a column left empty is
  /// half a page.
  Length filled() const { return at_least() + below(); }
  bool is_empty() const { return is_empty_; }
  const Cut& cut() const { return cut_; }
  /// What notes leave of the page.
  Length room() const { return height_ - called_height_; }

 private:
  void add_notes(const Strip& strip) {
    for (const book::NodeId note : strip.notes) {
      if (std::find(called_.begin(), called_.end(), note) == called_.end()) {
        called_height_ += notes_.height_of(note) + (called_.empty() ? notes_.frame : Length{});
        called_.push_back(note);
      }
    }
  }

  Length below() const { return is_empty_ ? Length{} : edges_below(flow_, last_, Slicing::by_pages); }

  /// What stands before `index` is all there is of a column set; space that waits follows it.
  void end_columns(std::size_t index) {
    if (columns_ != kNone) {
      above_ += set_height();
    }
    if (flow_.strips[index].columns != kNone) {
      above_ += std::exchange(space_, {});
    }
    in_columns_ = {};
    columns_ = flow_.strips[index].columns;
    first_of_columns_ = index;
  }

  /// What the open column set takes: exact enough to say whether it fits.
  Length columns_height() const {
    if (columns_ == kNone || in_columns_.raw == 0) {
      return {};
    }
    const Length rough = in_columns_ / flow_.column_sets[columns_].count;
    return fits_columns(flow_, columns_part(), columns_room()) ? rough : base::max(rough, height_ * 2);
  }

  /// What the column set takes that ends here.
  Length set_height() const {
    if (in_columns_.raw == 0) {
      return {};
    }
    const Columns set = set_columns(flow_, columns_part(), columns_room());
    return is_one_row(flow_, set) ? set.height : base::max(set.height, height_ * 2);
  }

  Length columns_room() const { return base::max(room() - above_ - below(), Length{1}); }

  Cut columns_part() const {
    const bool starts_page = first_of_columns_ == cut_.begin;
    return trimmed(flow_, {first_of_columns_, last_, !starts_page || cut_.keep_leading_space});
  }

  const Flow& flow_;
  const Notes& notes_;
  Length height_;
  Cut cut_;
  bool is_empty_ = true;
  /// One past the last strip that is not space.
  std::size_t last_ = 0;
  /// What stands above the open column set, or all there is.
  Length above_, space_;
  /// The set that the last strip was of, and the sum of its strips.
  std::uint32_t columns_ = kNone;
  std::size_t first_of_columns_ = 0;
  Length in_columns_;
  std::vector<book::NodeId> called_;
  Length called_height_;
};

/// What a page filled to `used` of `height` costs; `is_last` for the end of a sequence or before a forced
/// break.
std::int64_t page_cost(Length used, Length height, bool is_last) {
  const std::int64_t slack =
      100 - std::clamp<std::int64_t>(used.raw * 100 / std::max<std::int64_t>(1, height.raw), 0, 100);
  if (is_last) {
    return slack > 100 - kShortLastPage ? kShortLastPageCost : 0;
  }
  return slack_cost(slack);
}

class PageBreaker {
 public:
  PageBreaker(const Flow& flow, Length height, const Notes& notes)
      : flow_(flow), height_(height), notes_(notes), ways_(flow.strips.size() + 1) {}

  std::vector<PageCut> run() {
    ways_[0].cost = 0;
    for (std::size_t begin = 0; begin < flow_.strips.size(); ++begin) {
      if (ways_[begin].cost != kUnreached) {
        try_pages_from(begin);
      }
    }
    return trace_back();
  }

 private:
  bool keeps_leading(std::size_t begin) const { return begin == 0 || ends_page(flow_.strips[begin]); }

  /// Every page that begins before strip `begin`: as long as it fits, and one that does not when there is no
  /// other.
  void try_pages_from(std::size_t begin) {
    Filling filling(flow_, notes_, height_, {begin, begin, keeps_leading(begin)});
    bool found = false;
    while (filling.cut().end < flow_.strips.size()) {
      filling.add_next();
      if (found && filling.at_least() > height_) {
        return;
      }
      const std::size_t end = filling.cut().end;
      const bool is_end = end == flow_.strips.size();
      const bool forced = !is_end && ends_page(flow_.strips[end]);
      if (!is_end && !forced && (flow_.strips[end].break_before.cost == kNever || filling.is_empty())) {
        continue;
      }
      const Length used = filling.used();
      if (found && used > height_) {
        return;
      }
      found = true;
      offer(filling, used, is_end || forced);
      if (forced) {
        return;
      }
    }
  }

  void offer(const Filling& filling, Length used, bool is_last) {
    const std::size_t begin = filling.cut().begin;
    const std::size_t end = filling.cut().end;
    std::int64_t cost = ways_[begin].cost + page_cost(filling.filled(), height_, is_last);
    cost += used > height_ ? kOverfull : 0;
    cost += is_last ? 0 : flow_.strips[end].break_before.cost;
    if (cost < ways_[end].cost) {
      ways_[end] = {cost, begin, filling.room()};
    }
  }

  std::vector<PageCut> trace_back() const {
    std::vector<PageCut> pages;
    for (std::size_t end = flow_.strips.size(); end > 0; end = ways_[end].from) {
      const std::size_t begin = ways_[end].from;
      const Strip& strip = flow_.strips[begin];
      const BreakRule demand =
          begin > 0 && ends_page(strip) ? strip.break_before.forced : BreakRule::automatic;
      pages.push_back({{begin, end, keeps_leading(begin), ways_[end].room}, demand});
    }
    std::reverse(pages.begin(), pages.end());
    return pages;
  }

  const Flow& flow_;
  Length height_;
  const Notes& notes_;
  std::vector<Way> ways_;
};

}  // namespace

std::vector<PageCut> break_pages(const Flow& flow, Length height, const Notes& notes) {
  return PageBreaker(flow, height, notes).run();
}

}  // namespace reliure::layout
