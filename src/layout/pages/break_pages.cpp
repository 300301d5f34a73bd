#include "layout/pages/break_pages.h"

#include <algorithm>
#include <compare>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "layout/flow/column_filling.h"
#include "layout/flow/columns.h"
#include "layout/flow/line_grid.h"
#include "layout/flow/stack.h"
#include "layout/pages/page_cost.h"

namespace reliure::layout {
namespace {

using base::Length;
using style::BreakRule;

constexpr std::int64_t kUnreached = std::numeric_limits<std::int64_t>::max();

/// Ways with different notes or floats left over that are followed from one strip: the cheapest of them.
constexpr std::size_t kMostWays = 4;

/// Pages of floats alone between two pages with text, while the chapter goes on.
constexpr int kMostFloatPages = 3;

/// How far notes and floats are shown.
struct Shown {
  std::size_t notes = 0;
  std::size_t floats = 0;
  friend auto operator<=>(const Shown&, const Shown&) = default;
};

/// The cheapest way to end a page before a strip, with notes and floats shown up to some place.
struct Way {
  std::int64_t cost = kUnreached;
  std::size_t from = 0;
  Shown shown_from;
  /// What notes and floats leave of the page's height.
  Length room{};
  /// How many pages of floats alone it ends with.
  int float_pages = 0;
};

/// Strips taken onto a page one by one, with what they bring along.
class Filling {
 public:
  Filling(const Flow& flow, Length height, const Cut& empty) : flow_(flow), height_(height), cut_(empty) {}

  /// What notes take of the page.
  void set_notes(Length notes) {
    notes_ = notes;
    is_open_known_ = false;
  }
  /// What floats and their notes take of the page.
  void set_floats(Length floats) {
    floats_ = floats;
    is_open_known_ = false;
  }

  void add_next() {
    const std::size_t index = cut_.end++;
    const Strip& strip = flow_.strips[index];
    is_open_known_ = false;
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
      above_ += take_space();
      above_ += to_grid(flow_, strip, above_) + strip.height;
    } else {
      in_columns_ += strip.height;
    }
    last_ = cut_.end;
  }

  /// No more than `used`, and quicker.
  Length at_least() const {
    const Length beside = above_ + notes_ + floats_;
    return columns_ == kNone ? beside : beside + in_columns_ / flow_.column_sets[columns_].count;
  }
  /// Without notes and floats.
  Length text() { return above_ + open_columns().height + below(); }
  /// The same, columns being as low as they can be.
  Length least_text() const { return above_ + lowest_columns() + below(); }
  Length used() { return text() + notes_ + floats_; }
  /// What the breaks between columns cost.
  std::int64_t cost() { return closed_cost_ + open_columns().cost; }
  /// What there is of the page's height, as if columns could be cut anywhere: half a column left empty is
  /// half a page.
  Length filled() const { return at_least() + below(); }
  /// By how much the space on the page may grow.
  Length stretch() const { return stretch_; }
  bool is_empty() const { return is_empty_; }
  const Cut& cut() const { return cut_; }
  /// What notes and floats leave of the page.
  Length room_for_text() const { return height_ - notes_ - floats_; }
  /// What text and floats leave of it.
  Length room_for_notes() const { return height_ - least_text() - floats_; }

 private:
  Length below() const { return is_empty_ ? Length{} : edges_below(flow_, last_, Slicing::by_pages); }

  /// The space that waits, now that something follows it.
  Length take_space() {
    stretch_ += space_ * flow_.flush_bottom / 100;
    return std::exchange(space_, {});
  }

  /// What stands before `index` is all there is of a column set; space that waits follows it.
  void end_columns(std::size_t index) {
    if (columns_ != kNone) {
      const Taken set = set_until(index);
      above_ += set.height;
      closed_cost_ += set.cost;
    }
    if (flow_.strips[index].columns != kNone) {
      above_ += take_space();
      above_ += set_to_grid(flow_, above_);
    }
    in_columns_ = {};
    growing_.clear();
    columns_ = flow_.strips[index].columns;
    first_of_columns_ = index;
  }

