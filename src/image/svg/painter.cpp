#include "image/svg/painter.h"

#include <algorithm>
#include <cmath>

#include "image/svg/markers.h"

namespace reliure::image {
namespace {

constexpr std::string_view kSilent[] = {
    "animate",  "animateMotion", "animateTransform", "clipPath", "cursor",         "defs",   "desc",
    "filter",   "font",          "font-face",        "hatch",    "linearGradient", "marker", "mask",
    "metadata", "pattern",       "radialGradient",   "set",      "style",          "symbol", "title",
    "view"};

book::Stroke make_stroke(Painter& painter, const State& state) {
  const Style& style = state.style;
  const Matrix& m = state.matrix;
  book::Stroke stroke;
  // A circle of the pen becomes an ellipse under an uneven map; ours stays a circle of the same area.
  const double scale = style.fixed_stroke ? 1 : std::sqrt(std::abs(m.determinant()));
  const double shear = std::abs(m.a * m.c + m.b * m.d);
  const double stretch = std::abs((m.a * m.a + m.b * m.b) - (m.c * m.c + m.d * m.d));
  if (!style.fixed_stroke && std::max(shear, stretch) > 0.02 * scale * scale) {
    approach(painter, "a stroke under an uneven scale");
  }
  stroke.width = to_length(style.stroke_width * scale);
  stroke.cap = style.cap;
  stroke.join = style.join;
  stroke.miter_limit = static_cast<std::int32_t>(std::llround(std::min(style.miter_limit, 30'000.0) * 65536));
  for (const double dash : style.dashes) {
    stroke.dashes.push_back(to_length(dash * scale));
  }
  stroke.dash_offset = to_length(style.dash_offset * scale);
  return stroke;
}

/// A dash pattern that has no length after rounding would never advance.
void drop_vanishing_dashes(book::Stroke& stroke) {
  base::Length sum;
  for (const base::Length dash : stroke.dashes) {
    sum += dash;
  }
  if (sum <= base::Length{}) {
    stroke.dashes.clear();
  }
}

void draw_shape(Painter& painter, ElementId element, State& state) {
  bool broken = false;
  const Shape shape = shape_of(painter.xml, element, state.viewport, broken);
  if (broken) {
    approach(painter, "path data that breaks off", Pixels::do_not);
  }
  if (!spend(painter, shape.points.size()) || shape.points.empty() || !state.style.visible) {
    return;
  }
  const Box box = shape.box();
  if (!clip(painter, state, box)) {
    return;
  }
  std::vector<book::Path> looks = make_looks(painter, state, box);
  for (book::Path& path : looks) {
    path.fill_rule = state.style.fill_rule;
    path.outline = to_outline(shape, state.matrix);
    painter.drawing.paths.push_back(std::move(path));
  }
  if (takes_markers(painter.xml[element].name)) {
    draw_markers(painter, shape, state);
  }
}

/// The box of a path with its stroke, in raw lengths.
struct Extent {
  base::Length left, top, right, bottom;
};

Extent extent_of(const book::Path& path) {
  Extent extent;
  bool first = true;
  for (const base::Point p : path.outline.points) {
    extent.left = first ? p.x : base::min(extent.left, p.x);
    extent.right = first ? p.x : base::max(extent.right, p.x);
    extent.top = first ? p.y : base::min(extent.top, p.y);
    extent.bottom = first ? p.y : base::max(extent.bottom, p.y);
    first = false;
  }
  if (!std::holds_alternative<std::monostate>(path.stroke_paint)) {
    // Wider than any page is wide enough, and its product with the limit still fits.
    base::Length reach = base::min(path.stroke.width / 2, base::points(20'000));
    if (path.stroke.join == book::LineJoin::miter) {
      reach = base::scaled(reach, path.stroke.miter_limit, 65536);
    } else if (path.stroke.cap == book::LineCap::square) {
      reach = path.stroke.width;
    }
    extent.left -= reach;
    extent.top -= reach;
    extent.right += reach;
    extent.bottom += reach;
  }
  return extent;
}

/// Whether any two of the paths from `first` on may touch.
bool overlap(const std::vector<book::Path>& paths, std::size_t first) {
  // Beyond this many the comparison costs more than the answer is worth.
  constexpr std::size_t kMaxCompared = 64;
  bool found = paths.size() - first > kMaxCompared;
  std::vector<Extent> extents;
  for (std::size_t i = first; i < paths.size() && !found; ++i) {
    const Extent own = extent_of(paths[i]);
    found = std::any_of(extents.begin(), extents.end(), [&](const Extent& other) {
      return own.left < other.right && other.left < own.right && own.top < other.bottom &&
             other.top < own.bottom;
    });
    extents.push_back(own);
  }
  return found;
}

/// Opacity and blending of a group are those of its picture, not of its paths: the same only where these do
/// not overlap.
void check_group(Painter& painter, const Style& style, Progress first) {
  const std::size_t texts = painter.drawing.texts.size() - first.texts;
  const std::size_t parts = painter.drawing.paths.size() - first.paths + texts;
  const bool faint = style.opacity < 1, blended = style.blend != book::BlendMode::normal;
  if (parts < 2 || (!faint && !blended)) {
    return;
  }
  const std::string what = faint ? "`opacity`" : "`mix-blend-mode`";
  if (texts > 0) {
    approach(painter, what + " on a group with `text` in it");
  } else if (overlap(painter.drawing.paths, first.paths)) {
    approach(painter, what + " on a group whose shapes overlap");
  }
}

void draw_element(Painter& painter, ElementId element, const State& outer);

void draw_nested_svg(Painter& painter, ElementId element, State& state, std::optional<double> width,
                     std::optional<double> height) {
  const Xml& xml = painter.xml;
  const Viewport& around = state.viewport;
  const auto attribute = [&](std::string_view name, Axis axis) {
    return length_attribute(xml, element, name, axis, around);
  };
  const Viewport sides{width.value_or(attribute("width", Axis::horizontal).value_or(around.width)),
                       height.value_or(attribute("height", Axis::vertical).value_or(around.height))};
  if (xml[element].name == "svg") {
    const double x = attribute("x", Axis::horizontal).value_or(0);
    const double y = attribute("y", Axis::vertical).value_or(0);
    state.matrix = state.matrix * translation(x, y);
  }
  draw_viewport(painter, element, state, sides);
}

void draw_use(Painter& painter, ElementId element, State& state) {
  const Xml& xml = painter.xml;
  std::string_view reference = trimmed(xml.attribute(element, "href"));
  const ElementId target = take(reference, '#') ? xml.find(reference) : kNoElement;
  if (target == kNoElement) {
    omit(painter, "a `use` of something that is not in the file", Pixels::do_not);
    return;
  }
  std::vector<ElementId>& open = painter.open_uses;
  if (std::find(open.begin(), open.end(), target) != open.end()) {
    painter.stop = Stop::circular;
    return;
  }
  const auto attribute = [&](std::string_view name, Axis axis) {
    return length_attribute(xml, element, name, axis, state.viewport);
  };
  state.matrix = state.matrix * translation(attribute("x", Axis::horizontal).value_or(0),
                                            attribute("y", Axis::vertical).value_or(0));
  open.push_back(target);
  const std::string_view name = xml[target].name;
  if (name == "symbol" || name == "svg") {
    if (std::optional<State> inner = enter(painter, target, state)) {
      draw_nested_svg(painter, target, *inner, attribute("width", Axis::horizontal),
                      attribute("height", Axis::vertical));
    }
  } else {
    draw_element(painter, target, state);
  }
  open.pop_back();
}

/// `switch` draws its first child that asks for nothing we lack (SVG 1.1, section 5.8.2).
void draw_switch(Painter& painter, ElementId element, const State& state) {
  const Xml& xml = painter.xml;
  for (ElementId child = xml[element].first_child; child != kNoElement; child = xml[child].next_sibling) {
    const bool conditional = !xml.attribute(child, "systemLanguage").empty() ||
                             !xml.attribute(child, "requiredExtensions").empty();
    if (!xml[child].name.empty() && xml[child].name != "foreignObject" && !conditional) {
      draw_element(painter, child, state);
      return;
    }
  }
}

void draw_container(Painter& painter, ElementId element, State& state) {
  if (!clip(painter, state, {})) {
    return;
  }
  const Progress first = progress(painter);
  const std::string_view name = painter.xml[element].name;
  if (name == "use") {
    draw_use(painter, element, state);
  } else if (name == "svg") {
    draw_nested_svg(painter, element, state, std::nullopt, std::nullopt);
  } else if (name == "switch") {
    draw_switch(painter, element, state);
  } else {
    draw_children(painter, element, state);
  }
  check_group(painter, state.style, first);
}

bool is_container(std::string_view name) {
  return name == "g" || name == "a" || name == "svg" || name == "use" || name == "switch";
}

/// Enough for every name of SVG; an invented one may be as long as the file.
constexpr std::size_t kMaxNameShown = 40;

/// What reading an element costs each time it is drawn.
std::size_t cost_of(const Xml& xml, ElementId element) {
  std::size_t cost = kElementWork;
  for (const XmlAttribute& attribute : xml.attributes_of(element)) {
    cost += 1 + attribute.value.size() / 4;
  }
  return cost;
}

/// Of the elements that we do not draw librsvg draws pictures that are in the file itself.
Pixels pixels_for(const Xml& xml, ElementId element) {
  const bool inside = trimmed(xml.attribute(element, "href")).substr(0, 5) == "data:";
  return xml[element].name == "image" && inside ? Pixels::show_it : Pixels::do_not;
}

void draw_element(Painter& painter, ElementId element, const State& outer) {
  const std::string_view name = painter.xml[element].name;
  if (is_silent(name) || !spend(painter, cost_of(painter.xml, element))) {
    return;
  }
  if (outer.depth >= kMaxDepth) {
    painter.stop = Stop::too_deep;
    return;
  }
  const bool container = is_container(name);
  if (!container && name != "text" && !is_shape(name)) {
    omit(painter, "`" + std::string(name.substr(0, kMaxNameShown)) + "`", pixels_for(painter.xml, element));
    return;
  }
  std::optional<State> state = enter(painter, element, outer);
  if (!state) {
    return;
  }
  if (container) {
    draw_container(painter, element, *state);
  } else if (name == "text") {
    draw_text(painter, element, *state);
  } else {
    draw_shape(painter, element, *state);
  }
}

void note(Painter& painter, const Omission& noted) {
  const auto found = std::find_if(painter.omissions.begin(), painter.omissions.end(),
                                  [&](const Omission& omission) { return omission.what == noted.what; });
  if (found != painter.omissions.end()) {
    ++found->count;
    found->pixels = std::min(found->pixels, noted.pixels);
    return;
  }
  // A file of invented elements is one complaint, not thousands.
  constexpr std::size_t kMaxKinds = 20;
  if (painter.omissions.size() < kMaxKinds) {
    painter.omissions.push_back(noted);
  }
}

}  // namespace

void note_effects(Painter& painter, const Style& style) {
  if (style.masked) {
    omit(painter, "`mask`");
  }
  if (style.filtered) {
    omit(painter, "`filter`");
  }
}

void draw_viewport(Painter& painter, ElementId element, State& state, const Viewport& sides) {
  if (!(sides.width > 0) || !(sides.height > 0)) {
    return;
  }
  const Progress first = progress(painter);
  const Matrix outer = state.matrix;
  const std::optional<ViewBox> box = view_box(painter.xml, element);
  if (box) {
    const std::string_view ratio = painter.xml.attribute(element, "preserveAspectRatio");
    state.matrix = state.matrix * fit(*box, sides, ratio);
  }
  state.viewport = box ? Viewport{box->width, box->height} : sides;
  draw_children(painter, element, state);
  if (!state.style.overflow_visible) {
    Box clip_box;
    clip_box.cover({0, 0});
    clip_box.cover({sides.width, sides.height});
    clip_to_box(painter, first, clip_box, outer);
  }
}

std::optional<State> enter(Painter& painter, ElementId element, const State& outer) {
  State state;
  const Declared declared = declarations(painter, element);
  state.style = compute_style(outer.style, declared, outer.viewport.diagonal());
  if (!state.style.displayed || state.style.opacity == 0) {
    return std::nullopt;
  }
  note_effects(painter, state.style);
  state.matrix = outer.matrix;
  if (const std::string_view list = declared[Property::transform]; !list.empty()) {
    const std::optional<Matrix> own = transform(list);
    if (!own) {
      omit(painter, "a `transform` that cannot be read", Pixels::do_not);
    }
    state.matrix = outer.matrix * own.value_or(Matrix{});
  }
  state.viewport = outer.viewport;
  state.opacity = outer.opacity * state.style.opacity;
  state.blend = state.style.blend == book::BlendMode::normal ? outer.blend : state.style.blend;
  state.clips = outer.clips;
  spend(painter, state.style.dashes.size() + state.clips.size());
  state.depth = outer.depth + 1;
  return state;
}

bool clip(Painter& painter, State& state, const Box& box) {
  if (state.style.clip_path.empty()) {
    return true;
  }
  const ElementId id = painter.xml.find(state.style.clip_path);
  if (id == kNoElement || painter.xml[id].name != "clipPath") {
    return true;
  }
  return add_clips(painter, id, state, box, state.clips);
}

std::vector<book::Path> make_looks(Painter& painter, const State& state, const Box& box) {
  const Style& style = state.style;
  book::Path path;
  path.fill = make_paint(painter, style.fill, style.fill_opacity, box, state);
  if (style.stroke_width > 0) {
    path.stroke_paint = make_paint(painter, style.stroke, style.stroke_opacity, box, state);
  }
  const bool stroked = !std::holds_alternative<std::monostate>(path.stroke_paint);
  const bool filled = !std::holds_alternative<std::monostate>(path.fill);
  if ((!stroked && !filled) || !spend(painter, kElementWork + state.clips.size() + style.dashes.size())) {
    return {};
  }
  if (stroked) {
    path.stroke = make_stroke(painter, state);
    drop_vanishing_dashes(path.stroke);
  }
  path.opacity = static_cast<std::uint8_t>(std::lround(state.opacity * 255));
  path.blend = state.blend;
  path.clips = state.clips;
  if (!style.stroke_first || !stroked || !filled) {
    return {path};
  }
  book::Path above = path;
  path.fill = std::monostate{};
  above.stroke_paint = std::monostate{};
  return {path, above};
}

bool is_silent(std::string_view name) {
  return name.empty() || std::find(std::begin(kSilent), std::end(kSilent), name) != std::end(kSilent);
}

bool spend(Painter& painter, std::size_t amount) {
  painter.work += amount;
  if (painter.work > kMaxWork && painter.stop == Stop::none) {
    painter.stop = Stop::too_large;
  }
  return painter.stop == Stop::none;
}

Declared declarations(Painter& painter, ElementId element) {
  const Declared declared = cascade(painter.sheet, painter.xml, element, painter.work, kMaxWork);
  spend(painter, 0);
  return declared;
}

void omit(Painter& painter, std::string_view what, Pixels pixels) {
  note(painter, {std::string(what), false, pixels, 1});
}
void approach(Painter& painter, std::string_view what, Pixels pixels) {
  note(painter, {std::string(what), true, pixels, 1});
}

void draw_children(Painter& painter, ElementId parent, const State& state) {
  const Xml& xml = painter.xml;
  for (ElementId child = xml[parent].first_child; child != kNoElement && painter.stop == Stop::none;
       child = xml[child].next_sibling) {
    draw_element(painter, child, state);
  }
}

Progress progress(const Painter& painter) {
  return {painter.drawing.paths.size(), painter.drawing.texts.size()};
}

void clip_to_box(Painter& painter, Progress first, const Box& box, const Matrix& matrix) {
  Shape shape;
  shape.move({box.left, box.top});
  shape.line({box.right, box.top});
  shape.line({box.right, box.bottom});
  shape.line({box.left, box.bottom});
  shape.close();
  book::Clip clip{to_outline(shape, matrix), book::FillRule::nonzero};
  const std::vector<base::Point>& corners = clip.outline.points;
  // Only an upright box can be compared with extents; another always clips.
  const bool upright = matrix.b == 0 && matrix.c == 0;
  const base::Length left = base::min(corners[0].x, corners[2].x);
  const base::Length right = base::max(corners[0].x, corners[2].x);
  const base::Length top = base::min(corners[0].y, corners[2].y);
  const base::Length bottom = base::max(corners[0].y, corners[2].y);
  const auto number = static_cast<std::uint32_t>(painter.drawing.clips.size());
  bool used = false;
  for (std::size_t i = first.paths; i < painter.drawing.paths.size(); ++i) {
    book::Path& path = painter.drawing.paths[i];
    const Extent extent = extent_of(path);
    if (!upright || extent.left < left || extent.right > right || extent.top < top ||
        extent.bottom > bottom) {
      path.clips.push_back(number);
      used = true;
    }
  }
  for (std::size_t i = first.texts; i < painter.drawing.texts.size(); ++i) {
    for (book::DrawingSpan& span : painter.drawing.texts[i].spans) {
      for (book::Path& look : span.looks) {
        look.clips.push_back(number);
        used = true;
      }
    }
  }
  if (used) {
    painter.drawing.clips.push_back(std::move(clip));
  }
}

}  // namespace reliure::image
