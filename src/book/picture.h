#pragma once
// Pictures, decoded to what both backends place.
#include <cstdint>
#include <optional>
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
  /// Colours of a palette in `color_space`, one byte a component; empty when the samples are colours
  /// themselves.
  base::Bytes palette;
  /// 8-bit opacity, one byte a pixel, raw; empty when opaque.
  base::Bytes alpha;
  /// Adobe JPEGs store CMYK inverted (PDF: /Decode [1 0 1 0 1 0 1 0]).
  bool inverted = false;
  /// The ICC profile that says what the samples are, of as many components; empty for sRGB, its grey, and
  /// inks that nothing is known of.
  base::Bytes profile{};
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

/// How a colour mixes with what is below it (ISO 32000-1 §11.3.5, CSS Compositing 1 §5).
enum class BlendMode : std::uint8_t {
  normal,
  multiply,
  screen,
  overlay,
  darken,
  lighten,
  color_dodge,
  color_burn,
  hard_light,
  soft_light,
  difference,
  exclusion,
  hue,
  saturation,
  color,
  luminosity,
};

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
  BlendMode blend = BlendMode::normal;
  /// Clips, all of which apply; indexes into the owning drawing's `clips`.
  std::vector<std::uint32_t> clips;
};

struct Clip {
  Outline outline;
  FillRule rule = FillRule::nonzero;
};

/// Which place of a line of text stands on its point.
enum class TextAnchor : std::uint8_t { start, middle, end };

/// Which height of a font stands on a text's line (`dominant-baseline` of SVG).
enum class TextBaseline : std::uint8_t { alphabetic, middle, central, hanging, top, bottom };

/// A stretch of a drawing's text in one style. It stands where the one before it ends, but for what it says.
struct DrawingSpan {
  std::string text;
  /// As `text::FontRequest` takes them.
  std::vector<std::string> families;
  std::uint16_t weight = 400;
  bool italic = false;
  base::Length size, letter_spacing, word_spacing;
  /// How far it is raised above its line.
  base::Length rise;
  TextBaseline baseline = TextBaseline::alphabetic;
  /// Where it begins instead; either of them also begins a line of its own, which its `anchor` moves.
  std::optional<base::Length> x, y;
  /// Moves it and what follows.
  base::Length dx, dy;
  TextAnchor anchor = TextAnchor::start;
  /// What paints the glyphs, in order: paths that want their outlines. None when it only takes its place.
  std::vector<Path> looks;
};

/// A text of a drawing, in coordinates of its own, from (0, 0) on.
struct DrawingText {
  std::vector<DrawingSpan> spans;
  /// From the text's coordinates to the drawing's. Lengths are of the same order on both sides.
  base::Transform transform;
  /// How many of the drawing's paths are painted before it.
  std::size_t before = 0;
};

/// A vector picture: paths in painting order in a box from (0, 0) to `size`.
struct Drawing {
  base::Size size;
  std::vector<Path> paths;
  std::vector<Clip> clips;
  /// In painting order. As decoded only: layout, which has the fonts, makes them paths.
  std::vector<DrawingText> texts;
};

/// A decoded picture. `size` is its natural size; a CSS pixel is 3/4 pt. Without content it could not be
/// read: that was reported, and it is placed as nothing.
struct Picture {
  base::Size size;
  std::variant<std::monostate, Raster, Drawing> content;
};

}  // namespace reliure::book
