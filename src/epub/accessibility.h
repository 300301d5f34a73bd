#pragma once
// What the package says about access to the book: only what is so (EPUB Accessibility 1.1, section 2).
#include <string>

#include "epub/plan.h"

namespace reliure::epub {

/// What there is to say, found in the manuscript and in what has been made of it.
struct Accessibility {
  bool has_headings = false;
  /// Pictures that carry information: all but those whose alternative is empty.
  bool has_pictures = false;
  bool all_pictures_described = true;
  bool has_page_list = false;
  /// A picture that moves may flash.
  bool may_flash = false;
};

Accessibility accessibility_of(const Plan& plan);

/// Appends the `schema:` properties of the package's metadata.
void append_accessibility(std::string& out, const Accessibility& accessibility, std::string_view language);

}  // namespace reliure::epub
