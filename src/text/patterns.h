#pragma once
// Hyphenation patterns (Liang 1983) in the format of libhyphen. Not for other rooms.
#include <string>
#include <string_view>
#include <vector>

namespace reliure::text {

/// A pattern such as `.ad1m`: letters, a dot for an end of the word, and what it says of the place before
/// each letter and behind the last: odd to divide there, even not to; the greatest of all patterns counts.
struct Pattern {
  std::string letters;
  std::string values;
};

/// The patterns of a language.
struct Patterns {
  /// By their letters, each once.
  std::vector<Pattern> sorted;
  /// Least numbers of characters before and behind a hyphen that the patterns were made for.
  std::size_t least_before = 1, least_after = 1;
};

/// Reads a `hyph_*.dic` in UTF-8 or ISO 8859-1; lines that are no patterns are left out, and so is a first
/// level for compound words (what stands before NEXTLEVEL). Empty when the encoding is another.
Patterns load_patterns(std::string_view file);

/// Where the patterns divide a word of small letters in UTF-8: for each of its bytes, whether a hyphen may
/// follow it. A division that would change letters (German `ck` to `k-k`) is none.
std::vector<bool> divide(const Patterns& patterns, std::string_view word);

}  // namespace reliure::text
