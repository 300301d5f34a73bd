#include "layout/paragraph/collect.h"

#include <algorithm>

#include "layout/paragraph/collapse.h"
#include "layout/paragraph/direction.h"
#include "layout/paragraph/prepare.h"
#include "layout/white_space.h"

namespace reliure::layout {
namespace {

using book::Kind;
using book::NodeId;
using style::ComputedStyle;
using style::Display;
using style::PseudoElement;

/// An element that the walk is inside of.
struct Open {
  NodeId node;
  std::uint32_t box = 0;
  /// A block inside inline content: what follows it starts a new line.
  bool block = false;
};

struct Walk {
  Setting& setting;
  Collected& out;
  Collapser collapser;
  std::vector<Open> open;
  std::uint32_t box = 0;
  bool break_pending = false;
  /// See `InlineContent::flat`.
  bool flat = false;

  const book::Node& node(NodeId id) const { return setting.manuscript()[id]; }
};

bool is_block(Display display) {
  return display != Display::inline_ && display != Display::inline_block && display != Display::none;
}

/// Starts a new line after a block that ended, now that something follows it.
void flush_break(Walk& walk, const SpanSource& source) {
  if (walk.break_pending && !walk.out.text.empty() && walk.out.text.back() != '\n') {
    append_forced_break(walk.collapser, source);
  }
  walk.break_pending = false;
}

Length border_width(const style::Border& border) {
  return border.style == style::BorderStyle::none ? Length{} : border.width;
}

/// Records where a box starts or ends, if that orders the text, takes room or bears an anchor.
void add_edge(Walk& walk, std::uint32_t box, bool open) {
  add_controls(walk.out, walk.out.boxes[box], open);
  const ComputedStyle& style = *walk.out.boxes[box].style;
  const bool left = open == (style.direction == style::Direction::ltr);
  const std::size_t side = left ? 3 : 1;
  BoxEdge edge;
  edge.at = static_cast<std::uint32_t>(walk.out.text.size());
  edge.box = box;
  edge.open = open;
  edge.margin = style.margin[side].resolve({});
  edge.inside = style.padding[side].resolve({}) + border_width(style.border[side]);
  if (edge.margin != Length{} || edge.inside != Length{} || (open && walk.out.boxes[box].anchor)) {
    walk.out.edges.push_back(edge);
  }
}

std::uint32_t add_box(Walk& walk, NodeId node, const ComputedStyle& style, bool link) {
  walk.out.boxes.push_back({node, &style, walk.box, link, false});
  return static_cast<std::uint32_t>(walk.out.boxes.size() - 1);
}

SpanSource source_at(const Walk& walk, NodeId node, const ComputedStyle& style) {
  SpanSource source;
  source.node = node;
  source.style = &style;
  source.language = walk.setting.manuscript().language(node);
  source.box = walk.box;
  return source;
}

void append_parts(Walk& walk, const GeneratedContent& content, SpanSource source) {
  source.generated = true;
  if (!content.alternative.empty() || content.is_silent) {
    source.alternative = static_cast<std::uint32_t>(walk.out.alternatives.size());
    walk.out.alternatives.push_back(content.alternative);
  }
  for (const GeneratedPart& part : content.parts) {
    if (part.kind == GeneratedPart::Kind::text) {
      append_text(walk.collapser, part.text, source);
    } else if (part.kind != GeneratedPart::Kind::leader) {
      append_text(walk.collapser, walk.setting.references.page_text(part), source);
    } else {
      const auto object = static_cast<std::uint32_t>(walk.out.objects.size());
      walk.out.objects.push_back({source.node, source.style, source.box, 0, part.text});
      append_object(walk.collapser, SpanType::leader, object, source);
    }
  }
}

bool append_apart(Walk& walk, const Element& element, const ComputedStyle& style);

/// Appends what the style generates before or after `node`, in a box of its own when it has its own style.
void append_generated(Walk& walk, NodeId node, PseudoElement element) {
  const GeneratedContent* content = walk.setting.generated.find(node, element);
  if (content == nullptr) return;
  const ComputedStyle* own = walk.setting.input.styles.pseudo(node, element);
  if (own != nullptr && append_apart(walk, {node, element}, *own)) return;
  if (content->parts.empty()) return;
  const bool block = own != nullptr && is_block(own->display);
  walk.break_pending = walk.break_pending || block;
  const ComputedStyle& style = own != nullptr ? *own : *walk.out.boxes[walk.box].style;
  const std::uint32_t outer = walk.box;
  flush_break(walk, source_at(walk, node, style));
  if (own != nullptr) {
    walk.box = add_box(walk, node, style, false);
    add_edge(walk, walk.box, true);
  }
  append_parts(walk, *content, source_at(walk, node, style));
  if (own != nullptr) {
    add_edge(walk, walk.box, false);
  }
  walk.box = outer;
  walk.break_pending = block;
}

/// Appends what is generated in a box of its own, which is the paragraph's container.
void append_whole(Walk& walk, const Element& element) {
  if (const GeneratedContent* content = walk.setting.generated.find(element.node, *element.pseudo)) {
    append_parts(walk, *content, source_at(walk, element.node, *walk.out.boxes[0].style));
  }
}

/// A list marker inside the line, and a space after it.
void append_marker(Walk& walk, NodeId item) {
  append_generated(walk, item, PseudoElement::marker);
  if (!walk.out.text.empty() && walk.out.text.back() != ' ') {
    SpanSource source = source_at(walk, item, *walk.out.boxes[0].style);
    source.generated = true;
    append_text(walk.collapser, " ", source);
  }
}

void open_element(Walk& walk, NodeId id) {
  const ComputedStyle& style = walk.setting.style(id);
  const bool block = is_block(style.display);
  if (block) {
    walk.break_pending = true;
    flush_break(walk, source_at(walk, id, style));
  }
  const bool link = walk.node(id).kind == Kind::a && walk.setting.manuscript().link(id) != nullptr;
  walk.box = add_box(walk, id, style, link);
  walk.out.boxes[walk.box].anchor = !walk.node(id).id.empty();
  walk.open.push_back({id, walk.box, block});
  add_edge(walk, walk.box, true);
  const std::vector<NodeId>& calls = walk.setting.generated.note_calls;
  if (link && std::ranges::binary_search(calls, id)) {
    const auto at = static_cast<std::uint32_t>(walk.out.text.size());
    walk.out.notes.push_back({at, walk.setting.manuscript().link(id)->node});
  }
  append_generated(walk, id, PseudoElement::before);
}

void close_element(Walk& walk) {
  const Open closing = walk.open.back();
  append_generated(walk, closing.node, PseudoElement::after);
  add_edge(walk, closing.box, false);
  walk.open.pop_back();
  walk.box = walk.out.boxes[closing.box].parent;
  walk.break_pending = walk.break_pending || closing.block;
}

/// Closes every element that ends before `id`.
void close_before(Walk& walk, NodeId id) {
  while (!walk.open.empty() && walk.node(walk.open.back().node).last_descendant < id) {
    close_element(walk);
  }
}

/// Whether the face has its own superior figures for `number` (`sups`).
bool has_superiors(Setting& setting, const ComputedStyle& style, std::string_view number) {
  const text::FaceId face = setting.input.fonts.match({style.font_families, style.font_weight, style.italic});
  constexpr text::Feature kSuperiors[] = {{text::feature_tag("sups"), 1}};
  const auto& plain = setting.shaper.shape({face, {}, {}, 0, false}, number).glyphs;
  const auto& raised = setting.shaper.shape({face, kSuperiors, {}, 0, false}, number).glyphs;
  return plain.size() == raised.size() &&
         std::ranges::equal(plain, raised, [](const auto& a, const auto& b) { return a.id != b.id; });
}

/// How a note's number is set when no style says so: the face's superior figures, else small and raised.
const ComputedStyle& call_style(Walk& walk, std::string_view number) {
  ComputedStyle style;
  static_cast<style::InheritedStyle&>(style) = *walk.out.boxes[walk.box].style;
  if (has_superiors(walk.setting, style, number)) {
    style.font_features.push_back({text::feature_tag("sups"), 1});
    std::ranges::sort(style.font_features);
  } else {
    // The usual proportions of superior figures: x-height size, tops near the ascenders'.
    style.vertical_align = style::VerticalAlign::length;
    style.vertical_shift = base::scaled(style.font_size, 40, 100);
    style.font_size = base::scaled(style.font_size, 65, 100);
  }
  return walk.out.own_styles.emplace_back(std::move(style));
}

void append_note_call(Walk& walk, NodeId note) {
  const std::string_view number = walk.setting.manuscript().attribute(note, "number").value_or("*");
  const ComputedStyle* given = walk.setting.input.styles.pseudo(note, PseudoElement::footnote_call);
  const ComputedStyle& style = given != nullptr ? *given : call_style(walk, number);
  flush_break(walk, source_at(walk, note, style));
  const std::uint32_t outer = walk.box;
  const auto at = static_cast<std::uint32_t>(walk.out.text.size());
  walk.box = add_box(walk, note, style, true);
  add_edge(walk, walk.box, true);
  if (at > 0 && !walk.collapser.drops_space) {
    walk.out.joins.push_back(at);
  }
  SpanSource source = source_at(walk, note, style);
  source.generated = true;
  const GeneratedContent* content = walk.setting.generated.find(note, PseudoElement::footnote_call);
  if (content != nullptr && !content->parts.empty()) {
    append_parts(walk, *content, source);
  } else {
    append_text(walk.collapser, number, source);
  }
  add_edge(walk, walk.box, false);
  walk.out.notes.push_back({at, note});
  walk.box = outer;
}

/// A picture, or its alternative text when there is no picture.
void append_image(Walk& walk, NodeId id) {
  const book::Manuscript& manuscript = walk.setting.manuscript();
  const ComputedStyle& style = walk.setting.style(id);
  const SpanSource source = source_at(walk, id, style);
  flush_break(walk, source);
  const std::optional<std::uint32_t> picture = picture_of(manuscript, id);
  if (!picture) {
    SpanSource generated = source;
    generated.generated = true;
    append_text(walk.collapser, manuscript.attribute(id, "alt").value_or(""), generated);
    return;
  }
  const auto object = static_cast<std::uint32_t>(walk.out.objects.size());
  walk.out.objects.push_back({id, &style, walk.box, *picture, {}});
  append_object(walk.collapser, SpanType::image, object, source);
}

/// The place of a float: nothing in the text, so that spaces around it collapse (CSS Text 3 §4.1.1).
void append_float(Walk& walk, const Element& element) {
  BoxEdge place;
  place.at = static_cast<std::uint32_t>(walk.out.text.size());
  place.box = walk.box;
  place.open = true;
  place.floating = static_cast<std::uint32_t>(walk.out.floats.size());
  walk.out.edges.push_back(place);
  walk.out.floats.push_back(element);
}

void append_atom(Walk& walk, const Element& element) {
  const ComputedStyle& style = walk.setting.style(element);
  const SpanSource source = source_at(walk, element.node, style);
  flush_break(walk, source);
  const auto object = static_cast<std::uint32_t>(walk.out.objects.size());
  const auto atom = static_cast<std::uint32_t>(walk.out.atoms.size());
  walk.out.objects.push_back({element.node, &style, walk.box, atom, {}});
  walk.out.atoms.push_back(element);
  append_object(walk.collapser, SpanType::atom, object, source);
}

/// Appends the place of what is generated and laid out by itself; false where it is text like any other.
bool append_apart(Walk& walk, const Element& element, const ComputedStyle& style) {
  if (walk.flat || *element.pseudo == PseudoElement::marker) return false;
  if (is_floating(style)) {
    append_float(walk, element);
  } else if (style.display == Display::inline_block) {
    append_atom(walk, element);
  } else {
    return false;
  }
  return true;
}

/// Whether `id` is laid out by itself, and all below it with it.
bool is_set_apart(const Walk& walk, NodeId id) {
  const Kind kind = walk.node(id).kind;
  if (walk.flat || kind == Kind::text || kind == Kind::note || kind == Kind::br) return false;
  const ComputedStyle& style = walk.setting.style(id);
  return is_floating(style) || (style.display == Display::inline_block && kind != Kind::img);
}

void append_node(Walk& walk, NodeId id) {
  if (is_set_apart(walk, id)) {
    if (is_floating(walk.setting.style(id))) {
      append_float(walk, id);
    } else {
      append_atom(walk, id);
    }
    return;
  }
  const book::Node& node = walk.node(id);
  switch (node.kind) {
    case Kind::text: {
      const SpanSource source = source_at(walk, id, walk.setting.style(id));
      if (walk.break_pending && !is_white_space(node.text)) {
        flush_break(walk, source);
      }
      append_text(walk.collapser, node.text, source);
      return;
    }
    case Kind::br:
      walk.break_pending = false;
      append_forced_break(walk.collapser, source_at(walk, id, walk.setting.style(id)));
      return;
    case Kind::wbr:
      walk.out.word_breaks.push_back(static_cast<std::uint32_t>(walk.out.text.size()));
      return;
    case Kind::img:
      append_image(walk, id);
      return;
    case Kind::note:
      append_note_call(walk, id);
      return;
    default:
      open_element(walk, id);
  }
}

/// Visits the siblings `first..last` and all below them in document order.
void walk_nodes(Walk& walk, NodeId first, NodeId last) {
  const NodeId end{walk.node(last).last_descendant.value + 1};
  for (NodeId id = first; id < end;) {
    close_before(walk, id);
    const bool hidden = walk.setting.input.styles.hidden(id) || walk.setting.generated.is_running(id);
    if (!hidden) {
      append_node(walk, id);
    }
    const Kind kind = walk.node(id).kind;
    const bool whole =
        hidden || kind == Kind::note || kind == Kind::img || kind == Kind::br || is_set_apart(walk, id);
    id = {whole ? walk.node(id).last_descendant.value + 1 : id.value + 1};
  }
  close_before(walk, end);
}

/// Whether the content begins the block, so that `text-indent` applies to its first line.
bool begins_block(const InlineContent& content, const Setting& setting) {
  const book::Manuscript& manuscript = setting.manuscript();
  if (content.before || content.block.pseudo || content.first == book::kNoNode) return true;
  for (NodeId before = manuscript[content.first].previous_sibling; before != book::kNoNode;
       before = manuscript[before].previous_sibling) {
    const bool text = manuscript[before].kind == Kind::text;
    const bool passed = text ? is_white_space(manuscript[before].text)
                             : setting.input.styles.hidden(before) || is_floating(setting.style(before));
    if (!passed) return false;
  }
  return true;
}

/// The link that is the block or has it inside. A note does not stand where it is called.
NodeId link_around(NodeId block, const book::Manuscript& manuscript) {
  for (NodeId id = block; id != book::kNoNode && manuscript[id].kind != Kind::note;
       id = manuscript[id].parent) {
    if (manuscript[id].kind == Kind::a && manuscript.link(id) != nullptr) {
      return id;
    }
  }
  return book::kNoNode;
}

}  // namespace

Collected collect(const InlineContent& content, Setting& setting) {
  Collected out;
  const NodeId block = content.block.node;
  out.block = block;
  out.link_around = link_around(block, setting.manuscript());
  out.indented = begins_block(content, setting);
  Walk walk{setting, out, Collapser{out}, {}, 0, false, content.flat};
  out.boxes.push_back({block, &setting.style(content.block), 0, false, false});
  add_controls(out, out.boxes.front(), true);
  if (content.marker) {
    append_marker(walk, block);
  }
  if (content.block.pseudo) {
    append_whole(walk, content.block);
  } else if (content.before) {
    append_generated(walk, block, PseudoElement::before);
  }
  if (content.first != book::kNoNode) {
    walk_nodes(walk, content.first, content.last);
  }
  if (content.after && !content.block.pseudo) {
    append_generated(walk, block, PseudoElement::after);
  }
  add_controls(out, out.boxes.front(), false);
  trim_line_end(walk.collapser);
  return out;
}

std::uint32_t offset_in_node(const Collected& collected, std::uint32_t at) {
  const auto after = std::ranges::upper_bound(collected.origins, at, {}, &Origin::begin);
  if (after == collected.origins.begin()) return 0;
  const Origin& origin = *(after - 1);
  return origin.offset + (at - origin.begin);
}

base::Span source_of(const book::Manuscript& manuscript, book::NodeId node, std::uint32_t offset,
                     std::uint32_t length) {
  const book::Node& found = manuscript[node];
  const base::Span span = found.span;
  const bool verbatim = found.kind == Kind::text && span.end - span.begin == found.text.size();
  if (!verbatim || offset + length > found.text.size()) return span;
  return {span.file, span.begin + offset, span.begin + offset + length};
}

}  // namespace reliure::layout
