#include "pdf/grey.h"

#include <memory>
#include <utility>

#include "image/grey.h"

namespace reliure::pdf {
namespace {

/// Turns what is painted, and notes which pictures are shown.
void turn_items(std::vector<book::Item>& items, std::vector<bool>& shown) {
  for (book::Item& item : items) {
    if (auto* run = std::get_if<book::GlyphRun>(&item.mark)) {
      run->color = image::in_grey(run->color);
    } else if (auto* path = std::get_if<book::Path>(&item.mark)) {
      image::turn_grey(*path);
    } else if (const auto* picture = std::get_if<book::Image>(&item.mark)) {
      shown.at(picture->picture) = true;
    } else if (auto* group = std::get_if<book::Group>(&item.mark)) {
      turn_items(group->items, shown);
    }
  }
}

book::Picture in_grey(const book::Picture& picture) {
  book::Picture grey{picture.size, {}};
  if (const auto* raster = std::get_if<book::Raster>(&picture.content)) {
    grey.content = image::in_grey(*raster);
  } else if (const auto* drawing = std::get_if<book::Drawing>(&picture.content)) {
    book::Drawing turned = *drawing;
    image::turn_grey(turned);
    grey.content = std::move(turned);
  }
  return grey;
}

}  // namespace

book::Book in_grey(const book::Book& book, base::Jobs jobs) {
  book::Book grey = book;
  std::vector<bool> shown(book.pictures == nullptr ? 0 : book.pictures->size());
  for (book::Page& page : grey.pages) {
    turn_items(page.items, shown);
  }
  const auto pictures = std::make_shared<std::vector<book::Picture>>(shown.size());
  base::parallel_for(shown.size(), jobs, [&](std::size_t i) {
    if (shown[i]) {
      (*pictures)[i] = in_grey((*book.pictures)[i]);
    }
  });
  grey.pictures = pictures;
  return grey;
}

}  // namespace reliure::pdf