  /// What columns take of a page, and what the breaks between them cost.
  struct Taken {
    Length height;
    std::int64_t cost = 0;
  };

  /// What the column set takes that ends before `end`; more than any page where it finds no room.
  Taken set_until(std::size_t end) {
    if (in_columns_.raw == 0) {
      return {};
    }
    const Length room = base::max(room_for_text() - above_ - below(), Length{1});
    const Cut part = part_of_set(flow_, first_of_columns_, end);
    const Taken none{height_ * 2, 0};
    if (part.goes_on || !flow_.column_sets[columns_].balanced) {
      const ColumnFilling* filled = growing(room).until(part.end);
      return filled != nullptr ? Taken{filled->height(), filled->cost()} : none;
    }
    const std::optional<Columns> set = fit_columns(flow_, part, room);
    return set ? Taken{set->height, set->cost} : none;
  }

  /// The open set in columns no taller than `room`: notes on the page change that as strips are added.
  GrowingColumns& growing(Length room) {
    const auto has_room = [room](const GrowingColumns& columns) { return columns.room() == room; };
    const auto found = std::find_if(growing_.begin(), growing_.end(), has_room);
    if (found != growing_.end()) {
      return *found;
    }
    const std::size_t begin = part_of_set(flow_, first_of_columns_, cut_.end).begin;
    return growing_.emplace_back(flow_, begin, room);
  }

  const Taken& open_columns() {
    if (!is_open_known_) {
      open_ = columns_ == kNone ? Taken{} : set_until(cut_.end);
      is_open_known_ = true;
    }
    return open_;
  }

  Length lowest_columns() const {
    if (columns_ == kNone || in_columns_.raw == 0) {
      return {};
    }
    const Columns set = set_columns(flow_, part_of_set(flow_, first_of_columns_, cut_.end), Length{1});
    return is_one_row(flow_, set) ? set.height : height_ * 2;
  }

  const Flow& flow_;
  Length height_;
  Cut cut_;
  bool is_empty_ = true;
  /// One past the last strip that is not space.
  std::size_t last_ = 0;
  /// What stands above the open column set, or all there is.
  Length above_, space_;
  Length stretch_;
  /// The set that the last strip was of, and the sum of its strips.
  std::uint32_t columns_ = kNone;
  std::size_t first_of_columns_ = 0;
  Length in_columns_;
  std::vector<GrowingColumns> growing_;
  Length notes_, floats_;
  std::int64_t closed_cost_ = 0;
  /// Found when it is asked for: of the set that the last strip was of.
  Taken open_;
  bool is_open_known_ = false;
};

/// What a page filled to `used` of `height` costs, whose space may grow by `stretch`; `is_last` for the end
/// of a sequence or before a forced break.
std::int64_t page_cost(Length used, Length height, Length stretch, bool is_last) {
  const std::int64_t slack = slack_of(used, height);
  if (is_last) {
    return slack > 100 - kShortLastPage ? kShortLastPageCost : 0;
  }
  const Length lack = height - used;
  const bool can_grow = lack > Length{} && lack <= stretch;
  return can_grow ? std::min(slack_cost(slack), stretch_cost(lack.raw * 100 / stretch.raw))
                  : slack_cost(slack);
}

class PageBreaker {
 public:
  PageBreaker(const Flow& flow, const PageHeights& heights, const Notes& notes, const PageFloats& floats)
      : flow_(flow),
        heights_(heights),
        height_(heights.first),
        notes_(notes),
        floats_(floats),
        ways_(flow.strips.size() + 1) {}

  std::vector<PageCut> run() {
    if (flow_.strips.empty()) {
      return {};
    }
    ways_[0][{}].cost = 0;
    for (std::size_t begin = 0; begin < ways_.size(); ++begin) {
      prune(ways_[begin]);
      // A page of notes or floats alone adds ways behind the one that it starts from.
      for (const auto& [shown, way] : ways_[begin]) {
        try_pages_from(begin, shown, way);
      }
    }
    return trace_back();
  }

