#pragma once
// A book for printers and readers without colours.
#include "base/parallel.h"
#include "book/book.h"

namespace reliure::pdf {

/// A copy of the book with every colour, and every picture that its pages show, in shades of grey.
book::Book in_grey(const book::Book& book, base::Jobs jobs);

}  // namespace reliure::pdf
