#pragma once
// The rules of a language's typography, applied to the prose of a page.
#include <string_view>

#include "content/draft.h"

namespace reliure::content {

/// Applies the rules of French to text in French. Code, keyboard input and addresses keep every character.
/// `language` is the book's, for text that declares none.
void set_typography(Draft& draft, std::string_view language);

}  // namespace reliure::content
