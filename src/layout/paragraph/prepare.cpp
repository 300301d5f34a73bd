#include "layout/paragraph/prepare.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "layout/paragraph/direction.h"
#include "text/itemize.h"
#include "text/protrusion.h"

namespace reliure::layout {
namespace {

/// Letters set apart are not joined to ligatures (CSS Text 3 §8.2).
void unjoin_spaced_letters(Typeface& typeface) {
  if (typeface.style->letter_spacing == Length{}) return;
  for (const std::string_view tag : {"liga", "clig"}) {
    typeface.features.push_back({text::feature_tag(tag), 0});
  }
}

Typeface resolve_typeface(const style::ComputedStyle& style, Setting& setting) {
  Typeface typeface;
  typeface.style = &style;
  const text::FontLibrary& fonts = setting.input.fonts;
  typeface.face = fonts.match({style.font_families, style.font_weight, style.italic});
  for (const style::FontFeature& feature : style.font_features) {
    typeface.features.push_back({feature.tag, feature.value});
  }
  unjoin_spaced_letters(typeface);
  typeface.hyphen = fonts.covers(typeface.face, 0x2010) ? "\u2010" : "-";
  const text::ShapedText& hyphen =
      setting.shaper.shape({typeface.face, typeface.features, {}, 0, false}, typeface.hyphen);
  typeface.hyphen_width = base::scaled(style.font_size, hyphen.advance,
                                       std::max<std::int64_t>(1, fonts.font(typeface.face).units_per_em));
  if (style.protrusion) {
    typeface.hyphen_hang = base::scaled(typeface.hyphen_width, text::protrusion_of(0x2010).right, 1000);
  }
  return typeface;
}

void resolve_typefaces(Paragraph& paragraph, Setting& setting) {
  std::map<const style::ComputedStyle*, std::uint32_t> known;
  const style::ComputedStyle* last = nullptr;
  std::uint32_t index = 0;
  for (const TextSpan& span : paragraph.collected.spans) {
    if (span.style != last) {
      last = span.style;
      const auto [entry, fresh] =
          known.try_emplace(last, static_cast<std::uint32_t>(paragraph.typefaces.size()));
      if (fresh) {
        paragraph.typefaces.push_back(resolve_typeface(*last, setting));
      }
      index = entry->second;
    }
    paragraph.typeface_of.push_back(index);
  }
}

/// The advance of what is set for the character at byte `at` of the text; nothing where it is part of a
/// ligature.
Length advance_at(const Paragraph& paragraph, const Word& word, std::uint32_t at) {
  Length advance;
  for (std::size_t i = 0; i < word.shaped->glyphs.size(); ++i) {
    if (word.begin + word.shaped->glyphs[i].cluster == at) {
      advance += advance_of(*word.shaped, i, word, paragraph.typeface(word).style->letter_spacing);
    }
  }
  return advance;
}

/// Nothing to set: no text, no object, and no edge that takes room or is a target.
bool is_empty(const Collected& collected) { return collected.text.empty() && collected.edges.empty(); }

}  // namespace

void ParagraphDeleter::operator()(Paragraph* paragraph) const { delete paragraph; }

ParagraphPtr prepare(const InlineContent& content, Setting& setting) {
  ParagraphPtr paragraph(new Paragraph);
  paragraph->collected = collect(content, setting);
  if (is_empty(paragraph->collected)) return nullptr;
  if (!content.marker) {
    set_first_letter(*paragraph, setting);
  }
  paragraph->base_level = base_level_of(paragraph->collected);
  resolve_typefaces(*paragraph, setting);
  measure_boxes(*paragraph, setting.input.fonts);
  for (const Element& element : paragraph->collected.atoms) {
    paragraph->atoms.push_back({element, {}, {}, {}, {}});
  }
  paragraph->atom_sizes.resize(paragraph->atoms.size());
  list_items(*paragraph, setting);
  return paragraph;
}

std::span<const Element> floats_of(const Paragraph& paragraph) { return paragraph.collected.floats; }

bool is_plain(const Paragraph& paragraph) {
  return paragraph.collected.floats.empty() && paragraph.atoms.empty() && !paragraph.initial;
}

std::span<Atom> atoms_of(Paragraph& paragraph) { return paragraph.atoms; }

void set_atom_size(Paragraph& paragraph, std::size_t atom, InlineSize size) {
  paragraph.atom_sizes[atom] = size;
}

Length width_of(const text::ShapedText& shaped, const Word& word, Length spacing) {
  Length width;
  for (std::size_t i = 0; i < shaped.glyphs.size(); ++i) {
    width += advance_of(shaped, i, word, spacing);
  }
  return width;
}

bool may_track(const Word& word) { return !text::joins_letters(word.script) && !word.shaped->has_marks; }

Length give_of(const Paragraph& paragraph, const Word& word, Length width) {
  const style::ComputedStyle& style = *paragraph.typeface(word).style;
  Length give = base::scaled(width, style.expansion, 1000);
  if (style.letter_fit != 0 && may_track(word)) {
    const auto letters = static_cast<std::int64_t>(word.shaped->glyphs.size());
    give += base::scaled(style.font_size, style.letter_fit * letters, 1000);
  }
  return give;
}

void set_hangs(const Paragraph& paragraph, Item& item) {
  const Word& word = paragraph.words[item.index];
  item.hang_start = item.hang_end = {};
  if (!paragraph.typeface(word).style->protrusion || paragraph.bidirectional) return;
  if (text::is_set_in_squares(word.script)) return;
  const std::string_view text = paragraph.text(item.begin, item.end);
  const text::Protrusion first = text::protrusion_of(base::decode(text, 0).character);
  if (first.left != 0) {
    item.hang_start = base::scaled(advance_at(paragraph, word, item.begin), first.left, 1000);
  }
  const std::size_t at = base::last_character(text);
  const text::Protrusion last = text::protrusion_of(base::decode(text, at).character);
  if (last.right != 0) {
    item.hang_end = base::scaled(advance_at(paragraph, word, item.begin + static_cast<std::uint32_t>(at)),
                                 last.right, 1000);
  }
}

text::ShapeRequest request_like(const Paragraph& paragraph, const Word& word) {
  return {word.face, paragraph.typeface(word).features, paragraph.span_of(word).language, word.script,
          (word.level & 1) != 0};
}

const text::ShapedText& shape_like(const Paragraph& paragraph, const Word& word, std::string_view text,
                                   text::Shaper& shaper) {
  return shaper.shape(request_like(paragraph, word), text);
}

}  // namespace reliure::layout
