#include "image/raster/encode.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "image/raster/shrink_jpeg.h"

namespace reliure::image {
namespace {

using namespace std::string_view_literals;

using Rgb = std::uint32_t;

/// Pixels of one colour side by side.
struct Run {
  Rgb color = 0;
  std::size_t count = 0;
};

constexpr std::size_t kPaletteSize = 256;

Rgb color_at(const Samples& samples, std::size_t pixel) {
  const auto* p = reinterpret_cast<const std::uint8_t*>(samples.bytes.data()) + pixel * 3;
  return Rgb{p[0]} << 16 | Rgb{p[1]} << 8 | p[2];
}

std::size_t pixels_in(const Samples& samples) { return std::size_t{samples.width} * samples.height; }

/// Of flat areas and gradients most pixels are as their neighbour, of photographs hardly any is. Nothing
/// when there are so many runs.
std::optional<std::vector<Run>> runs_of(const Samples& samples) {
  const std::size_t pixels = pixels_in(samples), most = pixels / 4 + 1;
  std::vector<Run> runs;
  for (std::size_t i = 0; i < pixels; ++i) {
    const Rgb color = color_at(samples, i);
    if (runs.empty() || runs.back().color != color) {
      if (runs.size() == most) {
        return std::nullopt;
      }
      runs.push_back({color, 0});
    }
    ++runs.back().count;
  }
  return runs;
}

/// The colours of all runs, ascending, each once with its number of pixels.
std::vector<Run> colors_of(std::vector<Run> runs) {
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.color < b.color; });
  std::vector<Run> colors;
  for (const Run& run : runs) {
    if (colors.empty() || colors.back().color != run.color) {
      colors.push_back({run.color, 0});
    }
    colors.back().count += run.count;
  }
  return colors;
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

base::Bytes png_of(const Samples& samples, char type, std::string_view palette, std::string_view rows) {
  base::Bytes out("\x89PNG\r\n\x1A\n"sv);
  base::Bytes header;
  append_big_endian(header, samples.width);
  append_big_endian(header, samples.height);
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
base::Bytes indexed_png(const Samples& samples, const std::vector<Run>& runs,
                        const std::vector<Run>& colors) {
  base::Bytes palette;
  for (const Run& color : colors) {
    for (const int shift : {16, 8, 0}) {
      palette += static_cast<char>(color.color >> shift);
    }
  }
  base::Bytes numbers;
  numbers.reserve(pixels_in(samples));
  for (const Run& run : runs) {
    const auto at = std::lower_bound(colors.begin(), colors.end(), run.color,
                                     [](const Run& color, Rgb wanted) { return color.color < wanted; });
    numbers.append(run.count, static_cast<char>(at - colors.begin()));
  }
  base::Bytes rows;
  rows.reserve(numbers.size() + samples.height);
  for (std::size_t y = 0; y < samples.height; ++y) {
    rows += '\0';
    rows.append(numbers, y * samples.width, samples.width);
  }
  return png_of(samples, kIndexed, palette, rows);
}

enum Filter : char { kNone, kLeft, kAbove };

/// How far the row's bytes are from those `back` bytes before them: small numbers pack well (§12.7).
std::uint64_t distance(const char* row, std::size_t size, std::size_t back) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < size; ++i) {
    sum += static_cast<std::uint64_t>(std::abs(static_cast<signed char>(row[i] - *(row + i - back))));
  }
  return sum;
}

void append_difference(base::Bytes& out, const char* row, std::size_t size, std::size_t back) {
  for (std::size_t i = 0; i < size; ++i) {
    out += static_cast<char>(row[i] - *(row + i - back));
  }
}

base::Bytes true_color_png(const Samples& samples) {
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
  return png_of(samples, kTrueColor, {}, rows);
}

}  // namespace

PictureBytes encoded(const Samples& samples) {
  if (const std::optional<std::vector<Run>> runs = runs_of(samples)) {
    const std::vector<Run> colors = colors_of(*runs);
    return {"image/png",
            colors.size() <= kPaletteSize ? indexed_png(samples, *runs, colors) : true_color_png(samples)};
  }
  std::optional<base::Bytes> jpeg = jpeg_file(samples, {});
  return jpeg ? PictureBytes{"image/jpeg", *std::move(jpeg)}
              : PictureBytes{"image/png", true_color_png(samples)};
}

}  // namespace reliure::image
