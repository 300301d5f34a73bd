#include "layout/flow/block.h"

#include <algorithm>
#include <utility>

#include "layout/flow/columns.h"
#include "layout/flow/decorate.h"
#include "layout/flow/parting.h"
#include "layout/pages/page_cost.h"
#include "layout/set_text.h"
#include "layout/table/table.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;
using style::BreakRule;
using style::ComputedStyle;
using style::Display;
using style::PseudoElement;

/// The indexes of edges in CSS order.
enum Edge : std::size_t { kTop, kRight, kBottom, kLeft };

/// The space between a list marker and its item, in parts of the font size: 1/2.
constexpr std::int64_t kMarkerGapDivisor = 2;

/// What a marker needs beside a float, with its gap: 3/2 of the font size.
constexpr std::int64_t kMarkerRoomNumerator = 3;

bool is_forced(BreakRule rule) { return rule != BreakRule::automatic && rule != BreakRule::avoid; }

Length edge_width(const ComputedStyle& style, Edge edge, Length reference) {
  return style.border[edge].width + style.padding[edge].resolve(reference);
}

/// What a break between lines `index - 1` and `index` of `count` costs; `cut` says that it cuts a word.
std::int32_t line_break_cost(const ComputedStyle& style, std::size_t index, std::size_t count, bool cut) {
  const bool orphan = index < style.orphans;
  const bool widow = count - index < style.widows;
  return (orphan || widow ? kWidowOrOrphan : 0) + (cut ? kHyphenAtFoot : 0);
}

/// Lines that no float shortens.
std::vector<SetLine> in_full_width(std::vector<Line> lines, Place place) {
  std::vector<SetLine> set;
  set.reserve(lines.size());
  for (Line& line : lines) {
    set.push_back({std::move(line), place, {}, {}});
  }
  return set;
}

/// Whether no float from outside reaches into an element, nor one of its own out of it (CSS 2.2 §9.4.1).
bool stands_alone(const ComputedStyle& style) {
  return style.display == Display::table || style.display == Display::flow_root || style.column_count > 0 ||
         style.column_width.raw > 0;
}

}  // namespace

FlowBuilder::FlowBuilder(Workshop& workshop, Length width, bool paged)
    : workshop_(workshop), paged_(paged), bleeds_(paged) {
  flow_.width = width;
  flow_.pictures = workshop.setting.input.pictures.get();
}

void FlowBuilder::keep(std::int32_t cost) { next_break_.cost = std::max(next_break_.cost, cost); }

void FlowBuilder::note_anchor(NodeId node) {
  if (workshop_.is_target[node.value]) {
    anchors_.push_back(node);
  }
}

void FlowBuilder::demand_break(BreakRule rule) {
  if (rule == BreakRule::avoid) {
    keep(kKeepWithNext);
  } else if (is_forced(rule) && (rule != BreakRule::column || set_has_strips_)) {
    pass_floats();
    next_break_.forced = rule;
  }
}

void FlowBuilder::add_marks(NodeId node) {
  const auto& strings = workshop_.setting.generated.strings;
  for (auto row = std::ranges::lower_bound(strings, node, {}, &GeneratedString::node);
       row != strings.end() && row->node == node; ++row) {
    marks_.push_back({0, row->name, row->text, 0});
  }
  const ComputedStyle& style = workshop_.setting.style(node);
  for (const auto* changes : {&style.counter_reset, &style.counter_set}) {
    for (const style::CounterChange& change : *changes) {
      if (change.name == "page") {
        marks_.push_back({0, {}, {}, change.value});
      }
    }
  }
}

void FlowBuilder::note_beginning(const Element& element) {
  if (!element.pseudo) {
    note_anchor(element.node);
    add_marks(element.node);
  }
}

void FlowBuilder::restrict_to(const Stretch& stretch) {
  stretch_ = stretch;
  running_ = workshop_.setting.generated.running;
  const auto first = std::ranges::lower_bound(running_, stretch.from, {}, &RunningElement::node);
  running_ = running_.subspan(static_cast<std::size_t>(first - running_.begin()));
}

