#pragma once
// `style` attributes, and HTML's old attributes of presentation as styles.
#include <string>
#include <string_view>

#include "book/manuscript.h"

namespace reliure::epub {

/// The declarations of a `style` attribute that an e-book may have: well-formed, without references, and
/// without what EPUB forbids (`position`, `direction`, `unicode-bidi`; EPUB 3.3, section 6.3.1.3). Nor is
/// what readers choose: colours but for those of a text with its ground, sizes that do not follow the text's.
std::string safe_declarations(std::string_view style);

/// What `align`, `valign`, `width` and their like say on this element, as declarations.
std::string presentational_declarations(const book::Manuscript& manuscript, book::NodeId node);

}  // namespace reliure::epub
