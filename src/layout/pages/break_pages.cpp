#include "layout/pages/break_pages.h"

#include <algorithm>
#include <limits>
#include <map>

#include "layout/pages/page_cost.h"

namespace reliure::layout {
namespace {

using base::Length;
using style::BreakRule;

constexpr std::int64_t kUnreached = std::numeric_limits<std::int64_t>::max();

/// Ways with different notes left over that are followed from one strip: the cheapest of them.
constexpr std::size_t kMostWays = 4;

/// The cheapest way to end a page before a strip, with the notes shown up to some place.
struct Way {
  std::int64_t cost = kUnreached;
  std::size_t from = 0;
  std::size_t notes_from = 0;
};

/// Strips taken onto a page one by one, with what they bring along.
class Filling {
 public:
  Filling(const Flow& flow, std::size_t begin, bool keep_leading) : keep_leading_(keep_leading) {
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
  }

  Length used() const { return used_; }
  bool is_empty() const { return is_empty_; }

 private:
  bool keep_leading_;
  bool is_empty_ = true;
  Length used_, space_;
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
    if (flow_.strips.empty()) {
      return {};
    }
    ways_[0][0].cost = 0;
    for (std::size_t begin = 0; begin < ways_.size(); ++begin) {
      prune(ways_[begin]);
      // A page of notes alone adds ways behind the one that it starts from.
      for (const auto& [shown, way] : ways_[begin]) {
        try_pages_from(begin, shown, way.cost);
      }
    }
    return trace_back();
  }

 private:
  /// By how far the notes are shown.
  using Ways = std::map<std::size_t, Way>;

  bool keeps_leading(std::size_t begin) const { return begin == 0 || is_forced(flow_.strips[begin]); }

  static void prune(Ways& ways) {
    while (ways.size() > kMostWays) {
      const auto by_cost = [](const auto& a, const auto& b) { return a.second.cost < b.second.cost; };
      ways.erase(std::max_element(ways.begin(), ways.end(), by_cost));
    }
  }

  void try_pages_from(std::size_t begin, std::size_t shown, std::int64_t cost) {
    const bool notes_wait = shown < notes_.called(begin);
    if (notes_wait) {
      try_notes_alone(begin, shown, cost);
    }
    const bool is_end = begin == flow_.strips.size();
    if (is_end || (notes_wait && is_forced(flow_.strips[begin]))) {
      return;  // no note goes on in what begins on a page of its own
    }
    try_text_from(begin, shown, cost);
  }

  /// A page with nothing but notes that were called before.
  void try_notes_alone(std::size_t begin, std::size_t shown, std::int64_t cost) {
    const std::size_t called = notes_.called(begin);
    const std::size_t end = last_split(notes_, {shown, called}, shown, height_);
    const std::size_t until = end > shown ? end : shown + 1;
    const Length used = notes_.room_for({shown, until});
    const bool ends = begin == flow_.strips.size() || is_forced(flow_.strips[begin]);
    cost += page_cost(used, height_, ends && until == called) + (used > height_ ? kOverfull : 0);
    keep({cost + split_cost(until), begin, shown}, begin, until);
  }

  /// Every page that begins before strip `begin`: as long as it fits, and one that does not when there is no
  /// other. What is left of earlier notes stands on it whole.
  void try_text_from(std::size_t begin, std::size_t shown, std::int64_t cost) {
    Filling filling(flow_, begin, keeps_leading(begin));
    const Length rest = notes_.room_for({shown, notes_.called(begin)});
    bool found = rest > Length{};  // a page of notes alone is another
    for (std::size_t end = begin; end < flow_.strips.size();) {
      filling.add(flow_.strips[end]);
      ++end;
      const bool too_full = filling.used() + rest > height_;
      const bool is_end = end == flow_.strips.size();
      if (too_full && found) {
        return;
      }
      const bool forced = !is_end && is_forced(flow_.strips[end]);
      if (!is_end && !forced && (flow_.strips[end].break_before.cost == kNever || filling.is_empty())) {
        continue;
      }
      found = true;
      offer({{begin, end, false}, {shown, notes_.called(end)}}, filling.used(), cost);
      if (forced) {
        return;
      }
    }
  }

  /// A page with this text, and as many of these notes as there is room for.
  void offer(PageCut page, Length text, std::int64_t cost) {
    const std::size_t end = page.cut.end;
    const bool is_last = end == flow_.strips.size() || is_forced(flow_.strips[end]);
    if (text + notes_.room_for(page.notes) > height_) {
      const std::size_t before = std::max(page.notes.begin, notes_.called(page.cut.begin));
      const std::size_t wanted = page.notes.end;
      page.notes.end = last_split(notes_, page.notes, before, height_ - text);
      cost += split_cost(page.notes.end);
      cost += page.notes.end == before && wanted > before ? kNoteElsewhere : 0;
      cost += kNoteBehind * whole_notes(page.notes.end, wanted);
    }
    const Length used = text + notes_.room_for(page.notes);
    cost += page_cost(used, height_, is_last) + (used > height_ ? kOverfull : 0);
    cost += is_last ? 0 : flow_.strips[end].break_before.cost;
    keep({cost, page.cut.begin, page.notes.begin}, end, page.notes.end);
  }

  /// What it costs that notes end before this place; nothing between two of them.
  std::int64_t split_cost(std::size_t place) const {
    const bool inside = !notes_.places.empty() && !notes_.begins_note(place);
    const std::int32_t own = inside ? notes_.places[place].split_cost : 0;
    return inside ? kNoteSplit + (own == kNever ? kKeepWithNext : own) : 0;
  }

  /// How many notes begin in a stretch of the list.
  std::int64_t whole_notes(std::size_t begin, std::size_t end) const {
    if (begin >= end) {
      return 0;
    }
    const std::int64_t more = notes_.places[end - 1].note - notes_.places[begin].note;
    return more + (notes_.begins_note(begin) ? 1 : 0);
  }

  void keep(const Way& way, std::size_t end, std::size_t shown) {
    Way& known = ways_[end][shown];
    if (way.cost < known.cost) {
      known = way;
    }
  }

  std::vector<PageCut> trace_back() const {
    std::vector<PageCut> pages;
    std::size_t end = flow_.strips.size();
    std::size_t shown = notes_.called(end);
    while (end > 0) {
      const Way& way = ways_[end].at(shown);
      const bool has_text = way.from < end;
      const bool starts_sequence = way.from == 0;
      const bool keeps = has_text && keeps_leading(way.from);
      const BreakRule demand =
          !has_text || starts_sequence ? BreakRule::automatic : flow_.strips[way.from].break_before.forced;
      pages.push_back({{way.from, end, keeps}, {way.notes_from, shown}, demand});
      end = way.from;
      shown = way.notes_from;
    }
    std::reverse(pages.begin(), pages.end());
    return pages;
  }

  const Flow& flow_;
  Length height_;
  const Notes& notes_;
  std::vector<Ways> ways_;
};

}  // namespace

std::vector<PageCut> break_pages(const Flow& flow, base::Length height, const Notes& notes) {
  return PageBreaker(flow, height, notes).run();
}

}  // namespace reliure::layout
