#include "image/raster/encode.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "image/raster/shrink_jpeg.h"

namespace reliure::image {
namespace {

using namespace std::string_view_literals;

using Rgb = std::uint32_t;

/// Pixels of one colour side by side: which of the colours, and how many.
struct Run {
  std::uint32_t color = 0;
  std::uint32_t count = 0;
};

/// A picture by its colours.
struct Census {
  std::vector<Run> runs;
  /// In the order in which they come first.
  std::vector<Rgb> colors;
  /// By colour: its pixels.
  std::vector<std::size_t> pixels;
};

int channel(Rgb color, int shift) { return static_cast<int>(color >> shift & 0xFF); }

/// The runs of all rows, one after the other. Of flat areas and gradients most pixels are as their neighbour,
/// of photographs hardly any is: nothing when there are so many.
std::optional<std::vector<Run>> runs_of(const PixelRows& pixels) {
  constexpr Rgb kColor = 0xFFFFFF;
  const std::size_t most = pixels.count() / 4 + pixels.height;
  std::vector<Run> runs;
  for (std::size_t y = 0; y < pixels.height; ++y) {
    const std::uint32_t* row = pixels.row(y);
    for (std::uint32_t x = 0; x < pixels.width;) {
      const std::uint32_t begin = x;
      while (++x < pixels.width && row[x] == row[begin]) {
      }
      if (runs.size() == most) {
        return std::nullopt;
      }
      runs.push_back({row[begin] & kColor, x - begin});
    }
  }
  return runs;
}

/// Counts the colours of runs, whose `color` is still one. Nothing when there are more than any flat picture
/// has with all its smooth edges.
std::optional<Census> census_of(const std::vector<Run>& runs) {
  constexpr std::size_t kMost = 20'000;
  Census census;
  census.runs.reserve(runs.size());
  std::unordered_map<Rgb, std::uint32_t> known;
  for (const Run& run : runs) {
    const auto [row, is_new] = known.try_emplace(run.color, static_cast<std::uint32_t>(census.colors.size()));
    if (is_new) {
      if (census.colors.size() == kMost) {
        return std::nullopt;
      }
      census.colors.push_back(run.color);
      census.pixels.push_back(0);
    }
    census.pixels[row->second] += run.count;
    census.runs.push_back({row->second, run.count});
  }
  return census;
}

constexpr std::size_t kPaletteSize = 256;

/// A palette, and by colour of the census which of it stands for it.
struct Palette {
  std::vector<Rgb> colors;
  std::vector<std::uint8_t> number_of;
};

/// The colours by their pixels, the most first; those that were earlier in the picture first among equals.
std::vector<std::uint32_t> by_pixels(const Census& census) {
  std::vector<std::uint32_t> order(census.colors.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return census.pixels[a] > census.pixels[b]; });
  return order;
}

/// What every channel of two colours differs by at most.
int difference(Rgb a, Rgb b) {
  int most = 0;
  for (const int shift : {16, 8, 0}) {
    most = std::max(most, std::abs(channel(a, shift) - channel(b, shift)));
  }
  return most;
}

/// Whether a colour of the palette is too near for another to be worth a place in it.
bool is_known(const std::vector<Rgb>& palette, Rgb color) {
  // Sixteen steps from a letter to its paper are as smooth as 256.
  constexpr int kNear = 8;
  return std::any_of(palette.begin(), palette.end(),
                     [&](Rgb known) { return difference(known, color) <= kNear; });
}

/// The colours of areas as they are, and those of smooth edges nearly so. Nothing where there are too many,
/// as in gradients: there one would see it.
std::optional<Palette> palette_of(const Census& census, std::size_t pixels) {
  // A gradient that fills an eighth of the picture has as many pixels of each of its 256 colours.
  const std::size_t area = pixels / 2048 + 1;
  constexpr int kUnseenAtEdges = 32;
  Palette palette;
  for (const std::uint32_t color : by_pixels(census)) {
    const bool fits = census.pixels[color] < area && is_known(palette.colors, census.colors[color]);
    if (!fits && palette.colors.size() < kPaletteSize) {
      palette.colors.push_back(census.colors[color]);
    } else if (!fits && census.pixels[color] >= area) {
      return std::nullopt;
    }
  }
  for (const Rgb color : census.colors) {
    const auto nearest = std::min_element(palette.colors.begin(), palette.colors.end(), [&](Rgb a, Rgb b) {
      return difference(a, color) < difference(b, color);
    });
    if (difference(*nearest, color) > kUnseenAtEdges) {
      return std::nullopt;
    }
    palette.number_of.push_back(static_cast<std::uint8_t>(nearest - palette.colors.begin()));
  }
  return palette;
}

void append_big_endian(base::Bytes& out, std::uint32_t number) {
  for (const int shift : {24, 16, 8, 0}) {
    out += static_cast<char>(number >> shift);
  }
}

/// A chunk with its length and checksum (PNG, third edition, §5.3).
void append_chunk(base::Bytes& out, std::string_view type, std::string_view body) {
  append_big_endian(out, static_cast<std::uint32_t>(body.size()));
  const std::size_t begin = out.size();
  out += type;
  out += body;
  append_big_endian(out, libdeflate_crc32(0, out.data() + begin, out.size() - begin));
}

base::Bytes deflated(std::string_view rows) {
  // A cover's pixels gain a few per cent from more, at several times the time.
  constexpr int kLevel = 6;
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(kLevel), libdeflate_free_compressor);
  base::Bytes out(libdeflate_zlib_compress_bound(compressor.get(), rows.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), rows.data(), rows.size(), out.data(), out.size()));
  return out;
}

