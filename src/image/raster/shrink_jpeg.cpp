#include "image/raster/shrink_jpeg.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>
// jpeglib.h needs the headers above before it.
#include <jpeglib.h>

#include "image/raster/raster.h"
#include "image/report.h"

namespace reliure::image {
namespace {

/// Good for photographs: no difference at reading distance.
constexpr int kQuality = 90;

struct Segment {
  int marker = 0;
  std::string_view body;
};

std::size_t number_at(std::string_view file, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value = value << 8 | static_cast<std::uint8_t>(file[at + i]);
  }
  return value;
}

/// What the segments before the first scan say.
struct Segments {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::size_t channels = 0;
  bool adobe = false;
  /// APP1 with Exif, APP2 with the ICC profile.
  std::vector<Segment> kept;
};

void read_segment(const Segment& segment, Segments& found) {
  const std::string_view body = segment.body;
  // SOF0 to SOF15 but for DHT, JPG and DAC, which share their range.
  const bool is_frame = segment.marker >= 0xC0 && segment.marker <= 0xCF && segment.marker != 0xC4 &&
                        segment.marker != 0xC8 && segment.marker != 0xCC;
  if (is_frame && body.size() >= 6) {
    found.height = static_cast<std::uint32_t>(number_at(body, 1, 2));
    found.width = static_cast<std::uint32_t>(number_at(body, 3, 2));
    found.channels = number_at(body, 5, 1);
  }
  found.adobe = found.adobe || (segment.marker == 0xEE && body.substr(0, 5) == "Adobe");
  if ((segment.marker == 0xE1 && body.substr(0, 4) == "Exif") ||
      (segment.marker == 0xE2 && body.substr(0, 11) == "ICC_PROFILE")) {
    found.kept.push_back(segment);
  }
}

Segments segments_of(std::string_view file) {
  Segments found;
  constexpr int kScan = 0xDA;
  for (std::size_t at = 2; file.size() > at + 4 && file[at] == '\xFF';) {
    const int marker = static_cast<std::uint8_t>(file[at + 1]);
    const std::size_t length = number_at(file, at + 2, 2);
    if (marker == kScan || length < 2) {
      break;
    }
    read_segment({marker, file.substr(at + 4, length - 2)}, found);
    at += 2 + length;
  }
  return found;
}

/// libjpeg's state with the way out of it and what it writes to. Trivial, so that a jump skips no destructor.
struct Encoder {
  jpeg_error_mgr errors;
  std::jmp_buf escape;
  jpeg_compress_struct jpeg;
  unsigned char* file;
  unsigned long size;
};

void jump_out(j_common_ptr jpeg) { std::longjmp(static_cast<Encoder*>(jpeg->client_data)->escape, 1); }
void stay_silent(j_common_ptr) {}

void write_picture(Encoder& encoder, const Samples& samples, const Segments& original) {
  jpeg_compress_struct& jpeg = encoder.jpeg;
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &encoder.file, &encoder.size);
  jpeg.image_width = samples.width;
  jpeg.image_height = samples.height;
  jpeg.input_components = static_cast<int>(samples.channels);
  jpeg.in_color_space = samples.channels == 1 ? JCS_GRAYSCALE : samples.channels == 3 ? JCS_RGB : JCS_CMYK;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, kQuality, TRUE);
  jpeg_simple_progression(&jpeg);
  jpeg.dct_method = JDCT_ISLOW;
  // With Adobe's marker inks are stored inverted, as they came.
  jpeg.write_Adobe_marker = samples.channels == 4 && original.adobe ? TRUE : FALSE;
  jpeg_start_compress(&jpeg, TRUE);
  for (const Segment& segment : original.kept) {
    jpeg_write_marker(&jpeg, segment.marker, reinterpret_cast<const unsigned char*>(segment.body.data()),
                      static_cast<unsigned>(segment.body.size()));
  }
  while (jpeg.next_scanline < jpeg.image_height) {
    const std::size_t at = jpeg.next_scanline * samples.width * samples.channels;
    // libjpeg does not write to its input, but its types do not say so.
    auto* row = reinterpret_cast<JSAMPROW>(const_cast<char*>(samples.bytes.data() + at));
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
}

}  // namespace

std::optional<Samples> jpeg_samples(std::string_view file) {
  const Segments found = segments_of(file);
  const bool fits = found.width > 0 && found.height > 0 && found.width <= kMaxPixels / found.height;
  if (!fits || (found.channels != 1 && found.channels != 3 && found.channels != 4)) {
    return std::nullopt;
  }
  Samples samples{found.width, found.height, found.channels, false, {}};
  samples.bytes.resize(std::size_t{samples.width} * samples.height * samples.channels);
  if (!decode_jpeg(file, static_cast<int>(samples.channels), samples.bytes.data())) {
    return std::nullopt;
  }
  return samples;
}

std::optional<base::Bytes> jpeg_file(const Samples& samples, std::string_view original) {
  const Segments segments = segments_of(original);
  Encoder encoder{};
  encoder.jpeg.err = jpeg_std_error(&encoder.errors);
  encoder.errors.error_exit = jump_out;
  encoder.errors.output_message = stay_silent;
  encoder.jpeg.client_data = &encoder;
  volatile bool written = false;
  if (setjmp(encoder.escape) == 0) {
    write_picture(encoder, samples, segments);
    written = true;
  }
  jpeg_destroy_compress(&encoder.jpeg);
  const std::unique_ptr<unsigned char, decltype(&std::free)> owned(encoder.file, std::free);
  if (!written) {
    return std::nullopt;
  }
  return base::Bytes(reinterpret_cast<const char*>(encoder.file), encoder.size);
}

}  // namespace reliure::image
