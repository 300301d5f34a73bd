// The steps of building a flow that have to do with floats and with boxes that are set whole.
#include "layout/flow/beside.h"

#include <algorithm>
#include <utility>

#include "layout/flow/bleed.h"
#include "layout/flow/block.h"
#include "layout/flow/stack.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;
using style::Clear;
using style::ComputedStyle;
using style::Float;

/// Puts the marks that a fragment ends in, from `first` on, before its item `at`.
void move_forward(Fragment& fragment, std::size_t first, std::size_t at) {
  const auto begin = fragment.items.begin();
  std::rotate(begin + static_cast<std::ptrdiff_t>(at), begin + static_cast<std::ptrdiff_t>(first),
              fragment.items.end());
}

/// The link that a float stands in, whose text does not cover it, or `kNoNode`.
NodeId link_around(const Element& element, const Setting& setting) {
  const book::Manuscript& manuscript = setting.manuscript();
  for (NodeId at = element.pseudo ? element.node : manuscript[element.node].parent;
       at != book::kNoNode && setting.style(at).display == style::Display::inline_;
       at = manuscript[at].parent) {
    if (manuscript[at].kind == book::Kind::a && manuscript.link(at) != nullptr) {
      return at;
    }
  }
  return book::kNoNode;
}

/// A float's marks, with the area of the link around it.
Fragment paint_float(SetBox& box, const Setting& setting) {
  Fragment content = paint_box(box, setting);
  if (const NodeId link = link_around(box.element, setting); link != book::kNoNode) {
    book::Item item{link, setting.manuscript()[link].span, book::Role::content, {}};
    item.mark = book::Link{{{}, box.above, box.size.width, box.size.height - box.above - box.below}, link};
    content.items.push_back(std::move(item));
  }
  return content;
}

/// What a box asks of the room beside floats: all that it wants, or half of the measure if it can do with it.
Length needed_width(const ComputedStyle& style, InlineSize wanted, Length measure) {
  if (!style.width.automatic) {
    return base::min(measure, base::max(style.width.resolve(measure), wanted.min_content));
  }
  return base::min(measure, base::max(wanted.min_content, base::min(wanted.max_content, measure / 2)));
}

}  // namespace

Length FlowBuilder::pen() {
  if (beside_.summed > flow_.strips.size()) {
    beside_.summed = 0;
    beside_.height = {};
  }
  for (; beside_.summed < flow_.strips.size(); ++beside_.summed) {
    beside_.height += flow_.strips[beside_.summed].height;
  }
  return beside_.height;
}

void FlowBuilder::add_float(const Element& element, Place place) {
  const Setting& setting = workshop_.setting;
  demand_break(setting.style(element).break_before);
  SetBox box = set_box(element, place.width, workshop_);
  if (box.size.height > workshop_.page_height) {
    pass_floats();
    const bool left = setting.style(element).float_ == Float::left;
    const Length aside = left ? Length{} : base::max({}, place.width - box.size.width);
    add_box(std::move(box), place.x + aside);
    return;
  }
  beside_.waiting.push_back({std::move(box), place});
}

/// Its place is the content before it, or what comes next where that begins a page.
void FlowBuilder::add_page_float(const Element& element) {
  const ComputedStyle& style = workshop_.setting.style(element);
  FlowBuilder builder(workshop_, flow_.width);
  builder.bleeds_ = true;
  builder.add_block(element, {{}, flow_.width});
  PageFloat found;
  found.below = builder.margin_.value();
  found.flow = builder.finish();
  const auto first = std::find_if_not(found.flow.strips.begin(), found.flow.strips.end(), is_space);
  for (auto space = found.flow.strips.begin(); space != first; ++space) found.above += space->height;
  found.height = height_of(found.flow, 0, found.flow.strips.size());
  if (found.height > workshop_.page_height) {
    std::for_each(found.flow.strips.begin(), first, [](Strip& space) { space.height = {}; });
    const base::Size size{flow_.width, found.above + found.height + found.below};
    add_box({element, std::move(found.flow), found.above, found.below, size, {}}, {});
    return;
  }
  found.at_foot = style.float_ == Float::bottom;
  std::size_t behind = next_break_.forced == style::BreakRule::automatic ? flow_.strips.size() : 0;
  while (behind > 0 && is_space(flow_.strips[behind - 1])) --behind;
  found.opens_page = behind == 0;
  found.strip = behind == 0 ? flow_.strips.size() : behind - 1;
  flow_.page_floats.push_back(std::move(found));
}

void FlowBuilder::place_waiting() {
  std::vector<Beside::Waiting> waiting = std::exchange(beside_.waiting, {});
  for (Beside::Waiting& next : waiting) {
    settle(std::move(next.box), next.place);
  }
}

