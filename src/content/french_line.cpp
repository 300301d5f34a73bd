#include "content/french_line.h"

#include "base/utf8.h"

namespace reliure::content {

bool is_roman(std::u32string_view numeral) {
  // One digit of the number: what it is written with `one`, `five` and `ten`.
  const auto take_digit = [&numeral](char32_t one, char32_t five, char32_t ten) {
    if (numeral.size() > 1 && numeral[0] == one && (numeral[1] == five || numeral[1] == ten)) {
      return numeral.remove_prefix(2);
    }
    if (!numeral.empty() && numeral[0] == five) numeral.remove_prefix(1);
    for (int ones = 0; ones < 3 && !numeral.empty() && numeral[0] == one; ++ones) numeral.remove_prefix(1);
  };
  if (numeral.empty()) return false;
  for (int hundreds = 0; hundreds < 3 && !numeral.empty() && numeral[0] == U'C'; ++hundreds) {
    numeral.remove_prefix(1);
  }
  take_digit(U'X', U'L', U'C');
  take_digit(U'I', U'V', U'X');
  return numeral.empty();
}

Line::Line(std::span<const Piece> pieces) {
  std::size_t size = 2;
  for (const Piece& piece : pieces) size += piece.text.size();
  characters_.reserve(size);
  offsets_.reserve(size);
  characters_.push_back(0);
  offsets_.push_back(0);
  std::uint32_t offset = 0;
  for (const Piece& piece : pieces) {
    for (std::size_t at = 0; at < piece.text.size();) {
      const auto byte = static_cast<unsigned char>(piece.text[at]);
      const base::Decoded decoded = byte < 0x80 ? base::Decoded{byte, 1} : base::decode(piece.text, at);
      characters_.push_back(decoded.character);
      offsets_.push_back(offset + static_cast<std::uint32_t>(at));
      at += decoded.size;
    }
    offset += static_cast<std::uint32_t>(piece.text.size());
  }
  characters_.push_back(0);
  offsets_.push_back(offset);
}

bool Line::ends_with(std::size_t last, std::u32string_view word) const {
  if (last + 1 < word.size()) return false;
  const std::size_t begin = last + 1 - word.size();
  return characters_.compare(begin, word.size(), word) == 0 &&
         (begin == 0 || !is_word(characters_[begin - 1]));
}

bool Line::begins_with(std::size_t begin, std::u32string_view word) const {
  return characters_.compare(begin, word.size(), word) == 0 && !is_word((*this)[begin + word.size()]);
}

std::size_t Line::number_begin(std::size_t last) const {
  while (last > 0 && is_digit(characters_[last - 1])) --last;
  return last;
}

bool Line::in_address(std::size_t index) const {
  // Guillemets bound words too: they are going to stand behind a space.
  const auto bounds = [](char32_t c) { return is_space(c) || is_opening(c) || is_closing(c); };
  if (index >= word_begin_ && index < word_end_) return address_;
  if (bounds((*this)[index])) return false;
  word_begin_ = index;
  word_end_ = index + 1;
  while (word_begin_ > 0 && !bounds(characters_[word_begin_ - 1])) --word_begin_;
  while (word_end_ < characters_.size() && !bounds(characters_[word_end_])) ++word_end_;
  const auto word = std::u32string_view(characters_).substr(word_begin_, word_end_ - word_begin_);
  address_ = word.find(U"://") != word.npos || word.find(U"www.") != word.npos ||
             word.find(U'@') != word.npos || word.find(U":\\") != word.npos;
  return address_;
}

void Line::collapse_dots(std::span<const std::size_t> places) {
  if (places.empty()) return;
  std::size_t to = places.front();
  std::size_t from = to;
  const auto keep = [&](std::size_t until) {
    for (; from < until; ++from, ++to) {
      characters_[to] = characters_[from];
      offsets_[to] = offsets_[from];
    }
  };
  for (const std::size_t place : places) {
    keep(place + 1);
    characters_[to - 1] = kEllipsis;
    from += 2;
  }
  keep(characters_.size());
  characters_.resize(to);
  offsets_.resize(to);
  word_begin_ = word_end_ = 0;
}

}  // namespace reliure::content
