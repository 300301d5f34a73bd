#include <webp/decode.h>

#include "image/icc.h"
#include "image/raster/raster.h"
#include "image/report.h"

namespace reliure::image {
namespace {

const std::uint8_t* unsigned_bytes(const base::Bytes& bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

std::uint64_t little_endian(std::string_view bytes, std::size_t offset) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value |= std::uint64_t{static_cast<std::uint8_t>(bytes[offset + i])} << (8 * i);
  }
  return value;
}

/// Whether the RIFF container promises more bytes than there are.
bool is_truncated(std::string_view file) { return little_endian(file, 4) + 8 > file.size(); }

/// The body of the container's chunk ICCP; empty where it has none.
std::string_view profile_of(std::string_view file) {
  constexpr std::size_t kFirstChunk = 12, kHeader = 8;
  for (std::size_t at = kFirstChunk; at + kHeader <= file.size();) {
    const std::uint64_t size = little_endian(file, at + 4);
    if (file.substr(at, 4) == "ICCP") {
      return file.substr(at + kHeader, size);
    }
    at += kHeader + size + size % 2;  // padded to an even size
  }
  return {};
}

std::optional<book::Raster> decode_pixels(const base::Bytes& file, const WebPBitstreamFeatures& features) {
  const std::size_t channels = features.has_alpha != 0 ? 4 : 3;
  book::Raster raster;
  raster.width = static_cast<std::uint32_t>(features.width);
  raster.height = static_cast<std::uint32_t>(features.height);
  raster.samples.resize(std::size_t{raster.width} * raster.height * channels);
  auto* out = reinterpret_cast<std::uint8_t*>(raster.samples.data());
  const int stride = features.width * static_cast<int>(channels);
  const auto* decoded =
      channels == 4
          ? WebPDecodeRGBAInto(unsigned_bytes(file), file.size(), out, raster.samples.size(), stride)
          : WebPDecodeRGBInto(unsigned_bytes(file), file.size(), out, raster.samples.size(), stride);
  if (decoded == nullptr) {
    return std::nullopt;
  }
  if (channels == 4) {
    raster.alpha = split_alpha(raster.samples, channels);
  }
  return raster;
}

}  // namespace

book::Picture read_webp(const book::Resource& resource, base::Diagnostics& diagnostics) {
  book::Picture picture;
  if (is_truncated(resource.bytes)) {
    report_truncated(resource, diagnostics);
    return picture;
  }
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(unsigned_bytes(resource.bytes), resource.bytes.size(), &features) != VP8_STATUS_OK) {
    report_malformed(resource, "its header is not WebP's", diagnostics);
    return picture;
  }
  if (features.has_animation != 0) {
    report_unsupported(resource, "an animation, which paper cannot show", diagnostics);
    return picture;
  }
  const auto width = static_cast<std::uint32_t>(features.width);
  const auto height = static_cast<std::uint32_t>(features.height);
  if (!accept_sides(resource, width, height, diagnostics)) {
    return picture;
  }
  picture.size = {natural_length(width, 0), natural_length(height, 0)};
  std::optional<book::Raster> raster = decode_pixels(resource.bytes, features);
  if (!raster) {
    report_malformed(resource, "its pixels cannot be read", diagnostics);
    return picture;
  }
  raster->profile = own_profile(profile_of(resource.bytes), raster->color_space);
  picture.content = std::move(*raster);
  return picture;
}

}  // namespace reliure::image
