#pragma once
// Names of files in the archive: ASCII, unique even where case does not count.
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace reliure::epub {

/// Gives each file a name of its own.
class FileNames {
 public:
  /// `stem` in lower case with all but ASCII letters, digits, `-` and `_` as hyphens, and `ending` behind it
  /// (`.xhtml`); with a number between where the name is taken.
  std::string take(std::string_view stem, std::string_view ending);

 private:
  std::set<std::string> taken_;
  std::map<std::string, std::size_t> next_;
};

}  // namespace reliure::epub
