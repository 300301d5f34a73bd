#pragma once
// The walk over an SVG tree that appends to a drawing.
#include <string>
#include <string_view>
#include <vector>

#include "image/svg/properties.h"
#include "image/svg/shapes.h"
#include "image/svg/style_sheet.h"

namespace reliure::image {

/// Something that is left out, or only approached.
struct Omission {
  std::string what;
  bool approached = false;
  std::size_t count = 0;
};

/// Why drawing stopped; `none` when it did not.
enum class Stop { none, too_large, too_deep, circular };

/// What drawing needs and makes.
struct Painter {
  const Xml& xml;
  const StyleSheet& sheet;
  book::Drawing drawing;
  std::vector<Omission> omissions;
  Stop stop = Stop::none;
  /// Spent so far, against `kMaxWork`.
  std::size_t work = 0;
  /// The targets of the `use` elements being drawn, to see a circle.
  std::vector<ElementId> open_uses;
};

/// What an element inherits.
struct State {
  Matrix matrix;
  Style style;
  Viewport viewport;
  double opacity = 1;
  std::vector<std::uint32_t> clips;
  int depth = 0;
};

/// Elements nested, `use` included: deeper than any drawing program goes, shallow enough for every stack.
inline constexpr int kMaxDepth = 100;
/// What a drawing may cost, in points or what takes as long: thirty times the largest map we know of, one or
/// two seconds of work and 200 MB at the very worst.
inline constexpr std::size_t kMaxWork = 16'000'000;
/// An element, and a path that it makes, each cost about as much as this many points.
inline constexpr std::size_t kElementWork = 32;

/// Counts `amount`; false when the drawing has become too large, and `stop` says so.
bool spend(Painter& painter, std::size_t amount);
/// The element's style declarations, their cost spent.
Declared declarations(Painter& painter, ElementId element);
void omit(Painter& painter, std::string_view what);
void approach(Painter& painter, std::string_view what);

/// Draws the children of `parent` in order.
void draw_children(Painter& painter, ElementId parent, const State& state);

/// What `value` paints on a shape with `box` in its user units, which `matrix` maps to the drawing.
book::Paint make_paint(Painter& painter, const PaintValue& value, double opacity, const Box& box,
                       const State& state);

/// The clip that `clipPath` element `id` makes for an element whose geometry has `box` (none for groups).
/// Appends its indexes to `clips`; false when it clips everything away.
bool add_clips(Painter& painter, ElementId id, const State& state, const Box& box,
               std::vector<std::uint32_t>& clips);

/// Cuts everything drawn from path `first` on to `box`, where it reaches out of it.
void clip_to_box(Painter& painter, std::size_t first, const Box& box, const Matrix& matrix);

}  // namespace reliure::image
