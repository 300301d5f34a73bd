#include "text/breaks.h"

#include <linebreak.h>

#include <algorithm>
#include <span>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/break_rules.h"
#include "text/east_asian.h"
#include "text/words.h"

namespace reliure::text {
namespace {

/// libunibreak's tables know languages by their first subtag.
std::string primary_subtag(std::string_view language) {
  return base::lowered(language.substr(0, language.find('-')));
}

/// Letters of class AL. A line never ends between two of them, and to UAX #14 many are as one.
bool is_plain_letter(char32_t character) {
  if (character < 0x80) return (character | 0x20) >= U'a' && (character | 0x20) <= U'z';
  constexpr char32_t kFirst = 0xC0, kLast = 0x24F, kTimes = 0xD7, kDivided = 0xF7;
  return character >= kFirst && character <= kLast && character != kTimes && character != kDivided;
}

/// Whether character `i` is a letter that another letter follows.
bool is_inside_letters(std::u32string_view text, std::size_t i) {
  return is_plain_letter(text[i]) && i + 1 < text.size() && is_plain_letter(text[i + 1]);
}

/// UAX #14, one entry for each character. libunibreak looks up every character that it is given, so it is
/// given one letter for each row of letters: a quarter of a usual text.
std::vector<Break> break_by_unicode(std::u32string_view text, const std::string& language) {
  static const bool tables_are_ready = (init_linebreak(), true);
  static_cast<void>(tables_are_ready);
  static_assert(sizeof(utf32_t) == sizeof(char32_t));
  std::u32string shortened(text.size(), U'\0');
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    shortened[length] = text[i];
    length += is_inside_letters(text, i) ? 0 : 1;
  }
  shortened.resize(length);
  std::string found(shortened.size(), '\0');
  set_linebreaks_utf32(reinterpret_cast<const utf32_t*>(shortened.data()), shortened.size(), language.c_str(),
                       found.data());
  std::vector<Break> breaks(text.size(), Break::prohibited);
  for (std::size_t i = 0, kept = 0; i < text.size(); ++i) {
    if (is_inside_letters(text, i)) continue;
    const char place = found[kept++];
    if (place == LINEBREAK_MUSTBREAK) {
      breaks[i] = Break::mandatory;
    } else if (place == LINEBREAK_ALLOWBREAK) {
      breaks[i] = Break::allowed;
    }
  }
  return breaks;
}

constexpr bool is_regional_indicator(char32_t character) {
  return character >= 0x1F1E6 && character <= 0x1F1FF;
}

constexpr bool is_kana(char32_t character) { return character >= 0x3041 && character <= 0x31FF; }

/// The character, or one that breaks alike. To libunibreak U+FFFF is the end of the text, and on a regional
/// indicator (half a flag) its older releases abort: a picture-like ideograph stands for it.
constexpr char32_t known_to_libunibreak(char32_t character) {
  constexpr char32_t kReplacement = 0xFFFD, kIdeograph = 0x20000;
  if (character == 0xFFFF) return kReplacement;
  return is_regional_indicator(character) ? kIdeograph : character;
}

/// The two halves of a flag stay together (UAX #14, LB30a).
void keep_flags(std::string_view text, std::span<const std::uint32_t> last_bytes,
                std::vector<Break>& breaks) {
  bool first_half = false;
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : last_bytes[i - 1] + 1;
    first_half = !first_half && is_regional_indicator(base::decode(text, begin).character);
    if (first_half && i + 1 < breaks.size() &&
        is_regional_indicator(base::decode(text, last_bytes[i] + 1).character)) {
      breaks[i] = Break::prohibited;
    }
  }
}

struct DecodedText {
  std::u32string characters;
  /// The offset of the last byte of each character.
  std::vector<std::uint32_t> last_bytes;
  bool has_flags = false;
  bool has_kana = false;
  bool has_thai = false;
};

DecodedText decode_all(std::string_view text) {
  DecodedText decoded;
  decoded.characters.resize(text.size());
  decoded.last_bytes.resize(text.size());
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    const base::Decoded next = byte < 0x80 ? base::Decoded{byte, 1} : base::decode(text, offset);
    offset += next.size;
    decoded.characters[count] = known_to_libunibreak(next.character);
    decoded.has_flags = decoded.has_flags || is_regional_indicator(next.character);
    decoded.has_kana = decoded.has_kana || is_kana(next.character);
    decoded.has_thai = decoded.has_thai || is_thai(next.character);
    decoded.last_bytes[count] = static_cast<std::uint32_t>(offset - 1);
  }
  decoded.characters.resize(count);
  decoded.last_bytes.resize(count);
  return decoded;
}

}  // namespace

std::vector<Break> break_opportunities(std::string_view text, std::string_view language,
                                       const WordList* words) {
  std::vector<Break> result(text.size(), Break::prohibited);
  if (text.empty()) return result;
  const DecodedText decoded = decode_all(text);
  const std::string subtag = primary_subtag(language);
  std::vector<Break> breaks = break_by_unicode(decoded.characters, subtag);
  if (decoded.has_flags) {
    keep_flags(text, decoded.last_bytes, breaks);
  }
  if (decoded.has_kana) {
    keep_small_kana(decoded.characters, breaks);
  }
  if (decoded.has_thai && words != nullptr) {
    words->allow_breaks(decoded.characters, breaks);
  }
  keep_leading_hyphens(decoded.characters, breaks);
  break_addresses(decoded.characters, breaks);
  break_scoped_names(decoded.characters, breaks);
  keep_units(decoded.characters, breaks);
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
