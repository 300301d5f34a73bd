#include "image/svg/pixels.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "image/raster/raster.h"

namespace reliure::image {
namespace {

/// What offset and laser printers resolve of pictures.
constexpr double kPerInch = 300;
/// Coarser than this no picture is worth having: a screen.
constexpr double kLeastPerInch = 72;
/// The text area of an A4 page with margins of 25 mm, in points. Pages are laid out after pictures are
/// decoded, and for several editions at once: no picture of a book stands larger unless it is larger by
/// nature.
constexpr double kTextWidth = 454;
constexpr double kTextHeight = 700;
/// An A3 sheet at 300 pixels an inch has 17.4 million; librsvg needs four bytes for each in every layer.
constexpr double kMaxPixels = 18e6;
/// Pixels of all layers together: some seconds of work.
constexpr double kMaxWork = 1.5e9;

template <auto free>
struct Freed {
  template <typename T>
  void operator()(T* pointer) const {
    free(pointer);
  }
};
template <typename T>
using Object = std::unique_ptr<T, Freed<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>>;
using Canvas = std::unique_ptr<cairo_t, Freed<cairo_destroy>>;

/// Without a base address, so that librsvg follows no reference out of the file; and with the limits that
/// keep libxml2 from expanding entities without end.
Object<RsvgHandle> open(std::string_view file) {
  const Object<GInputStream> stream(
      g_memory_input_stream_new_from_data(file.data(), static_cast<gssize>(file.size()), nullptr));
  GError* error = nullptr;
  Object<RsvgHandle> handle(
      rsvg_handle_new_from_stream_sync(stream.get(), nullptr, RSVG_HANDLE_FLAGS_NONE, nullptr, &error));
  g_clear_error(&error);
  return handle;
}

/// Draws over the whole surface; false when librsvg gives up.
bool draw(RsvgHandle* handle, cairo_surface_t* surface, const Resolution& resolution) {
  constexpr double kPixelsPerInch = 96;
  rsvg_handle_set_dpi(handle, kPixelsPerInch);
  const Canvas canvas(cairo_create(surface));
  const RsvgRectangle page{0, 0, static_cast<double>(resolution.width),
                           static_cast<double>(resolution.height)};
  GError* error = nullptr;
  const bool drawn = rsvg_handle_render_document(handle, canvas.get(), &page, &error) != FALSE;
  g_clear_error(&error);
  return drawn && cairo_status(canvas.get()) == CAIRO_STATUS_SUCCESS;
}

/// Cairo's samples are 32-bit numbers, alpha above red, green and blue, which are multiplied by it.
book::Raster raster_of(cairo_surface_t* surface, const Resolution& resolution) {
  cairo_surface_flush(surface);
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  base::Bytes samples;
  samples.reserve(std::size_t{resolution.width} * resolution.height * 4);
  for (std::size_t y = 0; y < resolution.height; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(rows + y * stride);
    for (std::size_t x = 0; x < resolution.width; ++x) {
      const std::uint32_t alpha = row[x] >> 24;
      for (const unsigned shift : {16U, 8U, 0U}) {
        const std::uint32_t sample = (row[x] >> shift) & 0xFF;
        samples += static_cast<char>(alpha == 0 ? 0xFF : (sample * 255 + alpha / 2) / alpha);
      }
      samples += static_cast<char>(alpha);
    }
  }
  book::Raster raster;
  raster.width = resolution.width;
  raster.height = resolution.height;
  raster.alpha = split_alpha(samples, 4);
  raster.samples = std::move(samples);
  return raster;
}

}  // namespace

std::optional<Resolution> resolution(base::Size size, double layers) {
  const double width = static_cast<double>(size.width.raw) / base::kUnitsPerPoint;
  const double height = static_cast<double>(size.height.raw) / base::kUnitsPerPoint;
  const double growth = std::max(1.0, std::min(kTextWidth / width, kTextHeight / height));
  const double area = width * height * growth * growth / (72 * 72);
  const double most = std::min(kMaxPixels, kMaxWork / std::max(layers, 1.0));
  const double per_inch = std::min(kPerInch, std::sqrt(most / area));
  if (!(per_inch >= kLeastPerInch)) {
    return std::nullopt;
  }
  const auto pixels = [&](double side) {
    return static_cast<std::uint32_t>(std::max(1.0, std::round(side * growth * per_inch / 72)));
  };
  return Resolution{pixels(width), pixels(height), static_cast<std::uint32_t>(per_inch)};
}

std::optional<book::Raster> draw_pixels(std::string_view file, const Resolution& resolution) {
  const Object<RsvgHandle> handle = open(file);
  if (!handle) {
    return std::nullopt;
  }
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(resolution.width),
                                                   static_cast<int>(resolution.height)));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS ||
      !draw(handle.get(), surface.get(), resolution)) {
    return std::nullopt;
  }
  return raster_of(surface.get(), resolution);
}

}  // namespace reliure::image
