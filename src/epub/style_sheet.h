#pragma once
// The e-book's style sheet.
#include <string>

#include "book/book.h"

namespace reliure::epub {

/// Rules for what only an e-book has (notes, covers, elements written as neutral ones), then the author's.
std::string style_sheet(const book::EbookStyle& style);

}  // namespace reliure::epub
