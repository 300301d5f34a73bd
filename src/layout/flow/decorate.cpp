#include "layout/flow/decorate.h"

#include <array>
#include <utility>

namespace reliure::layout {
namespace {

using base::Length;
using base::Point;
using base::Rect;
using style::Border;
using style::BorderStyle;

/// The indexes of edges in CSS order.
enum Edge : std::size_t { kTop, kRight, kBottom, kLeft };

bool is_visible(const Border& border) {
  return border.style != BorderStyle::none && border.width.raw > 0 && border.color.alpha > 0;
}

/// A quarter circle as one cubic curve has its control points at this part of the radius: 0.5523.
constexpr std::int64_t kCircleNumerator = 36195;

book::Outline rectangle(Rect area) {
  return {{book::PathVerb::move, book::PathVerb::line, book::PathVerb::line, book::PathVerb::line,
           book::PathVerb::close},
          {{area.x, area.y}, {area.right(), area.y}, {area.right(), area.bottom()}, {area.x, area.bottom()}}};
}

/// A rectangle with the same radius at each corner.
book::Outline rounded(Rect area, Length radius) {
  radius = base::min(radius, base::min(area.width, area.height) / 2);
  const Length k = base::scaled(radius, kCircleNumerator, 65536);
  const Length left = area.x, top = area.y, right = area.right(), bottom = area.bottom();
  book::Outline outline;
  const auto add = [&outline](book::PathVerb verb, std::initializer_list<Point> points) {
    outline.verbs.push_back(verb);
    outline.points.insert(outline.points.end(), points);
  };
  using enum book::PathVerb;
  add(move, {{left + radius, top}});
  add(line, {{right - radius, top}});
  add(curve, {{right - radius + k, top}, {right, top + radius - k}, {right, top + radius}});
  add(line, {{right, bottom - radius}});
  add(curve, {{right, bottom - radius + k}, {right - radius + k, bottom}, {right - radius, bottom}});
  add(line, {{left + radius, bottom}});
  add(curve, {{left + radius - k, bottom}, {left, bottom - radius + k}, {left, bottom - radius}});
  add(line, {{left, top + radius}});
  add(curve, {{left, top + radius - k}, {left + radius - k, top}, {left + radius, top}});
  add(close, {});
  return outline;
}

/// A dashed or dotted edge is a stroke along its middle; others are filled rectangles, which print sharper.
book::Path edge_path(const Border& border, Rect area, bool horizontal) {
  if (border.style == BorderStyle::solid || border.style == BorderStyle::double_) {
    return filled(area, border.color);
  }
  book::Path path;
  path.outline.verbs = {book::PathVerb::move, book::PathVerb::line};
  if (horizontal) {
    const Length y = area.y + area.height / 2;
    path.outline.points = {{area.x, y}, {area.right(), y}};
  } else {
    const Length x = area.x + area.width / 2;
    path.outline.points = {{x, area.y}, {x, area.bottom()}};
  }
  path.stroke_paint = border.color;
  path.stroke.width = border.width;
  if (border.style == BorderStyle::dotted) {
    // Round dots: dashes of no length with round caps, two widths apart.
    path.stroke.cap = book::LineCap::round;
    path.stroke.dashes = {Length{0}, border.width * 2};
  } else {
    path.stroke.dashes = {border.width * 3, border.width * 2};
  }
  return path;
}

Rect edge_area(Rect box, Edge edge, Length width) {
  switch (edge) {
    case kTop:
      return {box.x, box.y, box.width, width};
    case kRight:
      return {box.right() - width, box.y, width, box.height};
    case kBottom:
      return {box.x, box.bottom() - width, box.width, width};
    case kLeft:
      return {box.x, box.y, width, box.height};
  }
  return box;
}

bool is_uniform(const std::array<Border, 4>& border) {
  return border[0] == border[1] && border[1] == border[2] && border[2] == border[3];
}

/// A border alike on all four sides around round corners is one stroke.
book::Path rounded_border(const style::ComputedStyle& style, Rect area) {
  const Border& border = style.border[kTop];
  const Length half = border.width / 2;
  const Rect middle{area.x + half, area.y + half, area.width - border.width, area.height - border.width};
  book::Path path;
  path.outline = rounded(middle, base::max({}, style.border_radius[0].resolve(area.width) - half));
  path.stroke_paint = border.color;
  path.stroke.width = border.width;
  return path;
}

}  // namespace

book::Path filled(Rect area, base::Color color) {
  book::Path path;
  path.outline = rectangle(area);
  path.fill = color;
  return path;
}

bool is_decorated(const style::ComputedStyle& style) {
  return style.background.alpha > 0 || is_visible(style.border[0]) || is_visible(style.border[1]) ||
         is_visible(style.border[2]) || is_visible(style.border[3]);
}

void decorate(const style::ComputedStyle& style, Rect area, Edges4 edges, book::NodeId node,
              Fragment& target) {
  const auto add = [&](book::Path path) {
    target.items.push_back({node, {}, book::Role::layout, std::move(path)});
  };
  const bool whole = edges.top && edges.right && edges.bottom && edges.left;
  const bool round = whole && style.border_radius[0].resolve(area.width).raw > 0;
  if (style.background.alpha > 0) {
    book::Path background = filled(area, style.background);
    if (round) {
      background.outline = rounded(area, style.border_radius[0].resolve(area.width));
    }
    add(std::move(background));
  }
  if (round && is_uniform(style.border) && is_visible(style.border[kTop])) {
    add(rounded_border(style, area));
    return;
  }
  const std::array<bool, 4> present{edges.top, edges.right, edges.bottom, edges.left};
  for (const Edge edge : {kTop, kRight, kBottom, kLeft}) {
    const Border& border = style.border[edge];
    if (present[edge] && is_visible(border)) {
      add(edge_path(border, edge_area(area, edge, border.width), edge == kTop || edge == kBottom));
    }
  }
}

}  // namespace reliure::layout
