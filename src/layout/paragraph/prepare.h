#pragma once
// Step 2: a collected paragraph with its words shaped and its items listed.
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "layout/paragraph/collect.h"
#include "layout/paragraph/items.h"
#include "text/breaks.h"
#include "text/shape.h"

namespace reliure::layout {

/// A style as the shaper takes it; one for each style of the paragraph.
struct Typeface {
  const style::ComputedStyle* style = nullptr;
  text::FaceId face;
  std::vector<text::Feature> features;
  /// U+2010 where the face has it, else U+002D.
  std::string_view hyphen;
  Length hyphen_width, hyphen_hang;
};

/// Text without a space, or one space, in one style and face, shaped whole.
struct Word {
  const text::ShapedText* shaped = nullptr;
  std::uint32_t begin = 0, end = 0;
  /// Into `Collected::spans`.
  std::uint32_t span = 0;
  std::uint32_t script = 0;
  /// One font unit in 1/65536 of a raw length unit.
  std::int64_t unit = 0;
  text::FaceId face;
  std::uint8_t level = 0;
};

/// Vertical measures of an inline box (CSS 2.2 §10.8), all relative to its own baseline and upwards positive
/// but for depths.
struct BoxMetrics {
  /// The content area: the font's ascent and descent.
  Length ascent, descent;
  /// With half-leading: what the box asks of the line.
  Length above, below;
  /// Its baseline over that of `group`.
  Length raise;
  /// The box itself or the ancestor that is aligned to the line's top or bottom; 0 is the line.
  std::uint32_t group = 0;
  /// The font's x-height.
  Length x_height;
  /// By how much its marks are painted aside (`position: relative`), with those of the boxes around it.
  base::Point offset{};
  /// It never asks for more than the root does.
  bool quiet = true;
};

struct Paragraph {
  Collected collected;
  std::vector<Typeface> typefaces;
  /// By span: into `typefaces`.
  std::vector<std::uint32_t> typeface_of;
  std::vector<Word> words;
  std::vector<Item> items;
  /// Places in words that are not hyphenated, ascending.
  std::vector<std::uint32_t> whole_at;
  /// By box.
  std::vector<BoxMetrics> metrics;
  std::vector<Atom> atoms;
  /// By atom.
  std::vector<InlineSize> atom_sizes;
  std::optional<Initial> initial;
  std::uint8_t base_level = 0;
  /// Some text runs from right to left.
  bool bidirectional = false;
  bool has_leader = false;
  /// Pictures or atoms.
  bool has_image = false;

  const style::ComputedStyle& block_style() const { return *collected.boxes[0].style; }
  const TextSpan& span_of(const Word& word) const { return collected.spans[word.span]; }
  const Typeface& typeface(const Word& word) const { return typefaces[typeface_of[word.span]]; }
  std::string_view text(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(collected.text).substr(begin, end - begin);
  }
};

/// Whether the word's letters may stand further apart or closer: none are joined, and none has marks, which
/// would leave it.
bool may_track(const Word& word);
/// By how much a word of this width may be made wider or narrower.
Length give_of(const Paragraph& paragraph, const Word& word, Length width);

/// How far the first and the last mark of `item`, a word or a part of one, may hang out of the measure.
void set_hangs(const Paragraph& paragraph, Item& item);

/// `units` of the word's font at its size.
inline Length scaled_units(std::int64_t units, const Word& word) {
  return {(units * word.unit + 0x8000) >> 16};
}

/// The advance of glyph `i` of `shaped`, with the letter-spacing that follows its cluster.
inline Length advance_of(const text::ShapedText& shaped, std::size_t i, const Word& word, Length spacing) {
  const Length advance = scaled_units(shaped.glyphs[i].advance, word);
  const bool ends_cluster =
      i + 1 == shaped.glyphs.size() || shaped.glyphs[i + 1].cluster != shaped.glyphs[i].cluster;
  return ends_cluster ? advance + spacing : advance;
}

Length width_of(const text::ShapedText& shaped, const Word& word, Length spacing);

/// What the shaper is asked for `word`, and for what is set like it.
text::ShapeRequest request_like(const Paragraph& paragraph, const Word& word);
/// Shapes `text` like `word`.
const text::ShapedText& shape_like(const Paragraph& paragraph, const Word& word, std::string_view text,
                                   text::Shaper& shaper);

/// Gives the first letter its style (`::first-letter`), or takes it out of the text as an initial.
void set_first_letter(Paragraph& paragraph, Setting& setting);

/// Lists words, spaces, edges and breaks in order. Fills `words` and `items`.
void list_items(Paragraph& paragraph, Setting& setting);

/// `paragraph.metrics` from the boxes' styles.
void measure_boxes(Paragraph& paragraph, const text::FontLibrary& fonts);

/// The items with a hyphen penalty at each place where `hyphens: auto` allows one.
std::vector<Item> with_hyphens(const Paragraph& paragraph, std::span<const Item> items,
                               const Setting& setting);
/// The items with words wider than `measure` that may break anywhere divided where patterns allow it at all,
/// whatever `hyphenate-limit-chars` asks for: better than between any two letters.
std::vector<Item> with_more_hyphens(const Paragraph& paragraph, std::span<const Item> items, Length measure,
                                    const Setting& setting);
/// The items with words wider than `measure` that may break anywhere broken behind punctuation: names in code
/// are read in parts.
std::vector<Item> with_breaks_at_separators(const Paragraph& paragraph, std::span<const Item> items,
                                            Length measure);
/// The items with words wider than `measure` broken between any two characters, where `overflow-wrap` allows
/// that, or `anyway`.
std::vector<Item> with_breaks_anywhere(const Paragraph& paragraph, std::span<const Item> items,
                                       Length measure, bool anyway);
/// The items with a break at each space, whatever `white-space` says.
std::vector<Item> with_breaks_at_spaces(const Paragraph& paragraph, std::span<const Item> items);

/// Cuts the box `item` at byte offsets `cuts` of the paragraph (ascending, inside it), each with the penalty
/// `cut`, and appends the parts.
void append_cut(const Paragraph& paragraph, const Item& item, std::span<const std::uint32_t> cuts,
                const Item& cut, std::vector<Item>& out);

/// The sizes of a picture in a line of width `measure`: CSS, else the `width` and `height` attributes, else
/// natural; never distorted by a maximum.
base::Size image_size(const InlineObject& image, Length measure, const Setting& setting);
/// The picture of an `img` node, into `Book::pictures`.
std::optional<std::uint32_t> picture_of(const book::Manuscript& manuscript, book::NodeId img);
/// With its margins.
Length image_width(const InlineObject& image, Length measure, const Setting& setting);

}  // namespace reliure::layout
