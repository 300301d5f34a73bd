#pragma once
// Words that say nothing when they are all that is heard.
#include <string_view>

namespace reliure::content {

/// Whether a link's whole text only says that there is a link: `ici`, `Read more …`. In the language, in
/// English where we do not know the language; case and punctuation do not count.
bool is_vague_link(std::string_view text, std::string_view language);
/// Whether an alternative text only says that there is a picture: `photo`, `Image 3`.
bool is_vague_alternative(std::string_view text, std::string_view language);

}  // namespace reliure::content
