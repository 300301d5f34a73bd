#pragma once
// Hyphenation patterns (Liang 1983) in the format of libhyphen. Not for other rooms.
#include <string_view>
#include <vector>

#include "base/string_arena.h"

namespace reliure::text {

/// A pattern such as `.ad1m`: letters, a dot for an end of the word, and what it says of the place before
/// each letter and behind the last: odd to divide there, even not to; the greatest of all patterns counts.
struct Pattern {
  std::string_view letters;
  std::string_view values;
};

/// The patterns of a language.
struct Patterns {
  /// By their letters, each once.
  std::vector<Pattern> sorted;
  /// Those that part a compound into its words (what stands before NEXTLEVEL), likewise; empty where the
  /// language has none.
  std::vector<Pattern> compounds;
  /// Least numbers of characters in a word before and behind a hyphen that the patterns were made for.
  std::size_t least_before = 1, least_after = 1;
  /// The same in a part of a compound.
  std::size_t least_before_in_part = 2, least_after_in_part = 2;
  base::StringArena strings;
};

/// Reads a `hyph_*.dic` in an encoding that `base::to_utf8` knows; lines that are no patterns are left out.
/// Empty when the encoding is another.
Patterns load_patterns(std::string_view file);

/// Where the patterns divide a word of small letters in UTF-8: for each of its bytes, whether a hyphen may
/// follow it. A compound is divided between its words, and each of these like a word. A division that would
/// change letters (German `ck` to `k-k`) is none.
std::vector<bool> divide(const Patterns& patterns, std::string_view word);

}  // namespace reliure::text
