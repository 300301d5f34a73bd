// A picture that stands by itself rather than in a line.
#include <algorithm>

#include "layout/paragraph/prepare.h"

namespace reliure::layout {

std::optional<std::uint32_t> picture_of(const book::Manuscript& manuscript, book::NodeId img) {
  const auto row = std::ranges::lower_bound(manuscript.pictures, img, {}, &book::PictureUse::node);
  if (row == manuscript.pictures.end() || row->node != img) return std::nullopt;
  return row->resource;
}

std::optional<SetPicture> set_picture(book::NodeId img, Length measure, const Setting& setting) {
  const std::optional<std::uint32_t> picture = picture_of(setting.manuscript(), img);
  if (!picture) return std::nullopt;
  SetPicture set;
  set.size = image_size({img, &setting.style(img), 0, *picture, {}}, measure, setting);
  if (set.size.width > measure && measure.raw > 0) {
    set.size.height =
        base::scaled(set.size.height, measure.raw / 64, std::max<std::int64_t>(1, set.size.width.raw / 64));
    set.size.width = measure;
  }
  if (!std::holds_alternative<std::monostate>((*setting.input.pictures)[*picture].content)) {
    set.content.items.push_back({img, setting.manuscript()[img].span, book::Role::content,
                                 book::Image{*picture, {{}, {}, set.size.width, set.size.height}}});
  }
  return set;
}

}  // namespace reliure::layout
