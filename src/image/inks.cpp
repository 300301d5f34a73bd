#include "image/inks.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/check.h"
#include "image/raster/unpacked.h"

namespace reliure::image {
namespace {

using book::ColorSpace;

Conversion opened_for_press(std::string_view profile) {
  std::optional<Conversion> conversion = Conversion::open("", ColorSpace::rgb, profile, ColorSpace::cmyk);
  base::check(conversion.has_value(), "image: a profile that is none came to the press");
  return *std::move(conversion);
}

base::Bytes converted(const Conversion& conversion, const base::Bytes& samples, ColorSpace from,
                      ColorSpace to) {
  const std::size_t pixels = samples.size() / channels_of(from);
  base::Bytes out(pixels * channels_of(to), '\0');
  conversion(samples.data(), out.data(), pixels);
  return out;
}

/// The sum of an ink and black is what is missing of its light (ISO 32000-1 §10.3.5).
base::Bytes plain_rgb(const base::Bytes& inks) {
  base::Bytes out;
  out.reserve(inks.size() / 4 * 3);
  const auto ink = [&](std::size_t at) { return static_cast<int>(static_cast<std::uint8_t>(inks[at])); };
  for (std::size_t i = 0; i + 3 < inks.size(); i += 4) {
    for (std::size_t c = 0; c < 3; ++c) {
      out += static_cast<char>(255 - std::min(255, ink(i + c) + ink(i + 3)));
    }
  }
  return out;
}

/// The same picture with 8-bit samples of another space.
book::Raster with_samples(const book::Raster& raster, ColorSpace space, base::Bytes samples) {
  book::Raster made;
  made.width = raster.width;
  made.height = raster.height;
  made.color_space = space;
  made.samples = std::move(samples);
  made.alpha = raster.alpha;
  return made;
}

}  // namespace

Inks::Inks(std::string_view profile) : profile_(profile), of_srgb_(opened_for_press(profile)) {}

std::array<std::uint8_t, 4> Inks::of(base::Color color) const {
  if (color.red == color.green && color.green == color.blue) {
    return {0, 0, 0, static_cast<std::uint8_t>(255 - color.red)};
  }
  const std::uint8_t rgb[] = {color.red, color.green, color.blue};
  std::array<std::uint8_t, 4> inks{};
  of_srgb_(reinterpret_cast<const char*>(rgb), reinterpret_cast<char*>(inks.data()), 1);
  return inks;
}

book::Raster Inks::of(const book::Raster& raster) const {
  if (raster.color_space != ColorSpace::rgb) {
    return raster;
  }
  const Conversion conversion =
      raster.profile.empty()
          ? of_srgb_
          : Conversion::open(raster.profile, ColorSpace::rgb, profile_, ColorSpace::cmyk).value_or(of_srgb_);
  if (raster.palette.empty()) {
    return with_samples(raster, ColorSpace::cmyk,
                        converted(conversion, unpacked(raster), ColorSpace::rgb, ColorSpace::cmyk));
  }
  book::Raster made = raster;
  made.color_space = ColorSpace::cmyk;
  made.palette = converted(conversion, raster.palette, ColorSpace::rgb, ColorSpace::cmyk);
  made.profile.clear();
  return made;
}

book::Raster in_rgb(const book::Raster& raster) {
  base::Bytes inks = unpacked(raster);
  if (raster.inverted) {
    for (char& ink : inks) {
      ink = static_cast<char>(~ink);
    }
  }
  std::optional<Conversion> by_profile;
  if (!raster.profile.empty()) {
    by_profile = Conversion::open(raster.profile, ColorSpace::cmyk, "", ColorSpace::rgb);
  }
  return with_samples(
      raster, ColorSpace::rgb,
      by_profile ? converted(*by_profile, inks, ColorSpace::cmyk, ColorSpace::rgb) : plain_rgb(inks));
}

}  // namespace reliure::image
