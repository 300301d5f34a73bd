#pragma once
// Random tables: any spans, widths and contents, those that no author would write among them.
#include <string>

#include "property/manuscripts.h"

namespace reliure::laws {

/// HTML with one table between two paragraphs. Its pictures are `small.svg` and `large.svg`.
std::string random_table_page(Random& random);

/// A style sheet for it. Every cell has the background `#eeeeee`, so that a law can see its box.
std::string random_table_style(Random& random);

/// A picture of this width and height in points.
std::string plain_picture(int width, int height);

}  // namespace reliure::laws
