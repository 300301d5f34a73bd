#pragma once
// Pages as text, for people and goldens.
#include <string>

#include "book/book.h"

namespace reliure::layout {

/// Each page, then its items in painting order with positions in points to three decimals.
std::string dump(const book::Book& book);

}  // namespace reliure::layout
