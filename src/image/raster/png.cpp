#include <libdeflate.h>
#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <memory>
#include <vector>

#include "image/icc.h"
#include "image/raster/raster.h"
#include "image/report.h"

namespace reliure::image {
namespace {

constexpr std::size_t kSignatureSize = 8;
/// Length, type and CRC around a chunk's content.
constexpr std::size_t kChunkOverhead = 12;
/// Larger than the profile of any monitor, camera or press.
constexpr std::size_t kMaxProfileSize = 16 << 20;

/// What the chunks say, the compressed pixels still compressed.
struct Chunks {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint8_t bit_depth = 0;
  std::uint8_t color_type = 0;
  bool interlaced = false;
  std::string_view palette;
  bool has_transparency = false;
  std::uint32_t x_per_metre = 0;
  std::uint32_t y_per_metre = 0;
  std::vector<std::string_view> image_data;
  /// The body of the chunk iCCP; it does not count where the chunk sRGB is there, too.
  std::string_view profile;
  bool says_srgb = false;
  bool ended = false;
};

std::uint32_t big_endian(std::string_view bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = value << 8 | static_cast<std::uint8_t>(bytes[offset + i]);
  }
  return value;
}

/// Why reading stopped; `none` when it did not.
enum class Fault { none, truncated, bad_checksum, bad_header };

Fault read_header(std::string_view content, Chunks& chunks) {
  if (content.size() != 13) {
    return Fault::bad_header;
  }
  chunks.width = big_endian(content, 0);
  chunks.height = big_endian(content, 4);
  chunks.bit_depth = static_cast<std::uint8_t>(content[8]);
  chunks.color_type = static_cast<std::uint8_t>(content[9]);
  chunks.interlaced = content[12] != 0;
  const bool depth_fits = [&] {
    switch (chunks.color_type) {
      case PNG_COLOR_TYPE_GRAY:
        return chunks.bit_depth == 1 || chunks.bit_depth == 2 || chunks.bit_depth == 4 ||
               chunks.bit_depth == 8 || chunks.bit_depth == 16;
      case PNG_COLOR_TYPE_PALETTE:
        return chunks.bit_depth == 1 || chunks.bit_depth == 2 || chunks.bit_depth == 4 ||
               chunks.bit_depth == 8;
      case PNG_COLOR_TYPE_RGB:
      case PNG_COLOR_TYPE_GRAY_ALPHA:
      case PNG_COLOR_TYPE_RGB_ALPHA:
        return chunks.bit_depth == 8 || chunks.bit_depth == 16;
      default:
        return false;
    }
  }();
  const bool methods_known = content[10] == 0 && content[11] == 0 && (content[12] == 0 || content[12] == 1);
  return depth_fits && methods_known ? Fault::none : Fault::bad_header;
}

Fault read_chunk(std::string_view type, std::string_view content, Chunks& chunks) {
  if (type == "IHDR") {
    return read_header(content, chunks);
  }
  if (type == "PLTE") {
    chunks.palette = content;
  } else if (type == "tRNS") {
    chunks.has_transparency = true;
  } else if (type == "pHYs" && content.size() == 9 && content[8] == 1) {
    chunks.x_per_metre = big_endian(content, 0);
    chunks.y_per_metre = big_endian(content, 4);
  } else if (type == "iCCP") {
    chunks.profile = content;
  } else if (type == "sRGB") {
    chunks.says_srgb = true;
  } else if (type == "IDAT") {
    chunks.image_data.push_back(content);
  } else if (type == "IEND") {
    chunks.ended = true;
  }
  return Fault::none;
}

Fault read_chunks(std::string_view file, Chunks& chunks) {
  std::size_t offset = kSignatureSize;
  while (!chunks.ended) {
    if (file.size() - offset < kChunkOverhead) {
      return Fault::truncated;
    }
    const std::size_t length = big_endian(file, offset);
    if (length > file.size() - offset - kChunkOverhead) {
      return Fault::truncated;
    }
    const std::string_view checked = file.substr(offset + 4, 4 + length);
    if (libdeflate_crc32(0, checked.data(), checked.size()) != big_endian(file, offset + 8 + length)) {
      return Fault::bad_checksum;
    }
    if ((chunks.width == 0) != (checked.substr(0, 4) == "IHDR")) {
      return Fault::bad_header;
    }
    const Fault fault = read_chunk(checked.substr(0, 4), checked.substr(4), chunks);
    if (fault != Fault::none) {
      return fault;
    }
    offset += kChunkOverhead + length;
  }
  return Fault::none;
}

/// The file as libpng reads it.
struct Reading {
  std::string_view file;
  std::size_t offset = 0;
};

void read_bytes(png_structp png, png_bytep out, png_size_t size) {
  auto* reading = static_cast<Reading*>(png_get_io_ptr(png));
  if (size > reading->file.size() - reading->offset) {
    png_error(png, "truncated");
  }
  std::memcpy(out, reading->file.data() + reading->offset, size);
  reading->offset += size;
}

void fail_reading(png_structp png, png_const_charp) { png_longjmp(png, 1); }
void ignore_warning(png_structp, png_const_charp) {}

/// Decoded pixels: 8-bit samples, 1 to 4 interleaved channels.
struct Pixels {
  std::size_t channels = 0;
  base::Bytes samples;
  std::vector<png_bytep> rows;
};

/// Up to the first pixel: asks for 8-bit samples, palettes and colour keys resolved. False on a fault.
bool start_decoding(png_structp png, png_infop info, Reading* reading) {
  if (setjmp(png_jmpbuf(png)) != 0) {
    return false;
  }
  png_set_read_fn(png, reading, read_bytes);
  png_read_info(png, info);
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
  return true;
}

bool finish_decoding(png_structp png, png_bytepp rows) {
  if (setjmp(png_jmpbuf(png)) != 0) {
    return false;
  }
  png_read_image(png, rows);
  return true;
}

bool decode_pixels(std::string_view file, Pixels& pixels) {
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, fail_reading, ignore_warning);
  png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
  Reading reading{file, 0};
  bool decoded = info != nullptr && start_decoding(png, info, &reading);
  if (decoded) {
    const std::size_t row_size = png_get_rowbytes(png, info);
    pixels.channels = png_get_channels(png, info);
    pixels.samples.resize(row_size * png_get_image_height(png, info));
    pixels.rows.resize(png_get_image_height(png, info));
    for (std::size_t y = 0; y < pixels.rows.size(); ++y) {
      pixels.rows[y] = reinterpret_cast<png_bytep>(pixels.samples.data()) + y * row_size;
    }
    decoded = finish_decoding(png, pixels.rows.data());
  }
  png_destroy_read_struct(&png, &info, nullptr);
  return decoded;
}

