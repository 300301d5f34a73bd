#include "text/character_set.h"

namespace reliure::text {

void CharacterSet::insert(char32_t character) {
  if (character > kLast) return;
  std::uint16_t& page = page_of_[character >> 8];
  if (page == 0) {
    page = static_cast<std::uint16_t>(pages_.size());
    pages_.emplace_back();
  }
  pages_[page][character >> 6 & 3] |= std::uint64_t{1} << (character & 63);
}

}  // namespace reliure::text
