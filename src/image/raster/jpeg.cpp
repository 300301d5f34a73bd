#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>
// jpeglib.h needs the headers above before it.
#include <jpeglib.h>

#include "image/icc.h"
#include "image/raster/raster.h"
#include "image/report.h"

namespace reliure::image {
namespace {

/// libjpeg's state with the way out of it. Trivial, so that a jump skips no destructor.
struct Decoder {
  jpeg_error_mgr errors;
  std::jmp_buf escape;
  jpeg_decompress_struct jpeg;
};

void jump_out(j_common_ptr jpeg) { std::longjmp(static_cast<Decoder*>(jpeg->client_data)->escape, 1); }
void stay_silent(j_common_ptr) {}

/// Scans of a progressive file that we decode at most; real files have about ten, and each costs as much
/// as the whole picture.
constexpr int kMaxScans = 200;

void limit_scans(j_common_ptr jpeg) {
  if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number > kMaxScans) {
    jump_out(jpeg);
  }
}

struct Header {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  int components = 0;
  /// PDF's DCTDecode shows the file with the colours that libjpeg sees.
  bool passes_through = true;
  bool adobe = false;
  std::uint32_t x_per_metre = 0;
  std::uint32_t y_per_metre = 0;
  int orientation = 1;
  /// As the file's segments have it.
  base::Bytes profile;
};

void prepare(Decoder& decoder) {
  decoder.jpeg.err = jpeg_std_error(&decoder.errors);
  decoder.errors.error_exit = jump_out;
  decoder.errors.output_message = stay_silent;
  decoder.jpeg.client_data = &decoder;
}

void open(Decoder& decoder, std::string_view file) {
  jpeg_create_decompress(&decoder.jpeg);
  jpeg_mem_src(&decoder.jpeg, reinterpret_cast<const unsigned char*>(file.data()), file.size());
}

/// Density in pixels a metre: JFIF's unit is 1 for an inch, 2 for a centimetre, else none.
std::uint32_t per_metre(int unit, unsigned density) {
  if (unit == 1) {
    return (density * 10'000 + 127) / 254;
  }
  return unit == 2 ? density * 100 : 0;
}

void take_profile(jpeg_decompress_struct& jpeg, Header& header) {
  JOCTET* profile = nullptr;
  unsigned size = 0;
  if (jpeg_read_icc_profile(&jpeg, &profile, &size) != 0) {
    header.profile.assign(reinterpret_cast<const char*>(profile), size);
    std::free(profile);
  }
}

void take_header(const jpeg_decompress_struct& jpeg, Header& header) {
  header.width = jpeg.image_width;
  header.height = jpeg.image_height;
  header.components = jpeg.num_components;
  header.adobe = jpeg.saw_Adobe_marker != 0;
  // Without Adobe's marker PDF takes three components for YCbCr; libjpeg may know better by their names.
  const bool bare_rgb = jpeg.jpeg_color_space == JCS_RGB && !header.adobe;
  header.passes_through = jpeg.arith_code == 0 && !bare_rgb;
  if (jpeg.saw_JFIF_marker != 0) {
    header.x_per_metre = per_metre(jpeg.density_unit, jpeg.X_density);
    header.y_per_metre = per_metre(jpeg.density_unit, jpeg.Y_density);
  }
  for (jpeg_saved_marker_ptr marker = jpeg.marker_list; marker != nullptr; marker = marker->next) {
    const std::string_view segment(reinterpret_cast<const char*>(marker->data), marker->data_length);
    const int orientation = exif_orientation(segment);
    if (orientation != 1) {
      header.orientation = orientation;
      break;
    }
  }
}

/// False when the file is no JPEG that libjpeg reads.
bool read_header(std::string_view file, Header& header) {
  Decoder decoder{};
  prepare(decoder);
  volatile bool read = false;
  if (setjmp(decoder.escape) == 0) {
    open(decoder, file);
    jpeg_save_markers(&decoder.jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_save_markers(&decoder.jpeg, JPEG_APP0 + 2, 0xFFFF);
    jpeg_read_header(&decoder.jpeg, TRUE);
    take_header(decoder.jpeg, header);
    take_profile(decoder.jpeg, header);
    read = true;
  }
  jpeg_destroy_decompress(&decoder.jpeg);
  return read;
}

}  // namespace

bool decode_jpeg(std::string_view file, int components, char* out) {
  Decoder decoder{};
  prepare(decoder);
  jpeg_progress_mgr progress{};
  progress.progress_monitor = limit_scans;
  volatile bool decoded = false;
  if (setjmp(decoder.escape) == 0) {
    open(decoder, file);
    jpeg_decompress_struct& jpeg = decoder.jpeg;
    jpeg_read_header(&jpeg, TRUE);
    jpeg.progress = &progress;
    jpeg.out_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
    // The integer transform: the same samples on every machine.
    jpeg.dct_method = JDCT_ISLOW;
    jpeg_start_decompress(&jpeg);
    const std::size_t row_size = std::size_t{jpeg.output_width} * static_cast<std::size_t>(components);
    while (jpeg.output_scanline < jpeg.output_height) {
      JSAMPROW row = reinterpret_cast<JSAMPROW>(out) + jpeg.output_scanline * row_size;
      jpeg_read_scanlines(&jpeg, &row, 1);
    }
    decoded = decoder.errors.num_warnings == 0;
  }
  jpeg_destroy_decompress(&decoder.jpeg);
  return decoded;
}

namespace {

/// Whether an end-of-image marker follows the last scan: a walk over the markers, no decoding.
bool is_complete(std::string_view file) {
  std::size_t offset = 2;
  while (offset + 1 < file.size()) {
    const void* found = std::memchr(file.data() + offset, 0xFF, file.size() - offset - 1);
    if (found == nullptr) {
      return false;
    }
    offset = static_cast<std::size_t>(static_cast<const char*>(found) - file.data());
    const auto marker = static_cast<std::uint8_t>(file[offset + 1]);
    if (marker == 0xD9) {
      return true;
    }
    if (marker == 0xFF) {
      ++offset;
    } else if (marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
      // Stuffed 0xFF of a scan, and markers without a length.
      offset += 2;
    } else {
      if (file.size() - offset < 4) {
        return false;
      }
      offset += 2 + (static_cast<std::size_t>(static_cast<std::uint8_t>(file[offset + 2])) << 8 |
                     static_cast<std::uint8_t>(file[offset + 3]));
    }
  }
  return false;
}

/// Turns `raster` upright as Exif's orientation asks.
void turn(book::Raster& raster, int orientation, std::size_t channels) {
  const bool mirrored_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool mirrored_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  const bool transposed = orientation >= 5;
  const std::size_t from_width = raster.width;
  const std::size_t from_height = raster.height;
  const std::size_t width = transposed ? from_height : from_width;
  const std::size_t height = transposed ? from_width : from_height;
  base::Bytes turned(raster.samples.size(), '\0');
  std::size_t out = 0;
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      std::size_t from_x = transposed ? y : x;
      std::size_t from_y = transposed ? x : y;
      from_x = mirrored_x ? from_width - 1 - from_x : from_x;
      from_y = mirrored_y ? from_height - 1 - from_y : from_y;
      std::memcpy(&turned[out], &raster.samples[(from_y * from_width + from_x) * channels], channels);
      out += channels;
    }
  }
  raster.samples = std::move(turned);
  raster.width = static_cast<std::uint32_t>(width);
  raster.height = static_cast<std::uint32_t>(height);
}

std::optional<book::Raster> make_raster(const base::Bytes& file, const Header& header) {
  book::Raster raster;
  raster.width = header.width;
  raster.height = header.height;
  raster.color_space = header.components == 1   ? book::ColorSpace::gray
                       : header.components == 3 ? book::ColorSpace::rgb
                                                : book::ColorSpace::cmyk;
  raster.inverted = header.components == 4 && header.adobe;
  if (header.passes_through && header.orientation == 1) {
    raster.encoding = book::Encoding::jpeg;
    raster.samples = file;
    return raster;
  }
  const auto channels = static_cast<std::size_t>(header.components);
  raster.samples.resize(std::size_t{raster.width} * raster.height * channels);
  if (!decode_jpeg(file, header.components, raster.samples.data())) {
    return std::nullopt;
  }
  if (header.orientation != 1) {
    turn(raster, header.orientation, channels);
  }
  return raster;
}

}  // namespace

