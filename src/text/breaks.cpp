#include "text/breaks.h"

#include <linebreak.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "text/break_rules.h"

namespace reliure::text {
namespace {

/// libunibreak's tables know languages by their first subtag.
std::string primary_subtag(std::string_view language) {
  std::string subtag(language.substr(0, language.find('-')));
  std::ranges::transform(subtag, subtag.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return subtag;
}

/// UAX #14, one entry for each character.
std::vector<Break> break_by_unicode(const std::u32string& text, const std::string& language) {
  static const bool tables_are_ready = (init_linebreak(), true);
  static_cast<void>(tables_are_ready);
  static_assert(sizeof(utf32_t) == sizeof(char32_t));
  std::string found(text.size(), '\0');
  set_linebreaks_utf32(reinterpret_cast<const utf32_t*>(text.data()), text.size(), language.c_str(),
                       found.data());
  std::vector<Break> breaks(text.size());
  std::ranges::transform(found, breaks.begin(), [](char place) {
    if (place == LINEBREAK_MUSTBREAK) return Break::mandatory;
    return place == LINEBREAK_ALLOWBREAK ? Break::allowed : Break::prohibited;
  });
  return breaks;
}

struct DecodedText {
  std::u32string characters;
  /// The offset of the last byte of each character.
  std::vector<std::uint32_t> last_bytes;
};

DecodedText decode_all(std::string_view text) {
  DecodedText decoded;
  decoded.characters.reserve(text.size());
  decoded.last_bytes.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    const base::Decoded next = byte < 0x80 ? base::Decoded{byte, 1} : base::decode(text, offset);
    offset += next.size;
    // To libunibreak, the noncharacter U+FFFF is the end of the text.
    decoded.characters.push_back(next.character == 0xFFFF ? char32_t{0xFFFD} : next.character);
    decoded.last_bytes.push_back(static_cast<std::uint32_t>(offset - 1));
  }
  return decoded;
}

}  // namespace

std::vector<Break> break_opportunities(std::string_view text, std::string_view language) {
  std::vector<Break> result(text.size(), Break::prohibited);
  if (text.empty()) return result;
  const DecodedText decoded = decode_all(text);
  const std::string subtag = primary_subtag(language);
  std::vector<Break> breaks = break_by_unicode(decoded.characters, subtag);
  keep_leading_hyphens(decoded.characters, breaks);
  break_addresses(decoded.characters, breaks);
  if (subtag == "fr") {
    keep_french_punctuation(decoded.characters, breaks);
  }
  breaks.back() = Break::prohibited;
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    result[decoded.last_bytes[i]] = breaks[i];
  }
  return result;
}

}  // namespace reliure::text
