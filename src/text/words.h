#pragma once
// Words of a text that has no spaces between them: Thai.
#include <memory>
#include <span>
#include <string_view>

#include "base/bytes.h"
#include "text/breaks.h"

namespace reliure::text {

/// The words of a language; read on first use, safe to use from several threads.
class WordList {
 public:
  /// Without words, with which no break is found.
  WordList();
  /// A trie in libdatrie's format over Unicode, as libthai's `thbrk.tri` is. What is damaged has no words.
  explicit WordList(base::Bytes trie);
  WordList(WordList&&) noexcept;
  ~WordList();

  /// Allows a break between the words of each stretch of Thai letters. `text` has one character for each
  /// entry of `breaks`, which is about the place behind it. Of all ways to read a stretch, the one of fewest
  /// words counts, letters of no word being dear (maximal matching). No break stands inside a syllable's
  /// cluster, nor between two letters of no word.
  void allow_breaks(std::u32string_view text, std::span<Break> breaks) const;

 private:
  struct Trie;
  std::unique_ptr<Trie> trie_;
};

}  // namespace reliure::text
