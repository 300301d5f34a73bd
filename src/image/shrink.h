#pragma once
// Pictures with fewer pixels, for screens.
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/bytes.h"

namespace reliure::image {

/// The same picture as a file of the same format whose longer side has `side` pixels. JPEG keeps its
/// orientation and its colour profile. Nothing for what is not longer, for what cannot be read, for
/// animations, and where the new file is no smaller than the old one.
std::optional<base::Bytes> shrunk(std::string_view file, std::uint32_t side);

}  // namespace reliure::image
