#pragma once
// Subsetting: a font cut down to the glyphs that a book uses, by hb-subset.
#include <cstdint>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "book/font.h"

namespace reliure::text {

struct FontSubset {
  /// A whole OpenType file: layout tables, hints and names dropped.
  base::Bytes file;
  /// For fonts with `cff`: the bare `CFF ` table, in which CIDs are glyph ids.
  base::Bytes cff_table;
  /// New id of each old glyph id asked for, 0 for one that the font has not; glyph 0 stays 0. Indexed like
  /// `glyphs`.
  std::vector<std::uint16_t> new_ids;
  /// Advance of each new glyph id, in font units.
  std::vector<std::uint16_t> advances;
};

/// Cuts `font` down to `glyphs` (sorted, without 0, without doubles) and what they are composed of.
/// `keep_layout` keeps cmap, names and layout tables, for use by an e-book reader rather than by glyph id; it
/// also keeps what the layout makes of these glyphs. A font too damaged to be cut comes back whole. The same
/// glyphs give the same bytes.
FontSubset subset(const book::Font& font, std::span<const std::uint16_t> glyphs, bool keep_layout = false);

/// Cuts `font` down to what shows `characters` in an e-book reader: with cmap, names, layout tables, and what
/// the layout makes of these. A font too damaged to be cut comes back whole.
base::Bytes subset_for_readers(const book::Font& font, std::span<const char32_t> characters);

}  // namespace reliure::text
