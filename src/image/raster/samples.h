#pragma once
// Decoded samples, and fewer of them.
#include <cstddef>
#include <cstdint>

#include "base/bytes.h"

namespace reliure::image {

/// Rows of 8-bit samples, `channels` interleaved ones a pixel.
struct Samples {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::size_t channels = 0;
  /// Whether the last channel is opacity, by which colours count.
  bool has_alpha = false;
  base::Bytes bytes;
};

/// The picture in smaller sides, which are not zero: each pixel is the mean of the area it stands for.
Samples averaged(const Samples& samples, std::uint32_t width, std::uint32_t height);

}  // namespace reliure::image
