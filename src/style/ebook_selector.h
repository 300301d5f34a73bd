#pragma once
// Selectors as an e-book's markup has them: other ids, `body` for the root, `aside` for notes.
#include <optional>
#include <string>
#include <string_view>

#include "book/book.h"
#include "style/selector.h"

namespace reliure::style {

/// A name of CSS with what it must have escaped.
std::string written_name(std::string_view name);
void write_selector(std::string& out, const Selector& selector);

/// Whether an e-book has what the selector selects.
bool is_for_readers(const Selector& selector);
/// The same for the real text in the place of a pseudo-element (see `book::GeneratedText`).
void write_selector_of_text(std::string& out, const Selector& selector);
/// Where the generated content stands that it selects: `::before`, `::after` or `::marker`.
std::optional<book::GeneratedPlace> generated_place(const Selector& selector);
bool is_root(const Selector& selector);
/// Whether it selects text as most of a book is: `p`, `li` and their like without further tests.
bool is_body_text(const Selector& selector);

}  // namespace reliure::style
