#include "image/shrink.h"

#include <png.h>
#include <webp/decode.h>
#include <webp/encode.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "image/raster/samples.h"
#include "image/raster/shrink_jpeg.h"
#include "image/report.h"

namespace reliure::image {
namespace {

using namespace std::string_view_literals;

const std::uint8_t* unsigned_bytes(std::string_view bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

bool fits_memory(std::uint64_t width, std::uint64_t height) {
  return width > 0 && height > 0 && width <= kMaxPixels / height;
}

/// The samples in sides whose longer one is `side`; nothing when none is longer.
std::optional<Samples> smaller(const Samples& samples, std::uint32_t side) {
  const std::uint64_t longest = std::max(samples.width, samples.height);
  if (longest <= side || !fits_memory(samples.width, samples.height)) {
    return std::nullopt;
  }
  const auto scaled = [&](std::uint64_t old) {
    return static_cast<std::uint32_t>(std::max<std::uint64_t>(1, (old * side + longest / 2) / longest));
  };
  return averaged(samples, scaled(samples.width), scaled(samples.height));
}

/// Palettes become colours, 16 bits 8, and colours those of sRGB.
std::optional<Samples> png_samples(std::string_view file) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&png, file.data(), file.size()) == 0 ||
      !fits_memory(png.width, png.height)) {
    png_image_free(&png);
    return std::nullopt;
  }
  png.format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA;
  Samples samples{png.width,
                  png.height,
                  PNG_IMAGE_SAMPLE_CHANNELS(png.format),
                  (png.format & PNG_FORMAT_FLAG_ALPHA) != 0,
                  {}};
  samples.bytes.resize(PNG_IMAGE_SIZE(png));
  if (png_image_finish_read(&png, nullptr, samples.bytes.data(), 0, nullptr) == 0) {
    return std::nullopt;
  }
  return samples;
}

std::optional<base::Bytes> png_file(const Samples& samples) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = samples.width;
  png.height = samples.height;
  png.format =
      (samples.channels >= 3 ? PNG_FORMAT_FLAG_COLOR : 0U) | (samples.has_alpha ? PNG_FORMAT_FLAG_ALPHA : 0U);
  png_alloc_size_t size = 0;
  if (png_image_write_get_memory_size(png, size, 0, samples.bytes.data(), 0, nullptr) == 0) {
    return std::nullopt;
  }
  base::Bytes file(size, '\0');
  if (png_image_write_to_memory(&png, file.data(), &size, 0, samples.bytes.data(), 0, nullptr) == 0) {
    return std::nullopt;
  }
  file.resize(size);
  return file;
}

std::optional<base::Bytes> shrink_webp(std::string_view file, std::uint32_t side) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(unsigned_bytes(file), file.size(), &features) != VP8_STATUS_OK ||
      features.has_animation != 0 ||
      !fits_memory(static_cast<std::uint64_t>(features.width), static_cast<std::uint64_t>(features.height))) {
    return std::nullopt;
  }
  constexpr int kLossless = 2;
  constexpr float kQuality = 90;
  const bool alpha = features.has_alpha != 0;
  Samples samples{static_cast<std::uint32_t>(features.width),
                  static_cast<std::uint32_t>(features.height),
                  alpha ? 4U : 3U,
                  alpha,
                  {}};
  const int stride = features.width * static_cast<int>(samples.channels);
  samples.bytes.resize(std::size_t{samples.width} * samples.height * samples.channels);
  auto* out = reinterpret_cast<std::uint8_t*>(samples.bytes.data());
  const auto decode = alpha ? WebPDecodeRGBAInto : WebPDecodeRGBInto;
  if (decode(unsigned_bytes(file), file.size(), out, samples.bytes.size(), stride) == nullptr) {
    return std::nullopt;
  }
  const std::optional<Samples> small = smaller(samples, side);
  if (!small) {
    return std::nullopt;
  }
  const int width = static_cast<int>(small->width), height = static_cast<int>(small->height);
  const int step = width * static_cast<int>(small->channels);
  std::uint8_t* made = nullptr;
  std::size_t size = 0;
  if (features.format == kLossless) {
    const auto encode = alpha ? WebPEncodeLosslessRGBA : WebPEncodeLosslessRGB;
    size = encode(unsigned_bytes(small->bytes), width, height, step, &made);
  } else {
    const auto encode = alpha ? WebPEncodeRGBA : WebPEncodeRGB;
    size = encode(unsigned_bytes(small->bytes), width, height, step, kQuality, &made);
  }
  const std::unique_ptr<std::uint8_t, decltype(&WebPFree)> owned(made, WebPFree);
  return size == 0 ? std::nullopt : std::optional(base::Bytes(reinterpret_cast<const char*>(made), size));
}

std::optional<base::Bytes> shrink_any(std::string_view file, std::uint32_t side) {
  if (file.substr(0, 8) == "\x89PNG\r\n\x1A\n"sv) {
    // The chunk acTL of an animation stands before the first IDAT.
    const bool animated = file.substr(0, file.find("IDAT"sv)).find("acTL"sv) != std::string_view::npos;
    const std::optional<Samples> samples = animated ? std::nullopt : png_samples(file);
    const std::optional<Samples> small = samples ? smaller(*samples, side) : std::nullopt;
    return small ? png_file(*small) : std::nullopt;
  }
  if (file.substr(0, 3) == "\xFF\xD8\xFF"sv) {
    const std::optional<Samples> samples = jpeg_samples(file);
    const std::optional<Samples> small = samples ? smaller(*samples, side) : std::nullopt;
    return small ? jpeg_file(*small, file) : std::nullopt;
  }
  return file.size() >= 12 && file.substr(0, 4) == "RIFF"sv ? shrink_webp(file, side) : std::nullopt;
}

}  // namespace

std::optional<base::Bytes> shrunk(std::string_view file, std::uint32_t side) {
  std::optional<base::Bytes> made = shrink_any(file, side);
  if (made && made->size() >= file.size()) {
    made.reset();
  }
  return made;
}

}  // namespace reliure::image
