#pragma once
// Strings that live as long as the value that owns them.
#include <memory>
#include <string_view>
#include <vector>

namespace reliure::base {

/// Stores copies of strings in large blocks; views stay valid when the arena is moved.
class StringArena {
 public:
  std::string_view store(std::string_view text);
  /// Takes over the strings of `other`; views of them stay valid.
  void adopt(StringArena&& other);

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace reliure::base
