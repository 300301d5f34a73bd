#pragma once
// Where a line may end (UAX #14).
#include <cstdint>
#include <string_view>
#include <vector>

namespace reliure::text {

class WordList;

enum class Break : std::uint8_t { prohibited, allowed, mandatory };

/// For each byte of `text`, whether a line may end after it; all but the last byte of a character are
/// prohibited. The end of the text is never marked. A soft hyphen (U+00AD) is an opportunity like others:
/// only there a hyphen must be added. Addresses may break after `/ . - _ & = ? # %` inside. In French no
/// break comes before high punctuation (`; : ! ? »`) nor after `«`, even over a plain space. No line starts
/// with a small kana or a lengthening mark. Thai breaks between the words of `words`, else only where there
/// are spaces.
std::vector<Break> break_opportunities(std::string_view text, std::string_view language,
                                       const WordList* words = nullptr);

}  // namespace reliure::text
