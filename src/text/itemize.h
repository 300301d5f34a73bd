#pragma once
// Itemizing: a paragraph's text to runs that can be shaped.
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/font_library.h"

namespace reliure::text {

/// Whether letters of the script join or stack, so that they may not stand further apart.
bool joins_letters(std::uint32_t script);

/// Whether the shape of a letter depends on the letters beside it, as in Arabic.
bool is_cursive(std::uint32_t script);

/// Whether the script's letters and marks fill squares of one size: ideographs, kana and bopomofo.
bool is_set_in_squares(std::uint32_t script);

/// A range of one script, one bidirectional level and one face.
struct TextRun {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  FaceId face;
  std::uint32_t script = 0;
  /// UAX #9; odd is right to left.
  std::uint8_t level = 0;
  /// No face of the library has these characters.
  bool missing = false;
};

/// A control character (UAX #9, explicit formatting) that orders the text from byte `at` on without being in
/// it: what `unicode-bidi` stands for (CSS Writing Modes 3 §2.2).
struct BidiControl {
  std::uint32_t at = 0;
  char32_t character = 0;
};

/// The embedding level of each byte of a paragraph (UAX #9); `base_level` 0 or 1. All zero for plain Latin,
/// fast. `controls` are in the order of their places.
std::vector<std::uint8_t> bidi_levels(std::string_view paragraph, std::uint8_t base_level,
                                      std::span<const BidiControl> controls = {});

/// The level of a paragraph that takes its direction from its first letter (UAX #9, rules P2 and P3), or
/// nothing when it has no letter.
std::optional<std::uint8_t> level_by_first_letter(std::string_view paragraph);

/// Splits `text`, all of one style, into runs. `levels` has one entry for each byte of `text`, or none for
/// level 0. Characters that `face` lacks go to a fallback, with the marks and joiners that follow them.
/// Line ends and tabs count as present: they are not to be shaped.
std::vector<TextRun> itemize(std::string_view text, FaceId face, const FontLibrary& fonts,
                             std::span<const std::uint8_t> levels);

/// The visual order of runs by their levels (UAX #9, rule L2): the logical index at each visual place.
std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels);

}  // namespace reliure::text
