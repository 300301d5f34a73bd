#pragma once
// The author's files as text, so that a span can be shown as a place.
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace reliure::base {

/// Line and column of an offset, both from 1; columns count Unicode code points.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// How a text differs from the bytes of its file, which need not be UTF-8.
struct Origin {
  /// Bytes left out before the text: a byte order mark.
  std::uint32_t skipped = 0;
  /// Offsets in the text, sorted, of each U+FFFD that stands for a single byte of the file.
  std::vector<std::uint32_t> replaced;
};

/// Owns the text of every file that a span may point into. Texts never move once added.
class SourceMap {
 public:
  /// Adds a file under the name shown to the user; the id stays valid as long as the map.
  FileId add(std::string name, std::string text, Origin origin = {});

  std::string_view name(FileId file) const;
  std::string_view text(FileId file) const;
  /// The text under `span`, empty for a span without file.
  std::string_view excerpt(Span span) const;
  Place place(FileId file, std::size_t offset) const;
  /// The whole line around `offset`, without its line end.
  std::string_view line(FileId file, std::size_t offset) const;
  /// The offset in the file's bytes of an offset in its text.
  std::size_t file_offset(FileId file, std::size_t offset) const;
  std::size_t size() const { return files_.size(); }

 private:
  struct File {
    std::string name;
    std::string text;
    Origin origin;
  };
  std::deque<File> files_;
};

}  // namespace reliure::base
