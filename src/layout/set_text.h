#pragma once
// One line of text that stands in no paragraph: list markers, running heads, folios.
#include <string_view>

#include "base/geometry.h"
#include "book/manuscript.h"
#include "layout/fragment.h"
#include "layout/setting.h"

namespace reliure::layout {

/// Who is responsible for a text, and how it is set.
struct TextSource {
  book::NodeId node;
  book::Role role = book::Role::content;
  std::string_view language;
  /// What stands for the text where it is copied, or empty.
  std::string_view alternative;
};

/// Marks on a baseline at y = 0, from x = 0.
struct SetText {
  Fragment content;
  base::Length width;
};

/// Sets `text` in the font, size, colour and features of `style`, without breaking it.
SetText set_text(std::string_view text, const style::ComputedStyle& style, const TextSource& source,
                 Setting& setting);

}  // namespace reliure::layout
