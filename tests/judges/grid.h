#pragma once
// The grid of a table: which cell covers which rows and columns, and which headers name it.
#include "judges/document.h"
#include "judges/faults.h"

namespace reliure::judges {

/// Whether all rows have as many columns, no cell overlaps another, and cells know their headers.
void judge_grid(Document& document, std::size_t table, Faults& faults);

}  // namespace reliure::judges
