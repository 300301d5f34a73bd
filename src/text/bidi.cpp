// The bidirectional algorithm (UAX #9), by fribidi.
#include <fribidi.h>

#include <algorithm>
#include <numeric>

#include "base/check.h"
#include "base/utf8.h"
#include "text/itemize.h"

namespace reliure::text {
namespace {

/// Whether a character can lift a level: of a right-to-left script, an Arabic digit or a control.
bool is_right_to_left(char32_t character) {
  constexpr char32_t kFirstHebrew = 0x590, kLastArabic = 0x8FF;
  const bool control = character == 0x200F || (character >= 0x202A && character <= 0x202E) ||
                       (character >= 0x2066 && character <= 0x2069);
  const bool letter =
      (character >= kFirstHebrew && character <= kLastArabic) ||
      (character >= 0xFB1D && character <= 0xFDFF) || (character >= 0xFE70 && character <= 0xFEFF) ||
      (character >= 0x10800 && character <= 0x10FFF) || (character >= 0x1E800 && character <= 0x1EFFF);
  return control || letter;
}

bool has_right_to_left(std::string_view text) {
  // The lead bytes of all characters above start here; U+2019 of French texts is decoded too.
  constexpr unsigned char kFirstLead = 0xD6;
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    if (static_cast<unsigned char>(text[offset]) < kFirstLead) continue;
    if (is_right_to_left(base::decode(text, offset).character)) return true;
  }
  return false;
}

/// fribidi's levels, one for each character.
std::vector<FriBidiLevel> levels_of(const std::vector<FriBidiChar>& characters, std::uint8_t base_level) {
  const auto size = static_cast<FriBidiStrIndex>(characters.size());
  std::vector<FriBidiCharType> types(characters.size());
  std::vector<FriBidiBracketType> brackets(characters.size());
  std::vector<FriBidiLevel> levels(characters.size());
  fribidi_get_bidi_types(characters.data(), size, types.data());
  fribidi_get_bracket_types(characters.data(), size, types.data(), brackets.data());
  FriBidiParType direction = base_level % 2 != 0 ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  const FriBidiLevel highest =
      fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), size, &direction, levels.data());
  base::check(highest != 0, "fribidi ran out of memory");
  return levels;
}

/// The characters of a stretch of text with the controls among them.
struct Stretch {
  std::vector<FriBidiChar> characters;
  /// By character: how many bytes of the text it takes; none for a control.
  std::vector<std::size_t> sizes;
};

void push_control(char32_t control, Stretch& stretch) {
  stretch.characters.push_back(control);
  stretch.sizes.push_back(0);
}

/// Notes in `open` that a box began or ended: those that go on over a forced break order the text after it
/// as well.
void follow(char32_t control, std::vector<char32_t>& open) {
  constexpr char32_t kPopFormatting = 0x202C, kPopIsolate = 0x2069;
  if (control != kPopFormatting && control != kPopIsolate) {
    open.push_back(control);
  } else if (!open.empty()) {
    open.pop_back();
  }
}

void append_levels(const Stretch& stretch, std::uint8_t base_level, std::vector<std::uint8_t>& out) {
  const std::vector<FriBidiLevel> levels = levels_of(stretch.characters, base_level);
  for (std::size_t i = 0; i < levels.size(); ++i) {
    out.insert(out.end(), stretch.sizes[i], static_cast<std::uint8_t>(levels[i]));
  }
}

}  // namespace

std::vector<std::uint8_t> bidi_levels(std::string_view paragraph, std::uint8_t base_level,
                                      std::span<const BidiControl> controls) {
  const bool plain = base_level == 0 && controls.empty() && !has_right_to_left(paragraph);
  if (paragraph.empty() || plain) return std::vector<std::uint8_t>(paragraph.size());
  std::vector<std::uint8_t> levels;
  levels.reserve(paragraph.size());
  std::vector<char32_t> open;
  Stretch stretch;
  for (std::size_t offset = 0; offset < paragraph.size();) {
    for (; !controls.empty() && controls.front().at <= offset; controls = controls.subspan(1)) {
      push_control(controls.front().character, stretch);
      follow(controls.front().character, open);
    }
    const base::Decoded decoded = base::decode(paragraph, offset);
    stretch.characters.push_back(decoded.character);
    stretch.sizes.push_back(decoded.size);
    offset += decoded.size;
    if (decoded.character != U'\n' && offset < paragraph.size()) continue;
    // Each line that a break forces is ordered by itself (CSS Writing Modes 3 §2.4.5).
    append_levels(stretch, base_level, levels);
    stretch = {};
    for (const char32_t control : open) push_control(control, stretch);
  }
  return levels;
}

std::optional<std::uint8_t> level_by_first_letter(std::string_view paragraph) {
  for (std::size_t offset = 0; offset < paragraph.size();) {
    const base::Decoded decoded = base::decode(paragraph, offset);
    const FriBidiCharType type = fribidi_get_bidi_type(decoded.character);
    if (FRIBIDI_IS_LETTER(type)) return FRIBIDI_IS_RTL(type) ? std::uint8_t{1} : std::uint8_t{0};
    offset += decoded.size;
  }
  return std::nullopt;
}

std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels) {
  std::vector<std::uint32_t> order(levels.size());
  std::iota(order.begin(), order.end(), 0u);
  const std::uint8_t highest = levels.empty() ? std::uint8_t{0} : *std::ranges::max_element(levels);
  // L2: from the highest level down to the lowest odd one, turn round every run at that level or above.
  for (int level = highest; level >= 1; --level) {
    for (std::size_t i = 0; i < order.size();) {
      std::size_t end = i;
      while (end < order.size() && levels[order[end]] >= level) {
        ++end;
      }
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                   order.begin() + static_cast<std::ptrdiff_t>(end));
      i = std::max(end, i + 1);
    }
  }
  return order;
}

}  // namespace reliure::text
