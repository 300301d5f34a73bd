#include "pdf/path_operators.h"

#include <algorithm>
#include <optional>

#include "pdf/text_operators.h"

namespace reliure::pdf {

namespace {

using book::PathVerb;

void append_rectangle(Canvas& canvas, base::Point a, base::Point b) {
  const Frame& frame = canvas.frame;
  const std::int64_t left = frame.x(base::min(a.x, b.x));
  const std::int64_t right = frame.x(base::max(a.x, b.x));
  const std::int64_t bottom = frame.y(base::max(a.y, b.y));
  const std::int64_t top = frame.y(base::min(a.y, b.y));
  for (const std::int64_t value : {left, bottom, right - left, top - bottom}) {
    append_decimal(canvas.out, value, 3);
    canvas.out += ' ';
  }
  canvas.out += "re\n";
}

/// Whether the outline is one closed rectangle with sides along the axes.
bool is_rectangle(const book::Outline& outline) {
  constexpr PathVerb kVerbs[] = {PathVerb::move, PathVerb::line, PathVerb::line, PathVerb::line,
                                 PathVerb::close};
  if (!std::ranges::equal(outline.verbs, kVerbs) || outline.points.size() != 4) {
    return false;
  }
  const auto& p = outline.points;
  const bool horizontal_first = p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x;
  const bool vertical_first = p[0].x == p[1].x && p[1].y == p[2].y && p[2].x == p[3].x && p[3].y == p[0].y;
  return horizontal_first || vertical_first;
}

std::size_t points_of(PathVerb verb) {
  switch (verb) {
    case PathVerb::move:
    case PathVerb::line:
      return 1;
    case PathVerb::curve:
      return 3;
    case PathVerb::close:
      return 0;
  }
  return 0;
}

/// Path construction. What comes before the first `move` has no start and is left out.
void append_outline(Canvas& canvas, const book::Outline& outline) {
  if (is_rectangle(outline)) {
    append_rectangle(canvas, outline.points[0], outline.points[2]);
    return;
  }
  constexpr char kOperators[] = {'m', 'l', 'c', 'h'};
  bool begun = false;
  std::size_t at = 0;
  for (const PathVerb verb : outline.verbs) {
    const std::size_t count = points_of(verb);
    if (at + count > outline.points.size()) {
      return;
    }
    begun = begun || verb == PathVerb::move;
    for (std::size_t i = 0; begun && i < count; ++i) {
      append_point(canvas.out, canvas.frame, outline.points[at + i]);
    }
    if (begun) {
      canvas.out += kOperators[static_cast<std::size_t>(verb)];
      canvas.out += '\n';
    }
    at += count;
  }
}

void append_pair(std::string& out, std::int64_t value, int decimals, std::string_view operation) {
  append_decimal(out, value, decimals);
  out += operation;
}

/// The dash array and phase; an array that PDF does not allow is a solid line.
std::string dashes_of(const book::Stroke& stroke) {
  const bool allowed =
      std::ranges::all_of(stroke.dashes, [](base::Length dash) { return dash.raw >= 0; }) &&
      std::ranges::any_of(stroke.dashes, [](base::Length dash) { return thousandths(dash) > 0; });
  std::string out = "[";
  if (allowed) {
    for (const base::Length dash : stroke.dashes) {
      append_pair(out, thousandths(dash), 3, " ");
    }
  }
  out += "] ";
  append_pair(out, allowed ? std::max<std::int64_t>(0, thousandths(stroke.dash_offset)) : 0, 3, " d\n");
  return out;
}

/// All of a stroke but its dashes.
void set_pen(Canvas& canvas, const book::Stroke& stroke) {
  GraphicsState& state = canvas.state;
  if (const std::int64_t width = thousandths(stroke.width); state.line_width != width) {
    state.line_width = width;
    append_pair(canvas.out, width, 3, " w\n");
  }
  if (state.cap != stroke.cap) {
    state.cap = stroke.cap;
    append_pair(canvas.out, static_cast<int>(stroke.cap), 0, " J\n");
  }
  if (state.join != stroke.join) {
    state.join = stroke.join;
    append_pair(canvas.out, static_cast<int>(stroke.join), 0, " j\n");
  }
  if (const std::int32_t limit = std::max(65536, stroke.miter_limit); state.miter_limit != limit) {
    state.miter_limit = limit;
    append_fixed(canvas.out, limit, 3);
    canvas.out += " M\n";
  }
}

void set_line_style(Canvas& canvas, const book::Stroke& stroke) {
  set_pen(canvas, stroke);
  if (std::string dashes = dashes_of(stroke); dashes != canvas.state.dashes) {
    canvas.out += dashes;
    canvas.state.dashes = std::move(dashes);
  }
}

/// The box around the outline's points, wider by what a stroke may add: for a mask's area.
base::Rect bounds(const book::Path& path) {
  base::Rect box;
  base::Point low, high;
  for (std::size_t i = 0; i < path.outline.points.size(); ++i) {
    const base::Point point = path.outline.points[i];
    low = i == 0 ? point : base::Point{base::min(low.x, point.x), base::min(low.y, point.y)};
    high = i == 0 ? point : base::Point{base::max(high.x, point.x), base::max(high.y, point.y)};
  }
  const base::Length margin =
      base::scaled(path.stroke.width, std::max(65536, path.stroke.miter_limit), 65536);
  box.x = low.x - margin;
  box.y = low.y - margin;
  box.width = high.x - low.x + margin * 2;
  box.height = high.y - low.y + margin * 2;
  return box;
}

/// The one opacity of a paint; nothing when it changes along a gradient.
std::optional<std::uint8_t> opacity_of(const book::Paint& paint) {
  if (const auto* color = std::get_if<base::Color>(&paint)) {
    return color->alpha;
  }
  const auto* gradient = std::get_if<book::Gradient>(&paint);
  if (gradient == nullptr || gradient->stops.empty()) {
    return 255;
  }
  const std::uint8_t first = gradient->stops.front().color.alpha;
  const bool even = std::ranges::all_of(
      gradient->stops, [&](const book::GradientStop& stop) { return stop.color.alpha == first; });
  return even ? std::optional(first) : std::nullopt;
}

bool paints(const book::Paint& paint) {
  if (const auto* gradient = std::get_if<book::Gradient>(&paint)) {
    return !gradient->stops.empty();
  }
  const auto* color = std::get_if<base::Color>(&paint);
  return std::holds_alternative<book::Registration>(paint) || (color != nullptr && color->alpha > 0);
}

void set_gradient(Canvas& canvas, const book::Gradient& gradient, bool stroke) {
  const base::Transform to_stream =
      compose(matrix(canvas.frame), compose(canvas.placement, gradient.transform));
  canvas.out += stroke ? "/Pattern CS /P" : "/Pattern cs /P";
  append_integer(canvas.out, static_cast<std::int64_t>(canvas.uses.gradients.size()));
  canvas.out += stroke ? " SCN\n" : " scn\n";
  canvas.uses.gradients.push_back({&gradient, to_stream, {}});
  (stroke ? canvas.state.stroke_is_pattern : canvas.state.fill_is_pattern) = true;
}

/// A soft mask of the gradient's opacity. It is drawn where `gs` stands, so without the groups around.
void set_mask(Canvas& canvas, const book::Gradient& gradient, const book::Path& path) {
  const base::Rect area = bounds(path);
  const base::Rect flipped{canvas.frame.left + area.x, canvas.frame.top - area.bottom(), area.width,
                           area.height};
  canvas.out += "/M";
  append_integer(canvas.out, static_cast<std::int64_t>(canvas.uses.masks.size()));
  canvas.out += " gs\n";
  canvas.uses.masks.push_back({&gradient, compose(matrix(canvas.frame), gradient.transform), flipped});
}

void set_paint(Canvas& canvas, const book::Paint& paint, bool stroke) {
  if (const auto* gradient = std::get_if<book::Gradient>(&paint)) {
    set_gradient(canvas, *gradient, stroke);
  } else if (const auto* color = std::get_if<base::Color>(&paint)) {
    stroke ? set_stroke(canvas, *color) : set_fill(canvas, *color);
  } else {
    set_registration(canvas, stroke);
  }
}

/// Either side, or both with one opacity: fill and stroke then paint as one (§11.7.4.4).
void paint_sides(Canvas& canvas, const book::Path& path, bool fill, bool stroke) {
  const auto shown = [&](const book::Paint& paint) {
    return static_cast<std::uint8_t>((opacity_of(paint).value_or(255) * path.opacity + 127) / 255);
  };
  set_opacity(canvas, fill ? shown(path.fill) : shown(path.stroke_paint),
              stroke ? shown(path.stroke_paint) : shown(path.fill));
  if (fill) {
    set_paint(canvas, path.fill, false);
  }
  if (stroke) {
    set_line_style(canvas, path.stroke);
    set_paint(canvas, path.stroke_paint, true);
  }
  append_outline(canvas, path.outline);
  const bool even_odd = fill && path.fill_rule == book::FillRule::even_odd;
  canvas.out += fill ? (stroke ? "B" : "f") : "S";
  canvas.out += even_odd ? "*\n" : "\n";
}

/// One side whose opacity changes along its gradient.
void paint_masked(Canvas& canvas, const book::Path& path, bool stroke) {
  save(canvas);
  set_mask(canvas, std::get<book::Gradient>(stroke ? path.stroke_paint : path.fill), path);
  paint_sides(canvas, path, !stroke, stroke);
  restore(canvas);
}

}  // namespace

void paint(Canvas& canvas, const book::Path& path) {
  const bool fill = paints(path.fill);
  const bool stroke = paints(path.stroke_paint) && path.stroke.width.raw > 0;
  if ((!fill && !stroke) || path.outline.points.empty() || path.opacity == 0) {
    return;
  }
  end_text(canvas);
  set_blend(canvas, path.blend);
  const bool fill_masked = fill && !opacity_of(path.fill);
  const bool stroke_masked = stroke && !opacity_of(path.stroke_paint);
  if (!fill_masked && !stroke_masked) {
    paint_sides(canvas, path, fill, stroke);
    return;
  }
  if (fill) {
    fill_masked ? paint_masked(canvas, path, false) : paint_sides(canvas, path, true, false);
  }
  if (stroke) {
    stroke_masked ? paint_masked(canvas, path, true) : paint_sides(canvas, path, false, true);
  }
}

void begin_anew(Canvas& canvas) {
  set_fill(canvas, {});
  set_stroke(canvas, {});
  set_opacity(canvas, 255, 255);
  set_blend(canvas, book::BlendMode::normal);
  set_pen(canvas, {});  // a drawing sets dashes before its first stroke
}

void clip(Canvas& canvas, const book::Outline& outline, book::FillRule rule) {
  const std::size_t before = canvas.out.size();
  append_outline(canvas, outline);
  if (canvas.out.size() == before) {
    canvas.out += "0 0 0 0 re\n";  // an outline of nothing leaves nothing visible
  }
  canvas.out += rule == book::FillRule::even_odd ? "W* n\n" : "W n\n";
}

void clip(Canvas& canvas, const base::Rect& area) {
  append_rectangle(canvas, {area.x, area.y}, {area.right(), area.bottom()});
  canvas.out += "W n\n";
}

void fill(Canvas& canvas, const base::Rect& area) {
  append_rectangle(canvas, {area.x, area.y}, {area.right(), area.bottom()});
  canvas.out += "f\n";
}

}  // namespace reliure::pdf
