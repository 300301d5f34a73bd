#include "layout/flow/backgrounds.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/flow/gradient.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Rect;
using base::Size;
using style::BackgroundLayer;
using style::BackgroundRepeat;
using style::BackgroundSize;

using Marks = std::vector<decltype(book::Item::mark)>;

/// No tile is smaller: nobody sees it, and a page would have millions.
constexpr Length kSmallestTile = base::points(1) / 4;
/// More tiles of a gradient, each a path of its own, are not painted.
constexpr std::uint64_t kMostGradientTiles = 4096;

/// As large as fits into the area, or as small as covers it (§3.8).
Size fitted(Size natural, Size area, bool covering) {
  // Compared in 1/256 pt, so that products fit.
  const bool wider =
      (natural.width.raw >> 8) * (area.height.raw >> 8) > (area.width.raw >> 8) * (natural.height.raw >> 8);
  return wider != covering
             ? Size{area.width, base::scaled(natural.height, area.width.raw >> 4, natural.width.raw >> 4)}
             : Size{base::scaled(natural.width, area.height.raw >> 4, natural.height.raw >> 4), area.height};
}

/// The size of one tile. A gradient has no size of its own: it takes the area's.
Size tile_size(const BackgroundLayer& layer, const Size* natural, Size area) {
  const Size own = natural != nullptr ? *natural : area;
  switch (layer.size) {
    case BackgroundSize::automatic:
      return own;
    case BackgroundSize::contain:
      return natural != nullptr ? fitted(own, area, false) : area;
    case BackgroundSize::cover:
      return natural != nullptr ? fitted(own, area, true) : area;
    case BackgroundSize::length:
      break;
  }
  Size size{layer.width.resolve(area.width), layer.height.resolve(area.height)};
  if (layer.width.automatic && layer.height.automatic) {
    return own;
  }
  if (layer.width.automatic) {
    size.width =
        natural == nullptr ? area.width : base::scaled(size.height, own.width.raw >> 4, own.height.raw >> 4);
  } else if (layer.height.automatic) {
    size.height =
        natural == nullptr ? area.height : base::scaled(size.width, own.height.raw >> 4, own.width.raw >> 4);
  }
  return size;
}

/// Tiles of one size: the first one, and how many to the right and downwards.
struct Tiles {
  Rect first;
  std::uint32_t columns = 1, rows = 1;
};

/// Along one axis: where the first tile begins and how many reach from there beyond `end`.
std::uint32_t repeat(Length& at, Length tile, Length begin, Length end) {
  const std::int64_t back = at > begin ? ((at - begin).raw + tile.raw - 1) / tile.raw : 0;
  const std::int64_t passed = at < begin ? (begin - at).raw / tile.raw : 0;
  at += tile * (passed - back);
  return static_cast<std::uint32_t>(std::max<std::int64_t>(1, ((end - at).raw + tile.raw - 1) / tile.raw));
}

Tiles lay_tiles(const BackgroundLayer& layer, Size tile, Rect origin_area, Rect painted) {
  const auto offset = [](const style::Dimension& position, Length free) { return position.resolve(free); };
  Tiles tiles{{origin_area.x + offset(layer.position_x, origin_area.width - tile.width),
               origin_area.y + offset(layer.position_y, origin_area.height - tile.height), tile.width,
               tile.height}};
  const bool across = layer.repeat == BackgroundRepeat::repeat || layer.repeat == BackgroundRepeat::repeat_x;
  const bool down = layer.repeat == BackgroundRepeat::repeat || layer.repeat == BackgroundRepeat::repeat_y;
  if (across) {
    tiles.columns = repeat(tiles.first.x, tile.width, painted.x, painted.right());
  }
  if (down) {
    tiles.rows = repeat(tiles.first.y, tile.height, painted.y, painted.bottom());
  }
  return tiles;
}

Rect area_of(const Tiles& tiles) {
  const Rect& first = tiles.first;
  return {first.x, first.y, first.width * tiles.columns, first.height * tiles.rows};
}

