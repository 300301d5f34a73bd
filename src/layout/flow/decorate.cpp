#include "layout/flow/decorate.h"

#include <utility>

#include "layout/flow/backgrounds.h"
#include "layout/flow/borders.h"

namespace reliure::layout {
namespace {

using Marks = std::vector<decltype(book::Item::mark)>;

void add(Marks marks, book::NodeId node, std::vector<book::Item>& items) {
  for (auto& mark : marks) {
    items.push_back({node, {}, book::Role::layout, std::move(mark)});
  }
}

/// The smallest rectangle around all, of which there is one at least.
base::Rect around_all(std::span<const base::Rect> areas) {
  base::Rect around = areas.front();
  for (const base::Rect& area : areas) {
    around = united(around, area);
  }
  return around;
}

}  // namespace

book::Path filled(base::Rect area, base::Color color) {
  book::Path path;
  path.outline = rectangle(area);
  path.fill = color;
  return path;
}

bool is_decorated(const style::ComputedStyle& style) { return has_background(style) || has_border(style); }

void decorate(const Look& look, base::Rect area, Edges4 edges, Fragment& target) {
  decorate(look, area, edges, target, target);
}

void decorate(const Look& look, base::Rect area, Edges4 edges, Fragment& ground, Fragment& target) {
  const style::ComputedStyle& style = look.style;
  if (!is_decorated(style)) {
    return;
  }
  if (style.box_decoration_clone) {
    edges = {};
  }
  const Shape shape = border_shape(style, area, edges);
  const base::Rect padding_box = inset(shape, border_widths(style, edges)).area;
  add(background_marks(style, shape, padding_box, look.pictures), look.node, ground.items);
  add(border_marks(style, shape, edges), look.node, target.items);
}

void paint_borders(const Look& look, base::Rect area, Edges4 edges, Fragment& target) {
  add(border_marks(look.style, border_shape(look.style, area, edges), edges), look.node, target.items);
}

void paint_background(const Look& look, base::Rect area, Fragment& target) {
  add(background_marks(look.style, border_shape(look.style, area, {}), area, look.pictures), look.node,
      target.items);
}

void paint_background(const Look& look, base::Rect area, std::span<const base::Rect> windows,
                      Fragment& target) {
  book::Outline seen;
  for (const base::Rect& window : windows) {
    append(seen, rectangle(window));
  }
  const Shape shape{around_all(windows), {}};
  Marks marks = background_marks(look.style, shape, area, look.pictures);
  if (windows.size() > 1 && marks.size() == 1 && look.style.background_layers.empty()) {
    std::get<book::Path>(marks.front()).outline = std::move(seen);
  } else if (windows.size() > 1) {
    book::Group group;
    group.clip = std::move(seen);
    add(std::move(marks), look.node, group.items);
    marks.clear();
    marks.emplace_back(std::move(group));
  }
  add(std::move(marks), look.node, target.items);
}

}  // namespace reliure::layout
