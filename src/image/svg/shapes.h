#pragma once
// Elements to outlines, and view boxes to maps.
#include <optional>
#include <string_view>

#include "image/svg/geometry.h"
#include "image/svg/values.h"
#include "image/svg/xml.h"

namespace reliure::image {

/// What lengths in percent are of: the nearest `svg` or `symbol`, in its user units.
struct Viewport {
  double width = 0;
  double height = 0;
  /// What a length that is neither horizontal nor vertical is of: SVG 1.1, section 7.10.
  double diagonal() const;
};

/// A horizontal (`x`, `cx`, `width` ...), vertical or other length attribute; nothing when absent or damaged.
enum class Axis { horizontal, vertical, other };
std::optional<double> length_attribute(const Xml& xml, ElementId element, std::string_view name, Axis axis,
                                       const Viewport& viewport);

/// Whether the element draws an outline of its own: `path` or a basic shape.
bool is_shape(std::string_view name);

/// The outline of a shape element in its user units; empty for what SVG does not render (a side of zero).
/// `broken` becomes true when its path data or points break off.
Shape shape_of(const Xml& xml, ElementId element, const Viewport& viewport, bool& broken);

struct ViewBox {
  double x = 0, y = 0, width = 0, height = 0;
};

/// The `viewBox` of an element; nothing when absent, damaged or without area.
std::optional<ViewBox> view_box(const Xml& xml, ElementId element);

/// Maps `box` into a viewport of the given sides as `preserveAspectRatio` says.
Matrix fit(const ViewBox& box, const Viewport& viewport, std::string_view aspect_ratio);

}  // namespace reliure::image
