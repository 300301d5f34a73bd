#pragma once
// How characters that no font has are reported, wherever they are.
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace reliure::layout {

/// Whether a character needs no glyph (Unicode's Default_Ignorable_Code_Point, the common ones).
bool shows_nothing(char32_t character);

/// Reports the character whose bytes are `text`; `where` follows it in the message.
void report_missing_glyph(std::string_view text, std::string_view where, base::Span span,
                          base::Diagnostics& diagnostics);

}  // namespace reliure::layout