/// The profile that the chunk iCCP holds deflated behind its name (§11.3.2.3); empty for none.
base::Bytes inflated_profile(std::string_view chunk) {
  const std::size_t name = chunk.find('\0');
  if (name == std::string_view::npos || chunk.size() - name < 3 || chunk[name + 1] != 0) {
    return {};
  }
  const std::string_view stream = chunk.substr(name + 2);
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  // Its size is known only once it is there.
  for (std::size_t size = 16 << 10; size <= kMaxProfileSize; size *= 4) {
    base::Bytes profile(size, '\0');
    std::size_t written = 0;
    const libdeflate_result result = libdeflate_zlib_decompress(inflater.get(), stream.data(), stream.size(),
                                                                profile.data(), profile.size(), &written);
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) {
      profile.resize(result == LIBDEFLATE_SUCCESS ? written : 0);
      return profile;
    }
  }
  return {};
}

/// Whether PDF can show the zlib stream as it is (its Predictor 15 is PNG's filters).
bool passes_through(const Chunks& chunks) {
  return !chunks.interlaced && chunks.bit_depth <= 8 && (chunks.color_type & PNG_COLOR_MASK_ALPHA) == 0;
}

book::Raster passed_through(const Chunks& chunks) {
  book::Raster raster;
  raster.width = chunks.width;
  raster.height = chunks.height;
  const bool rgb = chunks.color_type == PNG_COLOR_TYPE_RGB;
  raster.color_space = rgb ? book::ColorSpace::rgb : book::ColorSpace::gray;
  raster.bits_per_sample = chunks.bit_depth;
  raster.encoding = book::Encoding::png_deflate;
  std::size_t size = 0;
  for (const std::string_view part : chunks.image_data) {
    size += part.size();
  }
  raster.samples.reserve(size);
  for (const std::string_view part : chunks.image_data) {
    raster.samples += part;
  }
  if (chunks.color_type == PNG_COLOR_TYPE_PALETTE) {
    raster.color_space = book::ColorSpace::rgb;
    raster.palette = chunks.palette;
  }
  return raster;
}

