#include "layout/flow/block.h"

#include <algorithm>
#include <utility>

#include "layout/flow/decorate.h"
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

bool is_forced(BreakRule rule) { return rule != BreakRule::automatic && rule != BreakRule::avoid; }

Length edge_width(const ComputedStyle& style, Edge edge, Length reference) {
  return style.border[edge].width + style.padding[edge].resolve(reference);
}

/// What a break between lines `index - 1` and `index` of `count` costs.
std::int32_t line_break_cost(const ComputedStyle& style, std::size_t index, std::size_t count) {
  const bool orphan = index < style.orphans;
  const bool widow = count - index < style.widows;
  return orphan || widow ? kWidowOrOrphan : 0;
}

/// The lines of `content`: those set ahead, or set now.
std::vector<Line> take_lines(const InlineContent& content, Length width, Workshop& workshop) {
  const auto ahead = workshop.set.find(paragraph_key(content));
  if (ahead != workshop.set.end() && ahead->second.width == width) {
    workshop.setting.diagnostics.append(std::move(ahead->second.found));
    return std::move(ahead->second.lines);
  }
  const ParagraphPtr paragraph = take_paragraph(content, workshop);
  if (paragraph == nullptr) return {};
  const LineSlot slot{{}, width};
  return break_lines(*paragraph, {&slot, 1}, workshop.setting);
}

}  // namespace

Place border_box(const ComputedStyle& style, Place place) {
  const auto margin = [&](Edge edge) {
    return style.margin[edge].automatic ? Length{} : style.margin[edge].resolve(place.width);
  };
  const Length inside = edge_width(style, kLeft, place.width) + edge_width(style, kRight, place.width);
  const Length room = place.width - margin(kLeft) - margin(kRight);
  Length width = style.width.automatic ? room : style.width.resolve(place.width) + inside;
  if (!style.max_width.automatic) {
    width = base::min(width, style.max_width.resolve(place.width) + inside);
  }
  if (!style.min_width.automatic) {
    width = base::max(width, style.min_width.resolve(place.width) + inside);
  }
  Length left = margin(kLeft);
  if (style.margin[kLeft].automatic && width < room) {
    const Length rest = room - width;
    left += style.margin[kRight].automatic ? rest / 2 : rest;
  }
  return {place.x + left, width};
}

Place inside_of(const ComputedStyle& style, Place border, Length reference) {
  const Length left = edge_width(style, kLeft, reference);
  const Length right = edge_width(style, kRight, reference);
  return {border.x + left, base::max({}, border.width - left - right)};
}

FlowBuilder::FlowBuilder(Workshop& workshop, Length width) : workshop_(workshop) {
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
  } else if (is_forced(rule) && rule != BreakRule::column) {
    next_break_.forced = rule;
  }
}

void FlowBuilder::add_marks(NodeId node) {
  const auto& strings = workshop_.setting.generated.strings;
  for (auto row = std::ranges::lower_bound(strings, node, {}, &GeneratedString::node);
       row != strings.end() && row->node == node; ++row) {
    marks_.push_back({0, row->name, row->text, 0});
  }
  for (const style::CounterChange& reset : workshop_.setting.style(node).counter_reset) {
    if (reset.name == "page") {
      marks_.push_back({0, {}, {}, reset.value});
    }
  }
}

/// Gives the waiting margin, breaks, boxes, anchors and marks to the strip that comes now.
void FlowBuilder::flush() {
  const Length margin = margin_.value();
  margin_ = {};
  if (margin.raw != 0) {
    Strip space;
    space.kind = Strip::Kind::space;
    space.height = margin;
    space.break_before = std::exchange(next_break_, {kNever, BreakRule::automatic});
    space.box = unopened_.empty() ? box_ : flow_.boxes[unopened_.front()].parent;
    flow_.strips.push_back(std::move(space));
  }
  const auto next = static_cast<std::uint32_t>(flow_.strips.size());
  for (const std::uint32_t box : unopened_) {
    flow_.boxes[box].first = next;
  }
  unopened_.clear();
  for (Mark& mark : marks_) {
    mark.strip = next;
    flow_.marks.push_back(std::move(mark));
  }
  marks_.clear();
}

void FlowBuilder::add_strip(Strip strip) {
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
  flow_.strips.push_back(std::move(strip));
}

FlowBuilder::Enclosing FlowBuilder::open(NodeId node, Place border) {
  const ComputedStyle& style = workshop_.setting.style(node);
  const Enclosing enclosing{flow_.strips.size(), box_};
  if (is_decorated(style)) {
    const auto index = static_cast<std::uint32_t>(flow_.boxes.size());
    flow_.boxes.push_back({box_, kNone, kNone, border.x, border.width, node, &style});
    unopened_.push_back(index);
    box_ = index;
  }
  const Length top = edge_width(style, kTop, border.width);
  if (top.raw > 0) {
    Strip kern;
    kern.kind = Strip::Kind::kern;
    kern.height = top;
    add_strip(std::move(kern));
    next_break_.cost = kNever;  // padding stays with what it stands above
  }
  return enclosing;
}