bool contains(Rect outer, Rect inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
         inner.bottom() <= outer.bottom();
}

bool meet(Rect a, Rect b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// `marks` cut off at the shape, unless all lie within it.
void add_clipped(const Shape& shape, bool inside, Marks marks, Marks& out) {
  if (inside && !shape.is_round()) {
    std::ranges::move(marks, std::back_inserter(out));
    return;
  }
  book::Group group;
  group.clip = outline(shape);
  for (auto& mark : marks) {
    book::Item& item = group.items.emplace_back();
    item.role = book::Role::layout;
    item.mark = std::move(mark);
  }
  out.emplace_back(std::move(group));
}

void add_picture(const BackgroundLayer& layer, const Shape& shape, Rect origin, Size natural, Marks& out) {
  if (natural.width < kSmallestTile || natural.height < kSmallestTile) {
    return;
  }
  const Size tile = tile_size(layer, &natural, {origin.width, origin.height});
  if (tile.width < kSmallestTile || tile.height < kSmallestTile) {
    return;
  }
  const Tiles tiles = lay_tiles(layer, tile, origin, shape.area);
  if (!meet(shape.area, area_of(tiles))) {
    return;
  }
  Marks marks;
  marks.emplace_back(
      book::Image{static_cast<std::uint32_t>(layer.picture), tiles.first, tiles.columns, tiles.rows});
  add_clipped(shape, contains(shape.area, area_of(tiles)), std::move(marks), out);
}

book::Path gradient_path(const style::LinearGradient& gradient, book::Outline outline, Rect area) {
  book::Path path;
  path.outline = std::move(outline);
  path.fill = place_gradient(gradient, area);
  return path;
}

void add_gradient(const BackgroundLayer& layer, const Shape& shape, Rect origin, Marks& out) {
  const Size area{origin.width, origin.height};
  const Size tile = tile_size(layer, nullptr, area);
  if (tile == area) {
    // One tile; its first and last colours go on under the borders.
    out.emplace_back(gradient_path(layer.gradient, outline(shape), origin));
    return;
  }
  if (tile.width < kSmallestTile || tile.height < kSmallestTile) {
    return;
  }
  const Tiles tiles = lay_tiles(layer, tile, origin, shape.area);
  if (std::uint64_t{tiles.columns} * tiles.rows > kMostGradientTiles || !meet(shape.area, area_of(tiles))) {
    return;
  }
  Marks marks;
  for (std::uint32_t row = 0; row < tiles.rows; ++row) {
    for (std::uint32_t column = 0; column < tiles.columns; ++column) {
      const Rect at{tiles.first.x + tile.width * column, tiles.first.y + tile.height * row, tile.width,
                    tile.height};
      marks.emplace_back(gradient_path(layer.gradient, rectangle(at), at));
    }
  }
  add_clipped(shape, contains(shape.area, area_of(tiles)), std::move(marks), out);
}

}  // namespace

bool has_background(const style::ComputedStyle& style) {
  return style.background.alpha > 0 || !style.background_layers.empty();
}

Marks background_marks(const style::ComputedStyle& style, const Shape& shape, Rect origin,
                       const std::vector<book::Picture>* pictures) {
  Marks marks;
  if (style.background.alpha > 0) {
    book::Path path;
    path.outline = outline(shape);
    path.fill = style.background;
    marks.emplace_back(std::move(path));
  }
  const bool visible = shape.area.width.raw > 0 && shape.area.height.raw > 0;
  // The first layer is on top.
  for (auto layer = style.background_layers.rbegin(); visible && layer != style.background_layers.rend();
       ++layer) {
    const auto picture = static_cast<std::size_t>(std::max(0, layer->picture));
    if (layer->picture < 0) {
      add_gradient(*layer, shape, origin, marks);
    } else if (pictures != nullptr && picture < pictures->size()) {
      add_picture(*layer, shape, origin, (*pictures)[picture].size, marks);
    }
  }
  return marks;
}

}  // namespace reliure::layout
