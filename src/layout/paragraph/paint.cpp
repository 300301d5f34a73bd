// What inline boxes paint: backgrounds, borders and decoration lines; and where their links lie.
#include <algorithm>
#include <vector>

#include "layout/paragraph/finish.h"

namespace reliure::layout {
namespace {

using base::Point;
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

bool has_border(const style::ComputedStyle& style) {
  return std::ranges::any_of(style.border, [](const style::Border& border) {
    return border.style != style::BorderStyle::none && border.width.raw > 0;
  });
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

/// The content area of a box with padding and border above and below.
Rect area_of(const Finisher& finisher, const BoxOnLine& part, const Line& out) {
  const BoxMetrics& metrics = finisher.paragraph.metrics[part.box];
  const Length baseline = out.baseline - raise_of(finisher, part.box, out);
  Rect area{part.left + metrics.offset.x, baseline - metrics.ascent + metrics.offset.y,
            part.right - part.left, metrics.ascent + metrics.descent};
  if (part.box != 0) {
    const style::ComputedStyle& style = *finisher.paragraph.collected.boxes[part.box].style;
    const auto edge = [&style](std::size_t side) {
      const style::Border& border = style.border[side];
      return style.padding[side].resolve({}) +
             (border.style == style::BorderStyle::none ? Length{} : border.width);
    };
    area.y -= edge(0);
    area.height += edge(0) + edge(2);
  }
  return area;
}

void add_rectangle(book::Outline& outline, const Rect& area) {
  using book::PathVerb;
  outline.verbs.insert(outline.verbs.end(),
                       {PathVerb::move, PathVerb::line, PathVerb::line, PathVerb::line, PathVerb::close});
  outline.points.insert(outline.points.end(),
                        {Point{area.x, area.y}, Point{area.right(), area.y},
                         Point{area.right(), area.bottom()}, Point{area.x, area.bottom()}});
}

/// A rectangle with round corners, each a cubic curve near a quarter circle.
void add_rounded(book::Outline& outline, const Rect& area, Length radius) {
  using book::PathVerb;
  radius = base::min(radius, base::min(area.width, area.height) / 2);
  if (radius.raw <= 0) {
    add_rectangle(outline, area);
    return;
  }
  // 1 - 0.5523, the usual constant for a circle in four cubic curves.
  const Length k = base::scaled(radius, 4477, 10000);
  const Length l = area.x, t = area.y, r = area.right(), b = area.bottom();
  outline.verbs.insert(outline.verbs.end(),
                       {PathVerb::move, PathVerb::line, PathVerb::curve, PathVerb::line, PathVerb::curve,
                        PathVerb::line, PathVerb::curve, PathVerb::line, PathVerb::curve, PathVerb::close});
  outline.points.insert(outline.points.end(), {{l + radius, t},
                                               {r - radius, t},
                                               {r - k, t},
                                               {r, t + k},
                                               {r, t + radius},
                                               {r, b - radius},
                                               {r, b - k},
                                               {r - k, b},
                                               {r - radius, b},
                                               {l + radius, b},
                                               {l + k, b},
                                               {l, b - k},
                                               {l, b - radius},
                                               {l, t + radius},
                                               {l, t + k},
                                               {l + k, t},
                                               {l + radius, t}});
}

void push_path(const Finisher& finisher, std::uint32_t box, book::Path path, Line& out) {
  const book::NodeId node = finisher.paragraph.collected.boxes[box].node;
  book::Item item{node, finisher.setting.manuscript()[node].span, book::Role::layout, {}};
  item.mark = std::move(path);
  out.content.items.push_back(std::move(item));
}

void fill_rectangle(const Finisher& finisher, std::uint32_t box, const Rect& area, base::Color color,
                    Line& out) {
  book::Path path;
  add_rectangle(path.outline, area);
  path.fill = color;
  push_path(finisher, box, std::move(path), out);
}

/// A border that is the same all round, along the middle of its width.
void stroke_border(const Finisher& finisher, const BoxOnLine& part, const Rect& area, Line& out) {
  const style::ComputedStyle& style = *finisher.paragraph.collected.boxes[part.box].style;
  const style::Border& border = style.border[0];
  const Length half = border.width / 2;
  book::Path path;
  add_rounded(path.outline, {area.x + half, area.y + half, area.width - half * 2, area.height - half * 2},
              style.border_radius[0].resolve(area.width) - half);
  path.stroke_paint = border.color;
  path.stroke.width = border.width;
  if (border.style == style::BorderStyle::dashed) {
    path.stroke.dashes = {border.width * 3, border.width * 3};
  } else if (border.style == style::BorderStyle::dotted) {
    path.stroke.cap = book::LineCap::round;
    path.stroke.dashes = {Length{}, border.width * 2};
  }
  push_path(finisher, part.box, std::move(path), out);
}

/// Borders side by side; a side where the box goes on in another line has none.
void fill_borders(const Finisher& finisher, const BoxOnLine& part, const Rect& area, Line& out) {
  const style::ComputedStyle& style = *finisher.paragraph.collected.boxes[part.box].style;
  const bool ltr = style.direction == style::Direction::ltr;
  const bool left_open = ltr ? !part.starts : !part.ends;
  const bool right_open = ltr ? !part.ends : !part.starts;
  const auto& border = style.border;
  const Rect sides[] = {{area.x, area.y, area.width, border[0].width},
                        {area.right() - border[1].width, area.y, border[1].width, area.height},
                        {area.x, area.bottom() - border[2].width, area.width, border[2].width},
                        {area.x, area.y, border[3].width, area.height}};
  for (std::size_t side = 0; side < 4; ++side) {
    const bool cut = (side == 1 && right_open) || (side == 3 && left_open);
    if (cut || border[side].style == style::BorderStyle::none || border[side].width.raw <= 0) continue;
    fill_rectangle(finisher, part.box, sides[side], border[side].color, out);
  }
}

void paint_box(const Finisher& finisher, const BoxOnLine& part, Line& out) {
  const style::ComputedStyle& style = *finisher.paragraph.collected.boxes[part.box].style;
  const Rect area = area_of(finisher, part, out);
  const bool whole = part.starts && part.ends;
  if (style.background.alpha != 0) {
    book::Path path;
    add_rounded(path.outline, area, whole ? style.border_radius[0].resolve(area.width) : Length{});
    path.fill = style.background;
    push_path(finisher, part.box, std::move(path), out);
  }
  if (!has_border(style)) return;
  const bool same = std::ranges::all_of(
      style.border, [&style](const style::Border& border) { return border == style.border[0]; });
  if (whole && same) {
    stroke_border(finisher, part, area, out);
  } else {
    fill_borders(finisher, part, area, out);
  }
}

/// A line along the box, `over` the baseline at its middle. Fonts' own measures vary little from these: a
/// twentieth of the size thick.
void decorate(const Finisher& finisher, const BoxOnLine& part, Length over, Line& out) {
  const style::ComputedStyle& style = *finisher.paragraph.collected.boxes[part.box].style;
  const Length thickness = style.font_size / 20;
  const base::Point offset = finisher.paragraph.metrics[part.box].offset;
  const Length y = out.baseline - raise_of(finisher, part.box, out) - over - thickness / 2 + offset.y;
  fill_rectangle(finisher, part.box, {part.left + offset.x, y, part.right - part.left, thickness},
                 style.color, out);
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
    const bool paints = i > 0 && (box.link || box.style->background.alpha != 0 || has_border(*box.style));
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
      decorate(finisher, part, -(style.font_size / 8), out);
    }
    if (decorates(style, DecorationLine::overline)) {
      decorate(finisher, part, finisher.paragraph.metrics[part.box].ascent, out);
    }
  }
}

void paint_above(const Finisher& finisher, const LineInProgress& line, Line& out) {
  if (nothing_shown(finisher)) return;
  for (const BoxOnLine& part : boxes_on(finisher, line)) {
    const InlineBox& box = finisher.paragraph.collected.boxes[part.box];
    if (decorates(*box.style, DecorationLine::line_through)) {
      decorate(finisher, part, box.style->font_size / 4, out);
    }
    if (!box.link) continue;
    const BoxMetrics& metrics = finisher.paragraph.metrics[part.box];
    const Length top = out.baseline - raise_of(finisher, part.box, out) - metrics.ascent + metrics.offset.y;
    book::Item item{box.node, finisher.setting.manuscript()[box.node].span, book::Role::content, {}};
    item.mark = book::Link{
        {part.left + metrics.offset.x, top, part.right - part.left, metrics.ascent + metrics.descent},
        box.node};
    out.content.items.push_back(std::move(item));
  }
}

}  // namespace reliure::layout