constexpr char kTrueColor = 2, kIndexed = 3;

base::Bytes png_of(const PixelRows& pixels, char type, std::string_view palette, std::string_view rows) {
  base::Bytes out("\x89PNG\r\n\x1A\n"sv);
  base::Bytes header;
  append_big_endian(header, pixels.width);
  append_big_endian(header, pixels.height);
  header += '\x08';
  header += type;
  header.append(3, '\0');  // the only compression and filters there are, and no interlace
  append_chunk(out, "IHDR", header);
  append_chunk(out, "sRGB", "\0"sv);
  if (!palette.empty()) {
    append_chunk(out, "PLTE", palette);
  }
  append_chunk(out, "IDAT", deflated(rows));
  append_chunk(out, "IEND", "");
  return out;
}

/// Each row begins with its filter, which is none.
base::Bytes indexed_png(const PixelRows& pixels, const Census& census, const Palette& palette) {
  base::Bytes colors;
  for (const Rgb color : palette.colors) {
    for (const int shift : {16, 8, 0}) {
      colors += static_cast<char>(color >> shift);
    }
  }
  base::Bytes rows;
  rows.reserve(pixels.count() + pixels.height);
  std::uint32_t x = 0;
  for (const Run& run : census.runs) {
    if (x == 0) {
      rows += '\0';
    }
    rows.append(run.count, static_cast<char>(palette.number_of[run.color]));
    x = (x + run.count) % pixels.width;
  }
  return png_of(pixels, kIndexed, colors, rows);
}

/// Three bytes a pixel.
Samples samples_of(const PixelRows& pixels) {
  Samples samples{pixels.width, pixels.height, 3, false, {}};
  samples.bytes.resize(pixels.count() * 3);
  char* out = samples.bytes.data();
  for (std::size_t y = 0; y < pixels.height; ++y) {
    const std::uint32_t* row = pixels.row(y);
    for (std::size_t x = 0; x < pixels.width; ++x) {
      for (const int shift : {16, 8, 0}) {
        *out++ = static_cast<char>(row[x] >> shift);
      }
    }
  }
  return samples;
}

enum Filter : char { kLeft = 1, kAbove = 2 };

/// How far the row's bytes are from those `back` bytes before them: small numbers pack well (§12.7).
std::uint64_t distance(const char* row, std::size_t size, std::size_t back) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < size; ++i) {
    sum += static_cast<std::uint64_t>(std::abs(static_cast<signed char>(row[i] - *(row + i - back))));
  }
  return sum;
}

void append_difference(base::Bytes& out, const char* row, std::size_t size, std::size_t back) {
  const std::size_t begin = out.size();
  out.append(row, size);
  for (std::size_t i = 0; i < size; ++i) {
    out[begin + i] = static_cast<char>(out[begin + i] - *(row + i - back));
  }
}

base::Bytes true_color_png(const PixelRows& pixels) {
  const Samples samples = samples_of(pixels);
  const std::size_t row_size = samples.width * std::size_t{3};
  base::Bytes rows;
  rows.reserve((row_size + 1) * samples.height);
  for (std::size_t y = 0; y < samples.height; ++y) {
    const char* row = samples.bytes.data() + y * row_size;
    const std::uint64_t left = distance(row + 3, row_size - 3, 3);
    const std::uint64_t above = y > 0 ? distance(row, row_size, row_size) : left;
    if (above < left) {
      rows += kAbove;
      append_difference(rows, row, row_size, row_size);
    } else {
      rows += kLeft;
      rows.append(row, 3);
      append_difference(rows, row + 3, row_size - 3, 3);
    }
  }
  return png_of(pixels, kTrueColor, {}, rows);
}

}  // namespace

PictureBytes encoded(const PixelRows& pixels) {
  const std::optional<std::vector<Run>> runs = runs_of(pixels);
  if (!runs) {
    std::optional<base::Bytes> jpeg = jpeg_file(samples_of(pixels), {});
    return jpeg ? PictureBytes{"image/jpeg", *std::move(jpeg)}
                : PictureBytes{"image/png", true_color_png(pixels)};
  }
  const std::optional<Census> census = census_of(*runs);
  const std::optional<Palette> palette = census ? palette_of(*census, pixels.count()) : std::nullopt;
  return {"image/png", palette ? indexed_png(pixels, *census, *palette) : true_color_png(pixels)};
}

}  // namespace reliure::image
