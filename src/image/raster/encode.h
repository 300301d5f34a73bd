#pragma once
#include <cstddef>
#include <cstdint>

#include "image/page_picture.h"

namespace reliure::image {

/// Rows of opaque pixels as Cairo has them: numbers whose lower 24 bits are red, green and blue.
struct PixelRows {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  const std::uint32_t* first = nullptr;
  /// From a row to the next.
  std::size_t stride = 0;

  const std::uint32_t* row(std::size_t y) const { return first + y * stride; }
  std::size_t count() const { return std::size_t{width} * height; }
};

/// The pixels as a file: a PNG, with a palette where 256 colours do, or a JPEG where
/// neighbours differ as they do in photographs.
PictureBytes encoded(const PixelRows& pixels);

}  // namespace reliure::image
