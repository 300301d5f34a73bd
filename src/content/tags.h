#pragma once
// HTML as a sequence of tags, read the way an HTML5 tokenizer reads it.
#include <cstddef>
#include <string>
#include <string_view>

namespace reliure::content {

/// One start or end tag; `begin` is its `<`, `end` is behind its `>`.
struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;
  /// As written.
  std::string_view name;
  bool is_end = false;
  bool closes_itself = false;
};

/// Finds the tags of a text one after the other, past comments, declarations and raw text (`script`,
/// `style`).
class TagReader {
 public:
  explicit TagReader(std::string_view html) : html_(html) {}
  /// Moves to the next tag; false at the end.
  bool next(Tag& tag);

 private:
  bool read_tag(std::size_t begin, Tag& tag) const;
  void skip_raw_text(std::string_view name);

  std::string_view html_;
  std::size_t at_ = 0;
};

}  // namespace reliure::content
