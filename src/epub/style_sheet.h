#pragma once
// The e-book's style sheet, and the files that it names.
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "epub/plan.h"

namespace reliure::epub {

/// Rules for what only an e-book has (notes, covers, elements written as neutral ones), then the author's,
/// with the names of files in their places. A picture that e-books cannot show is `none`.
std::string style_sheet(const Plan& plan);

/// The nodes that rules of a style's sheet select by their ids (`[id="node:7"]`), which they need then.
std::vector<book::NodeId> selected_nodes(std::string_view css);

/// The name of the file of a font of the style, `fonts/font-1.otf`, or empty when the sheet does not name it.
std::string font_file(const book::EbookStyle& style, std::size_t font);
std::string_view font_media_type(const book::Font& font);

}  // namespace reliure::epub