 private:
  /// A page that may follow where another one ended.
  struct Offer {
    Way way;
    std::size_t end = 0;
    Shown shown;
    /// What stays empty of it, in per cent.
    std::int64_t slack = 0;
    /// It parts nothing that should be on one page: others are as full as this one or dearer.
    bool is_good = false;
    bool is_last = false;
  };

  using Ways = std::map<Shown, Way>;

  /// All that strips before `strip` call.
  Shown called(std::size_t strip) const { return {notes_.called(strip), floats_.called(strip)}; }

  Length height_from(std::size_t begin, Shown shown) const {
    return begin == 0 && shown == Shown{} ? heights_.first : heights_.others;
  }

  /// Nothing goes on over this place: the end, or a forced break.
  bool is_last(std::size_t end) const { return end == flow_.strips.size() || ends_page(flow_.strips[end]); }

  bool keeps_leading(std::size_t begin) const { return begin == 0 || ends_page(flow_.strips[begin]); }

  static void prune(Ways& ways) {
    while (ways.size() > kMostWays) {
      const auto by_cost = [](const auto& a, const auto& b) { return a.second.cost < b.second.cost; };
      ways.erase(std::max_element(ways.begin(), ways.end(), by_cost));
    }
  }

  /// Every page that begins before strip `begin`: as long as it fits, and one that does not when there is no
  /// other. What is left of earlier notes stands on it whole, or on a page of its own.
  void try_pages_from(std::size_t begin, Shown shown, const Way& way) {
    height_ = height_from(begin, shown);
    offers_.clear();
    const bool notes_wait = shown.notes < notes_.called(begin);
    const bool floats_wait = shown.floats < floats_.called(begin);
    if (notes_wait) {
      offer_notes_alone(begin, shown, way.cost);
    }
    if (floats_wait) {
      offer_floats_alone(begin, shown, way);
    }
    // No note goes on in what begins on a page of its own, and no float.
    const bool must_wait = (notes_wait || floats_wait) && is_last(begin);
    if (begin < flow_.strips.size() && !must_wait) {
      find_offers(begin, shown, way.cost);
    }
    keep_offers();
  }

  /// A page with nothing but notes that were called before.
  void offer_notes_alone(std::size_t begin, Shown shown, std::int64_t cost) {
    const std::size_t called = notes_.called(begin);
    const std::size_t end = last_split(notes_, {shown.notes, called}, shown.notes, height_);
    const std::size_t until = end > shown.notes ? end : shown.notes + 1;
    const Length used = notes_.room_for({shown.notes, until});
    const bool last = until == called && is_last(begin);
    cost += page_cost(used, height_, {}, last) + (used > height_ ? kOverfull : 0);
    const Way way{cost + split_cost(until), begin, shown, height_ - used};
    offers_.push_back({way, begin, {until, shown.floats}, slack_of(used, height_), true, last});
  }

  /// A page with nothing but floats that have their places before, as many as it holds.
  void offer_floats_alone(std::size_t begin, Shown shown, const Way& before) {
    const std::size_t called = floats_.called(begin);
    FloatsCut cut{shown.floats, shown.floats + 1};
    while (cut.end < called && floats_.alone({cut.begin, cut.end + 1}).all() <= height_) ++cut.end;
    const Length used = floats_.alone(cut).all();
    const std::int64_t slack = slack_of(used, height_);
    const bool must = is_last(begin);
    if (!must && (slack > 100 - kFullFloatPage || before.float_pages == kMostFloatPages)) {
      return;
    }
    const std::int64_t cost = kFloatPage + (must ? 0 : slack_cost(slack) / 4) + later_cost(called - cut.end);
    const Way way{before.cost + cost, begin, shown, height_ - used, before.float_pages + 1};
    offers_.push_back({way, begin, {shown.notes, cut.end}, 0, false, must});
  }

