#include "style/luminance.h"

#include <algorithm>
#include <array>

namespace reliure::style {
namespace {

using base::Color;

constexpr std::int64_t kOne = kWhiteLuminance;

/// The product of two numbers in 1/`kOne`, neither above 1.
constexpr std::int64_t times(std::int64_t a, std::int64_t b) { return a * b / kOne; }

/// The largest number whose fifth power is not above `value`.
constexpr std::int64_t fifth_root(std::int64_t value) {
  std::int64_t low = 0, high = kOne;
  while (low < high) {
    const std::int64_t middle = (low + high + 1) / 2;
    const std::int64_t square = times(middle, middle);
    if (times(times(square, square), middle) <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/// The light of an 8-bit channel of sRGB: c / 12.92 near black, else ((c + 0.055) / 1.055) to the power
/// of 2.4, which is the square and its fifth root.
constexpr std::int64_t linear(std::int64_t channel) {
  if (channel <= 10) return kOne * channel * 100 / (255 * 1292);
  const std::int64_t shifted = kOne * (channel * 1000 + 55 * 255) / (1055 * 255);
  const std::int64_t square = times(shifted, shifted);
  return times(square, fifth_root(square));
}

constexpr std::array<std::int64_t, 256> make_table() {
  std::array<std::int64_t, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = linear(static_cast<std::int64_t>(i));
  return table;
}

constexpr std::array<std::int64_t, 256> kLinear = make_table();

std::uint8_t part_of(int channel, int towards, int share) {
  return static_cast<std::uint8_t>(channel + (towards - channel) * share / 255);
}

/// The colour moved towards black or white, by up to 255 parts.
Color moved(Color color, int towards, int share) {
  return {part_of(color.red, towards, share), part_of(color.green, towards, share),
          part_of(color.blue, towards, share), 255};
}

}  // namespace

std::int64_t relative_luminance(Color color) {
  return (2126 * kLinear[color.red] + 7152 * kLinear[color.green] + 722 * kLinear[color.blue]) / 10000;
}

int contrast_ratio(Color a, Color b) {
  // Stray light of the surroundings, 0.05.
  constexpr std::int64_t kFlare = kOne / 20;
  const auto [darker, lighter] = std::minmax({relative_luminance(a), relative_luminance(b)});
  return static_cast<int>((lighter + kFlare) * 100 / (darker + kFlare));
}

Color blended(Color over, Color ground) {
  const int alpha = over.alpha;
  const auto channel = [alpha](int top, int below) {
    return static_cast<std::uint8_t>((top * alpha + below * (255 - alpha) + 127) / 255);
  };
  return {channel(over.red, ground.red), channel(over.green, ground.green), channel(over.blue, ground.blue),
          255};
}

Color with_contrast(Color color, std::span<const Color> grounds, int ratio) {
  const auto passes = [&](Color tried) {
    return std::all_of(grounds.begin(), grounds.end(),
                       [&](Color ground) { return contrast_ratio(tried, ground) >= ratio; });
  };
  for (int share = 1; share <= 255; ++share) {
    for (const int towards : {0, 255}) {
      if (const Color tried = moved(color, towards, share); passes(tried)) return tried;
    }
  }
  return color;
}

}  // namespace reliure::style
