#pragma once
// A font that a book uses, whole; the backends subset it.
#include <cstdint>
#include <memory>
#include <string>

#include "base/bytes.h"
#include "base/span.h"

namespace reliure::book {

struct Font {
  std::string family;
  std::string postscript_name;
  /// 100 to 900.
  std::uint16_t weight = 400;
  bool italic = false;
  bool monospaced = false;
  bool serif = false;
  /// Glyphs are in a `CFF ` table rather than `glyf`.
  bool cff = false;
  std::uint16_t units_per_em = 1000;
  /// In font units; `descent` is negative.
  std::int16_t ascent = 0, descent = 0, cap_height = 0, x_height = 0;
  /// The OpenType file, shared with the font library.
  std::shared_ptr<const base::Bytes> file;
  /// Where a list of fonts names it.
  base::Span span;
};

}  // namespace reliure::book
