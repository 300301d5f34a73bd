#include "layout/fragment.h"

#include <cstdint>
#include <utility>

namespace reliure::layout {
namespace {

void shift(book::Item& item, base::Point by) {
  const auto shift_points = [by](std::vector<base::Point>& points) {
    for (base::Point& point : points) {
      point.x += by.x;
      point.y += by.y;
    }
  };
  const auto shift_rect = [by](base::Rect& rect) {
    rect.x += by.x;
    rect.y += by.y;
  };
  if (auto* run = std::get_if<book::GlyphRun>(&item.mark)) {
    run->origin.x += by.x;
    run->origin.y += by.y;
  } else if (auto* path = std::get_if<book::Path>(&item.mark)) {
    shift_points(path->outline.points);
    for (book::Paint* paint : {&path->fill, &path->stroke_paint}) {
      if (auto* gradient = std::get_if<book::Gradient>(paint)) {
        gradient->transform.e += by.x;
        gradient->transform.f += by.y;
      }
    }
  } else if (auto* image = std::get_if<book::Image>(&item.mark)) {
    shift_rect(image->area);
  } else if (auto* link = std::get_if<book::Link>(&item.mark)) {
    shift_rect(link->area);
  } else if (auto* anchor = std::get_if<book::Anchor>(&item.mark)) {
    anchor->at.x += by.x;
    anchor->at.y += by.y;
  } else if (auto* group = std::get_if<book::Group>(&item.mark)) {
    group->transform.e += by.x;
    group->transform.f += by.y;
  }
}

/// Moves the ranges of an item behind what the target had.
void rebase(book::Item& item, std::uint32_t glyphs, std::uint32_t text) {
  if (auto* run = std::get_if<book::GlyphRun>(&item.mark)) {
    run->glyphs = {run->glyphs.begin + glyphs, run->glyphs.end + glyphs};
    run->text = {run->text.begin + text, run->text.end + text};
  } else if (auto* group = std::get_if<book::Group>(&item.mark)) {
    for (book::Item& inner : group->items) {
      rebase(inner, glyphs, text);
    }
  }
}

}  // namespace

void append(Fragment fragment, base::Point at, Fragment& target) {
  const auto glyphs = static_cast<std::uint32_t>(target.glyphs.size());
  const auto text = static_cast<std::uint32_t>(target.text.size());
  for (book::Item& from : fragment.items) {
    book::Item& item = target.items.emplace_back(std::move(from));
    rebase(item, glyphs, text);
    shift(item, at);
  }
  target.glyphs.insert(target.glyphs.end(), fragment.glyphs.begin(), fragment.glyphs.end());
  target.text += fragment.text;
}

void move_by(base::Point by, std::span<book::Item> items) {
  for (book::Item& item : items) {
    shift(item, by);
  }
}

}  // namespace reliure::layout
