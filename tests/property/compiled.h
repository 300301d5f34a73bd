#pragma once
// A book's stages one by one, so that a test sees the manuscript, its styles and its pages.
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "book/book.h"
#include "source/tree.h"
#include "style/styles.h"

namespace reliure::laws {

struct Compiled {
  source::Tree tree;
  std::shared_ptr<const book::Manuscript> manuscript;
  /// Of the first PDF edition.
  style::Styles styles;
  /// By node: hidden on pages, or shown by them as running heads and feet only.
  std::vector<bool> hidden_on_pages;
  /// Of the first e-book.
  style::Styles styles_in_ebook;
  book::Book book;
  base::Diagnostics diagnostics;
};

/// Compiles up to the pages with `jobs` threads. `files` must outlive the result.
Compiled compile(const source::FileSystem& files, const source::Path& manifest, unsigned jobs);

}  // namespace reliure::laws
