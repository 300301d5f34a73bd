#include "image/decode.h"

#include <string_view>

#include "image/raster/raster.h"
#include "image/report.h"
#include "image/svg/svg.h"

namespace reliure::image {
namespace {

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// What a file is that we cannot read, from its first bytes, for the message.
std::string_view foreign_kind(std::string_view bytes) {
  if (starts_with(bytes, "GIF8")) {
    return "a GIF";
  }
  if (starts_with(bytes, "BM")) {
    return "a BMP";
  }
  if (starts_with(bytes, {"II*\0", 4}) || starts_with(bytes, {"MM\0*", 4})) {
    return "a TIFF";
  }
  if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") {
    return "an AVIF or HEIC";
  }
  if (starts_with(bytes, "\x1F\x8B")) {
    return "a compressed SVG or archive";
  }
  if (starts_with(bytes, "%PDF")) {
    return "a PDF";
  }
  return bytes.empty() ? "an empty file" : "of a kind that is not known";
}

/// By content, since names and media types lie: the four kinds begin in ways that exclude each other.
book::Picture read(const book::Resource& resource, base::Diagnostics& diagnostics) {
  const std::string_view bytes = resource.bytes;
  if (starts_with(bytes, "\x89PNG\r\n\x1A\n")) {
    return read_png(resource, diagnostics);
  }
  if (starts_with(bytes, "\xFF\xD8\xFF")) {
    return read_jpeg(resource, diagnostics);
  }
  if (starts_with(bytes, "RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") {
    return read_webp(resource, diagnostics);
  }
  if (looks_like_svg(bytes)) {
    return read_svg(resource, diagnostics);
  }
  report_unsupported(resource, foreign_kind(bytes), diagnostics);
  return {};
}

}  // namespace

std::vector<book::Picture> decode(const book::Manuscript& manuscript, base::Jobs jobs,
                                  base::Diagnostics& diagnostics) {
  const std::vector<book::Resource>& resources = manuscript.resources;
  std::vector<book::Picture> pictures(resources.size());
  std::vector<base::Diagnostics> reports(resources.size());
  base::parallel_for(resources.size(), jobs,
                     [&](std::size_t i) { pictures[i] = read(resources[i], reports[i]); });
  for (base::Diagnostics& report : reports) {
    diagnostics.append(std::move(report));
  }
  return pictures;
}

}  // namespace reliure::image
