#pragma once
// Points and maps in user units. Doubles, but only sums, products, quotients and square roots of them, which
// IEEE 754 rounds the same everywhere; angles go through `rotation`. Results become `base::Length` at the
// end.
#include <optional>
#include <vector>

#include "base/geometry.h"
#include "book/picture.h"

namespace reliure::image {

struct Vec {
  double x = 0;
  double y = 0;
  friend constexpr Vec operator+(Vec p, Vec q) { return {p.x + q.x, p.y + q.y}; }
  friend constexpr Vec operator-(Vec p, Vec q) { return {p.x - q.x, p.y - q.y}; }
  friend constexpr Vec operator*(double s, Vec p) { return {s * p.x, s * p.y}; }
};

/// (x, y) -> (a x + c y + e, b x + d y + f).
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  constexpr Vec operator()(Vec p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  constexpr double determinant() const { return a * d - b * c; }
};

/// First `inner`, then `outer`.
Matrix operator*(const Matrix& outer, const Matrix& inner);
Matrix translation(double x, double y);
Matrix scaling(double x, double y);
Matrix rotation(double degrees);
Matrix skewing(double degrees_x, double degrees_y);
/// The tangent, sine or cosine of an angle in degrees, rounded so that all machines agree.
double sine(double degrees);
double cosine(double degrees);

/// A box in user units; nothing is in it until it covers a point.
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool empty = true;

  void cover(Vec p);
  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

/// An outline in user units.
struct Shape {
  std::vector<book::PathVerb> verbs;
  std::vector<Vec> points;
  /// Indexes of the points that join two curves of one arc, which are no vertices of it; ascending.
  std::vector<std::size_t> joints;

  void move(Vec p);
  void line(Vec p);
  void curve(Vec p, Vec q, Vec r);
  void close();
  /// Around all points, control points included.
  Box box() const;
};

/// Draws an arc of the ellipse around `center` from its `start` angle over `sweep` (degrees) as cubic curves,
/// from the current point on. `frame` maps the unit circle to the ellipse.
void add_arc(Shape& shape, const Matrix& frame, double start, double sweep);

/// A user unit is a CSS pixel, 3/4 pt. Values no page can hold are cut off.
base::Length to_length(double user);
base::Point to_point(Vec p);
base::Transform to_transform(const Matrix& matrix);
book::Outline to_outline(const Shape& shape, const Matrix& matrix);

}  // namespace reliure::image
