#include "layout/pages/break_pages.h"

#include <algorithm>
#include <limits>

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
};

/// Strips taken onto a page one by one, with what they bring along.
class Filling {
 public:
  Filling(const Flow& flow, const Notes& notes, std::size_t begin, bool keep_leading)
      : notes_(notes), keep_leading_(keep_leading) {
    const std::uint32_t table = flow.strips[begin].table;
    used_ = table == kNone ? Length{} : flow.tables[table].height;
  }

  void add(const Strip& strip) {
    if (strip.kind == Strip::Kind::space) {
      // Space counts once something follows it.
      space_ += is_empty_ && !keep_leading_ ? Length{} : strip.height;
      return;
    }
    used_ += space_ + strip.height;
    space_ = {};
    is_empty_ = false;
    for (const book::NodeId note : strip.notes) {
      if (std::find(called_.begin(), called_.end(), note) == called_.end()) {
        used_ += notes_.height_of(note) + (called_.empty() ? notes_.frame : Length{});
        called_.push_back(note);
      }
    }
  }

  Length used() const { return used_; }
  bool is_empty() const { return is_empty_; }

 private:
  const Notes& notes_;
  bool keep_leading_;
  bool is_empty_ = true;
  Length used_, space_;
  std::vector<book::NodeId> called_;
};

bool is_forced(const Strip& strip) { return strip.break_before.forced != BreakRule::automatic; }

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
  bool keeps_leading(std::size_t begin) const { return begin == 0 || is_forced(flow_.strips[begin]); }

  /// Every page that begins before strip `begin`: as long as it fits, and one that does not when there is no
  /// other.
  void try_pages_from(std::size_t begin) {
    Filling filling(flow_, notes_, begin, keeps_leading(begin));
    bool found = false;
    for (std::size_t end = begin; end < flow_.strips.size();) {
      filling.add(flow_.strips[end]);
      ++end;
      const bool too_full = filling.used() > height_;
      const bool is_end = end == flow_.strips.size();
      if (too_full && found) {
        return;
      }
      const bool forced = !is_end && is_forced(flow_.strips[end]);
      if (!is_end && !forced && (flow_.strips[end].break_before.cost == kNever || filling.is_empty())) {
        continue;
      }
      found = true;
      offer(begin, end, filling.used(), is_end || forced);
      if (forced) {
        return;
      }
    }
  }

  void offer(std::size_t begin, std::size_t end, Length used, bool is_last) {
    std::int64_t cost = ways_[begin].cost + page_cost(used, height_, is_last);
    cost += used > height_ ? kOverfull : 0;
    cost += is_last ? 0 : flow_.strips[end].break_before.cost;
    if (cost < ways_[end].cost) {
      ways_[end] = {cost, begin};
    }
  }

  std::vector<PageCut> trace_back() const {
    std::vector<PageCut> pages;
    for (std::size_t end = flow_.strips.size(); end > 0; end = ways_[end].from) {
      const std::size_t begin = ways_[end].from;
      const BreakRule demand = begin == 0 ? BreakRule::automatic : flow_.strips[begin].break_before.forced;
      pages.push_back({{begin, end, keeps_leading(begin)}, demand});
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