/// Running elements ahead of `before` are in force from the next strip on; bookmarks that styles ask for lead
/// there.
void FlowBuilder::mark_running(NodeId before) {
  while (!running_.empty() && running_.front().node < before) {
    const NodeId element = running_.front().node;
    marks_.push_back({0, running_.front().name, {}, 0, element});
    for (NodeId id = element; id <= workshop_.setting.manuscript()[element].last_descendant; ++id.value) {
      if (workshop_.setting.style(id).bookmark_level > 0) {
        note_anchor(id);
      }
    }
    running_ = running_.subspan(1);
  }
}

void FlowBuilder::add_strip(Strip strip) {
  if (marker_ && strip.kind == Strip::Kind::content) {
    hang_marker_beside(strip);
  }
  make_room(strip.height);
  flush();
  const BreakBefore waiting = std::exchange(next_break_, {});
  strip.break_before.cost =
      waiting.cost == kNever
          ? kNever
          : std::max(waiting.cost, strip.break_before.cost == kNever ? 0 : strip.break_before.cost);
  strip.break_before.forced = waiting.forced;
  if (strip.kind != Strip::Kind::space) {
    strip.anchors.insert(strip.anchors.end(), anchors_.begin(), anchors_.end());
    anchors_.clear();
  }
  push(std::move(strip));
}

void FlowBuilder::push(Strip strip) {
  strip.box = box_;
  strip.columns = set_;
  set_has_strips_ = set_ != kNone;
  if (strip.kind == Strip::Kind::content) {
    kept_from_.reset();
  }
  put_beside(strip);
  flow_.strips.push_back(std::move(strip));
}

FlowBuilder::Enclosing FlowBuilder::open(const Element& element, Place border) {
  const ComputedStyle& style = workshop_.setting.style(element);
  const Enclosing enclosing{flow_.strips.size(), box_};
  Length top = edge_width(style, kTop, border.width);
  if (is_decorated(style) || style.box_decoration_clone) {
    const auto index = static_cast<std::uint32_t>(flow_.boxes.size());
    Box box{box_, kNone, kNone, border.x, border.width, element.node, &style};
    box.in_columns = set_ != kNone;
    box.begins_before = begins_before(element);
    box.goes_on = goes_on(element);
    if (style.box_decoration_clone) {
      box.clone_top = top;
      box.clone_bottom = edge_width(style, kBottom, border.width);
    }
    flow_.boxes.push_back(box);
    unopened_.push_back(index);
    box_ = index;
  }
  top = begins_before(element) && !style.box_decoration_clone ? Length{} : top;
  if (top.raw > 0) {
    add_padding(top);
  }
  return enclosing;
}

void FlowBuilder::close(const Element& element, const Enclosing& enclosing) {
  const ComputedStyle& style = workshop_.setting.style(element);
  const bool has_foot = style.box_decoration_clone || !goes_on(element);
  const Length bottom = has_foot ? edge_width(style, kBottom, flow_.width) : Length{};
  const Length least = least_border_height(style, bottom + edge_width(style, kTop, flow_.width));
  Length lack;
  if (least.raw > 0 && !begins_before(element) && !goes_on(element)) {
    const std::size_t end = flow_.strips.size();
    std::size_t first = enclosing.first_strip;
    first += first < end && flow_.strips[first].kind == Strip::Kind::space ? 1 : 0;  // the margin above
    lack = least - stacked_height(flow_, first, end) - bottom;
  }
  if (lack.raw > 0 || bottom.raw > 0) {
    add_foot(lack, bottom, enclosing);
  }
  if (box_ != enclosing.box) {
    if (flow_.boxes[box_].first >= flow_.strips.size()) {
      std::erase(unopened_, box_);  // nothing in it: no box
      flow_.boxes[box_].first = flow_.boxes[box_].last = 0;
    } else {
      flow_.boxes[box_].last = static_cast<std::uint32_t>(flow_.strips.size());
    }
    box_ = enclosing.box;
  }
  if (style.avoid_break_inside) {
    keep_together(enclosing.first_strip);
  }
}

