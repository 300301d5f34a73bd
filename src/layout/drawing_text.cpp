#include "layout/drawing_text.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "layout/missing_glyph.h"
#include "text/itemize.h"
#include "text/outline.h"
#include "text/shape.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Point;

/// Farther than any page reaches, near enough for products with a transform.
constexpr Length kFar = base::points(100'000);

/// A transform steeper than this leaves nothing to read.
constexpr std::int64_t kSteep = 1000 * 65536;

Length within_reach(Length length) { return base::max(Length{} - kFar, base::min(kFar, length)); }

/// Sets the texts of one drawing.
struct Setter {
  const text::FontLibrary& fonts;
  text::Shaper& shaper;
  const book::Resource& resource;
  base::Diagnostics& diagnostics;
  /// Reported before.
  std::set<char32_t> missing;
};

/// A part of a line that is shaped at once, and where its span's text holds it.
struct Piece {
  std::size_t span = 0;
  text::TextRun run;
};

/// The spans from one that is placed to the next, and the outlines of their glyphs.
struct Line {
  std::span<const book::DrawingSpan> spans;
  std::vector<book::Outline> outlines;
};

text::FaceId face_of(const book::DrawingSpan& span, const text::FontLibrary& fonts) {
  std::vector<std::string> families = span.families;
  families.emplace_back("sans-serif");
  return fonts.match({families, span.weight, span.italic});
}

/// How far a span's glyphs go below the line for another height of their font to stand on it.
Length drop_of(const book::DrawingSpan& span, const book::Font& font) {
  const auto in_points = [&](int units) { return base::scaled(span.size, units, font.units_per_em); };
  switch (span.baseline) {
    case book::TextBaseline::alphabetic:
      break;
    case book::TextBaseline::middle:
      return in_points(font.x_height) / 2;
    case book::TextBaseline::central:
      return in_points(font.ascent + font.descent) / 2;
    case book::TextBaseline::hanging:
      return in_points(font.cap_height);
    case book::TextBaseline::top:
      return in_points(font.ascent);
    case book::TextBaseline::bottom:
      return in_points(font.descent);
  }
  return {};
}

void report_missing(Setter& setter, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    if (!shows_nothing(decoded.character) && setter.missing.insert(decoded.character).second) {
      report_missing_glyph(text.substr(at, decoded.size), " of picture `" + setter.resource.path + "`",
                           setter.resource.used_at, setter.diagnostics);
    }
    at += decoded.size;
  }
}

/// The pieces of a line in visual order.
std::vector<Piece> pieces_of(Setter& setter, const Line& line) {
  std::string text;
  for (const book::DrawingSpan& span : line.spans) {
    text += span.text;
  }
  const std::vector<std::uint8_t> levels = text::bidi_levels(text, 0);
  std::vector<Piece> pieces;
  std::vector<std::uint8_t> piece_levels;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.spans.size(); ++i) {
    const book::DrawingSpan& span = line.spans[i];
    const std::span<const std::uint8_t> own = std::span(levels).subspan(begin, span.text.size());
    for (const text::TextRun& run :
         text::itemize(span.text, face_of(span, setter.fonts), setter.fonts, own)) {
      pieces.push_back({i, run});
      piece_levels.push_back(run.level);
    }
    begin += span.text.size();
  }
  std::vector<Piece> ordered;
  for (const std::uint32_t index : text::visual_order(piece_levels)) {
    ordered.push_back(pieces[index]);
  }
  return ordered;
}

/// Adds a glyph whose origin is at `origin`.
void add_glyph(const text::GlyphOutline& glyph, Point origin, Length size, std::int64_t em,
               book::Outline& outline) {
  const std::int64_t steps = em * text::kOutlineSteps;
  outline.verbs.insert(outline.verbs.end(), glyph.verbs.begin(), glyph.verbs.end());
  for (const text::OutlinePoint p : glyph.points) {
    outline.points.push_back(
        {origin.x + base::scaled(size, p.x, steps), origin.y - base::scaled(size, p.y, steps)});
  }
}

