#pragma once
// A look over a page before it is mapped: what its headings are.
#include <string>

#include "content/dom.h"
#include "content/elements.h"

namespace reliure::content {

struct Survey {
  /// The first `h1` with content.
  const DomNode* first_h1 = nullptr;
  /// Nothing with content stands before `first_h1`.
  bool begins_with_h1 = false;
  /// The smallest level among headings with content, `first_h1` not counted; 7 without any.
  int smallest_level = 7;
  /// The same with `first_h1`.
  int smallest_level_with_h1 = 7;
};

Survey survey(const DomNode& page);
/// What becomes of the element; a `dialog` that is not open is not seen on its page, nor in a book.
ElementRule rule_of(const DomNode& element);
/// Whether the node shows something: text or a picture.
bool has_content(const DomNode& node);
/// Whether something in the node can be read aloud: text, or a picture's alternative text or label.
bool has_name(const DomNode& node);
/// The text inside, white space collapsed.
std::string text_of(const DomNode& node);
/// Whether a block stands inside, at any depth.
bool contains_block(const DomNode& node);
/// 1 to 6 for `h1` to `h6`, else 0.
int heading_level(const DomNode& node);

}  // namespace reliure::content
