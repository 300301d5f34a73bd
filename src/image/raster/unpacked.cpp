#include "image/raster/unpacked.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "image/icc.h"
#include "image/raster/raster.h"

namespace reliure::image {
namespace {

constexpr char kWhite = '\xFF';

int byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

base::Bytes inflated(std::string_view stream, std::size_t size) {
  base::Bytes out(size, kWhite);
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  std::size_t written = 0;
  libdeflate_zlib_decompress(inflater.get(), stream.data(), stream.size(), out.data(), size, &written);
  return out;
}

/// PNG's predictor of least distance (PNG, third edition, §9.4).
int paeth(int left, int above, int corner) {
  const int guess = left + above - corner;
  const int to_left = std::abs(guess - left), to_above = std::abs(guess - above);
  const int to_corner = std::abs(guess - corner);
  if (to_left <= to_above && to_left <= to_corner) {
    return left;
  }
  return to_above <= to_corner ? above : corner;
}

/// Takes PNG's filters off rows of `row_size` bytes, each behind the byte that names its filter; `step` bytes
/// are a pixel.
base::Bytes unfiltered(std::string_view filtered, std::size_t row_size, std::size_t rows, std::size_t step) {
  base::Bytes out(row_size * rows, '\0');
  for (std::size_t y = 0; y < rows; ++y) {
    const std::string_view from = filtered.substr(y * (row_size + 1), row_size + 1);
    for (std::size_t x = 0; x < row_size; ++x) {
      const std::size_t at = y * row_size + x;
      const int left = x >= step ? byte_at(out, at - step) : 0;
      const int above = y > 0 ? byte_at(out, at - row_size) : 0;
      const int corner = x >= step && y > 0 ? byte_at(out, at - row_size - step) : 0;
      const int predicted[] = {0, left, above, (left + above) / 2, paeth(left, above, corner)};
      const int filter = std::min(byte_at(from, 0), 4);
      out[at] = static_cast<char>(byte_at(from, x + 1) + predicted[filter]);
    }
  }
  return out;
}

/// Samples of fewer bits than eight as bytes. `spread` makes the largest of them 255; without it they stay
/// what they are: numbers of colours.
base::Bytes widened(std::string_view rows, std::size_t row_size, std::size_t row_samples, unsigned bits,
                    bool spread) {
  const unsigned most = (1U << bits) - 1;
  base::Bytes out;
  out.reserve(rows.size() / row_size * row_samples);
  for (; rows.size() >= row_size; rows.remove_prefix(row_size)) {
    for (std::size_t i = 0; i < row_samples; ++i) {
      const std::size_t bit = i * bits;
      const unsigned sample = static_cast<unsigned>(byte_at(rows, bit / 8)) >> (8 - bits - bit % 8) & most;
      out += static_cast<char>(spread ? sample * 255 / most : sample);
    }
  }
  return out;
}

}  // namespace

base::Bytes unpacked(const book::Raster& raster) {
  const std::size_t channels = raster.palette.empty() ? channels_of(raster.color_space) : 1;
  const std::size_t row_samples = raster.width * channels;
  const unsigned bits = std::clamp<unsigned>(raster.bits_per_sample, 1, 8);
  const std::size_t row_size = (row_samples * bits + 7) / 8;
  base::Bytes samples;
  switch (raster.encoding) {
    case book::Encoding::jpeg:
      samples.assign(row_size * raster.height, kWhite);
      decode_jpeg(raster.samples, static_cast<int>(channels), samples.data());
      break;
    case book::Encoding::png_deflate:
      samples = unfiltered(inflated(raster.samples, (row_size + 1) * raster.height), row_size, raster.height,
                           bits == 8 ? channels : 1);
      break;
    case book::Encoding::raw:
      samples = raster.samples;
      samples.resize(row_size * raster.height, kWhite);
      break;
  }
  return bits == 8 || row_size == 0 ? samples
                                    : widened(samples, row_size, row_samples, bits, raster.palette.empty());
}

}  // namespace reliure::image
