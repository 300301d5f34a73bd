#include "image/paint.h"

#include <algorithm>

#include "image/raster/colors.h"

namespace reliure::image {
namespace {

using book::PathVerb;

cairo_matrix_t matrix_of(const base::Transform& t) {
  const auto part = [](std::int64_t value) { return static_cast<double>(value) / 65536; };
  return {part(t.a), part(t.b), part(t.c), part(t.d), in_points(t.e), in_points(t.f)};
}

/// Samples with their opacity, as Cairo multiplies them into its pixels of 32 bits.
Surface surface_of(const Samples& samples) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(samples.width),
                                             static_cast<int>(samples.height)));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return nullptr;
  }
  cairo_surface_flush(surface.get());
  unsigned char* rows = cairo_image_surface_get_data(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  const auto* sample = reinterpret_cast<const std::uint8_t*>(samples.bytes.data());
  for (std::size_t y = 0; y < samples.height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(rows + y * stride);
    for (std::size_t x = 0; x < samples.width; ++x, sample += samples.channels) {
      const std::uint32_t alpha = samples.has_alpha ? sample[3] : 255;
      std::uint32_t pixel = alpha;
      for (int c = 0; c < 3; ++c) {
        pixel = pixel << 8 | (sample[c] * alpha + 127) / 255;
      }
      row[x] = pixel;
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

/// The raster's pixels, made ready once; null when there is no memory for them.
cairo_surface_t* surface_of(PagePainter& painter, std::uint32_t picture, const book::Raster& raster) {
  const auto [row, is_new] = painter.rasters.try_emplace(picture);
  if (is_new) {
    row->second = surface_of(colors_of(raster, painter.longest));
  }
  return row->second.get();
}

void paint_raster(cairo_t* cairo, const base::Rect& area, cairo_surface_t* surface) {
  cairo_save(cairo);
  cairo_rectangle(cairo, in_points(area.x), in_points(area.y), in_points(area.width), in_points(area.height));
  cairo_clip(cairo);
  cairo_translate(cairo, in_points(area.x), in_points(area.y));
  cairo_scale(cairo, in_points(area.width) / cairo_image_surface_get_width(surface),
              in_points(area.height) / cairo_image_surface_get_height(surface));
  cairo_set_source_surface(cairo, surface, 0, 0);
  // Without it the edges of an enlarged picture fade.
  cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
  cairo_paint(cairo);
  cairo_restore(cairo);
}

cairo_fill_rule_t rule_of(book::FillRule rule) {
  return rule == book::FillRule::even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING;
}

void trace(cairo_t* cairo, const book::Outline& outline);

void clip(cairo_t* cairo, const book::Outline& outline, book::FillRule rule) {
  trace(cairo, outline);
  cairo_set_fill_rule(cairo, rule_of(rule));
  cairo_clip(cairo);
}

/// Colours of a picture mix with each other, not with the page below it.
void paint_drawing(cairo_t* cairo, const base::Rect& area, const book::Drawing& drawing) {
  const bool mixes = std::ranges::any_of(
      drawing.paths, [](const book::Path& path) { return path.blend != book::BlendMode::normal; });
  cairo_save(cairo);
  cairo_translate(cairo, in_points(area.x), in_points(area.y));
  cairo_scale(cairo, in_points(area.width) / in_points(drawing.size.width),
              in_points(area.height) / in_points(drawing.size.height));
  cairo_rectangle(cairo, 0, 0, in_points(drawing.size.width), in_points(drawing.size.height));
  cairo_clip(cairo);
  if (mixes) {
    cairo_push_group(cairo);
  }
  for (const book::Path& path : drawing.paths) {
    cairo_save(cairo);
    for (const std::uint32_t index : path.clips) {
      if (index < drawing.clips.size()) {
        clip(cairo, drawing.clips[index].outline, drawing.clips[index].rule);
      }
    }
    paint(cairo, path);
    cairo_restore(cairo);
  }
  if (mixes) {
    cairo_pop_group_to_source(cairo);
    cairo_paint(cairo);
  }
  cairo_restore(cairo);
}

void paint_picture(PagePainter& painter, cairo_t* cairo, std::uint32_t picture, const base::Rect& area) {
  const book::Picture& content = painter.pictures[picture];
  if (const auto* drawing = std::get_if<book::Drawing>(&content.content)) {
    if (drawing->size.width.raw > 0 && drawing->size.height.raw > 0) {
      paint_drawing(cairo, area, *drawing);
    }
  } else if (const auto* raster = std::get_if<book::Raster>(&content.content)) {
    if (cairo_surface_t* surface = surface_of(painter, picture, *raster)) {
      paint_raster(cairo, area, surface);
    }
  }
}

/// One tile is recorded, and Cairo lays the others.
void paint_tiles(PagePainter& painter, const book::Image& image) {
  const base::Rect& tile = image.area;
  const cairo_rectangle_t extents{0, 0, in_points(tile.width), in_points(tile.height)};
  const Surface record(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
  const Cairo recorder(cairo_create(record.get()));
  paint_picture(painter, recorder.get(), image.picture, {{}, {}, tile.width, tile.height});
  cairo_t* cairo = painter.cairo;
  cairo_save(cairo);
  cairo_set_source_surface(cairo, record.get(), in_points(tile.x), in_points(tile.y));
  cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_REPEAT);
  cairo_rectangle(cairo, in_points(tile.x), in_points(tile.y), in_points(tile.width) * image.columns,
                  in_points(tile.height) * image.rows);
  cairo_fill(cairo);
  cairo_restore(cairo);
}

void paint(PagePainter& painter, const book::Image& image) {
  if (image.picture >= painter.pictures.size() || image.area.width.raw <= 0 || image.area.height.raw <= 0) {
    return;
  }
  if (image.columns > 1 || image.rows > 1) {
    paint_tiles(painter, image);
  } else {
    paint_picture(painter, painter.cairo, image.picture, image.area);
  }
}

void paint(PagePainter& painter, const book::Group& group) {
  const cairo_matrix_t matrix = matrix_of(group.transform);
  cairo_matrix_t inverse = matrix;
  if (cairo_matrix_invert(&inverse) != CAIRO_STATUS_SUCCESS) {
    return;  // folded flat, and an error to Cairo
  }
  cairo_save(painter.cairo);
  cairo_transform(painter.cairo, &matrix);
  if (!group.clip.verbs.empty()) {
    clip(painter.cairo, group.clip, book::FillRule::nonzero);
  }
  paint(painter, group.items);
  cairo_restore(painter.cairo);
}

/// What comes before the first `move` has no start and is left out.
void trace(cairo_t* cairo, const book::Outline& outline) {
  cairo_new_path(cairo);
  const auto& p = outline.points;
  const auto x = [&](std::size_t i) { return in_points(p[i].x); };
  const auto y = [&](std::size_t i) { return in_points(p[i].y); };
  std::size_t at = 0;
  bool begun = false;
  for (const PathVerb verb : outline.verbs) {
    const std::size_t count = verb == PathVerb::curve ? 3 : verb == PathVerb::close ? 0 : 1;
    begun = begun || verb == PathVerb::move;
    if (at + count > p.size()) {
      return;
    }
    if (begun) {
      switch (verb) {
        case PathVerb::move:
          cairo_move_to(cairo, x(at), y(at));
          break;
        case PathVerb::line:
          cairo_line_to(cairo, x(at), y(at));
          break;
        case PathVerb::curve:
          cairo_curve_to(cairo, x(at), y(at), x(at + 1), y(at + 1), x(at + 2), y(at + 2));
          break;
        case PathVerb::close:
          cairo_close_path(cairo);
          break;
      }
    }
    at += count;
  }
}

double shown(std::uint8_t alpha, std::uint8_t opacity) { return alpha / 255.0 * (opacity / 255.0); }

Pattern pattern_of(const book::Gradient& gradient, std::uint8_t opacity) {
  cairo_matrix_t inverse = matrix_of(gradient.transform);
  if (gradient.stops.empty() || cairo_matrix_invert(&inverse) != CAIRO_STATUS_SUCCESS) {
    return nullptr;
  }
  const double x0 = in_points(gradient.start.x), y0 = in_points(gradient.start.y);
  const double x1 = in_points(gradient.end.x), y1 = in_points(gradient.end.y);
  Pattern pattern(gradient.radial
                      ? cairo_pattern_create_radial(x0, y0, std::max(0.0, in_points(gradient.start_radius)),
                                                    x1, y1, std::max(0.0, in_points(gradient.end_radius)))
                      : cairo_pattern_create_linear(x0, y0, x1, y1));
  std::int32_t last = 0;
  for (const book::GradientStop& stop : gradient.stops) {
    last = std::clamp(stop.offset, last, 65536);
    const base::Color& c = stop.color;
    cairo_pattern_add_color_stop_rgba(pattern.get(), last / 65536.0, c.red / 255.0, c.green / 255.0,
                                      c.blue / 255.0, shown(c.alpha, opacity));
  }
  cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
  cairo_pattern_set_matrix(pattern.get(), &inverse);
  return pattern;
}

/// Null for what paints nothing.
Pattern pattern_of(const book::Paint& paint, std::uint8_t opacity) {
  if (const auto* gradient = std::get_if<book::Gradient>(&paint)) {
    return pattern_of(*gradient, opacity);
  }
  if (const auto* color = std::get_if<base::Color>(&paint)) {
    return Pattern(color->alpha == 0
                       ? nullptr
                       : cairo_pattern_create_rgba(color->red / 255.0, color->green / 255.0,
                                                   color->blue / 255.0, shown(color->alpha, opacity)));
  }
  return Pattern(std::holds_alternative<book::Registration>(paint) ? cairo_pattern_create_rgb(0, 0, 0)
                                                                   : nullptr);
}

cairo_operator_t operator_of(book::BlendMode mode) {
  // In the order of `book::BlendMode`.
  constexpr cairo_operator_t kOperators[] = {
      CAIRO_OPERATOR_OVER,          CAIRO_OPERATOR_MULTIPLY,       CAIRO_OPERATOR_SCREEN,
      CAIRO_OPERATOR_OVERLAY,       CAIRO_OPERATOR_DARKEN,         CAIRO_OPERATOR_LIGHTEN,
      CAIRO_OPERATOR_COLOR_DODGE,   CAIRO_OPERATOR_COLOR_BURN,     CAIRO_OPERATOR_HARD_LIGHT,
      CAIRO_OPERATOR_SOFT_LIGHT,    CAIRO_OPERATOR_DIFFERENCE,     CAIRO_OPERATOR_EXCLUSION,
      CAIRO_OPERATOR_HSL_HUE,       CAIRO_OPERATOR_HSL_SATURATION, CAIRO_OPERATOR_HSL_COLOR,
      CAIRO_OPERATOR_HSL_LUMINOSITY};
  return kOperators[static_cast<std::size_t>(mode)];
}

void set_pen(cairo_t* cairo, const book::Stroke& stroke) {
  constexpr cairo_line_cap_t kCaps[] = {CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND, CAIRO_LINE_CAP_SQUARE};
  constexpr cairo_line_join_t kJoins[] = {CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND,
                                          CAIRO_LINE_JOIN_BEVEL};
  cairo_set_line_width(cairo, in_points(stroke.width));
  cairo_set_line_cap(cairo, kCaps[static_cast<std::size_t>(stroke.cap)]);
  cairo_set_line_join(cairo, kJoins[static_cast<std::size_t>(stroke.join)]);
  cairo_set_miter_limit(cairo, stroke.miter_limit / 65536.0);
  // Dashes below a hundredth of a point are a grey line, and could be millions.
  constexpr double kShortest = 0.01;
  std::vector<double> dashes;
  double sum = 0;
  for (const base::Length dash : stroke.dashes) {
    dashes.push_back(std::max(0.0, in_points(dash)));
    sum += dashes.back();
  }
  const int count =
      sum > kShortest * static_cast<double>(dashes.size()) ? static_cast<int>(dashes.size()) : 0;
  cairo_set_dash(cairo, dashes.data(), count, in_points(stroke.dash_offset));
}

bool paints(const book::Paint& paint) {
  const auto* color = std::get_if<base::Color>(&paint);
  return !std::holds_alternative<std::monostate>(paint) && (color == nullptr || color->alpha > 0);
}

/// A group is as large as what is clipped: here the stroked outline, and a hair around it.
void clip_to_extents(cairo_t* cairo, const book::Outline& outline) {
  trace(cairo, outline);
  double left = 0, top = 0, right = 0, bottom = 0;
  cairo_stroke_extents(cairo, &left, &top, &right, &bottom);
  cairo_new_path(cairo);
  constexpr double kHair = 1;
  cairo_rectangle(cairo, left - kHair, top - kHair, right - left + 2 * kHair, bottom - top + 2 * kHair);
  cairo_clip(cairo);
}

}  // namespace

void paint(cairo_t* cairo, const book::Path& path) {
  // Fill and stroke let through, or mix, as one: in a group of their own.
  const bool sees_through = path.opacity < 255 || path.blend != book::BlendMode::normal;
  const bool has_stroke = path.stroke.width.raw > 0 && paints(path.stroke_paint);
  const bool as_one = sees_through && has_stroke && paints(path.fill);
  const std::uint8_t opacity = as_one ? 255 : path.opacity;
  const Pattern fill = pattern_of(path.fill, opacity);
  const Pattern stroke = has_stroke ? pattern_of(path.stroke_paint, opacity) : nullptr;
  if ((!fill && !stroke) || path.opacity == 0 || path.outline.points.empty()) {
    return;
  }
  cairo_save(cairo);
  set_pen(cairo, path.stroke);
  if (as_one) {
    clip_to_extents(cairo, path.outline);
    cairo_push_group(cairo);
  } else {
    cairo_set_operator(cairo, operator_of(path.blend));
  }
  trace(cairo, path.outline);
  if (fill) {
    cairo_set_fill_rule(cairo, rule_of(path.fill_rule));
    cairo_set_source(cairo, fill.get());
    cairo_fill_preserve(cairo);
  }
  if (stroke) {
    cairo_set_source(cairo, stroke.get());
    cairo_stroke_preserve(cairo);
  }
  cairo_new_path(cairo);
  if (as_one) {
    cairo_pop_group_to_source(cairo);
    cairo_set_operator(cairo, operator_of(path.blend));
    cairo_paint_with_alpha(cairo, path.opacity / 255.0);
  }
  cairo_restore(cairo);
}

void paint(PagePainter& painter, const std::vector<book::Item>& items) {
  for (const book::Item& item : items) {
    if (const auto* path = std::get_if<book::Path>(&item.mark)) {
      paint(painter.cairo, *path);
    } else if (const auto* image = std::get_if<book::Image>(&item.mark)) {
      paint(painter, *image);
    } else if (const auto* group = std::get_if<book::Group>(&item.mark)) {
      paint(painter, *group);
    }
  }
}

}  // namespace reliure::image
