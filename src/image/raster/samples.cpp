#include "image/raster/samples.h"

#include <algorithm>
#include <vector>

namespace reliure::image {
namespace {

/// Sums of samples by weight: the whole width and height of the source are the weight of a pixel.
using Sums = std::vector<std::uint64_t>;

/// How much of old pixel `from`, of `old_count`, lies in new pixel `to`, of `new_count`: whole numbers whose
/// sum over `from` is `old_count`.
std::uint64_t weight(std::uint64_t from, std::uint64_t to, std::uint64_t old_count, std::uint64_t new_count) {
  const std::uint64_t begin = std::max(from * new_count, to * old_count);
  const std::uint64_t end = std::min((from + 1) * new_count, (to + 1) * old_count);
  return end > begin ? end - begin : 0;
}

/// The new pixels that old pixel `from` has a part in: one, or two beside each other.
std::uint64_t first_of(std::uint64_t from, std::uint64_t old_count, std::uint64_t new_count) {
  return from * new_count / old_count;
}
std::uint64_t last_of(std::uint64_t from, std::uint64_t old_count, std::uint64_t new_count) {
  return ((from + 1) * new_count - 1) / old_count;
}

/// Adds row `y` of the source to sums over the new columns.
void sum_row(const Samples& samples, std::size_t y, std::uint32_t width, Sums& sums) {
  std::fill(sums.begin(), sums.end(), 0);
  const std::size_t colors = samples.channels - (samples.has_alpha ? 1 : 0);
  const auto* pixel =
      reinterpret_cast<const std::uint8_t*>(samples.bytes.data()) + y * samples.width * samples.channels;
  for (std::size_t x = 0; x < samples.width; ++x, pixel += samples.channels) {
    const std::uint64_t alpha = samples.has_alpha ? pixel[colors] : 1;
    for (std::uint64_t to = first_of(x, samples.width, width); to <= last_of(x, samples.width, width); ++to) {
      const std::uint64_t part = weight(x, to, samples.width, width) * alpha;
      std::uint64_t* sum = &sums[to * samples.channels];
      for (std::size_t c = 0; c < colors; ++c) {
        sum[c] += part * pixel[c];
      }
      if (samples.has_alpha) {
        sum[colors] += part;
      }
    }
  }
}

/// Sums over a whole area to the samples of one row.
void divide_row(const Sums& sums, const Samples& samples, base::Bytes& out) {
  const std::size_t colors = samples.channels - (samples.has_alpha ? 1 : 0);
  const std::uint64_t area = std::uint64_t{samples.width} * samples.height;
  const auto append = [&out](std::uint64_t sum, std::uint64_t count) {
    out += static_cast<char>(count == 0 ? 0 : (sum + count / 2) / count);
  };
  for (std::size_t at = 0; at < sums.size(); at += samples.channels) {
    const std::uint64_t opacity = samples.has_alpha ? sums[at + colors] : area;
    for (std::size_t c = 0; c < colors; ++c) {
      append(sums[at + c], opacity);
    }
    if (samples.has_alpha) {
      append(opacity, area);
    }
  }
}

}  // namespace

Samples averaged(const Samples& samples, std::uint32_t width, std::uint32_t height) {
  Samples out{width, height, samples.channels, samples.has_alpha, {}};
  out.bytes.reserve(std::size_t{width} * height * samples.channels);
  Sums row(width * samples.channels), area(row.size());
  for (std::size_t y = 0; y < samples.height; ++y) {
    sum_row(samples, y, width, row);
    const std::uint64_t last = last_of(y, samples.height, height);
    for (std::uint64_t to = first_of(y, samples.height, height); to <= last; ++to) {
      const std::uint64_t part = weight(y, to, samples.height, height);
      for (std::size_t i = 0; i < row.size(); ++i) {
        area[i] += part * row[i];
      }
      if ((y + 1) * height >= (to + 1) * samples.height) {
        divide_row(area, samples, out.bytes);
        std::fill(area.begin(), area.end(), 0);
      }
    }
  }
  return out;
}

}  // namespace reliure::image
