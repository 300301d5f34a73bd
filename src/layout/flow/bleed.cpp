#include "layout/flow/bleed.h"

#include <utility>

#include "layout/flow/outline.h"
#include "layout/paragraph/prepare.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Size;

Size natural_size(book::NodeId img, const Setting& setting) {
  const Size size = (*setting.input.pictures)[*picture_of(setting.manuscript(), img)].size;
  return {base::max(size.width, Length{1}), base::max(size.height, Length{1})};
}

/// `length` in the proportion of two others.
Length in_proportion(Length length, Length to, Length from) { return base::scaled(length, to.raw, from.raw); }

Size covering(Size natural, Size area) {
  const Length height = in_proportion(area.width, natural.height, natural.width);
  return height >= area.height ? Size{area.width, height}
                               : Size{in_proportion(area.height, natural.width, natural.height), area.height};
}

}  // namespace

Length height_across(book::NodeId img, Length width, const Setting& setting) {
  const style::Dimension& height = setting.style(img).height;
  if (!height.automatic && height.percent == 0) {
    return height.length;
  }
  const Size natural = natural_size(img, setting);
  return in_proportion(width, natural.height, natural.width);
}

Fragment covering_picture(book::NodeId img, Size area, const Setting& setting) {
  Fragment fragment;
  const std::uint32_t picture = *picture_of(setting.manuscript(), img);
  if (std::holds_alternative<std::monostate>((*setting.input.pictures)[picture].content)) {
    return fragment;
  }
  const Size size = covering(natural_size(img, setting), area);
  const base::Rect place{(area.width - size.width) / 2, (area.height - size.height) / 2, size.width,
                         size.height};
  const base::Span span = setting.manuscript()[img].span;
  book::Item item{img, span, book::Role::content, book::Image{picture, place}};
  if (size == area) {
    fragment.items.push_back(std::move(item));
    return fragment;
  }
  book::Group group;
  group.clip = rectangle({{}, {}, area.width, area.height});
  group.items.push_back(std::move(item));
  fragment.items.push_back({img, span, book::Role::content, std::move(group)});
  return fragment;
}

}  // namespace reliure::layout
