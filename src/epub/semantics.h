#pragma once
// What the parts of a book are called in EPUB's vocabulary and in DPUB-ARIA's.
#include <string_view>

#include "epub/plan.h"

namespace reliure::epub {

struct Semantics {
  /// `epub:type`, empty where EPUB asks for more than a name.
  std::string_view type;
  /// The role that says the same, empty where DPUB-ARIA has none.
  std::string_view role;
};

/// What a section or a `div` is by its author's `role` (`doc-glossary`) or class (`part`, `index`); empty
/// where neither says anything that books have names for.
Semantics named_semantics(const Plan& plan, NodeId node);

/// A chapter is told by its author's role or class, else by its title for an introduction, a glossary and
/// their like.
Semantics semantics_of(const Plan& plan, const Document& document);

/// `epub:type` of the body: the division of the book that the document is in.
std::string_view division_of(const Document& document);

}  // namespace reliure::epub
