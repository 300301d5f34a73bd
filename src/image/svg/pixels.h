#pragma once
// SVG pictures set as pixels by librsvg, where we cannot draw them as vectors.
#include <cstdint>
#include <optional>
#include <string_view>

#include "book/picture.h"

namespace reliure::image {

/// The sides in pixels of a picture of natural size `size`, and how many of them are an inch where it stands.
struct Resolution {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint32_t per_inch = 0;
};

/// 300 pixels an inch of the largest size at which the picture is likely to stand: its natural one, or the
/// text area of an A4 page where it is smaller. Fewer where the picture would have too many pixels or, with
/// `layers` layers of them, cost too much; nothing where what is left would be coarser than a screen.
std::optional<Resolution> resolution(base::Size size, double layers);

/// The picture as librsvg draws it: RGB with its opacity. Nothing outside of `file` is read. Nothing when
/// librsvg refuses the file.
std::optional<book::Raster> draw_pixels(std::string_view file, const Resolution& resolution);

}  // namespace reliure::image
