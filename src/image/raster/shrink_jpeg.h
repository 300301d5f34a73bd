#pragma once
#include <optional>
#include <string_view>

#include "image/raster/samples.h"

namespace reliure::image {

/// The pixels as the file stores them, whatever Exif says of their orientation; nothing when they are
/// damaged.
std::optional<Samples> jpeg_samples(std::string_view file);

/// The samples as a JPEG with the Exif and ICC segments of `original`; nothing when libjpeg fails.
std::optional<base::Bytes> jpeg_file(const Samples& samples, std::string_view original);

}  // namespace reliure::image