/// Padding and border above what comes next, which stays with them.
void FlowBuilder::add_padding(Length height) {
  for (Strip& kern : kerns(height, workshop_.page_height / kTogetherDivisor, workshop_.page_height)) {
    add_strip(std::move(kern));
  }
  next_break_.cost = kNever;
}

/// What a box lacks of its height, where pages may part it, and padding and border below; all of it where
/// nothing is in the box.
void FlowBuilder::add_foot(Length lack, Length edge, const Enclosing& enclosing) {
  const auto has_content = [&] { return flow_.strips.size() > enclosing.first_strip; };
  if (has_content()) {
    flush();
    next_break_ = {kBreakInSpace};
  }
  for (Strip& kern : kerns(lack, {}, workshop_.page_height)) {
    add_strip(std::move(kern));
  }
  if (edge.raw > 0 && has_content()) {
    next_break_ = {kNever};
  }
  for (Strip& kern : kerns(edge, workshop_.page_height / kTogetherDivisor, workshop_.page_height)) {
    add_strip(std::move(kern));
  }
}

void FlowBuilder::keep_together(std::size_t first_strip) {
  if (stacked_height(flow_, first_strip, flow_.strips.size()) > workshop_.page_height) {
    return;  // it cannot be whole on any page
  }
  for (std::size_t i = first_strip + 1; i < flow_.strips.size(); ++i) {
    std::int32_t& cost = flow_.strips[i].break_before.cost;
    // A block that begins with a margin has its own break before that margin.
    const bool begins = i == first_strip + 1 && flow_.strips[first_strip].kind == Strip::Kind::space;
    if (cost != kNever && !begins) {
      cost = std::max(cost, kBreakInside);
    }
  }
}

void FlowBuilder::add_block(const Element& element, Place place) {
  const Setting& setting = workshop_.setting;
  if (!element.pseudo) {
    if (setting.input.styles.hidden(element.node) || setting.generated.is_running(element.node)) {
      return;
    }
    mark_running(element.node);
  }
  const ComputedStyle& style = setting.style(element);
  if (takes_page_floats(style)) {
    add_page_float(element);
  } else if (is_floating(style)) {
    add_float(element, place);
  } else if (is_picture(element, setting)) {
    add_lone_picture(element.node, place);
  } else if (style.column_span && set_ != kNone) {
    add_spanner(element);
  } else {
    place_block(element, place);
  }
}

void FlowBuilder::place_block(const Element& element, Place place) {
  const ComputedStyle& style = workshop_.setting.style(element);
  if (!begins_before(element)) {
    note_beginning(element);
    demand_break(style.break_before);
    margin_.add(style.margin[kTop].resolve(place.width));
  }
  // A set of columns is longer than it is high: what stands beside it could not be told.
  clear_floats(has_columns(style) ? style::Clear::both : style.clear);
  const std::size_t first_strip = flow_.strips.size();
  const std::size_t first_box = flow_.boxes.size();
  const std::size_t kept_from = kept_from_.value_or(first_strip);
  const std::uint32_t first_float = beside_.next_serial;
  const bool alone = stands_alone(style);
  if (alone) {
    place = room_beside(element, place);
  }
  if (is_table(element, workshop_.setting)) {
    add_table(table_of(element.node, workshop_.setting), place, *this);
  } else {
    const Place border = border_box(style, place);
    report_overfull(element, border, place);
    const bool keeps_margins = alone && !has_columns(style);
    if (keeps_margins) {
      put_margin(Strip::Kind::space);
    }
    const Enclosing enclosing = open(element, border);
    if (keeps_margins) {
      begin_context();
    }
    add_inner(element, inside_of(style, border, place.width));
    if (keeps_margins) {
      end_context(first_float);
    } else if (alone) {
      pass_floats(first_float);
    }
    close(element, enclosing);
  }
  if (style.relative) {
    std::erase_if(flow_.cut_paragraphs,
                  [first_strip](const CutParagraph& noted) { return noted.first >= first_strip; });
    move_strips(first_strip, first_box, relative_offset(style, place.width));
  }
  if (!goes_on(element)) {
    margin_.add(style.margin[kBottom].resolve(place.width));
    demand_break(style.break_after);
    if (style.break_after == BreakRule::avoid) {
      kept_from_ = kept_from;
    }
  }
}

