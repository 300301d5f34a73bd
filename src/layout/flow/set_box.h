#pragma once
// Boxes that are laid out by themselves and painted whole: floats and inline-blocks.
#include <optional>

#include "layout/flow/build.h"

namespace reliure::layout {

struct SetBox {
  Element element;
  /// Content, padding, border and the margins at the sides.
  Flow flow;
  /// Vertical margins.
  base::Length above, below;
  /// The margin box.
  base::Size size;
  /// The baseline of its last line, from the top of the margin box.
  std::optional<base::Length> baseline;
};

/// Lays out `element` in a container that offers `room`: as wide as its style says, else as its content wants
/// and fits (shrink-to-fit, CSS 2.2 §10.3.5). A picture that is too wide is made smaller.
SetBox set_box(const Element& element, base::Length room, Workshop& workshop);

/// The marks of the margin box, taken out of its flow, shifted where its position is relative, with the area
/// of the link that it may be.
Fragment paint_box(SetBox& box, const Setting& setting);

/// The notes called in it.
std::vector<book::NodeId> notes_in(const Flow& flow);

}  // namespace reliure::layout
