#pragma once
// SVG pictures made fit for an e-book.
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace reliure::epub {

struct CleanedSvg {
  base::Bytes text;
  /// Why it cannot be used, or empty.
  std::string problem;
};

/// Whether the bytes begin as an SVG file does.
bool looks_like_svg(std::string_view bytes);

/// The picture without what an e-book's picture may not do: scripts and event attributes, references to
/// anything outside the file, animation, foreign markup and editors' notes, document type. What is drawn
/// stays as it is.
CleanedSvg clean_svg(std::string_view bytes);

/// CSS without `@import`, and with `none` for each `url()` that leads out of the file or to an id that is not
/// among `ids`.
std::string without_outside_references(std::string_view css, const std::set<std::string, std::less<>>& ids);

}  // namespace reliure::epub
