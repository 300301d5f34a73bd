#include "layout/scale.h"

#include <variant>

namespace reliure::layout {
namespace {

using base::Length;

/// A ratio at work on whatever has a length.
struct Scale {
  std::int64_t ratio;

  void operator()(Length& length) const { length = base::scaled(length, ratio, 65536); }
  void operator()(base::Point& point) const {
    (*this)(point.x);
    (*this)(point.y);
  }
  void operator()(base::Rect& rect) const {
    for (Length* side : {&rect.x, &rect.y, &rect.width, &rect.height}) (*this)(*side);
  }
  /// What was mapped by `transform` is then scaled.
  void operator()(base::Transform& transform) const {
    for (std::int64_t* factor : {&transform.a, &transform.b, &transform.c, &transform.d}) {
      *factor = *factor * ratio / 65536;
    }
    (*this)(transform.e);
    (*this)(transform.f);
  }
};

void scale_path(const Scale& scale, book::Path& path) {
  for (base::Point& point : path.outline.points) scale(point);
  scale(path.stroke.width);
  scale(path.stroke.dash_offset);
  for (Length& dash : path.stroke.dashes) scale(dash);
  for (book::Paint* paint : {&path.fill, &path.stroke_paint}) {
    if (auto* gradient = std::get_if<book::Gradient>(paint)) scale(gradient->transform);
  }
}

void scale_run(const Scale& scale, std::vector<book::Glyph>& glyphs, book::GlyphRun& run) {
  scale(run.size);
  scale(run.letter_spacing);
  scale(run.origin);
  for (std::uint32_t i = run.glyphs.begin; i < run.glyphs.end; ++i) {
    for (Length* length : {&glyphs[i].advance, &glyphs[i].dx, &glyphs[i].dy}) scale(*length);
  }
}

}  // namespace

void scale_by(std::int64_t ratio, Fragment& fragment) {
  const Scale scale{ratio};
  for (book::Item& item : fragment.items) {
    if (auto* run = std::get_if<book::GlyphRun>(&item.mark)) {
      scale_run(scale, fragment.glyphs, *run);
    } else if (auto* path = std::get_if<book::Path>(&item.mark)) {
      scale_path(scale, *path);
    } else if (auto* image = std::get_if<book::Image>(&item.mark)) {
      scale(image->area);
    } else if (auto* link = std::get_if<book::Link>(&item.mark)) {
      scale(link->area);
    } else if (auto* anchor = std::get_if<book::Anchor>(&item.mark)) {
      scale(anchor->at);
    } else {
      scale(std::get<book::Group>(item.mark).transform);  // and with it all that is under it
    }
  }
}

}  // namespace reliure::layout
