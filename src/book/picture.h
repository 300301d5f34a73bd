#pragma once
// Pictures, decoded to what both backends place.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/geometry.h"

namespace reliure::book {

enum class ColorSpace : std::uint8_t { gray, rgb, cmyk };

/// How the samples of a raster are stored.
enum class Encoding : std::uint8_t {
  /// Rows of samples, top to bottom, no padding between rows but to a whole byte.
  raw,
  /// The original JPEG file, passed through (PDF DCTDecode).
  jpeg,
  /// PNG's own zlib stream with PNG predictors, passed through (PDF FlateDecode, Predictor 15).
  png_deflate,
};

struct Raster {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  ColorSpace color_space = ColorSpace::rgb;
  std::uint8_t bits_per_sample = 8;
  Encoding encoding = Encoding::raw;
  base::Bytes samples;
  /// RGB triples of a palette; empty when the samples are colours themselves.
  base::Bytes palette;
  /// 8-bit opacity, one byte a pixel, raw; empty when opaque.
  base::Bytes alpha;
  /// Adobe JPEGs store CMYK inverted (PDF: /Decode [1 0 1 0 1 0 1 0]).
  bool inverted = false;
};

enum class PathVerb : std::uint8_t { move, line, curve, close };

/// An outline: verbs and their points in order (move 1, line 1, cubic curve 3, close 0).
struct Outline {
  std::vector<PathVerb> verbs;
  std::vector<base::Point> points;
};

struct GradientStop {
  /// 0 to 65536 along the gradient.
  std::int32_t offset = 0;
  base::Color color;
};

/// A linear (start to end) or radial (circles around start and end) gradient, in the drawing's space.
struct Gradient {
  bool radial = false;
  base::Point start, end;
  base::Length start_radius, end_radius;
  std::vector<GradientStop> stops;
  base::Transform transform;
};

/// All inks of the press at once, for printer's marks.
struct Registration {};

using Paint = std::variant<std::monostate, base::Color, Gradient, Registration>;

enum class FillRule : std::uint8_t { nonzero, even_odd };
enum class LineCap : std::uint8_t { butt, round, square };
enum class LineJoin : std::uint8_t { miter, round, bevel };

struct Stroke {
  base::Length width = base::points(1);
  LineCap cap = LineCap::butt;
  LineJoin join = LineJoin::miter;
  /// In 1/65536.
  std::int32_t miter_limit = 10 * 65536;
  std::vector<base::Length> dashes;
  base::Length dash_offset;
};

/// One painted outline, in the coordinates of its page or drawing.
struct Path {
  Outline outline;
  Paint fill;
  FillRule fill_rule = FillRule::nonzero;
  Paint stroke_paint;
  Stroke stroke;
  /// 0 transparent to 255 opaque, for the whole path.
  std::uint8_t opacity = 255;
  /// Clips, all of which apply; indexes into the owning drawing's `clips`.
  std::vector<std::uint32_t> clips;
};

struct Clip {
  Outline outline;
  FillRule rule = FillRule::nonzero;
};

/// A vector picture: paths in painting order in a box from (0, 0) to `size`.
struct Drawing {
  base::Size size;
  std::vector<Path> paths;
  std::vector<Clip> clips;
};

/// A decoded picture. `size` is its natural size; a CSS pixel is 3/4 pt. Without content it could not be
/// read: that was reported, and it is placed as nothing.
struct Picture {
  base::Size size;
  std::variant<std::monostate, Raster, Drawing> content;
};

}  // namespace reliure::book
