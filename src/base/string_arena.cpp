#include "base/string_arena.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace reliure::base {

namespace {
/// Large enough that a page's strings need a few blocks, small enough not to matter.
constexpr std::size_t kBlockSize = 64 * 1024;
}  // namespace

std::string_view StringArena::store(std::string_view text) {
  if (text.empty()) {
    return {};
  }
  if (capacity_ - used_ < text.size()) {
    capacity_ = std::max(kBlockSize, text.size());
    used_ = 0;
    blocks_.push_back(std::make_unique<char[]>(capacity_));
  }
  char* place = blocks_.back().get() + used_;
  std::memcpy(place, text.data(), text.size());
  used_ += text.size();
  return {place, text.size()};
}

void StringArena::adopt(StringArena&& other) {
  // Before our last block, which is the one that `store` goes on filling.
  const auto place = blocks_.empty() ? blocks_.end() : blocks_.end() - 1;
  blocks_.insert(place, std::make_move_iterator(other.blocks_.begin()),
                 std::make_move_iterator(other.blocks_.end()));
  if (capacity_ == 0) {
    used_ = other.used_;
    capacity_ = other.capacity_;
  }
  other = {};
}

}  // namespace reliure::base
