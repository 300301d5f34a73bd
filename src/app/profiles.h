#pragma once
// What the colours of a PDF edition are made of.
#include <string_view>

#include "base/diagnostics.h"
#include "book/picture.h"
#include "source/tree.h"

namespace reliure::app {

/// Reports what of `tree.profiles` no press prints by (`source/bad-profile`), and takes it out.
void drop_bad_profiles(source::Tree& tree, base::Diagnostics& diagnostics);

struct EditionColors {
  book::ColorSpace space = book::ColorSpace::rgb;
  /// The ICC profile that says what they are; lives as long as the tree.
  std::string_view profile;
};

/// An edition in inks whose profile is missing or dropped is as any other: nobody will see it.
EditionColors colors_of(const source::Tree& tree, std::size_t edition);

}  // namespace reliure::app
