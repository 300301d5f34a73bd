#pragma once
// What the parts of a book are called in EPUB's vocabulary and in DPUB-ARIA's.
#include <string_view>

#include "epub/plan.h"

namespace reliure::epub {

struct Semantics {
  /// `epub:type`.
  std::string_view type;
  /// The role that says the same, empty where DPUB-ARIA has none.
  std::string_view role;
};

/// A chapter is told by its place and, for an introduction, a glossary and their like, by its title.
Semantics semantics_of(const Document& document);

/// `epub:type` of the body: the division of the book that the document is in.
std::string_view division_of(const Document& document);

}  // namespace reliure::epub
