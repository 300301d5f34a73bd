#pragma once
// A face of the library as the other files of this room see it. Not for other rooms.
#include <memory>

#include "text/character_set.h"
#include "text/font_library.h"

struct hb_font_t;

namespace reliure::text {

/// Stands for a character that no font has: a white square.
inline constexpr char32_t kMissing = 0x25A1;

struct DestroyFont {
  void operator()(hb_font_t* font) const;
};

struct FontLibrary::Face {
  /// Immutable; its scale is the face's units per em.
  std::unique_ptr<hb_font_t, DestroyFont> font;
  /// What the face can show, including what HarfBuzz makes from other characters (all spaces from U+0020)
  /// and what shows nothing (joiners, soft hyphens).
  CharacterSet characters;
  /// The glyph of `kMissing`, else of a question mark: a glyph of its own, as archives forbid to show
  /// `.notdef` (ISO 19005-2 §6.2.11.8). 0 where the face has neither.
  std::uint32_t missing_glyph = 0;
};

/// Opens `font.file` and fills in names and measures; nothing for a file that HarfBuzz cannot use.
std::optional<FontLibrary::Face> open_face(book::Font& font);

}  // namespace reliure::text
