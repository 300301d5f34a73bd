#pragma once
// One file through `image::decode`, for all tests of this room.
#include <string>
#include <string_view>

#include "image/decode.h"

namespace reliure::image {

struct Decoded {
  book::Picture picture;
  base::Diagnostics diagnostics;

  bool has_content() const { return !std::holds_alternative<std::monostate>(picture.content); }
  const book::Raster& raster() const { return std::get<book::Raster>(picture.content); }
  const book::Drawing& drawing() const { return std::get<book::Drawing>(picture.content); }
  /// The codes of all diagnostics, separated by spaces.
  std::string codes() const {
    std::string codes;
    for (const base::Diagnostic& diagnostic : diagnostics.all()) {
      codes += (codes.empty() ? "" : " ") + std::string(base::name(diagnostic.code));
    }
    return codes;
  }
};

inline Decoded decoded(std::string_view bytes, std::string path = "img/a.bin") {
  book::Manuscript manuscript;
  manuscript.resources.push_back({std::move(path), "", base::Bytes(bytes), {{1}, 5, 9}});
  Decoded result;
  result.picture = decode(manuscript, {1}, result.diagnostics).at(0);
  return result;
}

}  // namespace reliure::image
