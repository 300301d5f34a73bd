#pragma once
// A set of characters with a lookup of a few instructions: which ones a face has.
#include <array>
#include <cstdint>
#include <vector>

namespace reliure::text {

/// Bits in pages of 256 characters; most pages are one shared empty page.
class CharacterSet {
 public:
  void insert(char32_t character);
  bool contains(char32_t character) const {
    if (character > kLast) return false;
    const Page& page = pages_[page_of_[character >> 8]];
    return (page[character >> 6 & 3] >> (character & 63) & 1) != 0;
  }
  bool empty() const { return pages_.size() == 1; }

 private:
  static constexpr char32_t kLast = 0x10FFFF;
  using Page = std::array<std::uint64_t, 4>;
  std::vector<std::uint16_t> page_of_ = std::vector<std::uint16_t>((kLast >> 8) + 1);
  std::vector<Page> pages_ = std::vector<Page>(1);
};

}  // namespace reliure::text
