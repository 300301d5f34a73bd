#pragma once
// Where something stands in the author's files.
#include <compare>
#include <cstdint>

namespace reliure::base {

/// A file of a `SourceMap`. 0 is no file.
struct FileId {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(FileId, FileId) = default;
};

/// A half-open range of byte offsets in one file. A default span means "nowhere in particular".
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace reliure::base
