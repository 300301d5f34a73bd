#include "layout/flow/set_box.h"

#include <algorithm>
#include <utility>

#include "layout/flow/block.h"
#include "layout/table/table.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;
using style::ComputedStyle;
using style::Display;

enum Edge : std::size_t { kTop, kRight, kBottom, kLeft };

/// Border and padding at both sides.
Length inside_edges(const ComputedStyle& style, Length room) {
  return style.border[kLeft].width + style.border[kRight].width + style.padding[kLeft].resolve(room) +
         style.padding[kRight].resolve(room);
}

/// The width of the content (CSS 2.2 §10.3.5, §10.3.9). Nothing is wider than `most`, which holds it on the
/// page.
Length content_width(const Element& element, Length room, Length most, Workshop& workshop) {
  const ComputedStyle& style = workshop.setting.style(element);
  const Length inside = style.border_box ? inside_edges(style, room) : Length{};
  const auto given = [&](const style::Dimension& width) { return width.resolve(room) - inside; };
  Length width;
  if (style.width.automatic) {
    const InlineSize wanted = measure_content(content_of(element, workshop.setting), workshop);
    width = base::min(base::max(wanted.min_content, most), wanted.max_content);
  } else {
    width = given(style.width);
  }
  if (!style.max_width.automatic) {
    width = base::min(width, given(style.max_width));
  }
  if (!style.min_width.automatic) {
    width = base::max(width, given(style.min_width));
  }
  return base::max({}, base::min(width, most));
}

/// Sets a table and returns its width.
Length add_table_in(NodeId node, Length left, Length room, FlowBuilder& builder) {
  const ComputedStyle& style = builder.workshop().setting.style(node);
  const TableBox table = table_of(node, builder.workshop().setting);
  const Length margins = style.margin[kLeft].resolve(room) + style.margin[kRight].resolve(room);
  const Length most = base::max({}, room - margins);
  const InlineSize wanted = measure_table(table, builder.workshop());
  const Length width = base::min(
      style.width.automatic ? wanted.max_content : base::max(style.width.resolve(room), wanted.min_content),
      most);
  const Length place = style.width.automatic ? width + margins : room;
  add_table(table, {left - style.margin[kLeft].resolve(place), place}, builder);
  return width;
}

void add_picture_strip(SetPicture picture, Length x, FlowBuilder& builder) {
  Strip strip;
  strip.height = picture.size.height;
  strip.x = x;
  strip.content = std::move(picture.content);
  builder.add_strip(std::move(strip));
}

/// Content in its border box, `left` from the flow's edge; returns the border box's width.
Length fill_box(const Element& element, Length left, Length room, FlowBuilder& builder) {
  Workshop& workshop = builder.workshop();
  const ComputedStyle& style = workshop.setting.style(element);
  const Length inside = inside_edges(style, room);
  const Length margins = style.margin[kLeft].resolve(room) + style.margin[kRight].resolve(room);
  const Length most = base::max({}, room - margins - inside);
  if (is_table(element, workshop.setting)) {
    return add_table_in(element.node, left, room, builder);
  }
  std::optional<SetPicture> picture = is_picture(element, workshop.setting)
                                          ? set_picture(element.node, most, workshop.setting)
                                          : std::nullopt;
  const Length width = picture ? picture->size.width : content_width(element, room, most, workshop);
  const FlowBuilder::Enclosing enclosing = builder.open(element, {left, width + inside});
  const Length x = left + style.border[kLeft].width + style.padding[kLeft].resolve(room);
  if (picture) {
    add_picture_strip(std::move(*picture), x, builder);
  } else {
    builder.begin_context();
    builder.add_inner(element, {x, width});
    builder.end_context();
  }
  builder.close(element, enclosing);
  return width + inside;
}

/// The baseline of the last line below `top`, the flow being painted there.
std::optional<Length> last_baseline(const Flow& flow, Length top) {
  std::optional<Length> found;
  Length y = top;
  bool leading = true;
  for (const Strip& strip : flow.strips) {
    leading = leading && strip.kind == Strip::Kind::space;
    if (leading) {
      continue;
    }
    if (strip.baseline) {
      found = y + *strip.baseline;
    }
    y += strip.height;
  }
  return found;
}

}  // namespace

SetBox set_box(const Element& element, Length room, Workshop& workshop) {
  const ComputedStyle& style = workshop.setting.style(element);
  FlowBuilder builder(workshop, room);
  builder.note_beginning(element);
  const Length left = style.margin[kLeft].resolve(room);
  const Length width = fill_box(element, left, room, builder);
  SetBox set;
  set.element = element;
  set.flow = builder.finish();
  set.above = style.margin[kTop].resolve(room);
  set.below = style.margin[kBottom].resolve(room);
  set.size.width = base::max({}, left + width + style.margin[kRight].resolve(room));
  set.size.height = base::max({}, set.above + height_of(set.flow, 0, set.flow.strips.size()) + set.below);
  set.baseline = last_baseline(set.flow, set.above);
  return set;
}

Fragment paint_box(SetBox& box, const Setting& setting) {
  Fragment content;
  paint(box.flow, {0, box.flow.strips.size(), false}, {{}, box.above}, content);
  const NodeId id = box.element.node;
  const book::Node& node = setting.manuscript()[id];
  if (!box.element.pseudo && node.kind == book::Kind::a && setting.manuscript().link(id) != nullptr) {
    book::Item item{id, node.span, book::Role::content, {}};
    item.mark = book::Link{{{}, box.above, box.size.width, box.size.height - box.above - box.below}, id};
    content.items.push_back(std::move(item));
  }
  const base::Point offset = relative_offset(setting.style(box.element), box.flow.width);
  if (offset != base::Point{}) {
    move_by(offset, content.items);
  }
  return content;
}

std::vector<NodeId> notes_in(const Flow& flow) {
  std::vector<NodeId> notes;
  for (const Strip& strip : flow.strips) {
    notes.insert(notes.end(), strip.notes.begin(), strip.notes.end());
  }
  return notes;
}

}  // namespace reliure::layout
