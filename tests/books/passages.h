#pragma once
// What a book says, passage by passage, as both outputs have it: after the rules of typography, without code.
#include <string>
#include <vector>

#include "books/library.h"

namespace reliure::books {

/// Text in one language of one block: an element within it does not part it, but for code, a line break and
/// quotations.
struct Passage {
  /// BCP 47.
  std::string language;
  std::string text;
  /// In `q`, `cite` or `blockquote`: words of another, or a title.
  bool quoted = false;
  /// The page of the site that it stands on.
  std::string page;
};

/// Of the pages in their order, the texts of pictures among them.
std::vector<Passage> passages_of(const Title& title);

/// Words without what is between them, in small letters, with straight apostrophes.
std::vector<std::string> words_of(const std::string& text);

}  // namespace reliure::books
