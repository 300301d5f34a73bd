#pragma once
// Selectors as an e-book's markup has them: other ids, `body` for the root, `aside` for notes.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "style/selector.h"

namespace reliure::style {

/// A name of CSS with what it must have escaped.
std::string written_name(std::string_view name);

/// The elements that `#name` selects, in document order.
using NodesById = std::map<std::string_view, std::vector<book::NodeId>>;
NodesById nodes_by_id(const book::Manuscript& manuscript);

/// The selector; an id is `[id="node:7"]`, in whose place `epub` puts the file's own (see `EbookSheet`).
void write_selector(std::string& out, const Selector& selector, const NodesById& ids);
/// The same for the real text in the place of a pseudo-element (see `book::GeneratedText`).
void write_selector_of_text(std::string& out, const Selector& selector, const NodesById& ids);

/// Whether an e-book has what the selector selects.
bool is_for_readers(const Selector& selector, const NodesById& ids);
/// Where the generated content stands that it selects: `::before`, `::after` or `::marker`.
std::optional<book::GeneratedPlace> generated_place(const Selector& selector);
/// Whether it selects the root of the book, wherever it asks for more.
bool is_root(const Selector& selector);
/// Whether it may select text as most of a book is: the subject can be `p`, `li` and their like without a
/// class, an id or an attribute of its own.
bool is_body_text(const Selector& selector);
/// Whether it selects such text everywhere: `p` or `*` alone.
bool is_all_body_text(const Selector& selector);

}  // namespace reliure::style
