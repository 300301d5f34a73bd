#pragma once
// The pages as the site addresses them.
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/tree.h"

namespace reliure::content {

inline constexpr std::size_t kNoPageIndex = static_cast<std::size_t>(-1);

/// Finds pages by address and by file.
struct Site {
  /// By page: its name in the book, unique.
  std::vector<std::string> slugs;
  /// By page: its address on the site, without `/` at the end: `/labels/produits`.
  std::vector<std::string> addresses;
  /// By page: the folder of its file.
  std::vector<std::string> folders;
  std::unordered_map<std::string, std::size_t> by_address;
  std::unordered_map<std::string, std::size_t> by_file;
};

/// Addresses as Eleventy gives them: `dir/page.md` is `/dir/page/`, `dir/index.md` is `/dir/`; a permalink
/// wins. A page is found below the site root and below the content root.
Site map_site(const source::Tree& tree);

/// The page that the path of a link on page `from` leads to, or `kNoPageIndex`. `path` is decoded, not empty.
std::size_t find_page(const Site& site, const source::Manifest& manifest, std::size_t from,
                      std::string_view path);

/// The files that a path on page `from` may mean, best first; `path` is decoded, not empty.
std::vector<source::Path> files_of(const Site& site, const source::Manifest& manifest, std::size_t from,
                                   std::string_view path);

}  // namespace reliure::content