book::Picture read_jpeg(const book::Resource& resource, base::Diagnostics& diagnostics) {
  book::Picture picture;
  Header header;
  const bool complete = is_complete(resource.bytes);
  if (!read_header(resource.bytes, header)) {
    if (complete) {
      report_malformed(resource, "its header is not JPEG's", diagnostics);
    } else {
      report_truncated(resource, diagnostics);
    }
    return picture;
  }
  if (!accept_sides(resource, header.width, header.height, diagnostics)) {
    return picture;
  }
  picture.size = {natural_length(header.width, header.x_per_metre),
                  natural_length(header.height, header.y_per_metre)};
  if (header.orientation >= 5) {
    std::swap(picture.size.width, picture.size.height);
  }
  if (!complete) {
    report_truncated(resource, diagnostics);
    return picture;
  }
  if (header.components != 1 && header.components != 3 && header.components != 4) {
    report_unsupported(resource, "a JPEG that is neither grey, RGB nor CMYK", diagnostics);
    return picture;
  }
  std::optional<book::Raster> raster = make_raster(resource.bytes, header);
  if (!raster) {
    report_malformed(resource, "its pixels cannot be read", diagnostics);
    return picture;
  }
  raster->profile = own_profile(header.profile, raster->color_space);
  picture.content = std::move(*raster);
  return picture;
}

}  // namespace reliure::image
