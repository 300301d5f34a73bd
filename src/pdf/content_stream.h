#pragma once
// Pages to content streams: items in painting order, each known by its node and role.
#include <span>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "book/book.h"
#include "pdf/canvas.h"
#include "pdf/structure/structure.h"

namespace reliure::pdf {

/// What pages need to be written.
struct PageInput {
  const book::Book& book;
  std::span<const EmbeddedFont> fonts;
  const Structure& structure;
  CodeForm form = CodeForm::binary;
  const image::Inks* inks = nullptr;
};

/// One page's operators and what they name.
struct PageContent {
  std::string operators;
  Uses uses;
  /// By marked-content id.
  std::vector<Mark> marks;
  /// Whether anything is blended with what is under it.
  bool transparent = false;
};

/// The place of a page's trim box in its media box, whose lower left corner is (0, 0).
Frame frame_of(const book::Page& page);

/// By page.
std::vector<PageContent> page_contents(const PageInput& input, base::Jobs jobs);

}  // namespace reliure::pdf
