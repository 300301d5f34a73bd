#pragma once
// Which rules of French typography a book wants.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/diagnostics.h"
#include "source/yaml.h"

namespace reliure::source {

/// The rules, in the order of the manual. Those up to `dashes` set spaces, the others marks.
enum class TypographyRule : std::uint8_t {
  high_punctuation,
  colon,
  guillemets,
  numbers,
  units,
  percent,
  currency,
  abbreviations,
  dates,
  dashes,
  apostrophes,
  ellipses,
  ordinals
};
inline constexpr std::size_t kTypographyRules = 13;

/// The rule's name in the manifest: `high-punctuation`.
std::string_view name(TypographyRule rule);

/// U+00A0 and U+202F.
inline constexpr char32_t kNoBreakSpace = 0x00A0;
inline constexpr char32_t kNarrowNoBreakSpace = 0x202F;

/// What each rule sets: for spaces the one that is set; for marks anything but 0 is yes; 0 turns it off.
struct Typography {
  /// The usage of the Imprimerie nationale.
  static constexpr std::array<char32_t, kTypographyRules> kUsage = {kNarrowNoBreakSpace,
                                                                    kNoBreakSpace,
                                                                    kNoBreakSpace,
                                                                    kNarrowNoBreakSpace,
                                                                    kNoBreakSpace,
                                                                    kNoBreakSpace,
                                                                    kNoBreakSpace,
                                                                    kNoBreakSpace,
                                                                    kNoBreakSpace,
                                                                    kNoBreakSpace,
                                                                    1,
                                                                    1,
                                                                    1};
  std::array<char32_t, kTypographyRules> rules = kUsage;

  char32_t operator[](TypographyRule rule) const { return rules[static_cast<std::size_t>(rule)]; }
  char32_t& operator[](TypographyRule rule) { return rules[static_cast<std::size_t>(rule)]; }
  bool any() const { return rules != std::array<char32_t, kTypographyRules>{}; }
};
inline constexpr Typography kNoTypography{{}};

/// Reads `typography`: `true`, `false`, or a map of rules, those it does not name as they are by usage.
/// `value` may be null.
Typography read_typography(const Yaml* value, base::Diagnostics& diagnostics);

}  // namespace reliure::source
