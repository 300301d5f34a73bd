#include "image/page_picture.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>

#include "image/paint.h"
#include "image/raster/encode.h"

namespace reliure::image {
namespace {

struct Pixels {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

std::optional<Pixels> pixels_of(base::Size size, PixelSides sides) {
  const std::int64_t shorter = std::min(size.width.raw, size.height.raw);
  const std::int64_t longer = std::max(size.width.raw, size.height.raw);
  if (shorter <= 0 || sides.shorter == 0 || sides.longer == 0) {
    return std::nullopt;
  }
  // The side that is full first says how large the other becomes.
  const bool long_page = longer * sides.shorter > shorter * sides.longer;
  const std::int64_t full = long_page ? sides.longer : sides.shorter;
  const std::int64_t of = long_page ? longer : shorter;
  const auto scaled = [&](base::Length side) {
    return static_cast<std::uint32_t>(std::max<std::int64_t>(1, base::scaled(side, full, of).raw));
  };
  return Pixels{scaled(size.width), scaled(size.height)};
}

PixelRows rows_of(cairo_surface_t* surface, Pixels size) {
  cairo_surface_flush(surface);
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  return {size.width, size.height, reinterpret_cast<const std::uint32_t*>(rows),
          stride / sizeof(std::uint32_t)};
}

}  // namespace

std::optional<PictureBytes> page_picture(const book::Page& page, std::span<const book::Picture> pictures,
                                         PixelSides sides) {
  const std::optional<Pixels> size = pixels_of(page.trim, sides);
  if (!size) {
    return std::nullopt;
  }
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(size->width),
                                                   static_cast<int>(size->height)));
  const Cairo cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  cairo_scale(cairo.get(), size->width / in_points(page.trim.width),
              size->height / in_points(page.trim.height));
  PagePainter painter{cairo.get(), pictures, std::max(size->width, size->height), {}};
  paint(painter, page.items);
  if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) {
    return std::nullopt;
  }
  return encoded(rows_of(surface.get(), *size));
}

}  // namespace reliure::image
