// What inline boxes paint: backgrounds, borders and decoration lines; and where their links lie.
#include <algorithm>
#include <vector>

#include "layout/flow/decorate.h"
#include "layout/paragraph/finish.h"

namespace reliure::layout {
namespace {

using base::Rect;
using style::DecorationLine;

/// The part of a box that stands on one line, borders included.
struct BoxOnLine {
  std::uint32_t box = 0;
  Length left, right;
  /// It starts or ends here, so that its edge is drawn.
  bool starts = false, ends = false;
};

bool decorates(const style::ComputedStyle& style, DecorationLine which) {
  return (style.text_decoration & static_cast<std::uint8_t>(which)) != 0;
}

/// Adds `left..right` to what `box` and the shown boxes around it cover.
void cover(const Finisher& finisher, std::uint32_t box, Length left, Length right,
           std::vector<BoxOnLine>& out) {
  for (std::uint32_t at = finisher.shown[box]; at != kNone;) {
    auto entry =
        std::find_if(out.rbegin(), out.rend(), [at](const BoxOnLine& part) { return part.box == at; });
    if (entry == out.rend()) {
      out.push_back({at, left, right, false, false});
    } else {
      entry->left = base::min(entry->left, left);
      entry->right = base::max(entry->right, right);
    }
    at = at == 0 ? kNone : finisher.shown[finisher.paragraph.collected.boxes[at].parent];
  }
}

/// The edge of a box covers its border and padding for itself, its margin too for those around it.
void cover_edge(const Finisher& finisher, const Piece& piece, std::vector<BoxOnLine>& out) {
  const BoxEdge& edge = finisher.paragraph.collected.edges[piece.index];
  if (edge.box == 0 || edge.floating != kNone) return;
  const bool ltr = finisher.paragraph.collected.boxes[edge.box].style->direction == style::Direction::ltr;
  const Length right = piece.x + piece.width;
  if (finisher.shown[edge.box] == edge.box) {
    const bool at_left = edge.open == ltr;
    cover(finisher, edge.box, at_left ? right - edge.inside : piece.x,
          at_left ? right : piece.x + edge.inside, out);
    for (BoxOnLine& part : out) {
      if (part.box != edge.box) continue;
      part.starts = part.starts || edge.open;
      part.ends = part.ends || !edge.open;
    }
  }
  cover(finisher, finisher.paragraph.collected.boxes[edge.box].parent, piece.x, right, out);
}

/// The shown boxes on the line, outer ones first.
std::vector<BoxOnLine> boxes_on(const Finisher& finisher, const LineInProgress& line) {
  std::vector<BoxOnLine> parts;
  for (const Piece& piece : line.pieces) {
    if (piece.hanging) continue;
    if (piece.content == Content::edge) {
      cover_edge(finisher, piece, parts);
    } else {
      cover(finisher, piece.box, piece.x, piece.x + piece.width, parts);
    }
  }
  std::erase_if(parts, [](const BoxOnLine& part) { return part.left >= part.right; });
  std::ranges::sort(parts, {}, &BoxOnLine::box);
  return parts;
}

/// The content area of a box with padding and border above and below. Lines make no room for that padding: no
/// more of it is painted than the text is tall, so that it stays on the page.
Rect area_of(const Finisher& finisher, const BoxOnLine& part, const Line& out) {
  const BoxMetrics& metrics = finisher.paragraph.metrics[part.box];
  const Length baseline = out.baseline - raise_of(finisher, part.box, out);
  Rect area{part.left + metrics.offset.x, baseline - metrics.ascent + metrics.offset.y,
            part.right - part.left, metrics.ascent + metrics.descent};
  if (part.box != 0) {
    const style::ComputedStyle& style = *finisher.paragraph.collected.boxes[part.box].style;
    const auto edge = [&](std::size_t side) {
      const style::Border& border = style.border[side];
      return base::min(style.padding[side].resolve({}), metrics.ascent + metrics.descent) +
             (border.style == style::BorderStyle::none ? Length{} : border.width);
    };
    area.y -= edge(0);
    area.height += edge(0) + edge(2);
  }
  return area;
}

void paint_box(const Finisher& finisher, const BoxOnLine& part, Line& out) {
  const InlineBox& box = finisher.paragraph.collected.boxes[part.box];
  const bool ltr = box.style->direction == style::Direction::ltr;
  // A side where the box goes on in another line has no edge.
  const Edges4 edges{true, ltr ? part.ends : part.starts, true, ltr ? part.starts : part.ends};
  decorate({*box.style, box.node, finisher.setting.input.pictures.get()}, area_of(finisher, part, out), edges,
           out.content);
}

/// A line along the box, `over` the baseline at its middle. Fonts' own measures vary little from these: a
/// twentieth of the size thick.
void draw_line(const Finisher& finisher, const BoxOnLine& part, Length over, Line& out) {
  const InlineBox& box = finisher.paragraph.collected.boxes[part.box];
  const style::ComputedStyle& style = *box.style;
  const Length thickness = style.font_size / 20;
  const base::Point offset = finisher.paragraph.metrics[part.box].offset;
  const Length y = out.baseline - raise_of(finisher, part.box, out) - over - thickness / 2 + offset.y;
  out.content.items.push_back(
      {box.node, finisher.setting.manuscript()[box.node].span, book::Role::layout,
       filled({part.left + offset.x, y, part.right - part.left, thickness}, style.color)});
}

bool stands_in(const Collected& collected, std::uint32_t box, std::uint32_t outer) {
  while (box != outer && box != 0) {
    box = collected.boxes[box].parent;
  }
  return box == outer;
}

/// The smallest rectangle around both; an empty one has no place.
Rect around(const Rect& a, const Rect& b) {
  if (a == Rect{}) return b;
  const Length x = base::min(a.x, b.x), y = base::min(a.y, b.y);
  return {x, y, base::max(a.right(), b.right()) - x, base::max(a.bottom(), b.bottom()) - y};
}

/// The pictures of the line that stand in `box`, in one rectangle; empty where there are none.
Rect pictures_in(const Finisher& finisher, const LineInProgress& line, std::uint32_t box, const Line& out) {
  Rect area;
  for (const Piece& piece : line.pieces) {
    if (piece.content == Content::image && stands_in(finisher.paragraph.collected, piece.box, box)) {
      area = around(area, image_area(finisher, piece, out));
    }
  }
  return area;
}

void push_link(const Finisher& finisher, book::NodeId source, const Rect& area, Line& out) {
  book::Item item{source, finisher.setting.manuscript()[source].span, book::Role::content, {}};
  item.mark = book::Link{area, source};
  out.content.items.push_back(std::move(item));
}

/// The whole line leads where the link around its block leads: text, leaders and pictures.
void link_line(const Finisher& finisher, const LineInProgress& line, Line& out) {
  const book::NodeId source = finisher.paragraph.collected.link_around;
  const BoxMetrics& metrics = finisher.paragraph.metrics[0];
  Rect area = source == book::kNoNode ? Rect{} : pictures_in(finisher, line, 0, out);
  for (const Piece& piece : line.pieces) {
    const bool is_text = !piece.hanging && piece.width.raw > 0 && piece.content != Content::edge &&
                         piece.content != Content::image;
    if (is_text) {
      area = around(area,
                    {piece.x, out.baseline - metrics.ascent, piece.width, metrics.ascent + metrics.descent});
    }
  }
  if (source != book::kNoNode && area != Rect{}) {
    push_link(finisher, source, area, out);
  }
}

bool nothing_shown(const Finisher& finisher) {
  return std::ranges::all_of(finisher.shown, [](std::uint32_t box) { return box == kNone; });
}

}  // namespace

std::vector<std::uint32_t> find_shown_boxes(const Collected& collected) {
  std::vector<std::uint32_t> shown;
  shown.reserve(collected.boxes.size());
  for (std::uint32_t i = 0; i < collected.boxes.size(); ++i) {
    const InlineBox& box = collected.boxes[i];
    const bool paints = i > 0 && (box.link || is_decorated(*box.style));
    const std::uint32_t outer = i > 0 ? shown[box.parent] : kNone;
    shown.push_back(paints || box.style->text_decoration != 0 ? i : outer);
  }
  return shown;
}

void paint_below(const Finisher& finisher, const LineInProgress& line, Line& out) {
  if (nothing_shown(finisher)) return;
  const std::vector<BoxOnLine> parts = boxes_on(finisher, line);
  for (const BoxOnLine& part : parts) {
    if (part.box != 0) {
      paint_box(finisher, part, out);
    }
  }
  for (const BoxOnLine& part : parts) {
    const style::ComputedStyle& style = *finisher.paragraph.collected.boxes[part.box].style;
    if (decorates(style, DecorationLine::underline)) {
      draw_line(finisher, part, -(style.font_size / 8), out);
    }
    if (decorates(style, DecorationLine::overline)) {
      draw_line(finisher, part, finisher.paragraph.metrics[part.box].ascent, out);
    }
  }
}

void paint_above(const Finisher& finisher, const LineInProgress& line, Line& out) {
  link_line(finisher, line, out);
  if (nothing_shown(finisher)) return;
  for (const BoxOnLine& part : boxes_on(finisher, line)) {
    const InlineBox& box = finisher.paragraph.collected.boxes[part.box];
    if (decorates(*box.style, DecorationLine::line_through)) {
      draw_line(finisher, part, box.style->font_size / 4, out);
    }
    if (!box.link) continue;
    const BoxMetrics& metrics = finisher.paragraph.metrics[part.box];
    const Length top = out.baseline - raise_of(finisher, part.box, out) - metrics.ascent + metrics.offset.y;
    const Rect text{part.left + metrics.offset.x, top, part.right - part.left,
                    metrics.ascent + metrics.descent};
    const Rect pictures = pictures_in(finisher, line, part.box, out);
    push_link(finisher, box.node, pictures == Rect{} ? text : around(text, pictures), out);
  }
}

}  // namespace reliure::layout
