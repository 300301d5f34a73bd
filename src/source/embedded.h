#pragma once
// The files that the program ships inside itself; the table is made by `cmake/embed.cmake`.
#include <cstddef>
#include <optional>
#include <string_view>

namespace reliure::source {

/// What `reliure:/styles/base.css` and its like begin with.
inline constexpr std::string_view kEmbeddedRoot = "reliure:/";

struct Embedded {
  /// The whole path, `reliure:/` included.
  std::string_view path;
  std::string_view content;
};

/// The table, sorted bytewise by path.
std::size_t embedded_count();
/// `index` is below `embedded_count()`.
Embedded embedded_at(std::size_t index);

/// The content of one file, or nothing when the program ships none of that name.
std::optional<std::string_view> embedded(std::string_view path);

/// Whether the path names something of the program's own.
constexpr bool is_embedded(std::string_view path) { return path.starts_with(kEmbeddedRoot); }

}  // namespace reliure::source
