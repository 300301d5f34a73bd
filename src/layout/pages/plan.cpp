#include "layout/pages/plan.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/generated.h"

namespace reliure::layout {
namespace {

using book::NodeId;
using style::BreakRule;
using style::ContentPart;
using style::CounterStyle;
using style::PageStyle;

/// What `changes` say of the counter `page`; the last one counts.
std::optional<std::int64_t> page_change(const std::vector<style::CounterChange>& changes) {
  const auto last = std::find_if(changes.rbegin(), changes.rend(),
                                 [](const style::CounterChange& change) { return change.name == "page"; });
  return last == changes.rend() ? std::nullopt : std::optional<std::int64_t>(last->value);
}

/// The number of a page of `style` behind one with the number `before`. A page counts one up unless it says
/// by how much (CSS Paged Media 3 §6.1); one that resets the counter has the number that it is reset to.
std::int64_t number_behind(std::int64_t before, const PageStyle& style) {
  const std::optional<std::int64_t> reset = page_change(style.counter_reset);
  const std::int64_t counted =
      reset.value_or(before) + page_change(style.counter_increment).value_or(reset ? 0 : 1);
  return page_change(style.counter_set).value_or(counted);
}

/// How the page's own number is written, by the first margin box that shows it; nothing where none does.
std::optional<CounterStyle> number_style(const PageStyle& page) {
  for (const style::ComputedStyle& box : page.boxes) {
    for (const ContentPart& part : box.content.parts) {
      if (part.kind == ContentPart::Kind::counter && part.value == "page") {
        return part.counter_style;
      }
    }
  }
  return std::nullopt;
}

std::optional<CounterStyle> number_style(const std::string& name, const style::Styles& styles) {
  const std::optional<CounterStyle> right = number_style(styles.page({name, false, false, false}));
  return right ? right : number_style(styles.page({name, true, false, false}));
}

/// The numbering of each sequence. Pages that show no number are counted like the next ones that do: a title
/// page like the front matter behind it.
std::vector<CounterStyle> number_styles(std::span<const Sequence> sequences, const style::Styles& styles) {
  std::vector<CounterStyle> found(sequences.size(), CounterStyle::decimal);
  CounterStyle next = CounterStyle::decimal;
  for (std::size_t i = sequences.size(); i-- > 0;) {
    next = number_style(sequences[i].page_name, styles).value_or(next);
    found[i] = next;
  }
  return found;
}

/// Goes through the sequences page by page.
class Planner {
 public:
  explicit Planner(const style::Styles& styles) : styles_(styles) {}

  void add(Sequence& sequence, CounterStyle number_style) {
    if (pages_.empty()) number_style_ = number_style;
    std::size_t mark = 0;
    for (std::size_t i = 0; i < sequence.cuts.size(); ++i) {
      const PageCut& page = sequence.cuts[i];
      const BreakRule demand = i == 0 ? sequence.demand : page.demand;
      if (must_skip(demand)) {
        add_blank(sequence);
      }
      number_style_ = number_style;
      add_page(sequence, page, i == 0, mark);
    }
  }

  std::vector<PlannedPage> finish() { return std::move(pages_); }

 private:
  bool next_is_left() const { return pages_.size() % 2 == 1; }

  bool must_skip(BreakRule demand) const {
    const bool wants_right = demand == BreakRule::right || demand == BreakRule::recto;
    const bool wants_left = demand == BreakRule::left || demand == BreakRule::verso;
    return (wants_right && next_is_left()) || (wants_left && !next_is_left());
  }

  /// A page that shows no number ends what stands before it, and is counted like that: the body's eighth page
  /// would else have a namesake before its first.
  void add_blank(const Sequence& sequence) {
    PlannedPage page;
    page.is_left = next_is_left();
    page.style = &styles_.page({sequence.page_name, page.is_left, pages_.empty(), true, pages_.empty()});
    number(page, number_style(*page.style).value_or(number_style_));
    start(page);
    pages_.push_back(std::move(page));
  }

  void add_page(Sequence& sequence, const PageCut& cut, bool starts_sequence, std::size_t& mark) {
    PlannedPage page;
    page.sequence = &sequence;
    page.cut = cut.cut;
    page.notes = cut.notes;
    page.floats = cut.floats;
    page.is_left = next_is_left();
    const bool first =
        pages_.empty() || (starts_sequence && !sequence.page_name.empty() && !sequence.resumes);
    page.style = &styles_.page({sequence.page_name, page.is_left, first, false, pages_.empty()});
    start(page);
    take_marks_of_floats(sequence, cut.floats, false, page);
    take_marks(sequence.flow, cut.cut, mark, page);
    take_marks_of_floats(sequence, cut.floats, true, page);
    number(page, number_style_);
    pages_.push_back(std::move(page));
  }

  void start(PlannedPage& page) const {
    page.strings.first = page.strings.start = page.strings.last = strings_;
    page.elements.first = page.elements.start = page.elements.last = elements_;
  }

  void take_marks_of_floats(const Sequence& sequence, FloatsCut floats, bool at_foot, PlannedPage& page) {
    for (std::size_t i = floats.begin; i < floats.end; ++i) {
      const PageFloat& each = sequence.flow.page_floats[i];
      std::size_t mark = 0;
      if (each.at_foot == at_foot) take_marks(each.flow, {0, each.flow.strips.size(), false}, mark, page);
    }
  }

