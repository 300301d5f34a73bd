#pragma once
// Lines and columns of many spans, without reading a file again for each.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "base/source_map.h"

namespace reliure::app {

/// The same answers as `base::SourceMap::place`, from an index of lines made once a file.
class Places {
 public:
  explicit Places(const base::SourceMap& sources) : sources_(sources) {}

  base::Place place(base::FileId file, std::size_t offset);
  /// The offset at which the line around `offset` starts.
  std::size_t line_start(base::FileId file, std::size_t offset);
  const base::SourceMap& sources() const { return sources_; }

 private:
  struct Lines {
    std::vector<std::uint32_t> starts;
    /// The last answer: columns of later spans on the same line are counted on from it.
    std::size_t line = 0;
    std::size_t offset = 0;
    std::size_t column = 1;
  };
  Lines& lines_of(base::FileId file);
  static std::size_t line_index(const Lines& lines, std::size_t offset);

  const base::SourceMap& sources_;
  std::map<base::FileId, Lines> lines_;
};

}  // namespace reliure::app