/// Gives a float its place, beside the strip that comes next or below the floats that it finds there. Where
/// all of them could not stand on one page, it starts anew below them.
void FlowBuilder::settle(SetBox box, Place place) {
  const ComputedStyle& style = workshop_.setting.style(box.element);
  const FloatWish wish{box.size, style.float_, style.clear, place};
  base::Rect area = find_area(beside_.areas, wish, pen() + margin_.value());
  const Length chain = parts_float(beside_.areas, pen()) ? beside_.chain_top : pen();
  if (area.bottom() - chain > workshop_.page_height && !beside_.areas.empty()) {
    const Length foot = base::max(pen(), *lowest(beside_.areas, Clear::both));
    if (!beside_.ready.empty() || !move_kept(foot)) {
      fill_to(foot);
    }
    margin_ = {};
    area = find_area(beside_.areas, wish, pen());
  }
  beside_.areas.push_back({area, style.float_, pen(), beside_.next_serial++});
  beside_.ready.push_back({paint_float(box, workshop_.setting), {area.x, area.y}, notes_in(box.flow)});
  marks_.insert(marks_.end(), box.flow.marks.begin(), box.flow.marks.end());
}

/// A kern down to `y` that paints the floats that are ready.
void FlowBuilder::fill_to(Length y) {
  const Length height = y - pen();
  if (height.raw <= 0 && beside_.ready.empty()) {
    return;
  }
  Strip kern;
  kern.kind = Strip::Kind::kern;
  kern.height = base::max({}, height);
  kern.break_before = std::exchange(next_break_, {});
  kern.box = outer_box();
  kern.columns = set_;
  set_has_strips_ = set_ != kNone;
  put_beside(kern);
  flow_.strips.push_back(std::move(kern));
}

void FlowBuilder::clear_floats(Clear clear) {
  if (clear == Clear::none || beside_.is_clear()) {
    return;
  }
  place_waiting();
  const std::optional<Length> foot = lowest(beside_.areas, clear);
  if (foot && *foot > pen() + margin_.value()) {
    margin_ = {};  // clearance takes its place (CSS 2.2 §9.5.2)
    fill_to(*foot);
  }
}

void FlowBuilder::pass_floats(std::uint32_t serial) {
  place_waiting();
  Length foot = pen();
  for (const FloatArea& area : beside_.areas) {
    foot = area.serial >= serial ? base::max(foot, area.box.bottom()) : foot;
  }
  fill_to(foot);
}

/// Goes below the floats where a strip of this height would not fit their page.
void FlowBuilder::make_room(Length height) {
  if (beside_.areas.empty() || !parts_float(beside_.areas, pen())) {
    return;
  }
  if (pen() + margin_.value() + height - beside_.chain_top > workshop_.page_height) {
    margin_ = {};
    pass_floats();
  }
}

/// A heading beside a float goes down to its foot, `y`, with the text that does: what stands before it
/// becomes as much taller. Not where the float was called behind it.
bool FlowBuilder::move_kept(Length y) {
  if (!kept_from_ || *kept_from_ == 0 || *kept_from_ >= flow_.strips.size()) {
    return false;
  }
  const std::size_t first = *kept_from_;
  Length top = pen();
  for (std::size_t i = first; i < flow_.strips.size(); ++i) {
    top -= flow_.strips[i].height;
  }
  const auto is_behind = [top](const FloatArea& area) { return area.from >= top; };
  if (top >= y || !parts_float(beside_.areas, top) || std::ranges::any_of(beside_.areas, is_behind)) {
    return false;
  }
  Length at = top;
  for (std::size_t i = first; i < flow_.strips.size(); ++i) {
    Strip& strip = flow_.strips[i];
    const Place whole{{}, flow_.width};
    const Length aside = slot_at(beside_.areas, at, strip.height, whole).x;
    at += strip.height;
    strip.x -= strip.baseline && aside <= strip.x ? aside : Length{};
    strip.is_beside_float = false;
  }
  flow_.strips[first].break_before.cost = 0;
  flow_.strips[first - 1].height += y - top;
  beside_.height += y - top;
  beside_.chain_top = y;
  kept_from_.reset();
  return true;
}

