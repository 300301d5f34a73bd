#include "text/outlined.h"

#include <vector>

#include "text/itemize.h"
#include "text/outline.h"

namespace reliure::text {
namespace {

using base::Length;
using base::Point;

/// Larger type fills no page, and products with the units of a font stay in range.
constexpr Length kLargestSize = base::points(10'000);

/// Where glyphs of one face and size are added.
struct Pen {
  const FontLibrary& fonts;
  FaceId face;
  Length width, height;  // of an em
  book::Outline& outline;

  void add(std::uint16_t id, Point origin) {
    const GlyphOutline glyph = outline_of(fonts, face, id);
    const std::int64_t steps = std::int64_t{fonts.font(face).units_per_em} * kOutlineSteps;
    outline.verbs.insert(outline.verbs.end(), glyph.verbs.begin(), glyph.verbs.end());
    for (const OutlinePoint p : glyph.points) {
      outline.points.push_back(
          {origin.x + base::scaled(width, p.x, steps), origin.y - base::scaled(height, p.y, steps)});
    }
  }
};

book::Path filled(base::Color color) {
  book::Path path;
  path.fill = color;
  return path;
}

book::Path path_of(const book::GlyphRun& run, const book::Page& page, const FontLibrary& fonts) {
  book::Path path = filled(run.color);
  if (run.font >= fonts.fonts().size()) {
    return path;
  }
  const Length size = base::min(run.size, kLargestSize);
  Pen pen{fonts, FaceId{static_cast<std::uint16_t>(run.font)}, base::scaled(size, run.stretch, 1000), size,
          path.outline};
  Point at = run.origin;
  for (std::uint32_t i = run.glyphs.begin; i < run.glyphs.end; ++i) {
    const book::Glyph& glyph = page.glyphs[i];
    pen.add(glyph.id, {at.x + glyph.dx, at.y + glyph.dy});
    at.x += glyph.advance;
  }
  return path;
}

void outline_items(std::vector<book::Item>& items, const book::Page& page, const FontLibrary& fonts) {
  for (book::Item& item : items) {
    if (const auto* run = std::get_if<book::GlyphRun>(&item.mark)) {
      item.mark = path_of(*run, page, fonts);
    } else if (auto* group = std::get_if<book::Group>(&item.mark)) {
      outline_items(group->items, page, fonts);
    }
  }
}

/// The runs of a line in visual order.
std::vector<TextRun> runs_of(std::string_view text, FaceId face, const FontLibrary& fonts) {
  const std::vector<std::uint8_t> levels = bidi_levels(text, level_by_first_letter(text).value_or(0));
  const std::vector<TextRun> runs = itemize(text, face, fonts, levels);
  std::vector<std::uint8_t> run_levels;
  for (const TextRun& run : runs) {
    run_levels.push_back(run.level);
  }
  std::vector<TextRun> ordered;
  for (const std::uint32_t index : visual_order(run_levels)) {
    ordered.push_back(runs[index]);
  }
  return ordered;
}

}  // namespace

book::Page outlined(const book::Page& page, const FontLibrary& fonts) {
  book::Page drawn = page;
  outline_items(drawn.items, page, fonts);
  drawn.glyphs.clear();
  drawn.text.clear();
  return drawn;
}

OutlinedLine outlined_line(std::string_view text, const LineStyle& style, base::Point origin,
                           const FontLibrary& fonts, Shaper& shaper) {
  OutlinedLine line{filled(style.color), {}};
  for (const TextRun& run : runs_of(text, style.face, fonts)) {
    const std::string_view part = text.substr(run.begin, run.end - run.begin);
    const ShapedText& shaped = shaper.shape({run.face, {}, {}, run.script, run.level % 2 == 1}, part);
    const auto in_points = [&](std::int64_t units) {
      return base::scaled(style.size, units, fonts.font(run.face).units_per_em);
    };
    Pen pen{fonts, run.face, style.size, style.size, line.path.outline};
    for (const ShapedGlyph& glyph : shaped.glyphs) {
      pen.add(glyph.id, {origin.x + line.width + in_points(glyph.dx), origin.y - in_points(glyph.dy)});
      line.width += in_points(glyph.advance);
    }
  }
  return line;
}

}  // namespace reliure::text