  void find_offers(std::size_t begin, Shown shown, std::int64_t cost) {
    Filling filling(flow_, height_, {begin, begin, keeps_leading(begin)});
    const Length rest = notes_.room_for({shown.notes, notes_.called(begin)});
    bool found = rest > Length{};  // a page of notes alone is another
    while (filling.cut().end < flow_.strips.size()) {
      filling.set_notes(rest);
      filling.set_floats({});
      filling.add_next();
      if (found && filling.at_least() > height_) {
        return;
      }
      const std::size_t end = filling.cut().end;
      if (!is_last(end) && (flow_.strips[end].break_before.cost == kNever || filling.is_empty())) {
        continue;
      }
      const Length used = filling.used();
      if (found && used > height_) {
        return;
      }
      found = true;
      offer(filling, shown, cost);
      if (is_last(end)) {
        return;
      }
    }
  }

  /// A page with this text, as many of its floats as there is room for, and then of its notes. One that opens
  /// a chapter may also leave floats away from its top.
  void offer(Filling& filling, Shown shown, std::int64_t cost) {
    const FloatsCut floats = choose_floats(filling, shown, true);
    const bool above = stand_above_opening(filling.cut().begin, floats);
    offer(filling, shown, floats, cost + (above ? kFloatAboveOpening : 0));
    if (above) {
      offer(filling, shown, choose_floats(filling, shown, false), cost);
    }
  }

  void offer(Filling& filling, Shown shown, FloatsCut floats, std::int64_t cost) {
    const std::size_t begin = filling.cut().begin;
    const std::size_t end = filling.cut().end;
    filling.set_floats(floats_.beside_text(floats).all());
    const NotesCut notes = choose_notes(filling, shown.notes, cost);
    filling.set_notes(notes_.room_for(notes));
    const Shown now{notes.end, floats.end};
    cost += page_cost(filling.filled(), height_, filling.stretch(), is_last(end)) +
            (filling.used() > height_ ? kOverfull : 0);
    cost += filling.cost() + later_cost(floats_.called(end) - floats.end);
    const std::int32_t break_cost = is_last(end) ? 0 : flow_.strips[end].break_before.cost;
    const Way way{cost + break_cost, begin, shown, filling.room_for_text()};
    const bool is_good = break_cost < kWidowOrOrphan && whole_notes(notes.end, notes_.called(end)) == 0;
    offers_.push_back({way, end, now, gap_of(filling), is_good, is_last(end)});
  }

  static std::int64_t later_cost(std::size_t floats) {
    return kFloatLater * static_cast<std::int64_t>(floats);
  }

  /// What stays empty of a page, in per cent: nothing where its space can grow to fill it.
  std::int64_t gap_of(const Filling& filling) const {
    const Length used = filling.filled();
    return height_ - used <= filling.stretch() ? 0 : slack_of(used, height_);
  }

  /// Ways from one place, each with what it costs that a page might be fuller.
  void keep_offers() {
    std::int64_t least_slack = 100;
    for (const Offer& offer : offers_) {
      least_slack = offer.is_good ? std::min(least_slack, offer.slack) : least_slack;
    }
    for (Offer& offer : offers_) {
      offer.way.cost += offer.is_last ? 0 : left_out_cost(offer.slack - least_slack);
      keep(offer.way, offer.end, offer.shown);
    }
  }

  /// The floats from `shown` on that fit beside all notes of the text; with `tops`, at the top too.
  FloatsCut choose_floats(Filling& filling, Shown shown, bool tops) const {
    FloatsCut cut{shown.floats, shown.floats};
    const std::size_t called = floats_.called(filling.cut().end);
    if (cut.end >= called) {
      return cut;
    }
    filling.set_notes(notes_.room_for({shown.notes, notes_.called(filling.cut().end)}));
    // What has no height is no text: a chapter of floats.
    const bool has_text = filling.least_text() > Length{};
    const Length most = has_text ? height_ * kMostFloats / 100 : height_;
    bool at_foot = false;
    for (; cut.end < called; ++cut.end) {
      const PageFloats::Float& next = floats_.floats[cut.end];
      const Length room = floats_.beside_text({cut.begin, cut.end + 1}).all();
      filling.set_floats(room);
      if ((!next.at_foot && (at_foot || !tops)) || room > most || filling.used() > height_) {
        break;
      }
      at_foot = next.at_foot;
    }
    return cut;
  }