/// Forbids a break before the strip where it stands beside a float, and paints the floats that are ready
/// with it.
void FlowBuilder::put_beside(Strip& strip) {
  if (beside_.is_clear()) {
    return;
  }
  const Length y = pen();
  std::erase_if(beside_.areas,
                [y](const FloatArea& area) { return area.box.bottom() <= y && area.from < y; });
  if (parts_float(beside_.areas, y)) {
    strip.is_beside_float = true;
    strip.break_before.cost = kNever;
  } else {
    beside_.chain_top = y;
  }
  if (strip.kind == Strip::Kind::space || beside_.ready.empty()) {
    return;
  }
  Fragment whole;
  std::vector<NodeId> notes;
  for (Beside::Ready& ready : beside_.ready) {
    append(std::move(ready.content), {ready.at.x - strip.x, ready.at.y - y}, whole);
    notes.insert(notes.end(), ready.notes.begin(), ready.notes.end());
  }
  beside_.ready.clear();
  append(std::move(strip.content), {}, whole);
  strip.content = std::move(whole);
  strip.notes.insert(strip.notes.begin(), notes.begin(), notes.end());
}

/// A float may begin above the line that calls it, where that moved down in the last round: what is there
/// already stays with it.
void FlowBuilder::keep_from(Length y) {
  Length top = pen();
  for (std::size_t i = flow_.strips.size(); i-- > 0 && top > y;) {
    next_break_.cost = kNever;
    top -= flow_.strips[i].height;
    if (top > y) {
      flow_.strips[i].is_beside_float = true;
      flow_.strips[i].break_before.cost = kNever;
    }
  }
}

/// Adds the marks of the floats that the line calls, where they were written.
void FlowBuilder::put_in_line(const SetLine& set, std::span<SetBox> floats, Strip& strip) {
  for (std::size_t i = set.floats.size(); i-- > 0;) {
    const FloatCall& call = set.line.floats[i];
    const base::Rect& area = set.floats[i].box;
    const std::size_t first = strip.content.items.size();
    append(paint_float(floats[call.index], workshop_.setting), {area.x - strip.x, area.y - pen()},
           strip.content);
    move_forward(strip.content, first, call.item);
  }
  for (std::size_t i = 0; i < set.floats.size(); ++i) {
    const SetBox& box = floats[set.line.floats[i].index];
    FloatArea area = set.floats[i];
    area.from = base::min(pen(), area.box.y);
    keep_from(area.box.y);
    strip.is_beside_float = strip.is_beside_float || area.box.y < pen();
    area.serial = beside_.next_serial++;
    beside_.areas.push_back(area);
    const std::vector<NodeId> notes = notes_in(box.flow);
    strip.notes.insert(strip.notes.end(), notes.begin(), notes.end());
    marks_.insert(marks_.end(), box.flow.marks.begin(), box.flow.marks.end());
  }
  std::ranges::sort(strip.notes, {}, &NodeId::value);
}

Place FlowBuilder::room_beside(const Element& element, Place place) {
  if (beside_.is_clear()) {
    return place;
  }
  const ComputedStyle& style = workshop_.setting.style(element);
  return room_beside(needed_width(style, measure_block(element, workshop_), place.width), place);
}

Place FlowBuilder::room_beside(Length needed, Place place) {
  place_waiting();
  const LineSlot slot = slot_at(beside_.areas, pen() + margin_.value(), workshop_.page_height, place);
  if (slot.width >= needed) {
    return slot;
  }
  clear_floats(Clear::both);
  return place;
}

void FlowBuilder::add_box(SetBox box, Length x) {
  margin_.add(box.above);
  make_room(box.size.height - box.above - box.below);
  flush();
  const auto first_strip = static_cast<std::uint32_t>(flow_.strips.size());
  const auto first_box = static_cast<std::uint32_t>(flow_.boxes.size());
  const auto first_table = static_cast<std::uint32_t>(flow_.tables.size());
  for (Box& inner : box.flow.boxes) {
    inner.parent = inner.parent == kNone ? box_ : inner.parent + first_box;
    inner.first += first_strip;
    inner.last += first_strip;
    inner.x += x;
    inner.in_columns = set_ != kNone;
    flow_.boxes.push_back(inner);
  }
  for (TableHead& head : box.flow.tables) {
    head.x += x;
    flow_.tables.push_back(std::move(head));
  }
  for (Mark& mark : box.flow.marks) {
    mark.strip += first_strip;
    flow_.marks.push_back(std::move(mark));
  }
  for (Strip& strip : box.flow.strips) {
    strip.box = strip.box == kNone ? box_ : strip.box + first_box;
    strip.columns = set_;
    set_has_strips_ = set_ != kNone;
    strip.table = strip.table == kNone ? kNone : strip.table + first_table;
    strip.x += x;
    if (flow_.strips.size() == first_strip) {
      strip.break_before = std::exchange(next_break_, {});
      strip.anchors.insert(strip.anchors.begin(), anchors_.begin(), anchors_.end());
      anchors_.clear();
    }
    put_beside(strip);
    flow_.strips.push_back(std::move(strip));
  }
  margin_.add(box.below);
}

