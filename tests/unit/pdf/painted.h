#pragma once
// What poppler paints of a specimen, and short ways to paths.
#include <cstdlib>
#include <string>

#include "unit/pdf/specimen.h"

namespace reliure::pdf::test {

/// The first page at 72 pixels an inch: one pixel a point.
struct Painted {
  std::size_t width = 0;
  std::string rgb;
  std::string at(std::size_t x, std::size_t y) const {
    std::string out;
    for (std::size_t i = 0; i < 3 && (y * width + x) * 3 + i < rgb.size(); ++i) {
      const auto value = static_cast<unsigned char>(rgb[(y * width + x) * 3 + i]);
      out += (i == 0 ? "" : " ") + std::to_string((value + 25) / 51 * 51);  // in steps of 51
    }
    return out;
  }
};

inline Painted paint(const base::Bytes& pdf) {
  const std::string ppm = run("pdftoppm -r 72 -singlefile @ 2>/dev/null", pdf);
  Painted painted;
  // "P6\nWIDTH HEIGHT\n255\n"
  painted.width = std::strtoul(ppm.c_str() + 3, nullptr, 10);
  painted.rgb = ppm.substr(ppm.find("255\n") + 4);
  return painted;
}

inline book::Outline rectangle(base::Rect box) {
  using book::PathVerb;
  return {{PathVerb::move, PathVerb::line, PathVerb::line, PathVerb::line, PathVerb::close},
          {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}}};
}

inline base::Rect box(int x, int y, int width, int height) {
  return {base::points(x), base::points(y), base::points(width), base::points(height)};
}

inline book::Path filled(base::Rect area, book::Paint fill) {
  book::Path path;
  path.outline = rectangle(area);
  path.fill = std::move(fill);
  return path;
}

}  // namespace reliure::pdf::test
