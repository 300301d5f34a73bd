#pragma once
// Readers of the raster formats. Each reports what is wrong and then returns a picture without content.
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "book/manuscript.h"
#include "book/picture.h"

namespace reliure::image {

/// PNG (W3C, third edition). The zlib stream is passed through wherever PDF can show it; interlaced, 16-bit
/// and alpha-channel pictures are decoded.
book::Picture read_png(const book::Resource& resource, base::Diagnostics& diagnostics);

/// JPEG, passed through; decoded when Exif says that it must be turned or when PDF cannot show its coding.
book::Picture read_jpeg(const book::Resource& resource, base::Diagnostics& diagnostics);

/// Decodes the JPEG into `out`, which holds the whole picture with `components` interleaved samples: 1 for
/// grey, 3 for RGB, 4 for CMYK. False when a part of it is damaged; the parts before are decoded.
bool decode_jpeg(std::string_view file, int components, char* out);

/// WebP without animation, decoded.
book::Picture read_webp(const book::Resource& resource, base::Diagnostics& diagnostics);

/// Exif's orientation (tag 0x0112), 1 to 8, from the body of a JPEG APP1 segment; 1 when it says nothing.
int exif_orientation(std::string_view segment);

/// `pixels` at `per_metre` pixels a metre, or as CSS pixels (1/96 inch) when that is absent or absurd.
base::Length natural_length(std::uint32_t pixels, std::uint32_t per_metre);

/// Takes the alpha samples out of `pixels`, `channels` interleaved bytes of which the last is alpha.
/// `pixels` keeps the colours; an alpha that is opaque everywhere comes back empty.
base::Bytes split_alpha(base::Bytes& pixels, std::size_t channels);

}  // namespace reliure::image
