#pragma once
// A page as a picture.
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/bytes.h"
#include "book/page.h"
#include "book/picture.h"

namespace reliure::image {

/// A picture as a file, and what it is: `image/png` or `image/jpeg`.
struct PictureBytes {
  std::string_view media_type;
  base::Bytes bytes;
};

/// Pixels of the shorter and of the longer side, at most.
struct PixelSides {
  std::uint32_t shorter = 0;
  std::uint32_t longer = 0;
};

/// The page within its trimmed edge on white paper, as large as `sides` allow. Its texts are outlines
/// already: runs of glyphs are left out. A PNG where its colours are flat or flow, a JPEG where they are
/// those of photographs. Nothing for a page without area.
std::optional<PictureBytes> page_picture(const book::Page& page, std::span<const book::Picture> pictures,
                                         PixelSides sides);

}  // namespace reliure::image
