#include "image/report.h"

#include <string>

namespace reliure::image {
namespace {

std::string picture(const book::Resource& resource) { return "picture `" + resource.path + "` "; }

}  // namespace

void report_truncated(const book::Resource& resource, base::Diagnostics& diagnostics) {
  diagnostics.report(base::Code::image_truncated, resource.used_at,
                     picture(resource) + "ends before it is complete", "copy the file again from its source");
}

void report_malformed(const book::Resource& resource, std::string_view what, base::Diagnostics& diagnostics) {
  diagnostics.report(base::Code::image_malformed, resource.used_at,
                     picture(resource) + "is damaged: " + std::string(what),
                     "open it in a picture editor and save it again");
}

void report_too_large(const book::Resource& resource, std::string_view what, base::Diagnostics& diagnostics) {
  diagnostics.report(base::Code::image_too_large, resource.used_at,
                     picture(resource) + "is too large: " + std::string(what),
                     "make it smaller; 300 pixels an inch are enough for print");
}

void report_unsupported(const book::Resource& resource, std::string_view what,
                        base::Diagnostics& diagnostics) {
  diagnostics.report(base::Code::image_unsupported, resource.used_at,
                     picture(resource) + "is " + std::string(what), "save it as PNG, JPEG, WebP or SVG");
}

bool accept_sides(const book::Resource& resource, std::uint64_t width, std::uint64_t height,
                  base::Diagnostics& diagnostics) {
  if (width == 0 || height == 0) {
    report_malformed(resource, "it has no pixels", diagnostics);
    return false;
  }
  if (width > kMaxPixels / height) {
    report_too_large(resource, std::to_string(width) + " by " + std::to_string(height) + " pixels",
                     diagnostics);
    return false;
  }
  return true;
}

}  // namespace reliure::image