void FlowBuilder::add_inner(const Element& element, Place content) {
  const ComputedStyle& style = workshop_.setting.style(element);
  const Length hang = beside_.hang;
  if (!element.pseudo && style.display == Display::list_item && !begins_before(element) &&
      style.list_style_position == style::ListPosition::outside &&
      workshop_.setting.generated.find(element.node, PseudoElement::marker) != nullptr) {
    if (marker_) {
      add_marker_line();  // an item that begins with an item
    }
    marker_ = Marker{element.node, content};
    beside_.hang = style.font_size * kMarkerRoomNumerator / kMarkerGapDivisor;
  }
  if (has_columns(style)) {
    add_columns(element, content);
  } else {
    add_children(element, content);
  }
  if (marker_ && !element.pseudo && marker_->item == element.node) {
    add_marker_line();
  }
  beside_.hang = hang;
}

/// Whether the stretch has any of a piece of `parent`'s content.
bool FlowBuilder::has(const ContentPiece& piece, const Element& parent) const {
  const auto* block = std::get_if<Element>(&piece);
  const auto* table = std::get_if<TableBox>(&piece);
  if (block != nullptr && block->pseudo) {
    return *block->pseudo == PseudoElement::after ? !goes_on(parent) : !begins_before(parent);
  }
  if (block != nullptr || table != nullptr) {
    return has(block != nullptr ? block->node : table->content.first,
               block != nullptr ? block->node : table->content.last);
  }
  const auto& content = std::get<InlineContent>(piece);
  if (content.first == book::kNoNode) {
    return content.after ? !goes_on(parent) : !begins_before(parent);
  }
  return has(content.first, content.last);
}

void FlowBuilder::add_content(const Siblings& content, Place place) {
  for (const ContentPiece& piece : split(content, workshop_.setting)) {
    if (!has(piece, content.parent)) {
      continue;
    }
    if (const auto* block = std::get_if<Element>(&piece)) {
      add_block(*block, place);
    } else if (const auto* table = std::get_if<TableBox>(&piece)) {
      add_anonymous_table(*table, place);
    } else {
      add_paragraph(std::get<InlineContent>(piece), place);
    }
  }
}

void FlowBuilder::add_anonymous_table(const TableBox& table, Place place) {
  mark_running(table.content.first);
  if (!beside_.is_clear()) {
    place = room_beside(base::min(measure_table(table, workshop_).min_content, place.width), place);
  }
  add_table(table, place, *this);
}

void FlowBuilder::add_paragraph(const InlineContent& content, Place place) {
  if (content.last != book::kNoNode) {
    mark_running(workshop_.setting.manuscript()[content.last].last_descendant);
  }
  const ComputedStyle& style = workshop_.setting.style(content.block);
  const auto ahead = workshop_.set.find(paragraph_key(content));
  const bool is_ahead = ahead != workshop_.set.end() && ahead->second.width == place.width;
  ParagraphPtr paragraph;
  if (is_ahead && ahead->second.paragraph != nullptr) {
    PreparedParagraph& prepared = workshop_.prepared[paragraph_key(content)];
    prepared.paragraph = std::move(ahead->second.paragraph);
    prepared.found = std::move(ahead->second.found);
  } else if (is_ahead && beside_.is_clear()) {
    workshop_.setting.diagnostics.append(std::move(ahead->second.found));
    std::vector<SetLine> lines = in_full_width(std::move(ahead->second.lines), place);
    note_cuts(content, place, lines);
    add_lines(std::move(lines), {}, place, style);
    return;
  }
  paragraph = take_paragraph(content, workshop_);
  if (paragraph != nullptr) {
    set_paragraph(std::move(paragraph), content, place);
  }
}

