#pragma once
// Hyphenation by patterns (Liang 1983).
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace reliure::text {

/// Least numbers of characters in a word, before and after a hyphen (CSS `hyphenate-limit-chars`).
struct HyphenationLimits {
  int word = 5, before = 2, after = 3;
};

/// Whether the text is of an alphabet whose words are divided with hyphens, as Latin and Cyrillic are.
bool is_hyphenated_script(std::string_view text);

/// The patterns of all languages at hand; read on first use, safe to use from several threads.
class Hyphenator {
 public:
  Hyphenator();
  Hyphenator(Hyphenator&&) noexcept;
  ~Hyphenator();
  /// Adds a language (BCP 47, lower case: `fr`, `en-us`) with patterns in the format of libhyphen.
  void add(std::string language, base::Bytes patterns);
  /// Byte offsets in `word` before which a hyphen may be put, ascending. A language without patterns falls
  /// back from `fr-ca` to `fr` and from `en` to `en-us`, else there are none. The parts between apostrophes
  /// and hyphens are words of their own, each within the limits; one with capitals after its first letter has
  /// none. A word with digits or with anything but letters, apostrophes and hyphens has none.
  std::vector<std::uint32_t> hyphenate(std::string_view word, std::string_view language,
                                       const HyphenationLimits& limits) const;
  /// Whether there are patterns for the language or for what it falls back to.
  bool serves(std::string_view language) const;

 private:
  struct Languages;
  std::unique_ptr<Languages> languages_;
};

}  // namespace reliure::text
