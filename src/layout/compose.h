#pragma once
// Laying out: a styled manuscript to pages.
#include <memory>
#include <vector>

#include "base/diagnostics.h"
#include "base/parallel.h"
#include "book/book.h"
#include "style/styles.h"
#include "text/font_library.h"
#include "text/hyphenate.h"
#include "text/words.h"

namespace reliure::layout {

/// What pages are made from. All outlive the call; manuscript and pictures are shared by the book.
struct Input {
  std::shared_ptr<const book::Manuscript> manuscript;
  std::shared_ptr<const std::vector<book::Picture>> pictures;
  const style::Styles& styles;
  const text::FontLibrary& fonts;
  const text::Hyphenator& hyphenator;
  base::Jobs jobs;
  /// For lines of Thai; null without.
  const text::WordList* words = nullptr;
};

/// Breaks paragraphs and pages. Page numbers in the text (contents, cross-references) are settled by laying
/// out again, at most five times; then a warning. What does not fit is a warning at its source line.
book::Book compose(const Input& input, base::Diagnostics& diagnostics);

}  // namespace reliure::layout
