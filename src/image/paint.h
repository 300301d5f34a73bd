#pragma once
// Marks of a page, painted by Cairo. For the .cpp files of this room.
#include <cairo.h>

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "book/page.h"
#include "book/picture.h"

namespace reliure::image {

template <auto free>
struct CairoFree {
  template <typename T>
  void operator()(T* pointer) const {
    free(pointer);
  }
};
using Surface = std::unique_ptr<cairo_surface_t, CairoFree<cairo_surface_destroy>>;
using Cairo = std::unique_ptr<cairo_t, CairoFree<cairo_destroy>>;
using Pattern = std::unique_ptr<cairo_pattern_t, CairoFree<cairo_pattern_destroy>>;

inline double in_points(base::Length length) {
  return static_cast<double>(length.raw) / base::kUnitsPerPoint;
}

/// Paints on one page, in points.
struct PagePainter {
  cairo_t* cairo = nullptr;
  std::span<const book::Picture> pictures;
  /// Pixels of the page's longer side: rasters need no more.
  std::uint32_t longest = 0;
  /// The rasters that were painted before.
  std::map<std::uint32_t, Surface> rasters;
};

/// Paints all but runs of glyphs, links and anchors.
void paint(PagePainter& painter, const std::vector<book::Item>& items);

/// One path, without its clips.
void paint(cairo_t* cairo, const book::Path& path);

}  // namespace reliure::image