/// Shapes a piece and adds its glyphs from `pen` on, which moves to its end.
void set_piece(Setter& setter, const Piece& piece, Line& line, Point& pen) {
  const book::DrawingSpan& span = line.spans[piece.span];
  const std::string_view text =
      std::string_view(span.text).substr(piece.run.begin, piece.run.end - piece.run.begin);
  if (piece.run.missing) {
    report_missing(setter, text);
  }
  // Letters that are set apart do not join (CSS Text 3, section 8.2).
  static constexpr text::Feature kApart[] = {{text::feature_tag("liga"), 0}, {text::feature_tag("clig"), 0}};
  const std::span<const text::Feature> features =
      span.letter_spacing == Length{} ? std::span<const text::Feature>() : kApart;
  const text::ShapedText& shaped =
      setter.shaper.shape({piece.run.face, features, {}, piece.run.script, piece.run.level % 2 == 1}, text);
  const book::Font& font = setter.fonts.font(piece.run.face);
  const Length size = base::min(span.size, kFar);
  const auto in_points = [&](std::int64_t units) { return base::scaled(size, units, font.units_per_em); };
  const Length lowered = drop_of(span, font) - span.rise;
  for (std::size_t i = 0; i < shaped.glyphs.size(); ++i) {
    const text::ShapedGlyph& glyph = shaped.glyphs[i];
    if (!span.looks.empty()) {
      const Point origin{pen.x + in_points(glyph.dx), pen.y + lowered - in_points(glyph.dy)};
      add_glyph(text::outline_of(setter.fonts, piece.run.face, glyph.id), origin, size, font.units_per_em,
                line.outlines[piece.span]);
    }
    pen.x += in_points(glyph.advance);
    if (i + 1 == shaped.glyphs.size() || shaped.glyphs[i + 1].cluster != glyph.cluster) {
      pen.x += span.letter_spacing;
      pen.x += text[glyph.cluster] == ' ' ? span.word_spacing : Length{};
    }
  }
}

void move(book::Outline& outline, Length by) {
  for (Point& point : outline.points) {
    point.x += by;
  }
}

/// Sets a line whose first span begins at `pen`; moves it as its anchor wants, and `pen` to its end.
void set_line(Setter& setter, Line& line, Point& pen) {
  pen.x += line.spans.front().dx;
  pen.y += line.spans.front().dy;
  const Length start = pen.x;
  line.outlines.resize(line.spans.size());
  for (const Piece& piece : pieces_of(setter, line)) {
    const book::DrawingSpan& span = line.spans[piece.span];
    if (piece.run.begin == 0 && piece.span > 0) {
      pen.x += span.dx;
      pen.y += span.dy;
    }
    set_piece(setter, piece, line, pen);
  }
  const book::TextAnchor anchor = line.spans.front().anchor;
  const Length width = pen.x - start;
  const Length back = anchor == book::TextAnchor::middle ? width / 2
                      : anchor == book::TextAnchor::end  ? width
                                                         : Length{};
  for (book::Outline& outline : line.outlines) {
    move(outline, Length{} - back);
  }
  pen.x -= back;
}

/// `length` times a linear part of a transform.
Length times(Length length, std::int64_t part) {
  return base::scaled(within_reach(length), std::clamp(part, -kSteep, kSteep), 65536);
}

Point transformed(const base::Transform& transform, Point point) {
  return {times(point.x, transform.a) + times(point.y, transform.c) + transform.e,
          times(point.x, transform.b) + times(point.y, transform.d) + transform.f};
}

void add_paths(Line& line, const base::Transform& transform, std::vector<book::Path>& paths) {
  for (std::size_t i = 0; i < line.spans.size(); ++i) {
    book::Outline outline = std::move(line.outlines[i]);
    if (outline.points.empty()) {
      continue;
    }
    for (Point& point : outline.points) {
      point = transformed(transform, point);
    }
    for (const book::Path& look : line.spans[i].looks) {
      paths.push_back(look);
      paths.back().outline = outline;
    }
  }
}

void set_text(Setter& setter, const book::DrawingText& text, std::vector<book::Path>& paths) {
  const std::span<const book::DrawingSpan> spans = text.spans;
  Point pen;
  for (std::size_t begin = 0; begin < spans.size();) {
    std::size_t end = begin + 1;
    while (end < spans.size() && !spans[end].x && !spans[end].y) {
      ++end;
    }
    pen = {spans[begin].x.value_or(pen.x), spans[begin].y.value_or(pen.y)};
    Line line{spans.subspan(begin, end - begin), {}};
    set_line(setter, line, pen);
    add_paths(line, text.transform, paths);
    begin = end;
  }
}

/// Puts the texts of a drawing among its paths.
void set_texts(Setter& setter, book::Drawing& drawing) {
  std::vector<book::Path> paths;
  auto next = drawing.paths.begin();
  for (const book::DrawingText& text : drawing.texts) {
    const auto end = drawing.paths.begin() + static_cast<std::ptrdiff_t>(text.before);
    paths.insert(paths.end(), std::move_iterator(next), std::move_iterator(end));
    next = end;
    set_text(setter, text, paths);
  }
  paths.insert(paths.end(), std::move_iterator(next), std::move_iterator(drawing.paths.end()));
  drawing.paths = std::move(paths);
  drawing.texts.clear();
}

}  // namespace

void draw_texts(const book::Manuscript& manuscript, const text::FontLibrary& fonts,
                std::vector<book::Picture>& pictures, base::Diagnostics& diagnostics) {
  text::Shaper shaper(fonts);
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    auto* drawing = std::get_if<book::Drawing>(&pictures[i].content);
    // A book without any font has been reported.
    if (drawing != nullptr && !drawing->texts.empty() && !fonts.fonts().empty()) {
      Setter setter{fonts, shaper, manuscript.resources[i], diagnostics, {}};
      set_texts(setter, *drawing);
    }
  }
}

}  // namespace reliure::layout
