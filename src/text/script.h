#pragma once
// Scripts of characters (UAX #24), as ISO 15924 tags in big-endian numbers. Not for other rooms.
#include <cstdint>
#include <string_view>
#include <vector>

namespace reliure::text {

inline constexpr std::uint32_t kLatin = 0x4C61746E;      // Latn
inline constexpr std::uint32_t kCommon = 0x5A797979;     // Zyyy
inline constexpr std::uint32_t kInherited = 0x5A696E68;  // Zinh

std::uint32_t script_of(char32_t character);
/// The script of the first character that has one of its own, Latin when none has.
std::uint32_t script_of(std::string_view text);

/// Whether `character` belongs to the one before it: marks, joiners, selectors, skin tones.
bool joins_previous(char32_t previous, char32_t character);

/// A character of a text and its script.
struct Character {
  char32_t value = 0;
  std::uint32_t begin = 0;
  std::uint32_t script = 0;
};

/// The characters of `text`. Common and inherited ones have the script around them (UAX #24 §5.1, §5.2):
/// of what comes before, of the opening bracket for a closing one, of what comes after at the start.
std::vector<Character> characters_with_scripts(std::string_view text);

}  // namespace reliure::text
