#pragma once
// A fragment: marks placed relative to its own top left corner, ready to be put on a page.
#include <span>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "book/page.h"

namespace reliure::layout {

/// Items whose coordinates start at the fragment's corner, with the glyphs and text that they refer to.
struct Fragment {
  std::vector<book::Item> items;
  std::vector<book::Glyph> glyphs;
  std::string text;
};

/// Moves all marks.
void move_by(base::Point by, std::span<book::Item> items);

/// Appends the marks of `fragment`, its corner at `at`.
void append(Fragment fragment, base::Point at, Fragment& target);

}  // namespace reliure::layout
