#include "pdf/canvas.h"

#include <algorithm>

#include "base/check.h"

namespace reliure::pdf {

namespace {

/// A component in three decimals: finer than the eight bits it came from.
void append_component(std::string& out, std::uint8_t value) {
  append_decimal(out, base::scaled({value}, 1000, 255).raw, 3);
  out += ' ';
}

/// `g` where one number does, which in inks is black alone, else `k` or `rg` (or their capitals for strokes).
void append_color(std::string& out, base::Color color, bool stroke, const image::Inks* inks) {
  const bool grey = color.red == color.green && color.green == color.blue;
  if (inks != nullptr && !grey) {
    for (const std::uint8_t ink : inks->of(color)) {
      append_component(out, ink);
    }
    out += stroke ? "K\n" : "k\n";
    return;
  }
  append_component(out, color.red);
  if (grey) {
    out += stroke ? "G\n" : "g\n";
    return;
  }
  append_component(out, color.green);
  append_component(out, color.blue);
  out += stroke ? "RG\n" : "rg\n";
}

bool same_rgb(base::Color a, base::Color b) {
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

}  // namespace

void note_use(std::vector<std::uint32_t>& uses, std::uint32_t index) {
  const auto at = std::ranges::lower_bound(uses, index);
  if (at == uses.end() || *at != index) {
    uses.insert(at, index);
  }
}

void save(Canvas& canvas) {
  base::check(!canvas.text.open, "pdf: graphics state saved within a text object");
  canvas.saved.push_back(canvas.state);
  canvas.out += "q\n";
}

void restore(Canvas& canvas) {
  base::check(!canvas.text.open && !canvas.saved.empty(), "pdf: graphics state restored out of order");
  canvas.state = std::move(canvas.saved.back());
  canvas.saved.pop_back();
  canvas.out += "Q\n";
}

base::Transform compose(const base::Transform& outer, const base::Transform& inner) {
  const auto sum = [](std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
    return base::scaled({a}, b, 65536).raw + base::scaled({c}, d, 65536).raw;
  };
  return {sum(outer.a, inner.a, outer.c, inner.b),
          sum(outer.b, inner.a, outer.d, inner.b),
          sum(outer.a, inner.c, outer.c, inner.d),
          sum(outer.b, inner.c, outer.d, inner.d),
          base::Length{sum(outer.a, inner.e.raw, outer.c, inner.f.raw)} + outer.e,
          base::Length{sum(outer.b, inner.e.raw, outer.d, inner.f.raw)} + outer.f};
}

base::Transform matrix(const Frame& frame) { return {65536, 0, 0, -65536, frame.left, frame.top}; }

void append_matrix(std::string& out, const base::Transform& transform) {
  for (const std::int64_t value : {transform.a, transform.b, transform.c, transform.d}) {
    append_fixed(out, value, 6);
    out += ' ';
  }
  append_fixed(out, transform.e.raw, 4);
  out += ' ';
  append_fixed(out, transform.f.raw, 4);
}

void append_point(std::string& out, const Frame& frame, base::Point point) {
  append_decimal(out, frame.x(point.x), 3);
  out += ' ';
  append_decimal(out, frame.y(point.y), 3);
  out += ' ';
}

void transform(Canvas& canvas, const base::Transform& transform) {
  canvas.placement = compose(canvas.placement, transform);
  // What follows is written through the frame, so the frame is undone before the transform and done after.
  const Frame& frame = canvas.frame;
  const base::Transform undone{65536, 0, 0, -65536, -frame.left, frame.top};
  append_matrix(canvas.out, compose(matrix(frame), compose(transform, undone)));
  canvas.out += " cm\n";
}

void set_opacity(Canvas& canvas, std::uint8_t fill, std::uint8_t stroke) {
  if (canvas.state.fill_opacity == fill && canvas.state.stroke_opacity == stroke) {
    return;
  }
  canvas.state.fill_opacity = fill;
  canvas.state.stroke_opacity = stroke;
  const std::uint32_t both = fill * 256u + stroke;
  note_use(canvas.uses.opacities, both);
  canvas.out += "/A";
  append_integer(canvas.out, both);
  canvas.out += " gs\n";
}

void set_blend(Canvas& canvas, book::BlendMode mode) {
  if (canvas.state.blend == mode) {
    return;
  }
  canvas.state.blend = mode;
  const auto number = static_cast<std::uint32_t>(mode);
  note_use(canvas.uses.blends, number);
  canvas.out += "/B";
  append_integer(canvas.out, number);
  canvas.out += " gs\n";
}

Box bounds(const Frame& frame, const base::Transform& placement, const base::Rect& area) {
  std::optional<Box> box;
  for (const base::Point corner :
       {base::Point{area.x, area.y}, base::Point{area.right(), area.y}, base::Point{area.x, area.bottom()},
        base::Point{area.right(), area.bottom()}}) {
    const base::Transform moved = compose(placement, {65536, 0, 0, 65536, corner.x, corner.y});
    const std::int64_t x = frame.x(moved.e), y = frame.y(moved.f);
    box = box ? around(*box, {x, y, x, y}) : Box{x, y, x, y};
  }
  return *box;
}

Box around(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.bottom, b.bottom), std::max(a.right, b.right),
          std::max(a.top, b.top)};
}

void append_box(std::string& out, const Box& box) {
  out += '[';
  for (const std::int64_t value : {box.left, box.bottom, box.right, box.top}) {
    append_decimal(out, value, 3);
    out += ' ';
  }
  out.back() = ']';
}

void set_fill(Canvas& canvas, base::Color color) {
  if (canvas.state.fill_is_pattern || !same_rgb(canvas.state.fill, color)) {
    canvas.state.fill = color;
    canvas.state.fill_is_pattern = false;
    append_color(canvas.out, color, false, canvas.inks);
  }
}

void set_stroke(Canvas& canvas, base::Color color) {
  if (canvas.state.stroke_is_pattern || !same_rgb(canvas.state.stroke, color)) {
    canvas.state.stroke = color;
    canvas.state.stroke_is_pattern = false;
    append_color(canvas.out, color, true, canvas.inks);
  }
}

void set_registration(Canvas& canvas, bool stroke) {
  canvas.uses.registration = true;
  canvas.out += stroke ? "/All CS 1 SCN\n" : "/All cs 1 scn\n";
  // As with a pattern, the next colour has to be said anew.
  (stroke ? canvas.state.stroke_is_pattern : canvas.state.fill_is_pattern) = true;
}

}  // namespace reliure::pdf
