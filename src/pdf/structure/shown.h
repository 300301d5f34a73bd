#pragma once
// What of the manuscript the pages show. For the files of the structure alone.
#include <vector>

#include "book/book.h"

namespace reliure::pdf {

/// All by `NodeId`.
struct Shown {
  /// It is only for the eye: `aria-hidden`, or in what is.
  std::vector<bool> decoration;
  /// It or something below it has a mark that is read, or an area that leads somewhere.
  std::vector<bool> read;
  /// It has a place on a page, be it an empty one, such as a cell without text.
  std::vector<bool> placed;
};

Shown find_shown(const book::Book& book);

}  // namespace reliure::pdf