/// Whether the zlib stream holds the rows of the picture and no more: a viewer of the PDF unpacks what we
/// pass on.
bool holds_its_rows(const Chunks& chunks, std::string_view stream) {
  const bool rgb = chunks.color_type == PNG_COLOR_TYPE_RGB;
  const std::uint64_t row_bits = std::uint64_t{chunks.width} * chunks.bit_depth * (rgb ? 3 : 1);
  base::Bytes rows((row_bits + 7) / 8 * chunks.height + chunks.height, '\0');
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  return libdeflate_zlib_decompress(inflater.get(), stream.data(), stream.size(), rows.data(), rows.size(),
                                    nullptr) == LIBDEFLATE_SUCCESS;
}

/// The picture with its colours passed through where they can be, and what must be decoded decoded.
/// Nothing when the pixels are damaged.
std::optional<book::Raster> make_raster(std::string_view file, const Chunks& chunks) {
  book::Raster raster;
  const bool passed = passes_through(chunks);
  if (passed) {
    raster = passed_through(chunks);
    if (!holds_its_rows(chunks, raster.samples)) {
      return std::nullopt;
    }
    if (!chunks.has_transparency) {
      return raster;
    }
  }
  Pixels pixels;
  if (!decode_pixels(file, pixels)) {
    return std::nullopt;
  }
  if (pixels.channels == 2 || pixels.channels == 4) {
    raster.alpha = split_alpha(pixels.samples, pixels.channels);
  }
  if (!passed) {
    raster.width = chunks.width;
    raster.height = chunks.height;
    raster.color_space = pixels.channels <= 2 ? book::ColorSpace::gray : book::ColorSpace::rgb;
    raster.samples = std::move(pixels.samples);
  }
  return raster;
}

bool has_needed_chunks(const Chunks& chunks) {
  const bool palette_fits = chunks.color_type != PNG_COLOR_TYPE_PALETTE ||
                            (!chunks.palette.empty() && chunks.palette.size() % 3 == 0 &&
                             chunks.palette.size() <= std::size_t{3} << chunks.bit_depth);
  return palette_fits && !chunks.image_data.empty();
}

}  // namespace

book::Picture read_png(const book::Resource& resource, base::Diagnostics& diagnostics) {
  book::Picture picture;
  Chunks chunks;
  const Fault fault = read_chunks(resource.bytes, chunks);
  if (fault == Fault::bad_header) {
    report_malformed(resource, "its header is not PNG's", diagnostics);
    return picture;
  }
  if (fault == Fault::truncated && chunks.width == 0) {
    report_truncated(resource, diagnostics);
    return picture;
  }
  if (fault == Fault::bad_checksum) {
    report_malformed(resource, "a checksum does not match", diagnostics);
    return picture;
  }
  if (!accept_sides(resource, chunks.width, chunks.height, diagnostics)) {
    return picture;
  }
  picture.size = {natural_length(chunks.width, chunks.x_per_metre),
                  natural_length(chunks.height, chunks.y_per_metre)};
  if (fault == Fault::truncated) {
    report_truncated(resource, diagnostics);
    return picture;
  }
  std::optional<book::Raster> raster;
  if (has_needed_chunks(chunks)) {
    raster = make_raster(resource.bytes, chunks);
  }
  if (raster && !chunks.says_srgb && !chunks.profile.empty()) {
    raster->profile = own_profile(inflated_profile(chunks.profile), raster->color_space);
  }
  if (!raster) {
    report_malformed(resource, "its pixels cannot be read", diagnostics);
    return picture;
  }
  picture.content = std::move(*raster);
  return picture;
}

}  // namespace reliure::image
