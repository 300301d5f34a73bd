#include "image/svg/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace reliure::image {
namespace {

void add_ellipse(Shape& shape, Vec center, double rx, double ry) {
  if (!(rx > 0) || !(ry > 0)) {
    return;
  }
  shape.move(center + Vec{rx, 0});
  add_arc(shape, translation(center.x, center.y) * scaling(rx, ry), 0, 360);
  shape.close();
}

/// A rectangle whose corners are quarter ellipses: SVG 1.1, section 9.2.
void add_round_rect(Shape& shape, const Box& box, double rx, double ry) {
  const auto corner = [&](double x, double y, double start) {
    add_arc(shape, translation(x, y) * scaling(rx, ry), start, 90);
  };
  shape.move({box.left + rx, box.top});
  shape.line({box.right - rx, box.top});
  corner(box.right - rx, box.top + ry, -90);
  shape.line({box.right, box.bottom - ry});
  corner(box.right - rx, box.bottom - ry, 0);
  shape.line({box.left + rx, box.bottom});
  corner(box.left + rx, box.bottom - ry, 90);
  shape.line({box.left, box.top + ry});
  corner(box.left + rx, box.top + ry, 180);
  shape.close();
}

/// The attributes of one element as lengths.
struct Lengths {
  const Xml& xml;
  ElementId element;
  const Viewport& viewport;

  std::optional<double> find(std::string_view name, Axis axis) const {
    return length_attribute(xml, element, name, axis, viewport);
  }
  double x(std::string_view name) const { return find(name, Axis::horizontal).value_or(0); }
  double y(std::string_view name) const { return find(name, Axis::vertical).value_or(0); }
};

void add_rect(Shape& shape, const Lengths& lengths) {
  const double width = lengths.x("width");
  const double height = lengths.y("height");
  if (!(width > 0) || !(height > 0)) {
    return;
  }
  const Vec corner{lengths.x("x"), lengths.y("y")};
  const std::optional<double> rx = lengths.find("rx", Axis::horizontal);
  const std::optional<double> ry = lengths.find("ry", Axis::vertical);
  const double radius_x = std::min(rx.value_or(ry.value_or(0)), width / 2);
  const double radius_y = std::min(ry.value_or(rx.value_or(0)), height / 2);
  Box box;
  box.cover(corner);
  box.cover(corner + Vec{width, height});
  if (radius_x > 0 && radius_y > 0) {
    add_round_rect(shape, box, radius_x, radius_y);
    return;
  }
  shape.move(corner);
  shape.line({box.right, box.top});
  shape.line({box.right, box.bottom});
  shape.line({box.left, box.bottom});
  shape.close();
}

/// False when the list breaks off or has an odd count; the points before are drawn.
bool add_points(Shape& shape, std::string_view text, bool closed) {
  Rest rest = trimmed(text);
  while (!rest.empty()) {
    const std::optional<double> x = take_number(rest);
    skip_comma(rest);
    const std::optional<double> y = take_number(rest);
    skip_comma(rest);
    if (!x || !y) {
      break;
    }
    if (shape.points.empty()) {
      shape.move({*x, *y});
    } else {
      shape.line({*x, *y});
    }
  }
  if (closed && !shape.points.empty()) {
    shape.close();
  }
  return rest.empty();
}

constexpr std::string_view kShapes[] = {"circle", "ellipse", "line", "path", "polygon", "polyline", "rect"};

/// Where along the free space a `preserveAspectRatio` puts the box: 0, 1/2 or 1.
double alignment(std::string_view word) { return word == "Min" ? 0 : word == "Max" ? 1 : 0.5; }

}  // namespace

double Viewport::diagonal() const { return std::sqrt((width * width + height * height) / 2); }

std::optional<double> length_attribute(const Xml& xml, ElementId element, std::string_view name, Axis axis,
                                       const Viewport& viewport) {
  const std::string_view value = xml.attribute(element, name);
  if (value.empty()) {
    return std::nullopt;
  }
  const double percent_of = axis == Axis::horizontal ? viewport.width
                            : axis == Axis::vertical ? viewport.height
                                                     : viewport.diagonal();
  return length(value, {percent_of, 16});
}

bool is_shape(std::string_view name) {
  return std::find(std::begin(kShapes), std::end(kShapes), name) != std::end(kShapes);
}

Shape shape_of(const Xml& xml, ElementId element, const Viewport& viewport, bool& broken) {
  Shape shape;
  const Lengths lengths{xml, element, viewport};
  const std::string_view name = xml[element].name;
  if (name == "path") {
    const std::string_view data = xml.attribute(element, "d");
    broken = data != "none" && !path_data(data, shape);
  } else if (name == "rect") {
    add_rect(shape, lengths);
  } else if (name == "circle") {
    const double radius = lengths.find("r", Axis::other).value_or(0);
    add_ellipse(shape, {lengths.x("cx"), lengths.y("cy")}, radius, radius);
  } else if (name == "ellipse") {
    const std::optional<double> rx = lengths.find("rx", Axis::horizontal);
    const std::optional<double> ry = lengths.find("ry", Axis::vertical);
    add_ellipse(shape, {lengths.x("cx"), lengths.y("cy")}, rx.value_or(ry.value_or(0)),
                ry.value_or(rx.value_or(0)));
  } else if (name == "line") {
    shape.move({lengths.x("x1"), lengths.y("y1")});
    shape.line({lengths.x("x2"), lengths.y("y2")});
  } else if (name == "polygon" || name == "polyline") {
    broken = !add_points(shape, xml.attribute(element, "points"), name == "polygon");
  }
  return shape;
}

std::optional<ViewBox> view_box(const Xml& xml, ElementId element) {
  const std::string_view text = xml.attribute(element, "viewBox");
  const std::optional<std::vector<double>> values = numbers(text);
  if (!values || values->size() != 4 || !((*values)[2] > 0) || !((*values)[3] > 0)) {
    return std::nullopt;
  }
  return ViewBox{(*values)[0], (*values)[1], (*values)[2], (*values)[3]};
}

Matrix fit(const ViewBox& box, const Viewport& viewport, std::string_view aspect_ratio) {
  Rest rest = trimmed(aspect_ratio);
  if (rest.substr(0, 6) == "defer ") {
    rest = trimmed(rest.substr(6));
  }
  double scale_x = viewport.width / box.width;
  double scale_y = viewport.height / box.height;
  if (rest.substr(0, 4) == "none") {
    return scaling(scale_x, scale_y) * translation(-box.x, -box.y);
  }
  const bool slice = rest.size() > 8 && trimmed(rest.substr(8)) == "slice";
  const double scale = slice ? std::max(scale_x, scale_y) : std::min(scale_x, scale_y);
  const bool given = rest.size() >= 8 && rest[0] == 'x' && rest[4] == 'Y';
  const double align_x = given ? alignment(rest.substr(1, 3)) : 0.5;
  const double align_y = given ? alignment(rest.substr(5, 3)) : 0.5;
  return translation(align_x * (viewport.width - scale * box.width),
                     align_y * (viewport.height - scale * box.height)) *
         scaling(scale, scale) * translation(-box.x, -box.y);
}

}  // namespace reliure::image