void FlowBuilder::close(NodeId node, const Enclosing& enclosing) {
  const ComputedStyle& style = workshop_.setting.style(node);
  Length bottom = edge_width(style, kBottom, flow_.width);
  if (!style.height.automatic) {
    Length height;
    for (std::size_t i = enclosing.first_strip; i < flow_.strips.size(); ++i) {
      height += flow_.strips[i].height;
    }
    bottom = base::max(bottom, style.height.length - height);
  }
  if (bottom.raw > 0) {
    Strip kern;
    kern.kind = Strip::Kind::kern;
    kern.height = bottom;
    flush();
    next_break_ = {};
    kern.break_before.cost = kNever;
    push(std::move(kern));
  }
  if (box_ != enclosing.box) {
    if (flow_.boxes[box_].first == kNone) {
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

void FlowBuilder::keep_together(std::size_t first_strip) {
  if (height_of(flow_, first_strip, flow_.strips.size()) > workshop_.page_height) {
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

void FlowBuilder::add_block(NodeId node, Place place) {
  const Setting& setting = workshop_.setting;
  if (setting.input.styles.hidden(node)) {
    return;
  }
  const ComputedStyle& style = setting.style(node);
  note_anchor(node);
  add_marks(node);
  demand_break(style.break_before);
  margin_.add(style.margin[kTop].resolve(place.width));
  if (style.display == Display::table) {
    add_table(node, place, *this);
  } else {
    const Place border = border_box(style, place);
    const Enclosing enclosing = open(node, border);
    add_inner(node, inside_of(style, border, place.width));
    close(node, enclosing);
  }
  margin_.add(style.margin[kBottom].resolve(place.width));
  demand_break(style.break_after);
}

void FlowBuilder::add_inner(NodeId node, Place content) {
  const ComputedStyle& style = workshop_.setting.style(node);
  if (style.display == Display::list_item && style.list_style_position == style::ListPosition::outside &&
      workshop_.setting.generated.find(node, PseudoElement::marker) != nullptr) {
    marker_ = Marker{node, content.x};
  }
  add_children(node, content);
}

void FlowBuilder::add_children(NodeId node, Place place) {
  const std::vector<ContentPiece> pieces = split_children(node, workshop_.setting);
  for (const ContentPiece& piece : pieces) {
    if (const auto* block = std::get_if<NodeId>(&piece)) {
      add_block(*block, place);
    } else {
      add_paragraph(std::get<InlineContent>(piece), place);
    }
  }
}

void FlowBuilder::add_paragraph(const InlineContent& content, Place place) {
  const ComputedStyle& style = workshop_.setting.style(content.block);
  std::vector<Line> lines = take_lines(content, place.width, workshop_);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Strip strip;
    strip.height = lines[i].height;
    strip.x = place.x;
    strip.content = std::move(lines[i].content);
    strip.notes = std::move(lines[i].notes);
    if (i > 0) {
      strip.break_before.cost = line_break_cost(style, i, lines.size());
    }
    if (marker_) {
      hang_marker(strip, lines[i].baseline);
    }
    add_strip(std::move(strip));
  }
}

/// Puts the waiting list marker before the line, its right edge a gap left of the item (right of it where
/// text runs from right to left).
void FlowBuilder::hang_marker(Strip& strip, Length baseline) {
  const Marker marker = *std::exchange(marker_, std::nullopt);
  Setting& setting = workshop_.setting;
  const GeneratedContent* generated = setting.generated.find(marker.item, PseudoElement::marker);
  const ComputedStyle* own = setting.input.styles.pseudo(marker.item, PseudoElement::marker);
  const ComputedStyle& style = own != nullptr ? *own : setting.style(marker.item);
  std::string text;
  for (const GeneratedPart& part : generated->parts) {
    text += part.text;
  }
  SetText set = set_text(
      text, style,
      {marker.item, book::Role::content, setting.manuscript().language(marker.item), generated->alternative},
      setting);
  const Length gap = style.font_size / kMarkerGapDivisor;
  const Length x =
      style.direction == style::Direction::rtl ? flow_.width - marker.x + gap : marker.x - gap - set.width;
  Fragment whole;
  append(std::move(set.content), {x - strip.x, baseline}, whole);
  append(std::move(strip.content), {}, whole);
  strip.content = std::move(whole);
}

Flow FlowBuilder::finish() {
  if (!anchors_.empty() || !marks_.empty()) {
    Strip end;  // anchors and marks after the last content need a place to stand
    end.kind = Strip::Kind::kern;
    add_strip(std::move(end));
  }
  return std::move(flow_);
}

}  // namespace reliure::layout
