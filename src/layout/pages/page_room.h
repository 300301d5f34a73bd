#pragma once
// What the pages of a sequence offer their text.
#include "base/geometry.h"
#include "style/styles.h"

namespace reliure::layout {

struct Sequence;

/// The text areas of a sequence's pages.
struct PageRoom {
  base::Size first, others;
  bool has_one_width() const { return first.width == others.width; }
  /// How high the pages are that text of this width stands on; text that goes on counts on `others`.
  base::Length height_at(base::Length width) const {
    return !has_one_width() && width == first.width ? first.height : others.height;
  }
  base::Length narrowest() const { return base::min(first.width, others.width); }
};

/// The room on the first page of a sequence, as `:first` makes it, and on those that follow. Which side a
/// page is on shows only when all are numbered: where left and right pages differ, text has what both offer,
/// unless the first page must be on one side.
PageRoom room_of(const Sequence& sequence, const style::Styles& styles);

}  // namespace reliure::layout
