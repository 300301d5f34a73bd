#pragma once
// What a margin box says, in lines.
#include <string>
#include <string_view>
#include <vector>

#include "layout/pages/plan.h"
#include "layout/set_text.h"
#include "layout/setting.h"

namespace reliure::layout {

/// The text of a margin box's `content` on a page; `page_count` is what `counter(pages)` says.
std::string margin_text(const style::ComputedStyle& style, const PlannedPage& page, std::size_t page_count);

/// The widths of a text whose longest word stands alone, and of its longest line when none is broken.
InlineSize measure_margin_text(std::string_view text, const style::ComputedStyle& style, Setting& setting);

/// The text in lines, each as full as `width` allows; a word that is wider stands alone.
std::vector<SetText> set_margin_text(std::string_view text, const style::ComputedStyle& style,
                                     base::Length width, Setting& setting);

}  // namespace reliure::layout
