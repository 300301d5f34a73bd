#include "app/places.h"

#include <algorithm>

#include "base/utf8.h"

namespace reliure::app {

Places::Lines& Places::lines_of(base::FileId file) {
  const auto [found, is_new] = lines_.try_emplace(file);
  Lines& lines = found->second;
  if (is_new) {
    const std::string_view text = sources_.text(file);
    lines.starts.push_back(0);
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
      lines.starts.push_back(static_cast<std::uint32_t>(end + 1));
    }
  }
  return lines;
}

std::size_t Places::line_index(const Lines& lines, std::size_t offset) {
  const auto after = std::ranges::upper_bound(lines.starts, offset);
  return static_cast<std::size_t>(after - lines.starts.begin()) - 1;
}

base::Place Places::place(base::FileId file, std::size_t offset) {
  Lines& lines = lines_of(file);
  offset = std::min(offset, sources_.text(file).size());
  const std::size_t line = line_index(lines, offset);
  if (line != lines.line || offset < lines.offset) {
    lines.line = line;
    lines.offset = lines.starts[line];
    lines.column = 1;
  }
  const std::string_view between = sources_.text(file).substr(lines.offset, offset - lines.offset);
  lines.column += base::count_characters(between);
  lines.offset = offset;
  return {line + 1, lines.column};
}

std::size_t Places::line_start(base::FileId file, std::size_t offset) {
  const Lines& lines = lines_of(file);
  return lines.starts[line_index(lines, offset)];
}

}  // namespace reliure::app
