#include "layout/set_text.h"

#include <vector>

#include "text/itemize.h"
#include "text/shape.h"

namespace reliure::layout {
namespace {

using base::Length;

text::FaceId face_of(const style::ComputedStyle& style, const text::FontLibrary& fonts) {
  return fonts.match({style.font_families, style.font_weight, style.italic});
}

std::vector<text::Feature> features_of(const style::ComputedStyle& style) {
  std::vector<text::Feature> features;
  features.reserve(style.font_features.size());
  for (const style::FontFeature& feature : style.font_features) {
    features.push_back({feature.tag, feature.value});
  }
  return features;
}

/// Appends the shaped run to `set` at its present width.
void add_run(const text::TextRun& run, const text::ShapedText& shaped, std::string_view text,
             const style::ComputedStyle& style, const text::FontLibrary& fonts, SetText& set) {
  Fragment& content = set.content;
  const std::int64_t em = fonts.font(run.face).units_per_em;
  const auto in_points = [&](std::int64_t units) { return base::scaled(style.font_size, units, em); };
  book::GlyphRun mark;
  mark.font = run.face.value;
  mark.size = style.font_size;
  mark.origin = {set.width, {}};
  mark.color = style.color;
  mark.glyphs.begin = static_cast<std::uint32_t>(content.glyphs.size());
  mark.text.begin = static_cast<std::uint32_t>(content.text.size());
  mark.right_to_left = run.level % 2 == 1;
  for (const text::ShapedGlyph& glyph : shaped.glyphs) {
    const Length advance = in_points(glyph.advance) + style.letter_spacing;
    content.glyphs.push_back(
        {glyph.id, glyph.within, glyph.cluster, advance, in_points(glyph.dx), -in_points(glyph.dy)});
    set.width += advance;
  }
  content.text += text;
  mark.glyphs.end = static_cast<std::uint32_t>(content.glyphs.size());
  mark.text.end = static_cast<std::uint32_t>(content.text.size());
  content.items.push_back({{}, {}, book::Role::content, mark});
}

}  // namespace

SetText set_text(std::string_view text, const style::ComputedStyle& style, const TextSource& source,
                 Setting& setting) {
  const text::FontLibrary& fonts = setting.input.fonts;
  const std::uint8_t base_level = style.direction == style::Direction::rtl ? 1 : 0;
  const std::vector<std::uint8_t> levels = text::bidi_levels(text, base_level);
  const std::vector<text::TextRun> runs = text::itemize(text, face_of(style, fonts), fonts, levels);
  std::vector<std::uint8_t> run_levels;
  for (const text::TextRun& run : runs) {
    run_levels.push_back(run.level);
  }
  const std::vector<text::Feature> features = features_of(style);
  SetText set;
  std::vector<Length> widths;
  for (const text::TextRun& run : runs) {
    const std::string_view part = text.substr(run.begin, run.end - run.begin);
    const text::ShapeRequest request{run.face, features, source.language, run.script, run.level % 2 == 1};
    const Length before = set.width;
    add_run(run, setting.shaper.shape(request, part), part, style, fonts, set);
    widths.push_back(set.width - before);
  }
  // They are read in the order of the text, and stand in another.
  Length x;
  for (const std::uint32_t index : text::visual_order(run_levels)) {
    std::get<book::GlyphRun>(set.content.items[index].mark).origin.x = x;
    x += widths[index];
  }
  for (book::Item& item : set.content.items) {
    item.node = source.node;
    item.role = source.role;
  }
  if (!source.alternative.empty() && set.content.items.size() == 1) {
    auto& run = std::get<book::GlyphRun>(set.content.items.front().mark);
    set.content.text = source.alternative;
    run.text = {0, static_cast<std::uint32_t>(source.alternative.size())};
    run.replaces_text = true;
  }
  return set;
}

}  // namespace reliure::layout
