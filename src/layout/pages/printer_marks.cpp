#include "layout/pages/printer_marks.h"

#include <utility>

#include "layout/flow/outline.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Point;
using base::Rect;

/// From the bleed to a crop mark, so that a cut that is a little off shows none of it.
constexpr Length kGap = base::points(3);
constexpr Length kCropLength = base::points(15);
/// All around; a quarter of it is left empty outside of the marks.
constexpr Length kRoom = base::points(24);
/// As thin as presses print.
constexpr Length kThickness = base::points(1) / 4;
/// Of registration marks: the circle's radius, and half the cross.
constexpr Length kRadius = base::points(4);
constexpr Length kArm = base::points(7);

book::Path stroked(book::Outline outline) {
  book::Path path;
  path.outline = std::move(outline);
  path.stroke_paint = book::Registration{};
  path.stroke.width = kThickness;
  return path;
}

book::Path line(Point from, Point to) {
  return stroked({{book::PathVerb::move, book::PathVerb::line}, {from, to}});
}

/// Two lines at each corner, along the edges of the trimmed page.
void add_crop_marks(book::Page& page) {
  const Length right = page.trim.width, bottom = page.trim.height;
  const Length above = -page.bleed.top - kGap, below = bottom + page.bleed.bottom + kGap;
  const Length before = -page.bleed.left - kGap, behind = right + page.bleed.right + kGap;
  for (const Length x : {Length{}, right}) {
    page.marks.push_back(line({x, above - kCropLength}, {x, above}));
    page.marks.push_back(line({x, below}, {x, below + kCropLength}));
  }
  for (const Length y : {Length{}, bottom}) {
    page.marks.push_back(line({before - kCropLength, y}, {before, y}));
    page.marks.push_back(line({behind, y}, {behind + kCropLength, y}));
  }
}

void add_registration_mark(Point at, book::Page& page) {
  const base::Size radius{kRadius, kRadius};
  const Rect around{at.x - kRadius, at.y - kRadius, kRadius * 2, kRadius * 2};
  page.marks.push_back(stroked(outline({around, {radius, radius, radius, radius}})));
  page.marks.push_back(line({at.x - kArm, at.y}, {at.x + kArm, at.y}));
  page.marks.push_back(line({at.x, at.y - kArm}, {at.x, at.y + kArm}));
}

}  // namespace

void add_printer_marks(const style::PageStyle& style, book::Page& page) {
  if (!style.crop_marks && !style.registration_marks) {
    return;
  }
  page.slug = {kRoom, kRoom, kRoom, kRoom};
  if (style.crop_marks) {
    add_crop_marks(page);
  }
  if (style.registration_marks) {
    const Length half = kRoom / 2;
    const Point middle{page.trim.width / 2, page.trim.height / 2};
    add_registration_mark({middle.x, -page.bleed.top - half}, page);
    add_registration_mark({page.trim.width + page.bleed.right + half, middle.y}, page);
    add_registration_mark({middle.x, page.trim.height + page.bleed.bottom + half}, page);
    add_registration_mark({-page.bleed.left - half, middle.y}, page);
  }
}

}  // namespace reliure::layout