void FlowBuilder::set_paragraph(ParagraphPtr paragraph, const InlineContent& content, Place place) {
  std::vector<SetBox> floats = set_floats(paragraph, content, place.width);
  paragraph = set_atoms(std::move(paragraph), content, place.width);
  const ComputedStyle& style = workshop_.setting.style(content.block);
  const std::uint32_t first_float = beside_.next_serial;
  const Initial* initial = initial_of(*paragraph);
  if (initial != nullptr) {
    place_initial(*initial, place);
  }
  std::vector<SetLine> lines = set_lines(*paragraph, floats, style, place);
  if (!lines.empty() && lines[0].gap.raw > 0 && move_kept(pen() + lines[0].gap)) {
    lines = set_lines(*paragraph, floats, style, place);
  }
  const Column column{place, pen(), beside_.chain_top, workshop_.page_height, style.line_height, {}};
  if (!floats.empty() && !fits_pages(lines, beside_.areas, column)) {
    floats.clear();
    paragraph = prepare_flat(content, workshop_.setting);
    initial = initial_of(*paragraph);
    lines = set_lines(*paragraph, floats, style, place);
  }
  if (initial != nullptr) {
    put_initial(*initial, style, lines);
  }
  if (floats.empty() && initial == nullptr && beside_.is_clear()) {
    note_cuts(content, place, lines);
  }
  add_lines(std::move(lines), floats, place, style);
  if (initial != nullptr) {
    pass_initial(first_float);
  }
}

/// Notes a paragraph that pages may want set anew: one with hyphens that nothing is bound to, a marker, a
/// note or a column.
void FlowBuilder::note_cuts(const InlineContent& content, Place place, std::span<const SetLine> lines) {
  const auto is_cut = [](const SetLine& set) { return set.line.cut_at.has_value(); };
  const auto has_notes = [](const SetLine& set) { return !set.line.notes.empty(); };
  if (!paged_ || set_ != kNone || marker_ || std::ranges::none_of(lines, is_cut) ||
      std::ranges::any_of(lines, has_notes))
    return;
  flush();
  CutParagraph& noted = flow_.cut_paragraphs.emplace_back();
  noted.content = content;
  noted.place = place;
  noted.first = flow_.strips.size();
  for (const SetLine& set : lines) noted.cut_at.push_back(set.line.cut_at);
}

void FlowBuilder::add_lines(std::vector<SetLine> lines, std::span<SetBox> floats, Place place,
                            const ComputedStyle& style) {
  const std::size_t count = lines.size();
  bool cut = false;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t cost = i > 0 ? line_break_cost(style, i, count, cut) : kNever;
    cut = lines[i].line.cut_at.has_value();
    lines[i].snaps = paged_ && style.line_snap;
    flow_.has_snapping_lines = flow_.has_snapping_lines || lines[i].snaps;
    add_line(std::move(lines[i]), floats, place, cost);
  }
}

std::vector<SetLine> FlowBuilder::set_lines(const Paragraph& paragraph, std::span<const SetBox> floats,
                                            const ComputedStyle& style, Place place) {
  if (floats.empty() && beside_.is_clear()) {
    return in_full_width(break_lines(paragraph, {&place, 1}, workshop_.setting), place);
  }
  flush();
  const Column column{place,
                      pen(),
                      beside_.chain_top,
                      workshop_.page_height,
                      style.line_height,
                      base::min(beside_.hang, place.width / 4)};
  return lines_beside(paragraph, beside_.areas, floats, column, workshop_.setting);
}

void FlowBuilder::add_line(SetLine set, std::span<SetBox> floats, Place place, std::int32_t break_cost) {
  if (set.gap.raw > 0) {
    fill_to(pen() + set.gap);
  }
  make_room(set.line.height);
  Strip strip;
  strip.height = set.line.height;
  strip.baseline = set.line.baseline;
  strip.snaps = set.snaps;
  strip.x = set.slot.x;
  strip.break_before.cost = break_cost;
  strip.content = std::move(set.line.content);
  strip.notes = std::move(set.line.notes);
  put_in_line(set, floats, strip);
  if (marker_) {
    marker_->place.x += set.slot.x - place.x;
    marker_->place.width += set.slot.width - place.width;
    hang_marker(strip, set.line.baseline);
  }
  add_strip(std::move(strip));
}