  void take_marks(const Flow& flow, const Cut& cut, std::size_t& mark, PlannedPage& page) {
    std::size_t first = cut.begin;
    while (first < cut.end && flow.strips[first].kind != Strip::Kind::content) ++first;
    for (; mark < flow.marks.size() && flow.marks[mark].strip < cut.end; ++mark) {
      const Mark& at = flow.marks[mark];
      if (at.element != book::kNoNode) {
        set(at.name, at.element, at.strip <= first, page.elements);
      } else if (at.name.empty()) {
        set_number_ = at.page_number;
      } else {
        set(at.name, at.text, at.strip <= first, page.strings);
      }
    }
    strings_ = page.strings.last;
    elements_ = page.elements.last;
  }

  /// The first value of a name on the page is the page's, and in force at its start where its element is the
  /// first on the page; the last one goes on to the next.
  template <class Value>
  static void set(const std::string& name, const Value& value, bool at_start, RunningValues<Value>& values) {
    values.last[name] = value;
    if (std::find(values.set_here.begin(), values.set_here.end(), name) == values.set_here.end()) {
      values.first[name] = value;
      if (at_start) values.start[name] = value;
      values.set_here.push_back(name);
    }
  }

  void number(PlannedPage& page, CounterStyle style) {
    number_ = set_number_ ? *set_number_ : number_behind(number_, *page.style);
    set_number_.reset();
    page.number = number_;
    page.label = counter_text(page.number, style);
  }

  const style::Styles& styles_;
  std::vector<PlannedPage> pages_;
  RunningValues<std::string>::Values strings_;
  RunningValues<NodeId>::Values elements_;
  CounterStyle number_style_ = CounterStyle::decimal;
  /// Of the page before.
  std::int64_t number_ = 0;
  /// What the text of the page at hand sets it to.
  std::optional<std::int64_t> set_number_;
};

void note_items(const std::vector<book::Item>& items, std::uint32_t page,
                std::vector<std::uint32_t>& page_of) {
  for (const book::Item& item : items) {
    if (item.node != book::kNoNode && item.role != book::Role::pagination &&
        item.role != book::Role::repeated) {
      std::uint32_t& found = page_of[item.node.value];
      found = std::min(found, page);
    }
  }
}

void note_flow(const Flow& flow, const Cut& cut, std::uint32_t page, std::vector<std::uint32_t>& page_of) {
  for (std::size_t i = cut.begin; i < cut.end; ++i) {
    note_items(flow.strips[i].content.items, page, page_of);
    note_items(flow.strips[i].ground, page, page_of);
    for (const NodeId anchor : flow.strips[i].anchors) {
      page_of[anchor.value] = std::min(page_of[anchor.value], page);
    }
  }
}

}  // namespace

std::vector<PlannedPage> plan_pages(std::span<Sequence> sequences, const style::Styles& styles) {
  Planner planner(styles);
  const std::vector<CounterStyle> number_styles_of = number_styles(sequences, styles);
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    planner.add(sequences[i], number_styles_of[i]);
  }
  return planner.finish();
}

Reach reach_on(const PlannedPage& page) {
  if (page.sequence == nullptr) return Reach::none;
  const auto covers = [](const Strip& strip) { return strip.bleed == style::Bleed::sheet; };
  const auto strips = page.sequence->flow.strips.begin();
  const auto at = [strips](std::size_t strip) { return strips + static_cast<std::ptrdiff_t>(strip); };
  if (std::any_of(at(page.cut.begin), at(page.cut.end), covers)) return Reach::sheet;
  Reach reach = Reach::none;
  bool is_first = true;
  for (std::size_t i = page.floats.begin; i < page.floats.end; ++i) {
    const std::vector<Strip>& own = page.sequence->flow.page_floats[i].flow.strips;
    if (std::any_of(own.begin(), own.end(), covers)) return Reach::sheet;
    const PageFloats::Float& next = page.sequence->floats.floats[i];
    reach = is_first && !next.at_foot && next.reach > base::Length{} ? Reach::top : reach;
    is_first = false;
  }
  return reach;
}

std::vector<ShownNotes> notes_on(Sequence& sequence, NotesCut notes, FloatsCut floats) {
  std::vector<ShownNotes> shown{{&sequence.notes, notes}};
  for (std::size_t i = floats.begin; i < floats.end; ++i) {
    Notes& own = sequence.floats.floats[i].notes;
    if (!own.places.empty()) shown.push_back({&own, {0, own.places.size() - 1}});
  }
  return shown;
}

References find_references(std::span<const PlannedPage> pages, const book::Manuscript& manuscript) {
  References references;
  std::vector<std::uint32_t>& page_of = references.page_of;
  page_of.assign(manuscript.nodes.size(), book::kNoPage);
  for (std::uint32_t i = 0; i < pages.size(); ++i) {
    const PlannedPage& page = pages[i];
    references.labels.push_back(page.label);
    references.numbers.push_back(page.number);
    if (page.sequence == nullptr) {
      continue;
    }
    const Flow& flow = page.sequence->flow;
    note_flow(flow, page.cut, i, page_of);
    for (std::size_t each = page.floats.begin; each < page.floats.end; ++each) {
      const Flow& own = flow.page_floats[each].flow;
      note_flow(own, {0, own.strips.size(), false}, i, page_of);
    }
    for (const ShownNotes& shown : notes_on(*page.sequence, page.notes, page.floats)) {
      for (const NotePart& part : parts_of(*shown.notes, shown.cut)) {
        note_flow(shown.notes->notes[part.note].flow, part.cut, i, page_of);
      }
    }
  }
  // A container begins where the first of its parts does; children come after their parents.
  for (std::size_t i = manuscript.nodes.size(); i-- > 1;) {
    const NodeId parent = manuscript.nodes[i].parent;
    if (parent != book::kNoNode) {
      page_of[parent.value] = std::min(page_of[parent.value], page_of[i]);
    }
  }
  return references;
}

}  // namespace reliure::layout
