#include "layout/flow/decorate.h"

#include <utility>

#include "layout/flow/backgrounds.h"
#include "layout/flow/borders.h"

namespace reliure::layout {
namespace {

void add(std::vector<decltype(book::Item::mark)> marks, book::NodeId node, Fragment& target) {
  for (auto& mark : marks) {
    target.items.push_back({node, {}, book::Role::layout, std::move(mark)});
  }
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
  const style::ComputedStyle& style = look.style;
  if (!is_decorated(style)) {
    return;
  }
  if (style.box_decoration_clone) {
    edges = {};
  }
  const Shape shape = border_shape(style, area, edges);
  add(background_marks(style, shape, border_widths(style, edges), look.pictures), look.node, target);
  add(border_marks(style, shape, edges), look.node, target);
}

void paint_borders(const Look& look, base::Rect area, Edges4 edges, Fragment& target) {
  add(border_marks(look.style, border_shape(look.style, area, edges), edges), look.node, target);
}

void paint_background(const Look& look, base::Rect area, Fragment& target) {
  add(background_marks(look.style, border_shape(look.style, area, {}), {}, look.pictures), look.node, target);
}

}  // namespace reliure::layout