/// A picture that is a block of its own.
void FlowBuilder::add_lone_picture(NodeId node, Place place) {
  const ComputedStyle& style = workshop_.setting.style(node);
  const bool bleeds = style.bleed != style::Bleed::none && bleeds_ && set_ == kNone;
  if (bleeds && set_picture(node, place.width, workshop_.setting)) {
    add_bleeding_picture(node);
    return;
  }
  demand_break(style.break_before);
  clear_floats(style.clear);
  place = room_beside(node, place);
  SetBox box = set_box(node, place.width, workshop_);
  const Length free = base::max({}, place.width - box.size.width);
  Length aside;
  if (style.margin[3].automatic) {
    aside = style.margin[1].automatic ? free / 2 : free;
  }
  add_box(std::move(box), place.x + aside);
  demand_break(style.break_after);
}

void FlowBuilder::add_bleeding_picture(book::NodeId node) {
  const Setting& setting = workshop_.setting;
  const ComputedStyle& style = setting.style(node);
  const bool covers = style.bleed == style::Bleed::sheet;
  base::Size size = workshop_.sheet;
  if (!covers) {
    size.height = base::min(height_across(node, size.width, setting), workshop_.page_height);
  }
  note_beginning(node);
  demand_break(style.break_before);
  clear_floats(Clear::both);
  margin_.add(style.margin[0].resolve(flow_.width));
  Strip strip;
  strip.height = covers ? workshop_.page_height : size.height;
  strip.bleed = style.bleed;
  strip.content = covering_picture(node, size, setting);
  add_strip(std::move(strip));
  margin_.add(style.margin[2].resolve(flow_.width));
  demand_break(style.break_after);
}

std::vector<SetBox> FlowBuilder::set_floats(ParagraphPtr& paragraph, const InlineContent& content,
                                            Length width) {
  std::vector<SetBox> boxes;
  for (const Element& element : floats_of(*paragraph)) {
    boxes.push_back(set_box(element, width, workshop_));
    if (boxes.back().size.height > workshop_.page_height) {
      paragraph = prepare_flat(content, workshop_.setting);
      return {};
    }
  }
  return boxes;
}

ParagraphPtr FlowBuilder::set_atoms(ParagraphPtr paragraph, const InlineContent& content, Length width) {
  std::vector<Mark> marks;
  for (Atom& atom : atoms_of(*paragraph)) {
    SetBox box = set_box(atom.element, width, workshop_);
    if (box.size.height > workshop_.page_height) {
      return prepare_flat(content, workshop_.setting);
    }
    atom.size = box.size;
    atom.baseline = box.baseline.value_or(box.size.height);
    atom.content = paint_box(box, workshop_.setting);
    atom.notes = notes_in(box.flow);
    marks.insert(marks.end(), box.flow.marks.begin(), box.flow.marks.end());
  }
  marks_.insert(marks_.end(), marks.begin(), marks.end());
  return paragraph;
}

/// Room for the initial beside the paragraph's first lines, and above them where it does not sink all its
/// height.
void FlowBuilder::place_initial(const Initial& initial, Place place) {
  flush();
  if (initial.rise.raw > 0) {
    fill_to(pen() + initial.rise);
    next_break_.cost = kNever;
  }
  const FloatWish wish{{initial.width, initial.height}, Float::left, Clear::none, place};
  beside_.areas.push_back({find_area(beside_.areas, wish, pen()), Float::left, pen(), beside_.next_serial++});
}

/// Makes the initial ready to be painted with the first line, on the baseline of the line that it sinks to.
void FlowBuilder::put_initial(const Initial& initial, const ComputedStyle& style,
                              std::span<const SetLine> lines) {
  const base::Rect area = beside_.areas.back().box;
  Length baseline = area.y + initial.baseline;
  if (initial.sink > 0) {
    // Lines that are not there, or that found no room beside it, would be like any other.
    std::size_t beside = 0;
    for (Length top = pen(); beside < std::min<std::size_t>(initial.sink, lines.size()); ++beside) {
      const SetLine& set = lines[beside];
      if (set.gap.raw > 0 || set.line.height.raw == 0) {
        break;
      }
      baseline = top + set.line.baseline;
      top += set.line.height;
    }
    baseline +=
        style.line_height * static_cast<std::int64_t>(initial.sink - std::max<std::size_t>(1, beside));
  }
  beside_.ready.push_back({initial.content, {area.x, baseline}, {}});
}

/// What follows a paragraph that is shorter than its initial begins below it.
void FlowBuilder::pass_initial(std::uint32_t serial) {
  for (const FloatArea& area : beside_.areas) {
    if (area.serial == serial && area.box.bottom() > pen()) {
      const Length foot = area.box.bottom();
      next_break_.cost = kNever;
      fill_to(foot);
      return;
    }
  }
}

}  // namespace reliure::layout
