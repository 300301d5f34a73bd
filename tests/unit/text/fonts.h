#pragma once
// The fonts that Reliure ships, for tests.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "text/font_library.h"

namespace reliure::text {

inline base::Bytes read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline std::string font_path(const std::string& name) { return RELIURE_SOURCE_DIR "/fonts/" + name + ".ttf"; }

inline book::Font make_font(std::string family, std::uint16_t weight, bool italic, base::Bytes file) {
  book::Font font;
  font.family = std::move(family);
  font.weight = weight;
  font.italic = italic;
  font.file = std::make_shared<const base::Bytes>(std::move(file));
  return font;
}

/// In the order of `fonts/fonts.yaml`.
inline std::vector<book::Font> shipped_fonts() {
  struct Entry {
    const char *family, *file;
    std::uint16_t weight;
    bool italic;
  };
  constexpr Entry kEntries[] = {
      {"Source Serif 4", "source-serif-4-regular", 400, false},
      {"Source Serif 4", "source-serif-4-regular-italic", 400, true},
      {"Source Serif 4", "source-serif-4-semibold", 600, false},
      {"Source Serif 4", "source-serif-4-semibold-italic", 600, true},
      {"Source Serif 4", "source-serif-4-bold", 700, false},
      {"Source Serif 4", "source-serif-4-bold-italic", 700, true},
      {"Source Sans 3", "source-sans-3-regular", 400, false},
      {"Source Sans 3", "source-sans-3-regular-italic", 400, true},
      {"Source Sans 3", "source-sans-3-semibold", 600, false},
      {"Source Sans 3", "source-sans-3-semibold-italic", 600, true},
      {"Source Sans 3", "source-sans-3-bold", 700, false},
      {"Source Code Pro", "source-code-pro-regular", 400, false},
      {"Source Code Pro", "source-code-pro-regular-italic", 400, true},
      {"Source Code Pro", "source-code-pro-bold", 700, false},
  };
  std::vector<book::Font> fonts;
  for (const Entry& entry : kEntries) {
    fonts.push_back(make_font(entry.family, entry.weight, entry.italic, read_file(font_path(entry.file))));
  }
  return fonts;
}

/// One library for all tests of a program: opening it is the slow part.
inline const FontLibrary& shipped_library() {
  static const FontLibrary library = [] {
    base::Diagnostics diagnostics;
    FontLibrary opened(shipped_fonts(), diagnostics);
    EXPECT_TRUE(diagnostics.all().empty());
    return opened;
  }();
  return library;
}

inline FaceId match(const std::string& family, std::uint16_t weight = 400, bool italic = false) {
  const std::array families = {family};
  return shipped_library().match({families, weight, italic});
}

}  // namespace reliure::text