  /// Whether a float stands above what a forced break begins, and was not written there.
  bool stand_above_opening(std::size_t begin, FloatsCut cut) const {
    if (cut.begin == cut.end || !keeps_leading(begin)) {
      return false;
    }
    const PageFloats::Float& first = floats_.floats[cut.begin];
    return !first.at_foot && !first.opens_page;
  }

  /// The notes from `shown` on that the page shows: all that it calls if they fit.
  NotesCut choose_notes(Filling& filling, std::size_t shown, std::int64_t& cost) const {
    NotesCut notes{shown, notes_.called(filling.cut().end)};
    filling.set_notes(notes_.room_for(notes));
    if (filling.used() <= height_) {
      return notes;
    }
    const std::size_t called = notes.end;
    const std::size_t before = std::max(shown, notes_.called(filling.cut().begin));
    notes.end = before;
    if (called > before) {
      notes.end = last_split(notes_, {shown, called}, before, filling.room_for_notes());
    }
    cost += split_cost(notes.end) + kNoteBehind * whole_notes(notes.end, called);
    cost += notes.end == before && called > before ? kNoteElsewhere : 0;
    return notes;
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

  void keep(const Way& way, std::size_t end, Shown shown) {
    Way& known = ways_[end][shown];
    if (way.cost < known.cost) {
      known = way;
    }
  }

  /// Whether the columns before `end` go on on the page behind it.
  bool goes_on(std::size_t end) const {
    return end > 0 && end < flow_.strips.size() && flow_.strips[end].columns != kNone &&
           flow_.strips[end].columns == flow_.strips[end - 1].columns && !ends_page(flow_.strips[end]);
  }

  /// Where a page of text should end: above its notes, or where the last line of a page stands that has
  /// nothing but lines. A chapter's last page ends where its text does.
  Length foot_of(const Way& way, std::size_t end) const {
    if (is_last(end) || flow_.flush_bottom == 0 || flow_.has_snapping_lines) {
      return {};
    }
    const Length step = flow_.grid.step;
    const bool has_notes = way.room < height_from(way.from, way.shown_from);
    return has_notes || step.raw == 0 ? way.room : step * (way.room.raw / step.raw);
  }

  std::vector<PageCut> trace_back() const {
    std::vector<PageCut> pages;
    std::size_t end = flow_.strips.size();
    Shown shown = called(end);
    while (end > 0) {
      const Way& way = ways_[end].at(shown);
      const bool has_text = way.from < end;
      const bool is_demanded = has_text && way.from > 0 && ends_page(flow_.strips[way.from]);
      const BreakRule demand =
          is_demanded ? flow_.strips[way.from].break_before.forced : BreakRule::automatic;
      const bool keeps = has_text && keeps_leading(way.from);
      const Cut cut{way.from, end, keeps, way.room, foot_of(way, end), goes_on(end)};
      const Shown before = way.shown_from;
      pages.push_back({cut, {before.notes, shown.notes}, demand, {before.floats, shown.floats}});
      end = way.from;
      shown = before;
    }
    std::reverse(pages.begin(), pages.end());
    return pages;
  }

  const Flow& flow_;
  PageHeights heights_;
  /// Of the page at hand.
  Length height_;
  const Notes& notes_;
  const PageFloats& floats_;
  std::vector<Ways> ways_;
  std::vector<Offer> offers_;
};

}  // namespace

std::vector<PageCut> break_pages(const Flow& flow, const PageHeights& heights, const Notes& notes,
                                 const PageFloats& floats) {
  return PageBreaker(flow, heights, notes, floats).run();
}

}  // namespace reliure::layout
