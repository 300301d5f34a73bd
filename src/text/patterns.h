#pragma once
// Hyphenation patterns as libhyphen keeps them. Not for other rooms.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct _HyphenDict;

namespace reliure::text {

struct DestroyPatterns {
  void operator()(_HyphenDict* patterns) const;
};
using Patterns = std::unique_ptr<_HyphenDict, DestroyPatterns>;

/// Reads a `hyph_*.dic` in UTF-8 or ISO 8859-1; lines that are no patterns are left out. Null when nothing
/// is left or the encoding is another.
Patterns load_patterns(std::string_view file);

/// Where the patterns divide a word of small letters in UTF-8: for each of its characters, whether a hyphen
/// may follow it. A division that would change letters (German `ck` to `k-k`) is none. Safe to call from
/// several threads: libhyphen only reads the patterns.
std::vector<bool> divide(_HyphenDict* patterns, std::string_view word, std::size_t characters);

}  // namespace reliure::text
