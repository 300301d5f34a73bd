// How high a line is and where its baseline lies (CSS 2.2 §10.8.1).
#include <algorithm>
#include <vector>

#include "layout/paragraph/finish.h"

namespace reliure::layout {
namespace {

using style::VerticalAlign;

/// How far something reaches over and under a baseline.
struct Extent {
  Length above, below;
  void cover(Length over, Length under) {
    above = base::max(above, over);
    below = base::max(below, under);
  }
};

Length margins(const style::ComputedStyle& style) {
  return style.margin[0].resolve({}) + style.margin[2].resolve({});
}

bool is_object(const Piece& piece) {
  return piece.content == Content::image || piece.content == Content::atom;
}

/// How a picture or inline-block reaches over and under its baseline, margins included.
Extent object_extent(const Finisher& finisher, const Piece& piece) {
  const InlineObject& object = finisher.paragraph.collected.objects[piece.index];
  if (piece.content == Content::atom) {
    const Atom& atom = finisher.paragraph.atoms[object.picture];
    return {atom.baseline, atom.size.height - atom.baseline};
  }
  return {image_size(object, finisher.measure, finisher.setting).height + margins(*object.style), {}};
}

/// How far the baseline of a picture or inline-block stands over that of its box; top and bottom are settled
/// later.
Length object_raise(const InlineObject& image, const BoxMetrics& box, const style::ComputedStyle& box_style,
                    Extent extent) {
  switch (image.style->vertical_align) {
    case VerticalAlign::sub:
      return -(box_style.font_size / 5);
    case VerticalAlign::super:
      return box_style.font_size / 3;
    case VerticalAlign::length:
      return image.style->vertical_shift;
    case VerticalAlign::text_top:
      return box.ascent - extent.above;
    case VerticalAlign::text_bottom:
      return extent.below - box.descent;
    case VerticalAlign::middle:
      return (box.x_height - extent.above + extent.below) / 2;
    default:
      return {};
  }
}

bool aligns_to_line(const style::ComputedStyle& style) {
  return style.vertical_align == VerticalAlign::top || style.vertical_align == VerticalAlign::bottom;
}

bool only_images(const LineInProgress& line) {
  bool images = false;
  for (const Piece& piece : line.pieces) {
    images = images || piece.content == Content::image;
    if (piece.content == Content::atom) return false;
    const bool other = piece.content == Content::word || piece.content == Content::leader;
    if (other) return false;
  }
  return images;
}

/// Covers the box of a piece and its ancestors up to the root or to a box aligned to the line.
void cover_boxes(const Paragraph& paragraph, std::uint32_t box, Extent& extent, Length& aligned) {
  for (; box != 0; box = paragraph.collected.boxes[box].parent) {
    const BoxMetrics& metrics = paragraph.metrics[box];
    if (metrics.quiet) continue;
    if (metrics.group == 0) {
      extent.cover(metrics.above + metrics.raise, metrics.below - metrics.raise);
    } else {
      aligned = base::max(aligned, metrics.above + metrics.below);
    }
  }
}

}  // namespace

void stack_line(const Finisher& finisher, const LineInProgress& line, Line& out) {
  const Paragraph& paragraph = finisher.paragraph;
  const BoxMetrics& root = paragraph.metrics[0];
  Extent extent;
  const bool blank = line.pieces.empty() || std::ranges::all_of(line.pieces, [](const Piece& piece) {
                       return piece.content == Content::edge && piece.width == Length{};
                     });
  const bool anchors_only = blank && paragraph.collected.text.empty();
  // A line of pictures alone is as high as they are: no one wants a letter's depth under a picture.
  if (!anchors_only && !only_images(line)) {
    extent = {root.above, root.below};
  }
  Length aligned;
  std::uint32_t last = kNone;
  for (const Piece& piece : line.pieces) {
    if (is_object(piece)) {
      const InlineObject& object = paragraph.collected.objects[piece.index];
      const Extent own = object_extent(finisher, piece);
      if (aligns_to_line(*object.style)) {
        aligned = base::max(aligned, own.above + own.below);
      } else {
        const BoxMetrics& box = paragraph.metrics[object.box];
        const Length raise =
            box.raise + object_raise(object, box, *paragraph.collected.boxes[object.box].style, own);
        extent.cover(own.above + raise, own.below - raise);
      }
    }
    if (piece.box == last || piece.hanging) continue;
    last = piece.box;
    cover_boxes(paragraph, piece.box, extent, aligned);
  }
  // What is aligned to the line's edges only makes it deeper.
  extent.below = base::max(extent.below, aligned - extent.above);
  out.baseline = extent.above;
  out.height = base::max(Length{}, extent.above + extent.below);
}

Length raise_of(const Finisher& finisher, std::uint32_t box, const Line& out) {
  const BoxMetrics& metrics = finisher.paragraph.metrics[box];
  if (metrics.group == 0) return metrics.raise;
  const BoxMetrics& group = finisher.paragraph.metrics[metrics.group];
  const bool top =
      finisher.paragraph.collected.boxes[metrics.group].style->vertical_align == VerticalAlign::top;
  const Length of_group = top ? out.baseline - group.above : group.below - (out.height - out.baseline);
  return of_group + metrics.raise;
}

base::Rect image_area(const Finisher& finisher, const Piece& piece, const Line& out) {
  const InlineObject& object = finisher.paragraph.collected.objects[piece.index];
  const style::ComputedStyle& style = *object.style;
  const Extent own = object_extent(finisher, piece);
  Length top;
  if (style.vertical_align == VerticalAlign::bottom) {
    top = out.height - own.above - own.below;
  } else if (style.vertical_align != VerticalAlign::top) {
    const BoxMetrics& box = finisher.paragraph.metrics[object.box];
    const style::ComputedStyle& box_style = *finisher.paragraph.collected.boxes[object.box].style;
    const Length raise = raise_of(finisher, object.box, out) + object_raise(object, box, box_style, own);
    top = out.baseline - raise - own.above;
  }
  base::Point offset = finisher.paragraph.metrics[object.box].offset;
  if (piece.content == Content::atom) {
    return {piece.x + offset.x, top + offset.y, piece.width, own.above + own.below};
  }
  const base::Point moved = relative_offset(style, finisher.measure);
  offset = {offset.x + moved.x, offset.y + moved.y};
  const base::Size size = image_size(object, finisher.measure, finisher.setting);
  return {piece.x + style.margin[3].resolve({}) + offset.x, top + style.margin[0].resolve({}) + offset.y,
          size.width, size.height};
}

}  // namespace reliure::layout