/// Puts the waiting list marker before the line, its right edge a gap left of the item (right of it where
/// text runs from right to left).
void FlowBuilder::hang_marker(Strip& strip, Length baseline) {
  const Marker marker = *std::exchange(marker_, std::nullopt);
  Setting& setting = workshop_.setting;
  const GeneratedContent* generated = setting.generated.find(marker.item, PseudoElement::marker);
  if (generated == nullptr) return;
  const ComputedStyle* own = setting.input.styles.pseudo(marker.item, generated->styled_as);
  const ComputedStyle& style = own != nullptr ? *own : setting.style(marker.item);
  std::string text;
  for (const GeneratedPart& part : generated->parts) {
    text += part.text;
  }
  const bool is_note = setting.manuscript()[marker.item].kind == book::Kind::note;
  const book::Role role = is_note                ? book::Role::note_number
                          : generated->is_silent ? book::Role::layout
                                                 : book::Role::content;
  SetText set = set_text(
      text, style, {marker.item, role, setting.manuscript().language(marker.item), generated->alternative},
      setting);
  if (is_note) {
    const book::Link back{{{}, -baseline, set.width, strip.height}, marker.item, true};
    set.content.items.push_back({marker.item, {}, book::Role::note_number, back});
  }
  const Length gap = style.font_size / kMarkerGapDivisor;
  // The item's direction: the marker may have one of its own.
  const bool rtl = setting.style(marker.item).direction == style::Direction::rtl;
  const Place place = marker.place;
  const Length x = rtl ? place.x + place.width + gap : place.x - gap - set.width;
  Fragment whole;
  append(std::move(set.content), {x - strip.x, baseline}, whole);
  append(std::move(strip.content), {}, whole);
  strip.content = std::move(whole);
}

/// Paints the strips from `first` on, and the boxes that begin with them, aside of where they stand.
void FlowBuilder::move_strips(std::size_t first, std::size_t first_box, base::Point by) {
  for (std::size_t i = first; i < flow_.strips.size(); ++i) {
    move_by(by, flow_.strips[i].content.items);
    move_by(by, flow_.strips[i].ground);
  }
  for (std::size_t i = first_box; i < flow_.boxes.size(); ++i) {
    base::Point& offset = flow_.boxes[i].offset;
    offset = {offset.x + by.x, offset.y + by.y};
  }
}

/// Reports a block that asks for more than there is and so stands out of its page or cell. What only its
/// margins let out is meant to be there.
void FlowBuilder::report_overfull(const Element& element, Place border, Place place) {
  Setting& setting = workshop_.setting;
  const ComputedStyle& style = setting.style(element);
  const Length margins = style.margin[kLeft].resolve(place.width) + style.margin[kRight].resolve(place.width);
  const Length excess =
      base::min(border.x + border.width - flow_.width, border.width + margins - place.width);
  if (excess < base::points(1) || setting.in_wide_table || begins_before(element)) {
    return;
  }
  setting.diagnostics.report(
      base::Code::layout_overfull_line, setting.manuscript()[element.node].span,
      "a block is " + std::to_string(excess.raw / base::kUnitsPerPoint) + " pt wider than what it stands in",
      "make its `width` or `min-width` smaller, or a part of it: `100%`");
}

Flow FlowBuilder::finish() {
  pass_floats();
  mark_running(stretch_.to);
  const bool has_late_floats =
      !flow_.page_floats.empty() && flow_.page_floats.back().strip >= flow_.strips.size();
  if (!anchors_.empty() || !marks_.empty() || has_late_floats) {
    Strip end;  // what comes after the last content needs a place to stand
    end.kind = Strip::Kind::kern;
    add_strip(std::move(end));
  }
  loosen(paged_ ? workshop_.page_height : workshop_.page_height / kTogetherDivisor, flow_);
  return std::move(flow_);
}

}  // namespace reliure::layout
