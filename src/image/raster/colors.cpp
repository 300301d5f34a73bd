#include "image/raster/colors.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "image/icc.h"
#include "image/inks.h"
#include "image/raster/unpacked.h"

namespace reliure::image {
namespace {

using book::ColorSpace;

std::size_t pixels_of(const book::Raster& raster) { return std::size_t{raster.width} * raster.height; }

/// What the numbers of a palette stand for; a number beyond it is its first colour.
base::Bytes looked_up(const base::Bytes& numbers, const base::Bytes& palette, std::size_t channels) {
  base::Bytes out;
  out.reserve(numbers.size() * channels);
  for (const char number : numbers) {
    const std::size_t at = static_cast<std::uint8_t>(number) * channels;
    out.append(palette, at + channels <= palette.size() ? at : 0, channels);
  }
  return out;
}

base::Bytes grey_as_rgb(const base::Bytes& greys) {
  base::Bytes out;
  out.reserve(greys.size() * 3);
  for (const char grey : greys) {
    out.append(3, grey);
  }
  return out;
}

/// Without palette, inks and profile: three bytes a pixel.
base::Bytes rgb_of(const book::Raster& raster) {
  if (raster.color_space == ColorSpace::cmyk) {
    return in_rgb(raster).samples;
  }
  base::Bytes samples = unpacked(raster);
  if (!raster.palette.empty()) {
    samples = looked_up(samples, raster.palette, channels_of(raster.color_space));
  }
  if (!raster.profile.empty()) {
    if (const auto to_srgb = Conversion::open(raster.profile, raster.color_space, "", ColorSpace::rgb)) {
      base::Bytes out(pixels_of(raster) * 3, '\0');
      (*to_srgb)(samples.data(), out.data(), pixels_of(raster));
      return out;
    }
  }
  return raster.color_space == ColorSpace::gray ? grey_as_rgb(samples) : samples;
}

base::Bytes with_alpha(const base::Bytes& rgb, const base::Bytes& alpha) {
  base::Bytes out;
  out.reserve(alpha.size() * 4);
  for (std::size_t i = 0; i < alpha.size(); ++i) {
    out.append(rgb, i * 3, 3);
    out += alpha[i];
  }
  return out;
}

}  // namespace

Samples colors_of(const book::Raster& raster, std::uint32_t longest) {
  const bool has_alpha = raster.alpha.size() == pixels_of(raster) && !raster.alpha.empty();
  Samples samples{raster.width, raster.height, has_alpha ? 4U : 3U, has_alpha, rgb_of(raster)};
  if (has_alpha) {
    samples.bytes = with_alpha(samples.bytes, raster.alpha);
  }
  const std::uint64_t side = std::max(raster.width, raster.height);
  if (side <= longest) {
    return samples;
  }
  const auto scaled = [&](std::uint64_t old) {
    return static_cast<std::uint32_t>(std::max<std::uint64_t>(1, (old * longest + side / 2) / side));
  };
  return averaged(samples, scaled(samples.width), scaled(samples.height));
}

}  // namespace reliure::image
