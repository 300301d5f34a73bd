#include "image/raster/raster.h"

namespace reliure::image {
namespace {

/// Numbers of a TIFF structure in its own byte order; nothing beyond its end.
struct Tiff {
  std::string_view bytes;
  bool big_endian = false;

  std::optional<std::uint32_t> number(std::size_t offset, std::size_t size) const {
    if (offset > bytes.size() || size > bytes.size() - offset) {
      return std::nullopt;
    }
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t at = offset + (big_endian ? i : size - 1 - i);
      value = value << 8 | static_cast<std::uint8_t>(bytes[at]);
    }
    return value;
  }
};

constexpr std::uint32_t kOrientationTag = 0x0112;
constexpr std::size_t kEntrySize = 12;

}  // namespace

int exif_orientation(std::string_view segment) {
  constexpr std::string_view kExif{"Exif\0\0", 6};
  if (segment.substr(0, kExif.size()) != kExif) {
    return 1;
  }
  Tiff tiff{segment.substr(kExif.size()), false};
  tiff.big_endian = tiff.bytes.substr(0, 2) == "MM";
  const std::optional<std::uint32_t> directory = tiff.number(4, 4);
  const std::optional<std::uint32_t> count = tiff.number(directory.value_or(0xFFFFFFFF), 2);
  for (std::size_t i = 0; i < count.value_or(0); ++i) {
    const std::size_t entry = std::size_t{*directory} + 2 + i * kEntrySize;
    const std::optional<std::uint32_t> tag = tiff.number(entry, 2);
    if (!tag) {
      break;
    }
    if (*tag == kOrientationTag) {
      const std::uint32_t value = tiff.number(entry + 8, 2).value_or(1);
      return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
  }
  return 1;
}

}  // namespace reliure::image
