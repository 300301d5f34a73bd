#include "text/script.h"

#include <hb.h>

#include <utility>

#include "base/utf8.h"

namespace reliure::text {
namespace {

constexpr std::pair<char32_t, char32_t> kBrackets[] = {
    {U'(', U')'},     {U'[', U']'},     {U'{', U'}'},     {U'«', U'»'},     {U'‘', U'’'},
    {U'“', U'”'},     {U'‹', U'›'},     {0x2045, 0x2046}, {0x207D, 0x207E}, {0x3008, 0x3009},
    {0x300A, 0x300B}, {0x300C, 0x300D}, {0x300E, 0x300F}, {0x3010, 0x3011}, {0x3014, 0x3015},
};

/// The closing bracket of an opening one, else 0.
char32_t closing_of(char32_t character) {
  for (const auto& [open, close] : kBrackets) {
    if (open == character) return close;
  }
  return 0;
}

struct OpenBracket {
  char32_t closing = 0;
  std::uint32_t script = 0;
};

/// The brackets that are open: as many as people nest; more than that and the oldest are forgotten.
class BracketStack {
 public:
  void open(OpenBracket bracket) { slots_[depth_++ % kDepth] = bracket; }
  /// The script of the bracket that `character` closes, or 0; brackets left open inside are given up.
  std::uint32_t close(char32_t character) {
    for (std::size_t i = depth_; i > 0 && depth_ - i < kDepth; --i) {
      const OpenBracket bracket = slots_[(i - 1) % kDepth];
      if (bracket.closing != character) continue;
      depth_ = i - 1;
      return bracket.script;
    }
    return 0;
  }

 private:
  static constexpr std::size_t kDepth = 16;
  OpenBracket slots_[kDepth];
  std::size_t depth_ = 0;
};

bool has_own_script(std::uint32_t script) { return script != kCommon && script != kInherited; }

}  // namespace

std::uint32_t script_of(char32_t character) {
  if (character < 0x80) {
    const char32_t letter = character | 0x20;
    return letter >= U'a' && letter <= U'z' ? kLatin : kCommon;
  }
  return static_cast<std::uint32_t>(hb_unicode_script(hb_unicode_funcs_get_default(), character));
}

std::uint32_t script_of(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const base::Decoded decoded = base::decode(text, offset);
    const std::uint32_t script = script_of(decoded.character);
    if (has_own_script(script)) return script;
    offset += decoded.size;
  }
  return kLatin;
}

bool joins_previous(char32_t previous, char32_t character) {
  constexpr char32_t kFirstMark = 0x300, kZeroWidthJoiner = 0x200D, kNonJoiner = 0x200C;
  constexpr char32_t kFirstSkinTone = 0x1F3FB, kLastSkinTone = 0x1F3FF, kFirstSymbol = 0x2000;
  if (character < kFirstMark) return false;
  if (character == kZeroWidthJoiner || character == kNonJoiner) return true;
  if (character >= kFirstSkinTone && character <= kLastSkinTone) return true;
  if (previous == kZeroWidthJoiner && character >= kFirstSymbol) return true;
  const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), character);
  return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
         category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
         category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

std::vector<Character> characters_with_scripts(std::string_view text) {
  std::vector<Character> characters;
  characters.reserve(text.size());
  std::uint32_t current = script_of(text);
  BracketStack brackets;
  for (std::size_t offset = 0; offset < text.size();) {
    const base::Decoded decoded = base::decode(text, offset);
    std::uint32_t script = script_of(decoded.character);
    if (has_own_script(script)) {
      current = script;
    } else {
      const std::uint32_t opened = brackets.close(decoded.character);
      if (opened != 0) {
        current = opened;
      }
      script = current;
      if (const char32_t closing = closing_of(decoded.character); closing != 0) {
        brackets.open({closing, current});
      }
    }
    characters.push_back({decoded.character, static_cast<std::uint32_t>(offset), script});
    offset += decoded.size;
  }
  return characters;
}

}  // namespace reliure::text
