#include "text/outline.h"

#include <hb.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "text/face.h"

namespace reliure::text {
namespace {

/// HarfBuzz hands out floats, but they hold whole units of the font and simple fractions of them.
std::int32_t to_steps(float value) {
  // A font has at most 16384 units per em; whatever lies far outside of that is no letter.
  constexpr float kLimit = 65536;
  return static_cast<std::int32_t>(std::lround(std::clamp(value, -kLimit, kLimit) * kOutlineSteps));
}

OutlinePoint to_point(float x, float y) { return {to_steps(x), to_steps(y)}; }

/// Two thirds of the way from an end of a quadratic curve to its control point.
std::int32_t two_thirds(std::int32_t end, std::int32_t control) {
  const std::int32_t way = 2 * (control - end);
  return end + (way + (way < 0 ? -1 : 1)) / 3;
}

OutlinePoint two_thirds(OutlinePoint end, OutlinePoint control) {
  return {two_thirds(end.x, control.x), two_thirds(end.y, control.y)};
}

GlyphOutline& outline_in(void* data) { return *static_cast<GlyphOutline*>(data); }

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  outline_in(data).verbs.push_back(book::PathVerb::move);
  outline_in(data).points.push_back(to_point(x, y));
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  outline_in(data).verbs.push_back(book::PathVerb::line);
  outline_in(data).points.push_back(to_point(x, y));
}

void add_curve(GlyphOutline& outline, OutlinePoint p, OutlinePoint q, OutlinePoint r) {
  outline.verbs.push_back(book::PathVerb::curve);
  outline.points.insert(outline.points.end(), {p, q, r});
}

// HarfBuzz's own type, whose parameters these are.
void quadratic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t* state, float control_x, float control_y,
                  float x, float y, void*) {
  const OutlinePoint start = to_point(state->current_x, state->current_y);
  const OutlinePoint control = to_point(control_x, control_y), end = to_point(x, y);
  add_curve(outline_in(data), two_thirds(start, control), two_thirds(end, control), end);
}

// NOLINTNEXTLINE(readability-function-size)
void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x,
              float y, void*) {
  add_curve(outline_in(data), to_point(x1, y1), to_point(x2, y2), to_point(x, y));
}

void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
  outline_in(data).verbs.push_back(book::PathVerb::close);
}

struct DestroyFunctions {
  void operator()(hb_draw_funcs_t* functions) const { hb_draw_funcs_destroy(functions); }
};
using DrawFunctions = std::unique_ptr<hb_draw_funcs_t, DestroyFunctions>;

DrawFunctions make_functions() {
  DrawFunctions functions(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(functions.get(), move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(functions.get(), line_to, nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(functions.get(), quadratic_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(functions.get(), cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(functions.get(), close_path, nullptr, nullptr);
  hb_draw_funcs_make_immutable(functions.get());
  return functions;
}

}  // namespace

GlyphOutline outline_of(const FontLibrary& fonts, FaceId face, std::uint16_t glyph) {
  static const DrawFunctions functions = make_functions();
  GlyphOutline outline;
  hb_font_t* font = fonts.face(face).font.get();
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph(font, glyph, functions.get(), &outline);
#else
  hb_font_get_glyph_shape(font, glyph, functions.get(), &outline);
#endif
  return outline;
}

}  // namespace reliure::text
