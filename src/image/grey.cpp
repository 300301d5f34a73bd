#include "image/grey.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "image/raster/unpacked.h"

namespace reliure::image {
namespace {

int byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

base::Bytes grey_of_rgb(const base::Bytes& samples) {
  base::Bytes out(samples.size() / 3, '\0');
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = static_cast<char>(
        base::luma(byte_at(samples, i * 3), byte_at(samples, i * 3 + 1), byte_at(samples, i * 3 + 2)));
  }
  return out;
}

/// Inks take light away, black most of it (§10.3.4).
base::Bytes grey_of_cmyk(const base::Bytes& samples, bool inverted) {
  base::Bytes out(samples.size() / 4, '\0');
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto ink = [&](std::size_t channel) {
      const int value = byte_at(samples, i * 4 + channel);
      return inverted ? 255 - value : value;
    };
    out[i] = static_cast<char>(255 - std::min(255, base::luma(ink(0), ink(1), ink(2)) + ink(3)));
  }
  return out;
}

base::Bytes grey_palette(const base::Bytes& palette) {
  base::Bytes out;
  for (std::size_t i = 0; i + 2 < palette.size(); i += 3) {
    const auto grey =
        static_cast<char>(base::luma(byte_at(palette, i), byte_at(palette, i + 1), byte_at(palette, i + 2)));
    out.append(3, grey);
  }
  return out;
}

void turn_grey(book::Paint& paint) {
  if (auto* color = std::get_if<base::Color>(&paint)) {
    *color = in_grey(*color);
  } else if (auto* gradient = std::get_if<book::Gradient>(&paint)) {
    for (book::GradientStop& stop : gradient->stops) {
      stop.color = in_grey(stop.color);
    }
  }
}

}  // namespace

book::Raster in_grey(const book::Raster& raster) {
  book::Raster grey = raster;
  grey.profile.clear();
  if (!raster.palette.empty()) {
    grey.palette = grey_palette(raster.palette);
    return grey;
  }
  if (raster.color_space == book::ColorSpace::gray) {
    return grey;
  }
  const bool cmyk = raster.color_space == book::ColorSpace::cmyk;
  const base::Bytes samples = unpacked(raster);
  grey.samples = cmyk ? grey_of_cmyk(samples, raster.inverted) : grey_of_rgb(samples);
  grey.color_space = book::ColorSpace::gray;
  grey.encoding = book::Encoding::raw;
  grey.bits_per_sample = 8;
  grey.inverted = false;
  return grey;
}

void turn_grey(book::Path& path) {
  turn_grey(path.fill);
  turn_grey(path.stroke_paint);
}

void turn_grey(book::Drawing& drawing) {
  for (book::Path& path : drawing.paths) {
    turn_grey(path);
  }
}

}  // namespace reliure::image
