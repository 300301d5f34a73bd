#include "image/svg/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace reliure::image {
namespace {

/// Sines and cosines differ in their last bits between C libraries; 40 bits are the same on all.
constexpr double kTrigonometricSteps = 1099511627776.0;

double rounded(double value) { return std::nearbyint(value * kTrigonometricSteps) / kTrigonometricSteps; }

double radians(double degrees) { return std::fmod(degrees, 360.0) * std::numbers::pi / 180.0; }

std::int64_t to_units(double value, double limit) {
  if (!(value > -limit)) {
    return static_cast<std::int64_t>(-limit);
  }
  return std::llround(std::min(value, limit));
}

}  // namespace

Matrix operator*(const Matrix& outer, const Matrix& inner) {
  return {outer.a * inner.a + outer.c * inner.b,           outer.b * inner.a + outer.d * inner.b,
          outer.a * inner.c + outer.c * inner.d,           outer.b * inner.c + outer.d * inner.d,
          outer.a * inner.e + outer.c * inner.f + outer.e, outer.b * inner.e + outer.d * inner.f + outer.f};
}

Matrix translation(double x, double y) { return {1, 0, 0, 1, x, y}; }
Matrix scaling(double x, double y) { return {x, 0, 0, y, 0, 0}; }

Matrix rotation(double degrees) {
  const double s = sine(degrees);
  const double c = cosine(degrees);
  return {c, s, -s, c, 0, 0};
}

Matrix skewing(double degrees_x, double degrees_y) {
  const auto tangent = [](double degrees) { return rounded(sine(degrees) / cosine(degrees)); };
  return {1, tangent(degrees_y), tangent(degrees_x), 1, 0, 0};
}

double sine(double degrees) { return rounded(std::sin(radians(degrees))); }
double cosine(double degrees) { return rounded(std::cos(radians(degrees))); }

void Box::cover(Vec p) {
  left = empty ? p.x : std::min(left, p.x);
  right = empty ? p.x : std::max(right, p.x);
  top = empty ? p.y : std::min(top, p.y);
  bottom = empty ? p.y : std::max(bottom, p.y);
  empty = false;
}

void Shape::move(Vec p) {
  verbs.push_back(book::PathVerb::move);
  points.push_back(p);
}

void Shape::line(Vec p) {
  verbs.push_back(book::PathVerb::line);
  points.push_back(p);
}

void Shape::curve(Vec p, Vec q, Vec r) {
  verbs.push_back(book::PathVerb::curve);
  points.insert(points.end(), {p, q, r});
}

void Shape::close() { verbs.push_back(book::PathVerb::close); }

Box Shape::box() const {
  Box box;
  for (const Vec p : points) {
    box.cover(p);
  }
  return box;
}

void add_arc(Shape& shape, const Matrix& frame, double start, double sweep) {
  // A quarter turn by one cubic is off by 0.03 % of the radius: below what print resolves.
  const int count = std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / 90.0 - 1e-6)));
  const double step = sweep / count;
  // 4/3 tan(step / 4): how far control points lie along the tangents.
  const double reach = rounded(4.0 / 3.0 * sine(step / 4) / cosine(step / 4));
  for (int i = 0; i < count; ++i) {
    const double from = start + i * step;
    const double to = from + step;
    const Vec p{cosine(from), sine(from)};
    const Vec q{cosine(to), sine(to)};
    shape.curve(frame(p + reach * Vec{-p.y, p.x}), frame(q - reach * Vec{-q.y, q.x}), frame(q));
    if (i + 1 < count) {
      shape.joints.push_back(shape.points.size() - 1);
    }
  }
}

base::Length to_length(double user) {
  // 2^40 raw units are 23 km of paper, and their products still fit 64 bits.
  constexpr double kLimit = 1099511627776.0;
  return {to_units(user * 0.75 * static_cast<double>(base::kUnitsPerPoint), kLimit)};
}

base::Point to_point(Vec p) { return {to_length(p.x), to_length(p.y)}; }

base::Transform to_transform(const Matrix& matrix) {
  constexpr double kLimit = 1099511627776.0;
  const auto part = [](double value) { return to_units(value * 65536.0, kLimit); };
  return {part(matrix.a), part(matrix.b),      part(matrix.c),
          part(matrix.d), to_length(matrix.e), to_length(matrix.f)};
}

book::Outline to_outline(const Shape& shape, const Matrix& matrix) {
  book::Outline outline;
  outline.verbs = shape.verbs;
  outline.points.reserve(shape.points.size());
  for (const Vec p : shape.points) {
    outline.points.push_back(to_point(matrix(p)));
  }
  return outline;
}

}  // namespace reliure::image
