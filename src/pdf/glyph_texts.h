#pragma once
// What the glyphs of a font stand for, counted over the whole book.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "book/book.h"

namespace reliure::pdf {

/// A glyph of the whole font and the text that it stands for in some place.
using GlyphText = std::pair<std::uint16_t, std::string>;

/// The texts of one font's glyphs. One glyph may have several: the hyphen is `-` where it was written and
/// U+00AD where a line break added it; a small capital is `a` or `A`.
class GlyphTexts {
 public:
  /// `glyph` stands for `text` once more.
  void count(std::uint16_t glyph, std::string_view text);
  /// `glyph` is shown, but what it means is told in another way; `text` serves if nothing better is counted.
  void show(std::uint16_t glyph, std::string_view text);
  void append(const GlyphTexts& other);
  /// Makes the most frequent text of each glyph its main one; equals are decided by byte order.
  void choose();

  struct Main {
    std::string text;
    std::uint32_t times = 0;
    bool shown = false;
  };
  /// By glyph id.
  const std::vector<Main>& main() const { return main_; }
  /// The others, with how often each is used.
  const std::map<GlyphText, std::uint32_t>& others() const { return others_; }

 private:
  Main& at(std::uint16_t glyph);
  void add(std::uint16_t glyph, std::string_view text, std::uint32_t times);
  std::vector<Main> main_;
  std::map<GlyphText, std::uint32_t> others_;
};

/// By font of the book.
std::vector<GlyphTexts> glyph_texts(const book::Book& book, base::Jobs jobs);

}  // namespace reliure::pdf
