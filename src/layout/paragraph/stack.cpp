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

/// The height of a picture with its margins.
Length image_height(const Finisher& finisher, const InlineObject& image, Length measure) {
  return image_size(image, measure, finisher.setting).height + margins(*image.style);
}

/// How far a picture's lower edge stands over the baseline of its box; top and bottom are settled later.
Length image_raise(const InlineObject& image, const BoxMetrics& box, const style::ComputedStyle& box_style,
                   Length height) {
  switch (image.style->vertical_align) {
    case VerticalAlign::sub:
      return -(box_style.font_size / 5);
    case VerticalAlign::super:
      return box_style.font_size / 3;
    case VerticalAlign::length:
      return image.style->vertical_shift;
    case VerticalAlign::text_top:
      return box.ascent - height;
    case VerticalAlign::text_bottom:
      return -box.descent;
    case VerticalAlign::middle:
      // Half an x-height over the baseline; a quarter em is near it in any text face.
      return box_style.font_size / 4 - height / 2;
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
    if (piece.content == Content::image) {
      const InlineObject& image = paragraph.collected.objects[piece.index];
      const Length height = image_height(finisher, image, line.slot_width);
      if (aligns_to_line(*image.style)) {
        aligned = base::max(aligned, height);
      } else {
        const BoxMetrics& box = paragraph.metrics[image.box];
        const Length raise =
            box.raise +
            image_raise(image, box, *paragraph.collected.boxes[image.box].style, height);
        extent.cover(height + raise, -raise);
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

base::Rect image_area(const Finisher& finisher, const LineInProgress& line, const Piece& piece,
                      const Line& out) {
  const InlineObject& image = finisher.paragraph.collected.objects[piece.index];
  const style::ComputedStyle& style = *image.style;
  const base::Size size = image_size(image, line.slot_width, finisher.setting);
  const Length height = size.height + margins(style);
  Length top;
  if (style.vertical_align == VerticalAlign::bottom) {
    top = out.height - height;
  } else if (style.vertical_align != VerticalAlign::top) {
    const BoxMetrics& box = finisher.paragraph.metrics[image.box];
    const style::ComputedStyle& box_style = *finisher.paragraph.collected.boxes[image.box].style;
    const Length raise =
        raise_of(finisher, image.box, out) + image_raise(image, box, box_style, height);
    top = out.baseline - raise - height;
  }
  return {piece.x + style.margin[3].resolve({}), top + style.margin[0].resolve({}), size.width, size.height};
}

}  // namespace reliure::layout
