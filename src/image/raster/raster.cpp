#include "image/raster/raster.h"

namespace reliure::image {
namespace {

/// 10 and 10,000 pixels an inch: outside of them a density is a mistake of the program that wrote it.
constexpr std::uint32_t kMinPerMetre = 394;
constexpr std::uint32_t kMaxPerMetre = 393'701;

}  // namespace

base::Length natural_length(std::uint32_t pixels, std::uint32_t per_metre) {
  if (per_metre < kMinPerMetre || per_metre > kMaxPerMetre) {
    return base::scaled(base::points(pixels), 3, 4);
  }
  // 72 points an inch of 0.0254 m.
  return base::scaled(base::points(pixels), 720'000, 254 * static_cast<std::int64_t>(per_metre));
}

base::Bytes split_alpha(base::Bytes& pixels, std::size_t channels) {
  const std::size_t count = pixels.size() / channels;
  const std::size_t colors = channels - 1;
  base::Bytes alpha(count, '\0');
  bool opaque = true;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t c = 0; c < colors; ++c) {
      pixels[i * colors + c] = pixels[i * channels + c];
    }
    alpha[i] = pixels[i * channels + colors];
    opaque = opaque && alpha[i] == '\xFF';
  }
  pixels.resize(count * colors);
  pixels.shrink_to_fit();
  if (opaque) {
    alpha.clear();
  }
  return alpha;
}

}  // namespace reliure::image
