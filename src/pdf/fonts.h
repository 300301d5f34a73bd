#pragma once
// The book's fonts in the file: Type0 with Identity-H (ISO 32000-1 §9.7), cut down to what is shown.
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.h"
#include "book/book.h"
#include "pdf/glyph_texts.h"
#include "pdf/objects.h"

namespace reliure::pdf {

/// How code strings are written: two bytes, or four hexadecimal digits for people.
enum class CodeForm : std::uint8_t { binary, hex };

/// A character code of an embedded font, ready to be shown.
struct Code {
  std::uint16_t value = 0;
  /// As it stands between the brackets of a string, with escapes.
  std::array<char, 4> bytes{};
  std::uint8_t size = 0;
  /// As the font's W array says it, in 1/100000 em.
  std::int32_t width = 0;
  std::string_view syntax() const { return {bytes.data(), size}; }
};

/// What pages need to know of a font to show its glyphs.
struct EmbeddedFont {
  struct Glyph {
    Code code;
    std::string text;
  };
  /// The font's object; none when no page shows a glyph of it.
  Ref ref;
  /// By glyph id of the whole font, with its main text.
  std::vector<Glyph> glyphs;
  /// The same glyph under another code where it stands for another text. Only glyf fonts have this: in a bare
  /// CFF table codes are glyph ids.
  std::map<GlyphText, Code> others;

  /// The code of `glyph` whose text readers take for `text`; none when `text` must be told beside it.
  const Code* code(std::uint16_t glyph, std::string_view text) const;
  /// The glyph's code whatever its text.
  const Code& code(std::uint16_t glyph) const { return glyphs[glyph].code; }
};

/// Subsets the fonts of the book on `jobs` threads and adds those that are used; by font of the book.
std::vector<EmbeddedFont> embed_fonts(Objects& objects, const book::Book& book, CodeForm form,
                                      base::Jobs jobs);

}  // namespace reliure::pdf
