#pragma once
// The walk over an SVG tree that appends to a drawing.
#include <string>
#include <string_view>
#include <vector>

#include "image/svg/properties.h"
#include "image/svg/shapes.h"
#include "image/svg/style_sheet.h"

namespace reliure::image {

/// Whether a picture set as pixels by librsvg shows what we do not. It does not show what is a mistake of the
/// file, what is outside of the file, and what librsvg does not draw either.
enum class Pixels { show_it, do_not };

/// Something that is left out, or only approached.
struct Omission {
  std::string what;
  bool approached = false;
  Pixels pixels = Pixels::show_it;
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
  /// Of the element, else of the nearest group around that has one.
  book::BlendMode blend = book::BlendMode::normal;
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

/// Whether the element draws nothing where it stands and loses nothing on paper: definitions, descriptions,
/// and elements of other vocabularies.
bool is_silent(std::string_view name);

/// Counts `amount`; false when the drawing has become too large, and `stop` says so.
bool spend(Painter& painter, std::size_t amount);
/// The element's style declarations, their cost spent.
Declared declarations(Painter& painter, ElementId element);
void omit(Painter& painter, std::string_view what, Pixels pixels = Pixels::show_it);
void approach(Painter& painter, std::string_view what, Pixels pixels = Pixels::show_it);
/// Omits what the style asks for and we cannot draw: masks and filters.
void note_effects(Painter& painter, const Style& style);

/// The state of an element from its parent's: style, transform, opacity. Nothing when it is not drawn.
std::optional<State> enter(Painter& painter, ElementId element, const State& outer);

/// Adds the element's clip to its state; false when nothing of it can be seen.
bool clip(Painter& painter, State& state, const Box& box);

/// What paints an outline with `box` in the state's style, in order: at most two paths that want their
/// outlines.
std::vector<book::Path> make_looks(Painter& painter, const State& state, const Box& box);

/// Adds a `text` element, already entered, to the drawing's texts.
void draw_text(Painter& painter, ElementId element, State& state);

/// Draws the children of `parent` in order.
void draw_children(Painter& painter, ElementId parent, const State& state);

/// Draws `element`'s children in a viewport of their own: a nested `svg`, a `symbol` or a `marker`.
void draw_viewport(Painter& painter, ElementId element, State& state, const Viewport& sides);

/// What `value` paints on a shape with `box` in its user units, which `matrix` maps to the drawing.
book::Paint make_paint(Painter& painter, const PaintValue& value, double opacity, const Box& box,
                       const State& state);

/// The clip that `clipPath` element `id` makes for an element whose geometry has `box` (none for groups).
/// Appends its indexes to `clips`; false when it clips everything away.
bool add_clips(Painter& painter, ElementId id, const State& state, const Box& box,
               std::vector<std::uint32_t>& clips);

/// How far a drawing has come.
struct Progress {
  std::size_t paths = 0;
  std::size_t texts = 0;
};
Progress progress(const Painter& painter);

/// Cuts everything drawn from `first` on to `box`: paths where they reach out of it, and texts, whose reach
/// is not known yet.
void clip_to_box(Painter& painter, Progress first, const Box& box, const Matrix& matrix);

}  // namespace reliure::image
