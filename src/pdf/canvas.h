#pragma once
// A content stream being written (ISO 32000-1 §7.8.2), with the graphics state that its operators left.
#include <cstdint>
#include <string>
#include <vector>

#include "book/picture.h"
#include "image/inks.h"
#include "pdf/fonts.h"
#include "pdf/marked_content.h"
#include "pdf/syntax.h"

namespace reliure::pdf {

/// From the coordinates of a page or drawing, y downwards, to those of its content stream, y upwards. In
/// thousandths of a point: each coordinate is rounded by itself, so that what touches keeps touching.
struct Frame {
  base::Length left, top;
  std::int64_t x(base::Length value) const { return thousandths(left) + thousandths(value); }
  std::int64_t y(base::Length value) const { return thousandths(top) - thousandths(value); }
};

/// A gradient that a content stream paints with, and the map from its space to the stream's.
struct GradientUse {
  const book::Gradient* gradient = nullptr;
  base::Transform matrix;
  /// The area it may paint, for a mask.
  base::Rect area;
};

/// A picture in tiles, and the map from the tile's space to the stream's.
struct TileUse {
  std::uint32_t picture = 0;
  base::Size size;
  /// From the picture's own box to the tile.
  std::string placement;
  base::Transform matrix;
};

/// What a content stream names, for its resource dictionary. Names are made of an index: /F0 is font 0.
struct Uses {
  std::vector<std::uint32_t> fonts;
  std::vector<std::uint32_t> pictures;
  /// Opacity of fills times 256 plus that of strokes.
  std::vector<std::uint32_t> opacities;
  /// Blend modes by their number.
  std::vector<std::uint32_t> blends;
  /// /P0, /P1 ... by use.
  std::vector<GradientUse> gradients;
  /// /M0, /M1 ...: gradients whose opacity changes, as soft masks.
  std::vector<GradientUse> masks;
  /// /T0, /T1 ...
  std::vector<TileUse> tiles;
  /// The colour of printer's marks.
  bool registration = false;
};

/// Adds `index` to a small set.
void note_use(std::vector<std::uint32_t>& uses, std::uint32_t index);

/// The part of the graphics state that we set; q and Q save and restore it.
struct GraphicsState {
  base::Color fill, stroke;
  bool fill_is_pattern = false;
  bool stroke_is_pattern = false;
  std::uint8_t fill_opacity = 255;
  std::uint8_t stroke_opacity = 255;
  book::BlendMode blend = book::BlendMode::normal;
  std::int64_t line_width = 1000;
  book::LineCap cap = book::LineCap::butt;
  book::LineJoin join = book::LineJoin::miter;
  std::int32_t miter_limit = 10 * 65536;
  std::string dashes;
  /// None until a font was chosen.
  std::uint32_t font = 0xFFFFFFFF;
  base::Length font_size;
  /// Horizontal scaling in thousandths (Tz).
  std::uint16_t stretch = 1000;
  /// Added to each glyph's width (Tc), in thousandths of a point.
  std::int64_t spacing = 0;
  /// The em that widths are counted in.
  base::Length em() const { return base::scaled(font_size, stretch, 1000); }
};

/// The text object that is open, if any (§9.4).
struct TextState {
  bool open = false;
  /// Within the array of a TJ, and within a string of it.
  bool in_array = false;
  bool in_string = false;
  /// Start of the current line, in thousandths.
  std::int64_t line_x = 0, line_y = 0;
  /// Where the next glyph would stand, from the start of the line, in 1/100000 em.
  std::int64_t pen = 0;
  std::int64_t rise = 0;
};

struct Canvas {
  std::string out;
  Frame frame;
  CodeForm form = CodeForm::binary;
  /// What colours are printed in; null for red, green and blue.
  const image::Inks* inks = nullptr;
  GraphicsState state;
  std::vector<GraphicsState> saved;
  TextState text;
  /// The product of the transforms of the groups around, y downwards.
  base::Transform placement;
  Uses uses;
  MarkedContent marked;
};

/// q and Q. Neither may stand in a text object.
void save(Canvas& canvas);
void restore(Canvas& canvas);
/// Applies `transform`, given in coordinates with y downwards, to what follows.
void transform(Canvas& canvas, const base::Transform& transform);
/// `outer` after `inner`.
base::Transform compose(const base::Transform& outer, const base::Transform& inner);
/// The frame as a transform.
base::Transform matrix(const Frame& frame);
void append_matrix(std::string& out, const base::Transform& transform);
void append_point(std::string& out, const Frame& frame, base::Point point);

/// The box around the corners of `area` under `placement`.
Box bounds(const Frame& frame, const base::Transform& placement, const base::Rect& area);
/// The smallest box that holds both.
Box around(const Box& a, const Box& b);
void append_box(std::string& out, const Box& box);

void set_fill(Canvas& canvas, base::Color color);
void set_stroke(Canvas& canvas, base::Color color);
void set_registration(Canvas& canvas, bool stroke);
void set_opacity(Canvas& canvas, std::uint8_t fill, std::uint8_t stroke);
void set_blend(Canvas& canvas, book::BlendMode mode);

}  // namespace reliure::pdf
