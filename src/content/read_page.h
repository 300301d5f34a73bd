#pragma once
// One page from its file to its draft.
#include <string_view>

#include "content/draft.h"
#include "source/tree.h"

namespace reliure::content {

/// Parses the page: notes cut out, Markdown to HTML, HTML to a tree, the tree to nodes with their final ids
/// (`slug--id`), and the rules of French typography where the text is French.
Draft read_page(const source::Tree& tree, const source::Page& page, std::string_view slug);

}  // namespace reliure::content
