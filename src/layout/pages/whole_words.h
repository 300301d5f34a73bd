#pragma once
// Words that a page would cut at its foot.
#include <span>

#include "layout/pages/break_pages.h"
#include "layout/setting.h"

namespace reliure::layout {

/// Sets the paragraphs anew whose lines end in half a word at the foot of a page, with that word whole, where
/// they take as many lines as before: what stands on which page stays.
void keep_words_whole(std::span<const PageCut> pages, Flow& flow, Setting& setting);

}  // namespace reliure::layout
